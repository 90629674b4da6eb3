#include "extract/name/firm_pronouns.hpp"

#include <string>
#include <string_view>

namespace relata::extract {

namespace {

constexpr std::uint32_t kNone = 0xffffffff;

}  // namespace

FirmPronouns::FirmPronouns(const ArticleWords& words)
    : words_(words),
      articles_(words.lists.gender_article),
      pronouns_(words.lists.firm_pronoun),
      impersonal_(words.lists.impersonal_verb) {}

void FirmPronouns::begin_sentence(const Sentence& sentence) {
    people_before_ = pronouns_ && has_people(begin_, end_);
    begin_ = sentence.first;
    end_ = sentence.last;
    ++sentence_;
}

bool FirmPronouns::has_people(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first; t < last; ++t) {
        constexpr ClassMask firm = cls::org_noun | cls::product_noun;
        if (words_.flag(t, kCapital) && words_.has(t, cls::post | cls::person_noun) &&
            !words_.has(t, firm))
            return true;
    }
    return false;
}

// The article of the noun, if it is one in the nominative or the accusative: "Der junge Konzern",
// "kauft das Start-up"; "der" inside of a sentence may be a genitive or a dative.
std::uint32_t FirmPronouns::article_of(std::uint32_t noun) const {
    constexpr std::uint32_t farthest = 6;
    for (std::uint32_t at = noun; at > begin_ && noun - at < farthest;) {
        --at;
        if (words_.in(articles_, at)) {
            if (at == begin_ || words_.flag(at, kSentenceStart)) return at;
            return words_.value(articles_, at) == "m" ? kNone : at;
        }
        constexpr ClassMask ends = cls::preposition | cls::auxiliary | cls::copula |
                                   cls::conjunction | cls::pronoun | cls::possessive;
        if ((words_.single[at] & ends) != 0 ||
            (words_.flag(at, kPunctuation) && !words_.is(at, '-') && !words_.flag(at, kQuote)))
            return kNone;
    }
    return kNone;
}

void FirmPronouns::see(std::uint32_t entity, std::uint32_t noun, std::uint32_t last) {
    if (!articles_ || noun == begin_) return;
    const bool described = words_.has(noun, cls::org_noun | cls::nominal) ||
                           words_.has(noun - 1, cls::org_noun) ||
                           words_.has(last - 1, cls::legal_form | cls::org_head);
    const std::uint32_t article = described ? article_of(noun) : kNone;
    if (article == kNone) return;
    const std::string_view gender = words_.value(articles_, article);
    if (gender.size() != 1) return;
    firms_.push_back({entity, gender.front(), sentence_,
                      article == begin_ || words_.flag(article, kSentenceStart)});
}

std::string_view FirmPronouns::genders_of(std::uint32_t t) const {
    if (!pronouns_ || !words_.in(pronouns_, t)) return {};
    if (words_.has(t, cls::determiner) && !stands_before_verb(t)) return {};
    const std::string_view genders = words_.value(pronouns_, t);
    // "Es gibt", "geht es"
    const auto impersonal = [&](std::uint32_t at) {
        return at >= begin_ && at < end_ && words_.in(impersonal_, at);
    };
    const bool nothing = genders == "n" && (impersonal(t + 1) || (t > begin_ && impersonal(t - 1)));
    return nothing ? std::string_view() : genders;
}

// "Diese sitzt in Wien", not "Diese Firma", "Diese neue Firma".
bool FirmPronouns::stands_before_verb(std::uint32_t t) const {
    const std::uint32_t verb = t + 1;
    return verb < end_ && words_.flag(verb, kWord) && !words_.flag(verb, kCapital | kGlued) &&
           (words_.has(verb, kVerbs) || words_.text(verb).ends_with('t'));
}

std::uint32_t FirmPronouns::meant_by(std::string_view genders) {
    const Firm* found = nullptr;
    for (std::size_t i = firms_.size(); i > 0; --i) {
        const Firm& firm = firms_[i - 1];
        if (sentence_ - firm.sentence > 1) break;
        if (genders.find(firm.gender) == std::string_view::npos) continue;
        if (firm.sentence == sentence_) {
            found = &firm;
            break;
        }
        if (found != nullptr && found->entity != firm.entity && !firm.first) return kNoEntity;
        found = &firm;
        if (firm.first) break;
    }
    if (found == nullptr) return kNoEntity;
    Firm again = *found;
    again.sentence = sentence_;
    again.first = true;
    firms_.push_back(again);
    return again.entity;
}

}  // namespace relata::extract
