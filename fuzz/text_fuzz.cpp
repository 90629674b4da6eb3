// The extractor on any text, with the embedded rules: tokens, sentences, names, values, rules.
#include <cstdlib>

#include "base/utf8.hpp"
#include "extract/extractor.hpp"

using namespace relata::extract;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Knowledge knowledge;
    static const Extractor extractor(knowledge);
    if (size == 0) return 0;
    Document article;
    article.id = "fuzz";
    article.language = data[0] % 2 == 0 ? "en" : "de";
    article.text =
        relata::utf8::repair(std::string_view(reinterpret_cast<const char*>(data + 1), size - 1));
    const Extraction extraction =
        extractor.extract(article, {.mentions = true, .coreferent = true});
    const relata::utf8::CodePointIndex index(article.text);
    const std::size_t length = index.code_points(article.text.size());
    for (const Relation& relation : extraction.relations)
        for (const Argument* side : {&relation.subject, &relation.object}) {
            const std::size_t start = index.byte(side->start);
            const bool sound =
                side->start <= side->end && side->end <= length &&
                article.text.compare(start, index.byte(side->end) - start, side->text) == 0;
            if (!sound) std::abort();
        }
    return 0;
}
