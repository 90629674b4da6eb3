#include "extract/name/salience.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace relata::extract {

namespace {

constexpr std::uint32_t kPhraseWords = 5;  // between a preposition and the name it governs
constexpr std::uint32_t kListWords = 12;   // of a list, between its noun and a member
constexpr std::size_t kStem = 5;           // bytes of the shortest noun that has forms
constexpr std::size_t kHead = 4;           // bytes of the shortest head of a compound
constexpr std::size_t kEnding = 2;         // bytes by which forms of a noun may differ in length
constexpr std::size_t kMostNouns = 8;      // that an entity is known by

// Points, chosen by what they got right on annotated news of both languages.
constexpr int kNearer = 4, kSubject = 1, kSubjectHere = 3, kActs = 2, kSureType = 2,
              kSurePerson = 5;
constexpr int kModifier = 6, kGoverned = 1, kBackground = 3, kEndedClause = 3;  // taken off
constexpr int kSpokenFor = 8;
constexpr int kTopicForPhrase = 7, kTopicForPronoun = 3, kSameNoun = 14, kOtherKind = 14;
constexpr int kMainClause = 4;     // before "when it"
constexpr int kSamePlainNoun = 6;  // "firm", "group": whatever it makes

// "Konzern" and "Konzerns", "maker" and "makers"
bool are_forms(std::string_view one, std::string_view other) {
    if (one == other) return true;
    const std::size_t shorter = std::min(one.size(), other.size());
    const std::size_t longer = std::max(one.size(), other.size());
    return shorter >= kStem && longer - shorter <= kEnding &&
           one.substr(0, shorter - 1) == other.substr(0, shorter - 1);
}

// "Zulieferer" and "Autozulieferers": the head of a compound.
bool have_one_head(std::string_view one, std::string_view other) {
    if (one.size() > other.size()) std::swap(one, other);
    if (one.size() < kHead) return false;
    for (std::size_t ending = 0; ending <= kEnding && ending + one.size() <= other.size(); ++ending)
        if (other.substr(other.size() - ending - one.size(), one.size()) == one) return true;
    return false;
}

// "the foundation" is the Overture Maps Foundation, "des Verbands" the Verband der Brückenbauer.
bool names_kind(std::string_view name, std::string_view noun) {
    if (name.size() <= noun.size()) return false;
    const std::string folded = fold_words(name);
    for (std::size_t begin = 0; begin < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', begin), folded.size());
        if (are_forms(std::string_view(folded).substr(begin, end - begin), noun)) return true;
        begin = end + 1;
    }
    return false;
}

// "Acme, a London-based private equity firm", "Acme – der Fonds von Jane Roe".
bool is_apposed_background(const ArticleWords& words, const Mention& name) {
    constexpr std::uint32_t longest = 9;
    const std::uint32_t end = std::min(words.size(), name.last + longest);
    if (name.last + 2 >= end) return false;
    const std::string_view mark = words.text(name.last);
    if (mark != "," && mark != "–" && mark != "—") return false;
    if (!words.has(name.last + 1, cls::determiner) &&
        !words.in(words.lists.indefinite_article, name.last + 1) &&
        !words.has(name.last + 1, cls::article))
        return false;
    for (std::uint32_t at = name.last + 2; at + 1 < end; ++at) {
        if (words.flag(at, kPunctuation) && !words.is(at, '-')) return false;
        if (words.has(at, cls::backer_tail) && words.has(at + 1, cls::org_noun)) return true;
        constexpr ClassMask ends = cls::stopword | cls::preposition;
        const bool is_head =
            words.flag(at + 1, kPunctuation) ? !words.is(at + 1, '-') : words.has(at + 1, ends);
        // Not "Acme, a rival of Blip": that says of whom.
        if (is_head && words.in(words.lists.background_noun, at))
            return !words.has(at + 1, cls::affiliation);
        if (words.has(at, ends | kVerbs)) return false;
    }
    return false;
}

}  // namespace

bool tells_of_others(const ArticleWords& words, const Mention& name, std::uint32_t end) {
    std::uint32_t at = name.last;
    // "Acme's rival Blip", "Acmes schärfster Rivale Blip"
    const bool marked = words.is_possessive_marker(at);
    const bool owns = name.genitive || marked;
    if (marked || (words.capital_nouns && at < end && words.is(at, '-'))) ++at;
    if (owns && at < end && words.flag(at, kWord) && !words.flag(at, kCapital) &&
        !words.in(words.lists.background_noun, at))
        ++at;
    if (at >= end || (words.capital_nouns && at == name.last && !owns) ||
        !words.in(words.lists.background_noun, at))
        return false;
    return at + 1 >= end ? !owns : words.flag(at + 1, kCapital);
}

bool is_organisation(std::span<const Entity> entities, const Mention& name) {
    return name.form == MentionForm::name && name.entity != kNoEntity &&
           (entities[name.entity].types & type_bit(EntityType::org)) != 0;
}

bool is_modifier(const ArticleWords& words, const Mention& name, std::uint32_t begin,
                 std::uint32_t end) {
    const auto joined = [&](std::uint32_t at) {
        return words.is(at, '-') && words.flag(at, kGlued);
    };
    // "a Google project"
    if (name.first > begin && words.in(words.lists.indefinite_article, name.first - 1) &&
        name.last < end && words.flag(name.last, kWord) && !words.flag(name.last, kCapital))
        return true;
    if (name.last < end &&
        (joined(name.last) || words.has(name.last, cls::post | cls::person_noun) ||
         tells_of_others(words, name, end)))
        return true;
    // "Der Windows-Konzern" is a firm, whatever stands before its hyphen.
    if (name.form == MentionForm::nominal) return false;
    return name.first > begin && (joined(name.first - 1) || words.has(name.first - 1, cls::post));
}

bool is_governed(const ArticleWords& words, const Mention& name, std::uint32_t begin) {
    // "after Acme said"; not "anders als Acme baut"
    const bool compared = name.first > begin + 1 &&
                          words.in(words.lists.comparison, name.first - 1) &&
                          words.flag(name.first - 2, kWord);
    if (name.first > begin && name.last < words.size() && !compared &&
        words.has(name.first - 1, cls::subordinator) &&
        verb_follows(words, name.last, words.size()))
        return false;
    bool plain = false;  // words that may be verbs
    for (std::uint32_t at = name.first; at > begin && name.first - at < kPhraseWords;) {
        --at;
        const auto leads = [&](std::uint32_t word) {  // "anders als Acme"
            return words.governs(word) || words.in(words.lists.comparison, word);
        };
        if (words.has(at, cls::determiner | cls::possessive)) return at > begin && leads(at - 1);
        if (leads(at)) return !plain;
        constexpr ClassMask nouns = cls::nominal | cls::descriptor | cls::demonym | cls::post;
        plain = plain || !(words.has(at, nouns) || words.flag(at, kDigits));
        constexpr ClassMask ends = cls::stopword | kVerbs;
        if (words.has(at, ends)) return false;
        if (words.flag(at, kPunctuation) && !words.is(at, '-')) return false;
    }
    return false;
}

bool is_told_by_another(const ArticleWords& words, const Mention& name, std::uint32_t begin) {
    if (name.first < begin + 2 || !words.in(words.lists.background_noun, name.first - 1))
        return false;
    std::uint32_t at = name.first - 2;
    if (words.capital_nouns != words.is(at, '-')) return false;
    if (words.is(at, '-') && at > begin) --at;
    constexpr ClassMask others = cls::common | cls::noun | cls::determiner | cls::stopword;
    return words.flag(at, kCapital) && (words.has(at, cls::known_org) || !words.has(at, others));
}

namespace {

// A sentence that opens with "His holding Acorn", "Seine Tochter Acorn".
bool is_owned(const ArticleWords& words, const Mention& name, std::uint32_t begin) {
    return name.first == begin + 2 && words.has(begin, cls::possessive) &&
           words.has(begin + 1, cls::org_noun);
}

// Behind a noun, "ist" or "des Betreibers ist".
bool leads_to_copula(const ArticleWords& words, std::uint32_t at, std::uint32_t end) {
    constexpr std::uint32_t longest = 4;  // of what the noun governs
    for (std::uint32_t t = at; t < end && t - at < longest; ++t) {
        if (words.has(t, cls::copula)) return true;
        if (words.has(t, kVerbs) || words.flag(t, kPunctuation)) return false;
    }
    return false;
}

}  // namespace

bool is_background(const ArticleWords& words, const Mention& name, std::uint32_t begin) {
    if (is_owned(words, name, begin)) return true;
    // "Acorn Capital", but "the neobroker Acorn Capital" is no backer.
    const bool trades = name.first > begin && words.has(name.first - 1, cls::org_noun) &&
                        !words.in(words.lists.background_noun, name.first - 1) &&
                        !words.in(words.lists.kind_head, name.first - 1);
    if (words.has(name.last - 1, cls::backer_tail) && !trades) return true;
    for (std::uint32_t at = name.first; at < name.last; ++at)
        if (words.in(words.lists.background_name, at)) return true;
    if (is_apposed_background(words, name)) return true;
    // "Größter Aktionär ist Acme", "The lead investor was Acme"
    // and "Zu den Kunden zählen Acme und Blip"
    constexpr std::uint32_t subject_words = 4;
    const bool fronted = words.capital_nouns && words.has(begin, cls::preposition);
    for (std::uint32_t at = begin; at + 1 < name.first && at - begin < subject_words; ++at) {
        const bool verb = leads_to_copula(words, at + 1, name.first) ||
                          (fronted && words.flag(at + 1, kWord) && !words.flag(at + 1, kCapital));
        if (verb && words.in(words.lists.background_noun, at)) return true;
    }
    // "After a defeat in court, Acme is"
    if (!words.capital_nouns && name.first > begin && words.is(name.first - 1, ',') &&
        name.last < words.size() && words.has(name.last, kVerbs))
        return false;
    // Over the members of a list before the name.
    for (std::uint32_t at = name.first; at > begin && name.first - at < kListWords; --at) {
        if (words.in(words.lists.background_noun, at - 1))
            return words.capital_nouns || !is_told_by_another(words, name, begin);
        const bool member =
            words.has(at - 1, cls::determiner) || (at < name.first && words.flag(at - 1, kCapital));
        if (!member && !words.is(at - 1, ',') && !words.has(at - 1, cls::conjunction) &&
            !words.in(words.lists.comparison, at - 1))
            return false;
    }
    return false;
}

bool in_relative_clause(const ArticleWords& words, const Mention& name, std::uint32_t begin) {
    constexpr std::uint32_t farthest = 4;
    for (std::uint32_t at = name.first; at > begin + 1 && name.first - at < farthest;) {
        --at;
        if (words.flag(at, kClauseBreak | kQuote)) return false;
        if ((words.single[at] & cls::relative) != 0)
            return (words.single[at - 1] & cls::speech_verb) == 0;
    }
    return false;
}

bool is_aside(const ArticleWords& words, const Mention& name, std::uint32_t begin,
              std::uint32_t end) {
    constexpr ClassMask verbs =
        cls::copula | cls::auxiliary | cls::speech_verb | cls::org_verb | cls::release_verb;
    if (!words.capital_nouns && name.last < end && name.first > begin &&
        words.is(name.first - 1, ',') && words.has(name.last, verbs))
        return false;
    for (std::uint32_t t = name.first; t > begin; --t)
        if (words.is(t - 1, ',') || words.is(t - 1, '(')) return true;
    return false;
}

std::uint32_t behind_insertion(const ArticleWords& words, std::uint32_t token, std::uint32_t end) {
    if (token >= end || !words.is(token, ',')) return token;
    std::uint32_t at = token + 1;
    while (at < end && at - token < kInsertionWords && !words.is(at, ',')) ++at;
    return at < end && words.is(at, ',') ? at + 1 : end;
}

bool verb_follows(const ArticleWords& words, std::uint32_t token, std::uint32_t end) {
    token = behind_insertion(words, token, end);
    return token < end && words.has(token, kVerbs);
}

void Salience::begin_story(std::uint32_t topic) {
    topic_ = topic;
    seen_.clear();
    nouns_.clear();
}

void Salience::begin_sentence(std::size_t index, std::uint32_t begin, std::uint32_t end) {
    sentence_ = index;
    begin_ = begin;
    end_ = end;
    has_subject_ = false;
}

void Salience::see(const Mention& mention) {
    Seen seen;
    seen.entity = mention.entity;
    seen.sentence = sentence_;
    seen.modifies = is_modifier(words_, mention, begin_, end_);
    seen.governed = is_governed(words_, mention, begin_);
    const std::uint32_t behind =
        words_.is_possessive_marker(mention.last) ? mention.last + 1 : mention.last;
    seen.spoken_for = behind < end_ && words_.has(behind, cls::post) &&
                      (seen_.empty() || seen_.back().sentence != sentence_);
    seen.background = is_background(words_, mention, begin_);
    const bool stands_alone =
        !seen.modifies && !seen.governed &&
        !(in_relative_clause(words_, mention, begin_) && !words_.capital_nouns);
    seen.acts = stands_alone && verb_follows(words_, mention.last, end_);
    if (seen.acts && begins_clause(mention)) end_clause();
    seen.subject = !has_subject_ && stands_alone;
    has_subject_ = has_subject_ || seen.subject;
    seen_.push_back(seen);
}

bool Salience::begins_clause(const Mention& subject) const {
    constexpr std::uint32_t longest = 5;  // of "two days later"
    if (!has_subject_ || subject.first == begin_) return false;
    // "after Zap said it"; not "Acme said that Zap"
    if ((words_.single[subject.first - 1] & cls::subordinator) != 0)
        return subject.first < begin_ + 2 ||
               (words_.single[subject.first - 2] & cls::speech_verb) == 0;
    if ((words_.single[subject.last] & cls::speech_verb) != 0) return false;
    for (std::uint32_t at = subject.first; at > begin_ && subject.first - at < longest;) {
        --at;
        if (words_.is(at, ',')) return true;
        // Not "Blip and Zap sold"
        if ((words_.single[at] & cls::conjunction) != 0)
            return at > begin_ && !words_.flag(at - 1, kCapital);
        if (words_.flag(at, kPunctuation | kCapital) || words_.has(at, kVerbs)) return false;
    }
    return false;
}

void Salience::end_clause() {
    for (std::size_t i = seen_.size(); i > 0 && seen_[i - 1].sentence == sentence_; --i)
        seen_[i - 1].clause_ended = true;
    has_subject_ = false;
}

void Salience::describe(std::uint32_t entity, std::uint32_t noun) {
    if (entity == kNoEntity) return;
    if (nouns_.size() <= entity) nouns_.resize(entity + 1);
    if (nouns_[entity].size() < kMostNouns && !is_described_by(entity, noun))
        nouns_[entity].push_back(noun);
}

bool Salience::is_described_by(std::uint32_t entity, std::uint32_t noun) const {
    const std::string wanted = fold_words(words_.text(noun));
    if (names_kind(entities_[entity].name, wanted)) return true;
    if (entity >= nouns_.size()) return false;
    return std::any_of(nouns_[entity].begin(), nouns_[entity].end(), [&](std::uint32_t other) {
        const std::string known = fold_words(words_.text(other));
        return are_forms(wanted, known) || (words_.capital_nouns && have_one_head(wanted, known));
    });
}

// "Der Konzern Acme kauft Blip. Das Start-up": not Acme.
bool Salience::is_of_other_kind(std::uint32_t entity, std::uint32_t noun) const {
    if (entity >= nouns_.size()) return false;
    const bool young = words_.in(words_.lists.young_firm, noun);
    if (!young && !words_.in(words_.lists.grown_firm, noun)) return false;
    const auto& other = young ? words_.lists.grown_firm : words_.lists.young_firm;
    return std::ranges::any_of(nouns_[entity],
                               [&](std::uint32_t known) { return words_.in(other, known); });
}

int Salience::score(const Seen& seen, const Wanted& wanted) const {
    const TypeSet types = entities_[seen.entity].types;
    const auto common = static_cast<TypeSet>(types & wanted.types);
    int points = kNearer * static_cast<int>(kSentencesBack + 1 - (sentence_ - seen.sentence));
    const bool here = seen.sentence == sentence_ && !wanted.noun;
    const bool ended = seen.clause_ended && here;
    if (seen.subject && !ended) points += here ? kSubjectHere : kSubject;
    if (seen.acts) points += kActs;
    if (here && wanted.in_clause) points += kMainClause;
    if (ended) points -= kEndedClause;
    if (seen.spoken_for && wanted.noun && seen.sentence == sentence_)
        points += kSpokenFor;
    else if (seen.modifies)
        points -= kModifier;
    if (seen.governed && !wanted.noun) points -= kGoverned;
    if (seen.background) points -= kBackground;
    // "he" is hardly what may be a firm's name, if a person was named as well.
    if (common == types)
        points += wanted.types == type_bit(EntityType::person) ? kSurePerson : kSureType;
    if (seen.entity == topic_ && (common & type_bit(EntityType::org)) != 0)
        points += wanted.noun ? kTopicForPhrase : kTopicForPronoun;
    if (wanted.noun && is_described_by(seen.entity, *wanted.noun))
        points += words_.in(words_.lists.kind_head, *wanted.noun) ? kSamePlainNoun : kSameNoun;
    else if (wanted.noun && is_of_other_kind(seen.entity, *wanted.noun))
        points -= kOtherKind;
    return points;
}

}  // namespace relata::extract
