// All readers, and the recognition of formats: the first byte chooses the format, the rest is the
// file.
#include "extract/read/reader.hpp"

#include <cstdlib>

#include "base/utf8.hpp"
#include "input_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    relata::extract::ReadOptions options;
    options.max_article_size = 1U << 20U;
    const auto formats = relata::extract::input_formats();
    const std::size_t choice = data[0] % (formats.size() + 1);
    if (choice < formats.size()) options.format = formats[choice].name;
    const relata::fuzz::InputFile file(data + 1, size - 1);
    relata::extract::ArticleReader reader({file.path()}, options,
                                          [](const relata::extract::Fault&) {});
    for (relata::extract::Document article; reader.next(article);) {
        const bool sound = !article.id.empty() && !relata::utf8::first_fault(article.text) &&
                           article.text.size() <= options.max_article_size;
        if (!sound) std::abort();
    }
    return 0;
}
