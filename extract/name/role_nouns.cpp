#include "extract/name/role_nouns.hpp"

#include <algorithm>

#include "extract/language.hpp"

namespace relata::extract {

namespace {

constexpr std::size_t kSentencesBack = 6;

}  // namespace

bool has_role_nouns(const Analysis& analysis) {
    const Language& language = *analysis.language;
    const std::optional<ClassId>& list = language.name_classes.role_noun;
    const std::optional<ClassId>& adjectives = language.name_classes.role_adjective;
    if (!list) return false;
    const auto is_in = [&](const std::optional<ClassId>& wanted, ClassSet classes) {
        return wanted && language.lexicon.has(classes, *wanted);
    };
    const auto& tokens = analysis.tokens;
    // "the buyer", "its biggest backer"
    const auto is_led = [&](std::uint32_t first) {
        constexpr ClassMask leads = cls::determiner | cls::possessive;
        for (std::uint32_t back = 1; back <= 2 && back <= first; ++back)
            if ((language.masks.of(tokens[first - back].classes) & leads) != 0) return true;
        return false;
    };
    // Not "the founder Jane Roe".
    const auto refers = [&](std::uint32_t first, std::uint32_t last) {
        return is_led(first) && (last == tokens.size() || (tokens[last].flags & kCapital) == 0);
    };
    for (std::uint32_t t = 0; t < tokens.size(); ++t)
        if ((is_in(list, tokens[t].classes) && refers(t, t + 1)) ||
            (is_in(adjectives, tokens[t].classes) && is_led(t)))
            return true;
    return std::ranges::any_of(analysis.phrases, [&](const Phrase& phrase) {
        return is_in(list, phrase.classes) && refers(phrase.first, phrase.last);
    });
}

RoleNouns::RoleNouns(const ArticleWords& words, std::span<const Tie> ties)
    : words_(words),
      ties_(ties),
      list_(words.lists.role_noun),
      adjectives_(words.lists.role_adjective) {}

std::string_view RoleNouns::roles_of(std::uint32_t first, std::uint32_t last) const {
    if (empty()) return {};
    return words_.lexicon.value(*list_, fold_words(words_.analysis.text(first, last)));
}

std::string_view RoleNouns::roles_before(std::uint32_t noun) const {
    if (ties_.empty() || noun == 0 || !words_.in(adjectives_, noun - 1)) return {};
    return words_.value(adjectives_, noun - 1);
}

// Who has one of the roles in a tie, "acquired subject", or kNoEntity. "other" is the one of the
// pair that is not spoken of.
std::uint32_t RoleNouns::part_of(const Tie& tie, std::string_view role, const Wanted& wanted) {
    const std::size_t space = role.find(' ');
    if (space == std::string_view::npos || role.substr(0, space) != tie.type) return kNoEntity;
    const std::string_view side = role.substr(space + 1);
    if (side == "other") {
        const std::uint32_t than = wanted.owner != kNoEntity ? wanted.owner : wanted.speaker;
        if (tie.subject == than) return tie.object;
        return tie.object == than ? tie.subject : kNoEntity;
    }
    const bool subject = side == "subject";
    if (wanted.owner != kNoEntity && wanted.owner != (subject ? tie.object : tie.subject))
        return kNoEntity;
    return subject ? tie.subject : tie.object;
}

std::uint32_t RoleNouns::holder_of(std::string_view role, const Wanted& wanted,
                                   const std::function<bool(std::uint32_t)>& fits) const {
    std::uint32_t best = kNoEntity;
    std::size_t nearest = 0;
    for (std::size_t i = ties_.size(); i > 0; --i) {
        const Tie& tie = ties_[i - 1];
        if (tie.last > wanted.before || wanted.sentence - tie.sentence > kSentencesBack) continue;
        if (best != kNoEntity && !wanted.person && tie.sentence != nearest) break;
        const std::uint32_t part = part_of(tie, role, wanted);
        if (part == kNoEntity || part == best || !fits(part)) continue;
        if (best != kNoEntity) return kNoEntity;
        best = part;
        nearest = tie.sentence;
    }
    return best;
}

std::uint32_t RoleNouns::holder(const Wanted& wanted,
                                const std::function<bool(std::uint32_t)>& fits) const {
    for (std::string_view roles = wanted.roles; !roles.empty();) {
        const std::string_view role = roles.substr(0, roles.find('|'));
        roles.remove_prefix(std::min(role.size() + 1, roles.size()));
        const std::uint32_t holder = holder_of(role, wanted, fits);
        if (holder != kNoEntity) return holder;
    }
    return kNoEntity;
}

}  // namespace relata::extract
