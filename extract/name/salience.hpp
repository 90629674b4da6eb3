// What an article has named so far, and which of it a reference most likely means: near, the
// subject of its sentence, of a sure type, described by the same noun, the article's topic.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "extract/name/article.hpp"

namespace relata::extract {

// Is it a name of what may be an organisation?
bool is_organisation(std::span<const Entity> entities, const Mention& name);
// "CEO Acme", "Ex-Acme", "Acme analyst": the name only describes somebody. `begin` and `end` are
// the bounds of its sentence.
bool is_modifier(const ArticleWords& words, const Mention& name, std::uint32_t begin,
                 std::uint32_t end);
// "of Acme", "unlike its rival Acme": no subject. `begin` is the sentence's first token.
bool is_governed(const ArticleWords& words, const Mention& name, std::uint32_t begin);
// "Acme Capital", "Acme University", "the investor Acme", "rivals Acme and Blip": who gives money,
// competes, teaches, judges or reports. `begin` is the sentence's first token.
bool is_background(const ArticleWords& words, const Mention& name, std::uint32_t begin);

// "Acme rival Blip has", "Der Acme-Rivale Blip hat": Blip is told of by means of Acme.
bool is_told_by_another(const ArticleWords& words, const Mention& name, std::uint32_t begin);
// "Acme rival Blip", "Acme's biggest rival Blip", "Acme veterans Jane Roe and": others are spoken
// of, unless the other ends the sentence ("leads Acme's rival Blip."), whose end `end` is.
bool tells_of_others(const ArticleWords& words, const Mention& name, std::uint32_t end);
// "Acme, in which Blip has a stake,": Blip is not whom the sentence is about.
bool in_relative_clause(const ArticleWords& words, const Mention& name, std::uint32_t begin);

// In brackets, or behind a comma: in another clause or an apposition. Not "Founded in May, Acme
// makes lamps", where English begins the main clause. `begin` and `end` bound its sentence.
bool is_aside(const ArticleWords& words, const Mention& name, std::uint32_t begin,
              std::uint32_t end);

inline constexpr std::size_t kNamesBack = 48;         // bounds the search in long enumerations
inline constexpr std::uint32_t kInsertionWords = 16;  // at most between the commas
// The token behind the insertion between commas that begins at `token`: `token` itself where none
// does, and `end`, the end of the sentence, where it does not end.
std::uint32_t behind_insertion(const ArticleWords& words, std::uint32_t token, std::uint32_t end);
// Whether a verb stands at `token`, or behind the insertion that begins there.
bool verb_follows(const ArticleWords& words, std::uint32_t token, std::uint32_t end);

class Salience {
  public:
    Salience(const ArticleWords& words, const std::vector<Entity>& entities)
        : words_(words), entities_(entities), topic_(words.analysis.topic) {}

    // Another story: nothing before it is referred to.
    void begin_story(std::uint32_t topic);
    void begin_sentence(std::size_t index, std::uint32_t begin, std::uint32_t end);

    // A name, or a phrase or pronoun that was resolved, in text order.
    void see(const Mention& mention);
    // "the startup Acme", "Acme, a startup": a noun that an entity is described with.
    void describe(std::uint32_t entity, std::uint32_t noun);

    // What is looked for.
    struct Wanted {
        TypeSet types = 0;
        // The noun of "the company"; nothing for pronouns.
        std::optional<std::uint32_t> noun;
        // A pronoun behind "when": rather what its own sentence names.
        bool in_clause = false;
    };
    // The most salient entity for which `fits(entity)` holds, or kNoEntity. `rivals` tells whether
    // another one was possible.
    template <typename Fits>
    std::uint32_t most_salient(const Wanted& wanted, Fits fits, bool& rivals) const {
        int best_score = 0;
        std::uint32_t best = kNoEntity;
        rivals = false;
        const std::size_t back = seen_.size() > kNamesBack ? seen_.size() - kNamesBack : 0;
        for (std::size_t i = seen_.size(); i > back; --i) {
            const Seen& seen = seen_[i - 1];
            if (sentence_ - seen.sentence > kSentencesBack) break;
            if ((entities_[seen.entity].types & wanted.types) == 0 || !fits(seen.entity)) continue;
            if (best != kNoEntity && seen.entity != best) rivals = true;
            const int points = score(seen, wanted);
            if (points <= best_score) continue;
            best_score = points;
            best = seen.entity;
        }
        return best;
    }

    std::uint32_t topic() const { return topic_; }
    bool is_described_by(std::uint32_t entity, std::uint32_t noun) const;

  private:
    static constexpr std::size_t kSentencesBack = 3;

    struct Seen {
        std::uint32_t entity = 0;
        std::size_t sentence = 0;
        bool subject = false;       // the first of its sentence that no preposition governs
        bool acts = false;          // a verb follows
        bool modifies = false;      // "Acme analyst"
        bool governed = false;      // by a preposition
        bool background = false;    // who gives money, teaches or reports
        bool spoken_for = false;    // "Acme's chief executive Jane Roe said"
        bool clause_ended = false;  // another has acted since: "Acme bought Blip, and Zap sold"
    };

    // "Acme bought Blip, and Zap sold": is what a verb follows the subject of a clause of its own?
    bool begins_clause(const Mention& subject) const;
    // What was named in the sentence belongs to another clause than what follows.
    void end_clause();

    int score(const Seen& seen, const Wanted& wanted) const;
    bool is_of_other_kind(std::uint32_t entity, std::uint32_t noun) const;

    const ArticleWords& words_;
    const std::vector<Entity>& entities_;
    std::uint32_t topic_;  // of this story
    std::vector<Seen> seen_;
    std::vector<std::vector<std::uint32_t>> nouns_;  // by entity: tokens, of different words
    std::size_t sentence_ = 0;
    std::uint32_t begin_ = 0, end_ = 0;
    bool has_subject_ = false;
};

}  // namespace relata::extract
