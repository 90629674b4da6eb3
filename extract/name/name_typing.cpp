#include "extract/name/name_typing.hpp"

#include <algorithm>

#include "extract/name/enumeration.hpp"
#include "extract/name/name_place.hpp"
#include "extract/name/name_words.hpp"

namespace relata::extract {

namespace {

using enum EntityType;

class Weigher {
  public:
    Weigher(const ArticleWords& words, std::span<const Candidate> all) : words_(words), all_(all) {}

    void weigh(Candidate& candidate) {
        if (candidate.adjective) return;
        c_ = &candidate;
        find_sentence();
        weigh_words(words_, begin_, candidate);
        if (candidate.nested) return;
        if (is_dateline()) {
            points_of(candidate.context, place) += kCertain;
            return;
        }
        const NamePlace name_place(words_, all_, candidate, begin_, end_);
        weigh_left(name_place);
        if (!name_place.is_named()) weigh_right(name_place);
    }

  private:
    void find_sentence() {
        const auto& sentences = words_.analysis.sentences;
        while (sentence_ < sentences.size() && sentences[sentence_].last <= c_->first) ++sentence_;
        begin_ = sentences[sentence_].first;
        end_ = sentences[sentence_].last;
    }

    // "FRANKFURT (Reuters) - "
    bool is_dateline() const {
        const std::uint32_t open = c_->last;
        if (c_->first != begin_ || open + 1 >= end_ || !words_.flag(c_->first, kAllCaps))
            return false;
        if (is_town_in_capitals() && words_.is(open, ',') && words_.flag(open + 1, kCapital))
            return true;
        return open + 3 < end_ && words_.is(open, '(') && words_.is(open + 2, ')') &&
               words_.is(open + 3, '-') && !words_.flag(open + 3, kGlued);
    }

    // "OAK BROOK, Ill.", "HOUSTON, Nov 17": no acronym is so long.
    bool is_town_in_capitals() const {
        constexpr std::size_t longest_acronym = 5;
        if (words_.capital_nouns || (c_->listed & cls::known) != 0) return false;
        for (std::uint32_t t = c_->first; t < c_->last; ++t)
            if (!words_.flag(t, kAllCaps)) return false;
        return c_->last - c_->first > 1 || words_.text(c_->first).size() > longest_acronym;
    }

    const ArticleWords& words_;
    std::span<const Candidate> all_;
    Candidate* c_ = nullptr;
    std::size_t sentence_ = 0;
    std::uint32_t begin_ = 0, end_ = 0;
};

}  // namespace

void weigh_types(const ArticleWords& words, std::vector<Candidate>& candidates) {
    Weigher weigher(words, candidates);
    for (Candidate& candidate : candidates) weigher.weigh(candidate);
    weigh_enumerations(words, candidates);
}

bool stands_beside_kind(const ArticleWords& words, const Candidate& candidate) {
    const std::uint32_t next = candidate.last;
    if (candidate.first > 0 && words.has(candidate.first - 1, cls::org_noun)) return true;
    return next + 1 < words.size() && words.is(next, '-') && words.flag(next, kGlued) &&
           words.has(next + 1, cls::post | cls::org_noun | cls::org_property);
}

bool looks_like_full_name(const ArticleWords& words, const Candidate& candidate) {
    constexpr ClassMask other = cls::org_head | cls::product_tail | cls::noun | cls::common;
    return candidate.last - candidate.first == 2 && !words.flag(candidate.first, kAllCaps) &&
           !words.text(candidate.first).ends_with('s') &&
           (words.single[candidate.last - 1] & other) == 0;
}

TypeSet plausible_types(const TypePoints& points) {
    const int best = *std::max_element(points.begin(), points.end());
    const int margin = best >= 12 ? 4 : best >= 6 ? 2 : 3;
    TypeSet types = 0;
    for (std::size_t type = 0; type < kNameTypes; ++type)
        if (points[type] > 0 && points[type] >= best - margin)
            types = static_cast<TypeSet>(types | 1U << type);
    if (best < 3) {
        types = static_cast<TypeSet>(types | type_bit(org) | type_bit(product));
        if (points[static_cast<std::size_t>(person)] >= 0)
            types = static_cast<TypeSet>(types | type_bit(person));
    }
    return types;
}

EntityType likeliest_type(const TypePoints& points) {
    std::size_t best = static_cast<std::size_t>(org);
    for (std::size_t type = 0; type < kNameTypes; ++type)
        if (points[type] > points[best]) best = type;
    return static_cast<EntityType>(best);
}

}  // namespace relata::extract
