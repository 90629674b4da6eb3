#include "extract/name/institutions.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "extract/name/entities.hpp"
#include "extract/name/salience.hpp"

namespace relata::extract {

namespace {

// Takes the part before the first '|' off.
std::string_view take_part(std::string_view& rest) {
    const std::size_t bar = std::min(rest.find('|'), rest.size());
    const std::string_view part = rest.substr(0, bar);
    rest.remove_prefix(std::min(bar + 1, rest.size()));
    return part;
}

// What institution_post says of the post that the name leads, "EU-Kommissar", "EU trade
// commissioner", or "".
std::string_view post_led_by(const ArticleWords& words, const Mention& name) {
    constexpr std::uint32_t farthest = 4;  // tokens
    constexpr ClassMask others =
        kVerbs | cls::conjunction | cls::preposition | cls::determiner | cls::possessive;
    const std::uint32_t end = std::min(words.size(), name.last + farthest);
    // German writes the post as a compound.
    if (words.capital_nouns && !(name.last < end && words.is(name.last, '-'))) return {};
    for (std::uint32_t t = name.last; t < end && !words.flag(t, kSentenceStart); ++t) {
        if (words.in(words.lists.institution_post, t))
            return words.value(words.lists.institution_post, t);
        if ((words.single[t] & others) != 0) break;
        if (words.flag(t, kPunctuation) && !words.is(t, '-')) break;
    }
    return {};
}

// Finds what institution_post calls an institution.
class Institutions {
  public:
    explicit Institutions(std::span<const Entity> entities) : entities_(entities) {}

    // The organisation that the article calls by one of the names in `rest`, or kNoEntity.
    std::uint32_t find(std::string_view rest) {
        if (!named_) named_ = entities_by_name(entities_, [](const Entity&) { return true; });
        while (!rest.empty()) {
            const auto at = named_->find(take_part(rest));
            if (at != named_->end() && entities_[at->second].likeliest == EntityType::org)
                return at->second;
        }
        return kNoEntity;
    }

  private:
    std::span<const Entity> entities_;
    std::optional<EntitiesByName> named_;
};

}  // namespace

void refer_to_institutions(const ArticleWords& words, std::span<const Entity> entities,
                           std::span<Mention> names) {
    if (!words.lists.institution_post) return;
    Institutions institutions(entities);
    for (Mention& name : names) {
        std::string_view rest = post_led_by(words, name);
        if (name.form != MentionForm::name || rest.empty() ||
            take_part(rest) != words.analysis.text(name.first, name.last))
            continue;
        const std::uint32_t called = institutions.find(rest);
        if (called == kNoEntity) continue;
        name.entity = called;
        name.types = entities[called].types;
        name.form = MentionForm::nominal;
    }
}

std::vector<Mention> find_institution_posts(const ArticleWords& words,
                                            std::span<const Entity> entities) {
    std::vector<Mention> found;
    if (!words.lists.institution_post || !words.capital_nouns) return found;
    Institutions institutions(entities);
    for (std::uint32_t t = 0; t + 1 < words.size(); ++t) {
        if (!words.in(words.lists.institution_post, t) || !words.flag(t, kCapital) ||
            !words.precedes_name(t))
            continue;
        std::string_view rest = words.value(words.lists.institution_post, t);
        take_part(rest);
        Mention post;
        post.entity = institutions.find(rest);
        if (post.entity == kNoEntity) continue;
        post.first = t;
        post.last = t + 1;
        post.types = type_bit(EntityType::org);
        post.form = MentionForm::possessive;
        found.push_back(post);
    }
    return found;
}

}  // namespace relata::extract
