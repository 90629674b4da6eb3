#include "extract/name/shared_surname.hpp"

#include <algorithm>
#include <optional>

#include "base/hash.hpp"

namespace relata::extract {

namespace {

class SurnameSharer {
  public:
    SurnameSharer(const ArticleWords& words, std::vector<Candidate>& candidates)
        : words_(words), candidates_(candidates) {}

    void share() {
        for (std::size_t i = 1; i < candidates_.size(); ++i) {
            const TokenRange surname = surname_of(candidates_[i]);
            if (surname.first == surname.last || !joins(i, true)) continue;
            for (std::size_t at = i; at > 0 && joins(at, at == i) && is_given_name(at - 1); --at)
                if (!is_named_otherwise(candidates_[at - 1], surname)) give(at - 1, surname);
        }
    }

  private:
    using TokenRange = Candidate::TokenRange;

    // "Kehl" of "Philipp Kehl" and of "Hans-Jörg Kehl", "van der Does" of "Pieter van der Does".
    TokenRange surname_of(const Candidate& name) const {
        constexpr TokenRange none;
        constexpr ClassMask firm = cls::org_head | cls::legal_form | cls::product_tail;
        if (name.nested || name.stem || (name.listed & ~cls::known_person) != 0 ||
            name.last - name.first < 2 || !is_given(name.first) ||
            (words_.single[name.last - 1] & firm) != 0)
            return none;
        std::uint32_t first = name.first + 1;
        while (first + 1 < name.last && (is_given(first) || words_.is(first, '-'))) ++first;
        // "Philipp Kehl III" has the number alone.
        std::uint32_t last = name.last;
        while (last > first + 1 && (words_.single[last - 1] & cls::name_suffix) != 0) --last;
        return words_.flag(last - 1, kWord) ? TokenRange{first, last} : none;
    }

    bool is_given(std::uint32_t t) const {
        constexpr ClassMask other = cls::known | cls::geographic;
        return (words_.single[t] & (cls::first_name | other)) == cls::first_name &&
               words_.flag(t, kCapital);
    }

    bool is_given_name(std::size_t i) const {
        const Candidate& name = candidates_[i];
        const std::uint32_t length = name.last - name.first;
        if (name.nested || name.genitive || name.listed != 0 || !is_given(name.first)) return false;
        return length == 1 ||
               (length == 3 && words_.is(name.first + 1, '-') && is_given(name.last - 1));
    }

    // Does a comma or, for the last of a series, a conjunction stand between it and the one before?
    bool joins(std::size_t i, bool is_last) const {
        std::uint32_t at = candidates_[i - 1].last;
        if (is_last && words_.is(at, ',')) ++at;
        return at + 1 == candidates_[i].first &&
               (is_last ? (words_.single[at] & cls::conjunction) != 0 : words_.is(at, ','));
    }

    // "Tim and Satya Nadella" in an article about Tim Cook, or about Jane Tim.
    bool is_named_otherwise(const Candidate& given, const TokenRange& surname) {
        if (!other_names_) read_names();
        const auto [low, high] = std::equal_range(
            other_names_->begin(), other_names_->end(), Word{folded_hash(given.first), 0},
            [](const Word& a, const Word& b) { return a.first < b.first; });
        const std::uint64_t own = folded_hash(surname.last - 1);
        return std::any_of(low, high, [&](const Word& name) { return name.second != own; });
    }

    // By given name the last word of each longer name; by last word itself, which is no surname.
    void read_names() {
        other_names_.emplace();
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const Candidate& name = candidates_[i];
            if (name.last - name.first < 2 || is_given_name(i)) continue;
            const std::uint64_t last = folded_hash(name.last - 1);
            other_names_->emplace_back(folded_hash(name.first), last);
            other_names_->emplace_back(last, 0);
        }
        std::sort(other_names_->begin(), other_names_->end());
        other_names_->erase(std::unique(other_names_->begin(), other_names_->end()),
                            other_names_->end());
    }

    std::uint64_t folded_hash(std::uint32_t t) const { return hash(fold_words(words_.text(t))); }

    void give(std::size_t i, const TokenRange& surname) {
        constexpr int sure = 6;
        candidates_[i].surname = surname;
        points_of(candidates_[i].shape, EntityType::person) += sure;
    }

    using Word = std::pair<std::uint64_t, std::uint64_t>;

    const ArticleWords& words_;
    std::vector<Candidate>& candidates_;
    std::optional<std::vector<Word>> other_names_;  // sorted; filled when first asked for
};

}  // namespace

void share_surnames(const ArticleWords& words, std::vector<Candidate>& candidates) {
    SurnameSharer(words, candidates).share();
}

}  // namespace relata::extract
