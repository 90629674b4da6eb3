// Firm pronouns: in a language whose nouns have a gender, "er", "sie" and "es" may mean a firm,
// and then the one that was spoken of with an article of that gender: "Der Konzern wächst. Er
// baut", "Das Start-up Acme sitzt in Oslo. Es wurde". The maps `gender_article` (`der` -> `m`) and
// `firm_pronoun` (`er` -> `m`) say which agree; a language without them has no such pronouns.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/name/article.hpp"

namespace relata::extract {

class FirmPronouns {
  public:
    explicit FirmPronouns(const ArticleWords& words);

    void begin_sentence(const Sentence& sentence);
    // Another story: nothing before it is meant.
    void begin_story() { firms_.clear(); }
    // Takes note of a firm that the text names or speaks of, of the noun at `noun` for "der
    // Konzern", of the name for "der Konzern Acme" and "die Acme GmbH", where it has an article.
    void see(std::uint32_t entity, std::uint32_t noun, std::uint32_t last);

    // "m", "f", "n", "mn" for the pronoun at `t`, or "" where it is none that may mean a firm.
    std::string_view genders_of(std::uint32_t t) const;
    // The firm that a pronoun of one of these genders means: the last of this sentence, or the one
    // of the sentence before that begins it or is the only one; or kNoEntity. It is seen as well.
    std::uint32_t meant_by(std::string_view genders);
    // Does the sentence before speak of somebody by a post: "hat einen neuen Chef. Er"?
    bool people_before() const { return people_before_; }

  private:
    bool stands_before_verb(std::uint32_t token) const;

    struct Firm {
        std::uint32_t entity;
        char gender;
        std::size_t sentence;  // number
        bool first;            // its article begins the sentence
    };

    std::uint32_t article_of(std::uint32_t noun) const;
    bool has_people(std::uint32_t first, std::uint32_t last) const;

    const ArticleWords& words_;
    std::optional<ClassId> articles_, pronouns_, impersonal_;
    std::vector<Firm> firms_;
    std::uint32_t begin_ = 0, end_ = 0;
    std::size_t sentence_ = 0;
    bool people_before_ = false;
};

}  // namespace relata::extract
