// Posts inside of runs of capitals and beside them: "AWS CEO Matt Garman" is a firm, a post and a
// person, "Finance Minister Eichel" a person, "EU Trade Commissioner" an institution, and
// "head of Research and Development" no name at all.
#pragma once

#include <cstdint>

#include "extract/name/article.hpp"
#include "extract/name/name_run.hpp"

namespace relata::extract {

class NamePosts {
  public:
    // All must outlive this; `sentence` is the one that the questions are about.
    NamePosts(const ArticleWords& words, const NameRuns& runs, const Sentence& sentence)
        : words_(words), runs_(runs), sentence_(sentence) {}

    // Is the word one, and neither a listed name nor a surname that ends like one?
    bool is_post(std::uint32_t t) const;
    // "Minister", "Governor"
    bool is_title_of_person(std::uint32_t t) const;
    // Does the post at `t` of a run stand behind its field and before a person's name?
    bool heads_field(std::uint32_t t, std::uint32_t first, std::uint32_t last) const;
    // "Trade" in "Trade and Industry Secretary"
    bool is_first_field(std::uint32_t first, std::uint32_t last) const;
    // Does the post at `t` part a run into two names, "AWS CEO Matt Garman"?
    bool parts_names(std::uint32_t t, std::uint32_t first, std::uint32_t last) const;
    // The end of the posts and nouns for people that begin at `t`, inside of the run.
    std::uint32_t post_end(std::uint32_t t, std::uint32_t last) const;
    // Is what follows the post at `t` a person's name?
    bool looks_like_person(std::uint32_t t, std::uint32_t last) const;
    // Where a run that ends before a post really ends: "EU" of "EU Trade" Commissioner.
    std::uint32_t end_before_field(std::uint32_t first, std::uint32_t last) const;
    // "Marketing" in "senior vice president, Marketing, has"
    bool is_department(std::uint32_t first, std::uint32_t last) const;
    // "VP Sales" in "Jane Roe, VP Sales, Acme"
    bool is_title(std::uint32_t first, std::uint32_t last) const;

  private:
    bool precedes_person(std::uint32_t t, std::uint32_t last) const;
    bool is_topic(std::uint32_t t) const;
    bool is_of_office(std::uint32_t t, std::uint32_t first, std::uint32_t last) const;
    bool is_member(std::uint32_t t, std::uint32_t last) const;
    bool is_surname_or_product(std::uint32_t t, std::uint32_t first, std::uint32_t last) const;
    bool is_before_firm(std::uint32_t post, std::uint32_t last) const;
    bool joins_topics(std::uint32_t t) const;

    const ArticleWords& words_;
    const NameRuns& runs_;
    const Sentence& sentence_;
};

}  // namespace relata::extract
