#include "extract/name/salience.hpp"

#include <algorithm>

namespace relata::extract {

namespace {

constexpr std::uint32_t kPhraseWords = 5;      // between a preposition and the name it governs
constexpr std::uint32_t kInsertionWords = 16;  // between the commas behind a name
constexpr std::size_t kStem = 5;               // letters that forms of one noun share

// Points, chosen by what they got right on annotated news of both languages.
constexpr int kNearer = 4, kSubject = 1, kSubjectHere = 3, kActs = 2, kSureType = 2,
              kSurePerson = 5;
constexpr int kTopicForPhrase = 7, kTopicForPronoun = 3, kSameNoun = 8;

}  // namespace

bool is_modifier(const ArticleWords& words, const Mention& name) {
    const auto joined = [&](std::uint32_t at) {
        return at < words.size() && words.is(at, '-') && words.flag(at, kGlued);
    };
    if (joined(name.last) || (name.first > 0 && joined(name.first - 1))) return true;
    if (name.last < words.size() && words.has(name.last, cls::post | cls::person_noun)) return true;
    return name.first > 0 && words.has(name.first - 1, cls::post);
}

bool is_governed(const ArticleWords& words, const Mention& name, std::uint32_t begin) {
    constexpr ClassMask governors =
        cls::preposition | cls::affiliation | cls::locative | cls::inner;
    const auto governs = [&](std::uint32_t at) {
        return words.has(at, governors) && !words.has(at, cls::conjunction);
    };
    bool plain = false;  // words that may be verbs
    for (std::uint32_t at = name.first; at > begin && name.first - at < kPhraseWords;) {
        --at;
        if (words.has(at, cls::determiner | cls::possessive)) return at > begin && governs(at - 1);
        if (governs(at)) return !plain;
        constexpr ClassMask nouns = cls::nominal | cls::descriptor | cls::demonym | cls::post;
        plain = plain || !words.has(at, nouns);
        constexpr ClassMask ends = cls::stopword | cls::speech_verb | cls::org_verb |
                                   cls::person_verb | cls::copula | cls::auxiliary;
        if (words.has(at, ends)) return false;
        if (words.flag(at, kPunctuation) && !words.is(at, '-')) return false;
    }
    return false;
}

void Salience::begin_story(std::uint32_t topic) {
    topic_ = topic;
    seen_.clear();
}

void Salience::begin_sentence(std::size_t index, std::uint32_t begin, std::uint32_t end) {
    sentence_ = index;
    begin_ = begin;
    end_ = end;
    has_subject_ = false;
}

bool Salience::verb_follows(std::uint32_t token) const {
    if (token < end_ && words_.is(token, ',')) {
        std::uint32_t at = token + 1;
        while (at < end_ && at - token < kInsertionWords && !words_.is(at, ',')) ++at;
        if (at >= end_ || !words_.is(at, ',')) return false;
        token = at + 1;
    }
    constexpr ClassMask verbs =
        cls::speech_verb | cls::org_verb | cls::person_verb | cls::copula | cls::auxiliary;
    return token < end_ && words_.has(token, verbs);
}

void Salience::see(const Mention& mention) {
    const bool governed = is_modifier(words_, mention) || is_governed(words_, mention, begin_);
    const bool subject = !has_subject_ && !governed;
    has_subject_ = has_subject_ || subject;
    seen_.push_back({mention.entity, mention.first, sentence_, subject,
                     !governed && verb_follows(mention.last)});
}

void Salience::describe(std::uint32_t entity, std::uint32_t noun) {
    if (entity == kNoEntity) return;
    if (nouns_.size() <= entity) nouns_.resize(entity + 1);
    nouns_[entity].push_back(noun);
}

bool Salience::is_described_by(std::uint32_t entity, std::uint32_t noun) const {
    if (entity >= nouns_.size()) return false;
    const std::string_view wanted = words_.text(noun);
    return std::any_of(nouns_[entity].begin(), nouns_[entity].end(), [&](std::uint32_t other) {
        const std::string_view text = words_.text(other);
        if (words_.analysis.tokens[noun].word != 0 &&
            words_.analysis.tokens[noun].word == words_.analysis.tokens[other].word)
            return true;
        const std::size_t letters = std::min({text.size(), wanted.size(), std::size_t{12}});
        return letters >= kStem && text.substr(1, letters - 2) == wanted.substr(1, letters - 2);
    });
}

int Salience::score(const Seen& seen, const Wanted& wanted) const {
    const TypeSet types = entities_[seen.entity].types;
    const auto common = static_cast<TypeSet>(types & wanted.types);
    int points = kNearer * static_cast<int>(kSentencesBack + 1 - (sentence_ - seen.sentence));
    const bool here = seen.sentence == sentence_ && !wanted.noun;
    if (seen.subject) points += here ? kSubjectHere : kSubject;
    if (seen.acts) points += kActs;
    // "he" is hardly what may be a firm's name, if a person was named as well.
    if (common == types)
        points += wanted.types == type_bit(EntityType::person) ? kSurePerson : kSureType;
    if (seen.entity == topic_ && (common & type_bit(EntityType::org)) != 0)
        points += wanted.noun ? kTopicForPhrase : kTopicForPronoun;
    if (wanted.noun && is_described_by(seen.entity, *wanted.noun)) points += kSameNoun;
    return points;
}

}  // namespace relata::extract
