#include "extract/name/fused_names.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace relata::extract {

namespace {

constexpr std::size_t kShortest = 3;  // bytes: "VW" is written with a hyphen

// The organisations of an article by what the first part of a compound calls them.
class FirstParts {
  public:
    FirstParts(const ArticleWords& words, std::span<const Entity> entities)
        : words_(words), entities_(entities) {
        for (std::uint32_t i = 0; i < entities.size(); ++i) {
            if (entities[i].likeliest != EntityType::org) continue;
            by_name_.emplace(entities[i].name, i);
            for (const std::string& alias : entities[i].aliases) by_name_.emplace(alias, i);
        }
    }

    // "Siemens", "Eurogruppen" for Eurogruppe, "Kommissions" for EU-Kommission; or kNoEntity.
    std::uint32_t find(std::string_view part) {
        for (const auto by : {&FirstParts::by_name, &FirstParts::by_kind, &FirstParts::by_list}) {
            if (const std::uint32_t named = (this->*by)(part); named != kNoEntity) return named;
            if (const std::uint32_t named = joined(part, by); named != kNoEntity) return named;
        }
        return kNoEntity;
    }

    // The name with what joins the parts of a compound behind it: "Eurogruppen"-Chef.
    std::uint32_t find_joined(std::string_view part) {
        const std::uint32_t named = joined(part, &FirstParts::by_name);
        return named != kNoEntity ? named : joined(part, &FirstParts::by_list);
    }

    // Organisations of the lists that only compounds name, to be put behind the others.
    std::vector<Entity> take_added() { return std::move(added_); }

  private:
    using Lookup = std::uint32_t (FirstParts::*)(std::string_view);
    static constexpr std::size_t kLongestLink = 2;  // bytes of "en"

    std::uint32_t joined(std::string_view part, Lookup by) {
        std::uint32_t found = kNoEntity;
        for (std::size_t length = 1; length <= kLongestLink && found == kNoEntity; ++length)
            if (is_linked(part, length)) found = (this->*by)(part.substr(0, part.size() - length));
        return found;
    }

    ClassMask classes_of(std::string_view folded) const {
        const WordId id = words_.lexicon.word(folded);
        return words_.masks.of(id == 0 ? words_.lexicon.classes_of_unknown(folded)
                                       : words_.lexicon.classes_of(id));
    }

    // Not "Bayern", which the lists have itself.
    bool is_linked(std::string_view part, std::size_t length) const {
        return part.size() > length + kShortest && words_.lexicon.word(fold_words(part)) == 0 &&
               (classes_of(part.substr(part.size() - length)) & cls::linking) != 0;
    }

    std::uint32_t by_name(std::string_view part) {
        const auto at = by_name_.find(part);
        return at == by_name_.end() ? kNoEntity : at->second;
    }

    // "Kammer": the only organisation whose name ends so, where the word is one for organisations.
    std::uint32_t by_kind(std::string_view part) {
        std::string kind = fold_words(part);
        if ((classes_of(kind) & cls::org_head) == 0) return kNoEntity;
        const auto [at, is_new] = by_kind_.emplace(std::move(kind), kNoEntity);
        if (is_new) at->second = only_one_ending_in(at->first);
        return at->second;
    }

    std::uint32_t only_one_ending_in(std::string_view kind) const {
        std::uint32_t found = kNoEntity;
        for (std::uint32_t i = 0; i < entities_.size(); ++i) {
            if (entities_[i].likeliest != EntityType::org ||
                !fold_words(entities_[i].name).ends_with(kind))
                continue;
            if (found != kNoEntity) return kNoEntity;
            found = i;
        }
        return found;
    }

    // A well-known organisation that is no ordinary noun: "Eurogruppe" where nothing else names it.
    std::uint32_t by_list(std::string_view part) {
        const ClassMask listed = classes_of(fold_words(part));
        constexpr ClassMask word = cls::ambiguous_name | cls::stopword | cls::preposition;
        if ((listed & (cls::known_org | word)) != cls::known_org || part.size() < kShortest + 1)
            return kNoEntity;
        const auto index = static_cast<std::uint32_t>(entities_.size() + added_.size());
        Entity& entity = added_.emplace_back();
        entity.name = part;
        entity.types = type_bit(EntityType::org);
        by_name_.emplace(part, index);
        return index;
    }

    const ArticleWords& words_;
    std::span<const Entity> entities_;
    std::unordered_map<std::string_view, std::uint32_t> by_name_;
    std::unordered_map<std::string, std::uint32_t> by_kind_;
    std::vector<Entity> added_;
};

}  // namespace

std::vector<Mention> find_fused_names(const ArticleWords& words, std::vector<Entity>& entities) {
    std::vector<Mention> found;
    if (!words.lists.fused_head) return found;
    std::optional<FirstParts> named;
    for (std::uint32_t t = 0; t + 1 < words.size(); ++t) {
        if (!words.flag(t, kCapital)) continue;
        // Before a name the whole word "Siemenschef" is the mention.
        const bool fused = words.in(words.lists.fused_head, t) && words.precedes_name(t);
        // "Eurogruppen-Chef": joined to the post as in a compound that is one word.
        if (!fused && (words.behind_hyphen(t) || !words.leads_post(t))) continue;
        const std::string_view word = words.text(t);
        const std::size_t head = fused ? words.value(words.lists.fused_head, t).size() : 0;
        if (word.size() < head + kShortest || (fused && head == 0)) continue;
        if (!named) named.emplace(words, entities);
        Mention mention;
        mention.entity =
            fused ? named->find(word.substr(0, word.size() - head)) : named->find_joined(word);
        if (mention.entity == kNoEntity) continue;
        mention.first = t;
        mention.last = t + 1;
        mention.types = type_bit(EntityType::org);
        mention.form = fused ? MentionForm::possessive : MentionForm::name;
        found.push_back(mention);
    }
    if (named)
        for (Entity& added : named->take_added()) entities.push_back(std::move(added));
    return found;
}

}  // namespace relata::extract
