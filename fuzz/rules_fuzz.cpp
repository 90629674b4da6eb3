// The rule parser and compiler, on one file of rules.
#include "base/error.hpp"
#include "extract/catalogue.hpp"
#include "extract/rule/compile.hpp"

using namespace relata::extract;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Catalogue catalogue = Catalogue::parse(
        "founder_of(person|org, org|product)\n  en: founded\nraised(org, money)\n  en: raised\n"
        "partner_of(org, org) symmetric\n  en: works with\n",
        "relations.txt");
    const std::vector<RuleSource> sources{
        {"en/fuzz.rules", std::string(reinterpret_cast<const char*>(data), size)}};
    try {
        const RuleFiles files = parse_rules(sources);
        LexiconBuilder builder;
        files.add_words_to(builder);
        const Lexicon lexicon = std::move(builder).build();
        (void)compile_rules(files, lexicon, catalogue);
    } catch (const relata::Error&) {
        // What a broken file must give.
    }
    return 0;
}
