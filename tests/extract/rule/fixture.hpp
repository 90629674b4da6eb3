// A language made from rules in a test, and what these rules give for a sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/catalogue.hpp"
#include "extract/language.hpp"
#include "extract/rule/engine.hpp"
#include "extract/rule/expectation.hpp"
#include "extract/rule/marked_text.hpp"

namespace relata::extract::test {

inline constexpr std::string_view kTypes = R"(
founder_of(person|org, org|product)
  en: founded
acquired(org|person, org|product)
  en: bought
partner_of(org, org) symmetric
  en: works with
ceo_of(person, org)
  en: leads
developer_of(org|person, product|project)
  en: makes
founded_on(org, date)
  en: was founded on
raised(org|project, money)
  en: raised
shareholder_of(org|person, org)
  en: holds a stake in
)";

inline const Catalogue& catalogue() {
    static const Catalogue made = Catalogue::parse(kTypes, "relations.txt");
    return made;
}

// Throws relata::Error as parse_rules and compile_rules do.
inline Language make_language(const std::string& rules) {
    const std::vector<RuleSource> sources = {{"xx/test.rules", rules}};
    const RuleFiles files = parse_rules(sources);
    LexiconBuilder builder;
    files.add_words_to(builder);
    for (const auto& [map, entry, value] :
         {std::tuple{"currency", "$", "USD"}, std::tuple{"magnitude", "million", "1000000"},
          std::tuple{"month", "may", "05"}, std::tuple{"possessive", "its", "org"},
          std::tuple{"pronoun", "it", "org"}, std::tuple{"nominal", "company", "org"},
          std::tuple{"round", "series b", "Series B"}})
        builder.add(map, entry, value);
    builder.add("determiner", "the");
    Lexicon lexicon = std::move(builder).build();
    RuleSet compiled = compile_rules(files, lexicon, catalogue());
    return Language{"xx", std::move(lexicon), std::move(compiled)};
}

// The relations of a marked sentence, as examples write them, joined by " ; ".
inline std::string relations(const Language& language, std::string_view marked) {
    const MarkedText text(marked, language);
    std::string shown;
    for (const Claim& claim : match_rules(language.rules, catalogue(), text.analysis()))
        shown += (shown.empty() ? "" : " ; ") + show_claim(claim, catalogue(), text.analysis());
    return shown;
}

// A rule that gives acquired(a, b) for one pattern; what it gives for a sentence.
inline Language one_pattern(const std::string& pattern, const std::string& words = "") {
    return make_language(words + "\nrule test\n  match  " + pattern +
                         "\n  emit acquired(a, b)\n  + x -> acquired(A, B)\n  - x\n");
}

// Whether the pattern matches the sentence so that it gives acquired(Acme, Blip) and nothing else.
inline bool matches(const std::string& pattern, std::string_view marked,
                    const std::string& words = "") {
    return relations(one_pattern(pattern, words), marked) == "acquired(Acme, Blip)";
}

}  // namespace relata::extract::test
