#include "extract/name/clause.hpp"

#include "extract/name/salience.hpp"

namespace relata::extract {

namespace {

constexpr std::uint32_t kBracketWords = 24;  // between brackets

// "holding", "based"
bool is_participle(const ArticleWords& words, std::uint32_t t) {
    return !words.capital_nouns && !words.flag(t, kCapital) &&
           (words.text(t).ends_with("ing") || words.text(t).ends_with("ed"));
}

// The comma before an insertion that ends at the comma `at` ("Acme, a maker of robots, has", "Acme,
// run by Jane Roe, has"), or `at` where none does.
std::uint32_t insertion_begin(const ArticleWords& words, std::uint32_t begin, std::uint32_t at) {
    for (std::uint32_t comma = at; comma > begin && at - comma < kInsertionWords;) {
        --comma;
        if (words.flag(comma, kQuote) || words.is(comma, ';')) return at;
        if (!words.is(comma, ',')) continue;
        constexpr ClassMask opens =
            cls::determiner | cls::relative | cls::possessive | cls::article;
        const bool begins =
            words.has(comma + 1, opens) || words.in(words.lists.indefinite_article, comma + 1);
        return begins || is_participle(words, comma + 1) || words.has(at + 1, kVerbs) ? comma : at;
    }
    return at;
}

// The first token of the clause in which `at` stands.
std::uint32_t clause_begin(const ArticleWords& words, std::uint32_t begin, std::uint32_t at) {
    constexpr ClassMask openers = cls::subordinator | cls::relative | cls::speech_verb;
    while (at > begin) {
        const std::uint32_t before = at - 1;
        if (words.is(before, ',')) {
            // "Acme agreed, putting money into the startup": one subject.
            if (at < words.size() && is_participle(words, at) && words.text(at).ends_with("ing")) {
                at = before;
                continue;
            }
            const std::uint32_t comma = insertion_begin(words, begin, before);
            if (comma == before) return at;
            at = comma;
            continue;
        }
        if (words.flag(before, kClauseBreak | kQuote)) return at;
        if ((words.single[before] & openers) != 0)
            return (words.single[before] & cls::relative) != 0 ? before : at;
        at = before;
    }
    return at;
}

// "Acme has hired Jane Roe to run the company": she does so, and "Jane Roe" begins what is like a
// clause of its own. `from` where nobody does.
std::uint32_t infinitive_begin(const ArticleWords& words, std::span<const Mention> names,
                               std::span<const Mention> references, std::uint32_t at,
                               std::uint32_t from) {
    if (words.capital_nouns) return from;
    for (const auto& mentions : {names, references}) {
        for (std::size_t i = mentions.size(); i > 0 && mentions[i - 1].first > from; --i) {
            const Mention& who = mentions[i - 1];
            if (who.types == type_bit(EntityType::person) && who.last + 1 < at &&
                words.has(who.last, cls::preposition))
                from = who.first;
        }
    }
    return from;
}

}  // namespace

bool is_object(const ArticleWords& words, std::uint32_t first, std::uint32_t last,
               std::uint32_t begin, std::uint32_t end) {
    if (first == begin) return false;
    const std::uint32_t before = first - 1;
    constexpr ClassMask openers =
        cls::subordinator | cls::relative | cls::speech_verb | cls::conjunction;
    if (words.flag(before, kPunctuation) || (words.single[before] & openers) != 0) return false;
    constexpr ClassMask verbs = cls::copula | cls::auxiliary | cls::speech_verb | cls::org_verb;
    const bool governed = words.has(before, cls::preposition);
    return governed || last >= end || (words.single[last] & verbs) == 0;
}

std::vector<std::uint32_t> clause_mates(const ArticleWords& words, std::span<const Mention> names,
                                        std::span<const Mention> references, std::uint32_t begin,
                                        std::uint32_t at) {
    const std::uint32_t from =
        infinitive_begin(words, names, references, at, clause_begin(words, begin, at));
    std::vector<std::uint32_t> mates;
    for (std::size_t i = names.size(); i > 0 && names[i - 1].first >= from; --i) {
        const Mention& name = names[i - 1];
        if (name.form == MentionForm::name && name.last <= at && !name.genitive &&
            !is_modifier(words, name, begin, at) && !is_governed(words, name, begin))
            mates.push_back(name.entity);
    }
    for (std::size_t i = references.size(); i > 0 && references[i - 1].first >= from; --i) {
        const Mention& reference = references[i - 1];
        if (reference.form != MentionForm::possessive && !reference.genitive &&
            reference.last <= at && reference.entity != kNoEntity &&
            !is_governed(words, reference, begin))
            mates.push_back(reference.entity);
    }
    return mates;
}

std::uint32_t relative_subject(const ArticleWords& words, std::span<const Mention> references,
                               std::uint32_t begin, std::uint32_t at) {
    const std::uint32_t from = clause_begin(words, begin, at);
    if (from >= at || (words.single[from] & cls::relative) == 0) return kNoEntity;
    for (std::size_t i = references.size(); i > 0 && references[i - 1].first >= from; --i)
        if (references[i - 1].first == from && references[i - 1].form == MentionForm::pronoun)
            return references[i - 1].entity;
    return kNoEntity;
}

std::uint32_t owner_of_part(const ArticleWords& words, std::span<const Mention> names,
                            std::span<const Mention> references, std::uint32_t begin,
                            std::uint32_t first) {
    constexpr std::uint32_t longest = 4;  // words of "28.9% stake"
    if (first < begin + 3 || !words.has(first - 1, cls::preposition)) return kNoEntity;
    constexpr ClassMask ends = kVerbs | cls::preposition | cls::conjunction | cls::determiner;
    const auto owner = [&](std::span<const Mention> mentions, std::uint32_t end) {
        for (std::size_t i = mentions.size(); i > 0 && mentions[i - 1].last >= end; --i)
            if (mentions[i - 1].last == end && mentions[i - 1].first >= begin)
                return &mentions[i - 1];
        return static_cast<const Mention*>(nullptr);
    };
    for (std::uint32_t end = first - 2; end > begin && first - end < longest + 2; --end) {
        const std::uint32_t until = words.is_possessive_marker(end) ? end : end + 1;
        for (const auto& mentions : {references, names}) {
            const Mention* whose = owner(mentions, until);
            if (whose != nullptr && (whose->genitive || whose->form == MentionForm::possessive))
                return until + 1 < first - 1 ? whose->entity : kNoEntity;
        }
        if ((words.flag(end, kPunctuation) && !words.is(end, '%')) || words.has(end, ends))
            return kNoEntity;
    }
    return kNoEntity;
}

std::uint32_t before_brackets(const ArticleWords& words, std::uint32_t begin, std::uint32_t end) {
    if (end == begin || !words.is(end - 1, ')')) return end;
    std::uint32_t open = end - 1;
    while (open > begin && end - open < kBracketWords && !words.is(open, '(')) --open;
    return words.is(open, '(') ? open : end;
}

bool in_one_sentence(const ArticleWords& words, std::uint32_t from, std::uint32_t to) {
    while (++from < to)
        if (words.flag(from, kSentenceStart)) return false;
    return true;
}

}  // namespace relata::extract
