#include "extract/name/word_shape.hpp"

#include <algorithm>

#include "extract/name/compound.hpp"
#include "extract/name/model_codes.hpp"
#include "extract/name/nameable.hpp"
#include "extract/name/noun_names.hpp"
#include "extract/name/ordinary_names.hpp"

namespace relata::extract {

namespace {

class Shapes {
  public:
    explicit Shapes(ArticleWords& words)
        : words_(words),
          shapes_(words.size()),
          ordinary_(words),
          compounds_(words),
          nameable_(words) {}

    std::vector<WordShape> find(std::span<const PhraseHit> hits) {
        for (const PhraseHit& hit : hits) mark(hit);
        for (const Sentence& sentence : words_.analysis.sentences) mark_heading(sentence);
        if (!words_.capital_nouns) ordinary_.find();
        if (words_.capital_nouns) mark_before_legal_forms();
        if (words_.capital_nouns) mark_before_short_heads();
        if (words_.capital_nouns) promote_nouns(words_, shapes_, candidates());
        if (words_.capital_nouns) mark_listed_compounds();
        for (const Sentence& sentence : words_.analysis.sentences)
            for (std::uint32_t t = sentence.first; t < sentence.last; ++t) find_shape(t, sentence);
        return std::move(shapes_);
    }

  private:
    void find_shape(std::uint32_t t, const Sentence& sentence) {
        if (shapes_[t] == WordShape::other && nameable_.may_be_name(t))
            shapes_[t] = words_.capital_nouns ? among_nouns(t, sentence) : among_words(t, sentence);
        if (shapes_[t] == WordShape::name && t > sentence.first &&
            (begins_before_head(t) || begins_with_particle(t)))
            shapes_[t - 1] = WordShape::name;
        if (shapes_[t] == WordShape::name && !sentence.title_case)
            shapes_[number_before_model(words_, t)] = WordShape::name;
    }

    // "dbt Labs", "137 Ventures": small letters or digits before the head of a name.
    bool begins_before_head(std::uint32_t head) const {
        const std::uint32_t t = head - 1;
        if (words_.capital_nouns || shapes_[t] != WordShape::other || words_.taken[t] ||
            (words_.single[head] & cls::org_head) == 0 || words_.flag(head, kGlued) ||
            words_.flag(t, kGlued | kCapital | kInnerCapital))
            return false;
        const std::string_view word = words_.text(t);
        if (words_.flag(t, kDigits))
            return !words_.flag(t, kWord) && word.size() > 1 && word.size() < 5 &&
                   (words_.single[head] & cls::backer_tail) != 0 &&
                   word.find_first_not_of("0123456789") == word.npos && !word.starts_with("19") &&
                   !word.starts_with("20");
        return words_.flag(t, kWord) && word.size() > 2 && words_.analysis.tokens[t].word == 0 &&
               words_.single[t] == 0;
    }

    // "from de Vries Capital": a particle that is no English word.
    bool begins_with_particle(std::uint32_t t) const {
        constexpr ClassMask english =
            cls::common | cls::affiliation | cls::preposition | cls::conjunction;
        return !words_.capital_nouns && (words_.single[t - 1] & cls::particle) != 0 &&
               (words_.single[t - 1] & english) == 0 && words_.text(t - 1).size() > 1 &&
               !words_.flag(t - 1, kCapital | kGlued) && !words_.flag(t, kGlued) &&
               (words_.single[t] & (cls::stopword | cls::geographic)) == 0;
    }

    std::vector<std::uint32_t> candidates() const {
        std::vector<std::uint32_t> tokens;
        for (std::uint32_t t = 0; t < words_.size(); ++t)
            if (words_.flag(t, kCapital) && nameable_.may_be_name(t)) tokens.push_back(t);
        return tokens;
    }

    void mark(const PhraseHit& hit) {
        std::fill(shapes_.begin() + hit.first, shapes_.begin() + hit.last, WordShape::name);
    }

    // "T-Shirt", "Know-how": the list of nouns has the whole, so no part of it is a name.
    void mark_listed_compounds() {
        for (const PhraseHit& phrase : words_.phrases)
            if ((phrase.classes & (cls::noun | cls::known)) == cls::noun)
                std::fill(shapes_.begin() + phrase.first, shapes_.begin() + phrase.last,
                          WordShape::noun);
    }

    // "Liquid AI: Das Startup ...": up to four capitalised words before a colon at the start of a
    // line, and an article behind it; not an ordinary word, nor several in capitals.
    void mark_heading(const Sentence& sentence) {
        constexpr std::uint32_t most = 4;
        std::uint32_t colon = sentence.first;
        while (colon < sentence.last && colon - sentence.first < most &&
               words_.flag(colon, kCapital | kInnerCapital) && !words_.taken[colon] &&
               (words_.single[colon] & (cls::stopword | cls::determiner)) == 0)
            ++colon;
        if (colon == sentence.first || colon + 2 >= sentence.last || !words_.is(colon, ':')) return;
        if (!words_.flag(colon + 1, kCapital) ||
            (words_.single[colon + 1] & (cls::determiner | cls::stopword)) == 0)
            return;
        constexpr ClassMask ordinary = cls::common | cls::noun | cls::descriptor | cls::not_name;
        // "FRISCHES KAPITAL: Der"
        bool shouted = true, plain = true;
        for (std::uint32_t t = sentence.first; t < colon; ++t) {
            shouted = shouted && words_.flag(t, kAllCaps);
            plain = plain && (words_.single[t] & ordinary) != 0;
        }
        if (plain && (shouted || colon - sentence.first == 1)) return;
        std::fill(shapes_.begin() + sentence.first, shapes_.begin() + colon, WordShape::name);
    }

    // "Medial Beteiligungs GmbH", "Leipnik-Lundenburger Invest AG": all capitalised words before a
    // legal form up to what describes the firm.
    void mark_before_legal_forms() {
        constexpr std::uint32_t most = 6;
        constexpr ClassMask ends = cls::determiner | cls::stopword | cls::post | cls::org_noun |
                                   cls::honorific | cls::demonym | cls::calendar;
        for (std::uint32_t t = 1; t < words_.size(); ++t) {
            // "AG", "GmbH", "Ltd", but not "Holding", which is a noun too
            if ((words_.single[t] & cls::legal_form) == 0 || !words_.flag(t, kCapital) ||
                words_.flag(t, kGlued) ||
                (!words_.flag(t, kAllCaps | kInnerCapital) &&
                 (words_.single[t] & (cls::noun | cls::org_head)) != 0))
                continue;
            for (std::uint32_t at = t; at > 0 && t - at < most;) {
                --at;
                if (words_.is(at, '-') && words_.flag(at, kGlued)) continue;
                // "Film- und Medien GmbH"
                if ((words_.single[at] & cls::conjunction) != 0 && words_.is(at - 1, '-')) continue;
                if (!words_.flag(at, kCapital) || words_.taken[at] ||
                    ((words_.single[at] & ends) != 0 && t - at > 1) ||
                    (words_.single[at] & cls::stopword) != 0 ||
                    (t - at == 1 && is_adjective_at_start(at)))
                    break;
                if (shapes_[at] == WordShape::other) shapes_[at] = WordShape::name;
                if (words_.flag(at, kSentenceStart)) break;
            }
        }
    }

    // "Neue GmbH gegründet", "Statt GmbH eine AG"
    bool is_adjective_at_start(std::uint32_t t) const {
        return words_.flag(t, kSentenceStart) &&
               (words_.has(t, cls::preposition) ||
                (words_.has(t, cls::common) && words_.is_inflected(t)));
    }

    // "Handwerk AI": an acronym that is a head of names and none by itself.
    void mark_before_short_heads() {
        constexpr ClassMask head = cls::not_name | cls::org_head;
        constexpr ClassMask no_name = cls::determiner | cls::stopword | cls::post |
                                      cls::descriptor | cls::demonym | cls::not_name |
                                      cls::honorific;
        for (std::uint32_t t = 1; t < words_.size(); ++t) {
            if ((words_.single[t] & head) != head || !words_.flag(t, kAllCaps) ||
                words_.flag(t, kGlued) || !words_.flag(t - 1, kCapital | kInnerCapital) ||
                words_.flag(t - 1, kGlued) || (words_.single[t - 1] & no_name) != 0)
                continue;
            if (words_.joins_compound(t)) continue;
            shapes_[t - 1] = shapes_[t] = WordShape::name;
        }
    }

    WordShape among_words(std::uint32_t t, const Sentence& sentence) const {
        const ClassMask bits = words_.single[t];
        if (words_.text(t).size() == 1) return WordShape::name;
        if (nameable_.is_inside_title(t)) return WordShape::name;
        if ((bits & cls::stopword) != 0 && !words_.flag(t, kAllCaps))
            return ordinary_.is_function_word_of_name(t, sentence) ? WordShape::name
                                                                   : WordShape::other;
        if ((bits & cls::not_name) != 0) return WordShape::start;
        if (is_plural_with_capitals(t)) return WordShape::other;
        if (words_.flag(t, kInnerCapital)) return WordShape::name;
        if ((bits & cls::common) != 0 && is_in_list_of_links(t, sentence)) return WordShape::other;
        if (!is_capital_by_place(words_, t, sentence) && !sentence.title_case)
            return WordShape::name;
        if (!sentence.title_case && begins_double_name(t)) return WordShape::name;
        if ((bits & cls::inner) != 0) return WordShape::other;
        if ((words_.bits[t] & (cls::descriptor | cls::post)) != 0) return WordShape::start;
        const WordCounts* seen = words_.counts(t);
        const bool inside = seen != nullptr && seen->inside > 0;
        if (inside && !sentence.title_case && is_part_of_longer_name(t)) return WordShape::start;
        if (inside || is_acronym(t, sentence)) return WordShape::name;
        if (!sentence.title_case && begins_pair(t, sentence)) return WordShape::name;
        if (sentence.title_case && is_surname_by_post(t, sentence)) return WordShape::name;
        if ((bits & cls::common) != 0 && !ordinary_.is_named(t, sentence)) return WordShape::start;
        return words_.occurs_in_lower_case(t) ? WordShape::start : WordShape::name;
    }

    // "Open source software" where the article speaks of Open Source Labs, "Consumer electronics"
    // where it speaks of the Consumer Show: a noun follows here, and the word is never a name
    // alone.
    bool is_part_of_longer_name(std::uint32_t t) const {
        constexpr int most = 8;
        const std::uint32_t noun = t + 1;
        if ((words_.single[t] & cls::common) == 0 || words_.flag(t, kAllCaps | kInnerCapital) ||
            noun >= words_.size() || !is_small_noun(noun))
            return false;
        const std::string_view last = words_.text(noun);
        bool certain = !last.ends_with('s') && !last.ends_with("ed");  // no verb: "Open takes"
        int left = most;
        for (std::uint32_t end = words_.counts(t)->end; end != 0;
             end = words_.end_before[end - 1]) {
            if (left-- == 0) return false;
            if (words_.flag(end - 1, kSentenceStart)) continue;
            const bool more = end < words_.size() && words_.flag(end, kCapital) &&
                              !words_.flag(end, kSentenceStart);
            if (!more && !(end > 1 && words_.flag(end - 2, kCapital))) return false;
            certain = certain || (more && fold_words(words_.text(end)) == last);
        }
        return certain;
    }

    // A word in small letters that nothing but a noun is.
    bool is_small_noun(std::uint32_t t) const {
        constexpr ClassMask other = kVerbs | cls::stopword | cls::preposition | cls::conjunction |
                                    cls::post | cls::person_noun | cls::org_property |
                                    cls::release_verb;
        return words_.flag(t, kWord) && !words_.flag(t, kCapital | kGlued) &&
               (words_.single[t] & cls::common) != 0 && !words_.has(t, other) &&
               !words_.in(words_.lists.finite_verb, t);
    }

    // "Acorn CEO Jay Graber" as a headline; not "Acorn CEO Jay Resigns", "... Jay Left".
    bool is_surname_by_post(std::uint32_t t, const Sentence& sentence) const {
        constexpr ClassMask verb = cls::org_verb | cls::speech_verb | cls::person_verb |
                                   cls::release_verb | cls::auxiliary;
        const std::string_view word = words_.text(t);
        return t > sentence.first + 1 && (words_.single[t - 1] & cls::first_name) != 0 &&
               words_.flag(t - 1, kCapital) && words_.flag(t, kCapital) &&
               (words_.single[t - 1] & cls::common) == 0 &&
               (words_.bits[t - 2] & (cls::post | cls::honorific)) != 0 && !words_.has(t, verb) &&
               !word.ends_with('s') && !word.ends_with("ed") && !word.ends_with("ing");
    }

    // "(ACN.N: Quote, Profile, Research)", "(Quote, Chart)": brackets with nothing but ordinary
    // words.
    bool is_in_list_of_links(std::uint32_t t, const Sentence& sentence) const {
        constexpr std::uint32_t longest = 10;
        std::uint32_t open = t, close = t;
        while (open > sentence.first && t - open < longest && !words_.is(open, '(')) --open;
        while (close + 1 < sentence.last && close - t < longest && !words_.is(close, ')')) ++close;
        if (!words_.is(open, '(') || !words_.is(close, ')')) return false;
        std::uint32_t at = close - 1;
        for (; at > open && !words_.is(at, ':'); at -= 2) {
            if (!words_.flag(at, kCapital) || (words_.single[at] & cls::common) == 0 ||
                (words_.single[at] & cls::listed_name) != 0 || words_.flag(at, kAllCaps) ||
                !(words_.is(at + 1, ',') || at + 1 == close))
                return false;
            if (at == open + 1) break;
            if (!words_.is(at - 1, ',')) return words_.is(at - 1, ':') && at + 1 < close;
        }
        return at + 1 < close;
    }

    // "Acorn & Pine"
    bool begins_pair(std::uint32_t t, const Sentence& sentence) const {
        constexpr ClassMask other = cls::stopword | cls::not_name | cls::demonym | cls::calendar;
        return t + 2 < sentence.last && words_.is(t + 1, '&') && words_.flag(t + 2, kCapital) &&
               (words_.single[t + 2] & other) == 0 &&
               (words_.bits[t + 2] & (cls::descriptor | cls::post)) == 0;
    }

    // "Mei-Ling Kuo": two halves with capitals and a name behind them.
    bool begins_double_name(std::uint32_t t) const {
        const auto plain = [&](std::uint32_t at) {
            constexpr ClassMask other = cls::stopword | cls::demonym | cls::not_name | cls::post;
            return words_.flag(at, kCapital) && (words_.single[at] & other) == 0;
        };
        return t + 3 < words_.size() && words_.joins_compound(t) && words_.flag(t + 2, kGlued) &&
               plain(t + 2) && plain(t + 3) && !words_.flag(t + 3, kGlued) &&
               (words_.single[t + 3] & cls::common) == 0;
    }

    WordShape among_nouns(std::uint32_t t, const Sentence& sentence) const {
        const ClassMask bits = words_.single[t];
        if (words_.text(t).size() == 1) return WordShape::name;
        if ((bits & (cls::stopword | cls::determiner)) != 0)
            return is_verb_as_name(t, sentence) ? WordShape::name : WordShape::other;
        const WordCounts* seen = words_.counts(t);
        if ((bits & cls::foreign_inner) != 0 && t + 1 < sentence.last &&
            words_.flag(t + 1, kCapital) && !words_.flag(t + 1, kGlued))
            return WordShape::name;  // "The Exploration Company"
        if ((bits & cls::not_name) != 0) return WordShape::other;
        if (is_cut_off(t) || is_foreign_part(t)) return WordShape::noun;
        const bool start = is_capital_by_place(words_, t, sentence);
        if (start && (seen == nullptr || seen->inside == 0) && is_adverb_by_ending(t))
            return WordShape::start;
        if (is_plural_with_capitals(t)) return WordShape::noun;
        // "die Familie Vogel" is not Eva Vogel
        const bool kin = (bits & cls::noun) != 0 && t > sentence.first &&
                         words_.in(words_.lists.kin_noun, t - 1);
        if (seen != nullptr && seen->promoted && !kin) return WordShape::name;
        if (words_.flag(t, kInnerCapital) || is_domain(t)) return WordShape::name;
        if ((bits & cls::demonym) != 0) return start ? WordShape::start : WordShape::adjective;
        if (follows_title(t)) return WordShape::name;
        if (is_acronym(t, sentence)) return WordShape::name;
        if ((bits & cls::noun) != 0)
            return is_genitive_of_listed(t) ? WordShape::name : WordShape::noun;
        if (is_genitive_behind_article(t)) return WordShape::noun;
        if (words_.stem_is_known(t)) return WordShape::name;
        // "Rossmann" although "*mann" is a noun
        if ((bits & (cls::surname | cls::common)) == cls::surname) return WordShape::name;
        if ((bits & (cls::descriptor | cls::post | cls::honorific)) != 0) return WordShape::noun;
        // "Health-Tech"
        if (words_.flag(t, kGlued) && words_.has(t, cls::org_noun)) return WordShape::noun;
        // "das Spiel Anno 1800": behind a noun no ordinary word has a capital.
        constexpr ClassMask kinds = cls::org_noun | cls::product_noun | cls::project_noun;
        if ((bits & cls::common) != 0 && !start && words_.has(t - 1, kinds) &&
            words_.flag(t - 1, kCapital) && !words_.flag(t, kGlued) && !words_.is_inflected(t))
            return WordShape::name;
        if ((bits & cls::common) != 0)
            return start && !before_firm_tail(t, sentence) ? WordShape::start
                                                           : WordShape::adjective;
        if (words_.flag(t, kAllCaps)) return WordShape::name;
        if (is_kind_of_product(t, seen)) return WordShape::noun;
        if (start && words_.occurs_in_lower_case(t) && (seen == nullptr || seen->inside == 0))
            return WordShape::start;
        if ((bits & (cls::first_name | cls::surname)) != 0) return WordShape::name;
        // "Ungebrochener Beliebtheit erfreuten sich"; not "Mirastone Software sitzt"
        if (start && bits == 0 && words_.is_inflected(t) && is_adjective_before_noun(t) &&
            (seen == nullptr || seen->inside == 0) && t + 1 < sentence.last &&
            words_.flag(t + 1, kCapital) && !words_.flag(t + 1, kGlued) &&
            !before_firm_tail(t, sentence) &&
            ((words_.single[t + 1] & cls::noun) != 0 || compounds_.is_compound(words_.text(t + 1))))
            return WordShape::start;
        return compounds_.is_compound(words_.text(t)) && !is_behind_relative(t, sentence)
                   ? WordShape::noun
                   : WordShape::name;
    }

    // "Acorn, an dem Centerbridge beteiligt ist": a noun would have an article there, or be a
    // plural, mostly one in "-n".
    bool is_behind_relative(std::uint32_t t, const Sentence& sentence) const {
        return t >= sentence.first + 3 && words_.is(t - 3, ',') &&
               (words_.single[t - 2] & cls::preposition) != 0 &&
               (words_.single[t - 1] & cls::determiner) != 0 && t + 1 < sentence.last &&
               !words_.flag(t + 1, kCapital | kGlued) && !words_.text(t).ends_with('n');
    }

    // By its ending, or before a plural: "Quelloffene Software", "Mehrspurige Strecken".
    bool is_adjective_before_noun(std::uint32_t t) const {
        return words_.in(words_.lists.adjective_tail, t) ||
               (t + 1 < words_.size() && words_.text(t + 1).ends_with("en"));
    }

    // "Smart Robotics", "Kone Systems", but not "Neuer Verlag": what follows ends a firm's name and
    // is nothing that an adjective could describe.
    bool before_firm_tail(std::uint32_t t, const Sentence& sentence) const {
        const std::uint32_t next = t + 1;
        return next < sentence.last && words_.flag(next, kCapital) && !words_.flag(next, kGlued) &&
               (words_.single[next] & (cls::org_head | cls::generic_tail)) != 0 &&
               ((words_.bits[next] & cls::descriptor) == 0 ||
                words_.text(next).ends_with(words_.lists.genitive_ending));
    }

    // "EVUs", "GmbHs", "SmartTVs", "MitarbeiterInnen", "MPs", "PDAs": plurals; but "VWs Chef".
    bool is_plural_with_capitals(std::uint32_t t) const {
        const std::string_view word = words_.text(t);
        if (words_.capital_nouns && word.ends_with("Innen")) return true;
        if (word.size() < (words_.capital_nouns ? 4U : 3U) || !word.ends_with('s') ||
            words_.stem_is_known(t) || (words_.single[t] & cls::listed_name) != 0)
            return false;
        const auto capital = [&](std::size_t at) { return word[at] >= 'A' && word[at] <= 'Z'; };
        const bool possessor = t + 1 < words_.size() && words_.flag(t + 1, kCapital);
        return capital(word.size() - 2) && !possessor;
    }

    // "Außenpolitisch konnte sich", "Grundrechtlich betrachtet", "Prozessiert werden soll"
    bool is_adverb_by_ending(std::uint32_t t) const {
        constexpr std::size_t shortest = 9;
        constexpr ClassMask other = cls::noun | cls::first_name | cls::surname | cls::listed_name;
        if (words_.text(t).size() < shortest || t + 1 >= words_.size() ||
            words_.flag(t + 1, kCapital) || (words_.single[t] & other) != 0)
            return false;
        return words_.in(words_.lists.adverb_ending, t);
    }

    // "Frachtboerse.de": one token, and longer than an abbreviation.
    bool is_domain(std::uint32_t t) const {
        constexpr std::size_t shortest = 3;  // before the stop
        const std::size_t stop = words_.text(t).rfind('.');
        return stop != std::string_view::npos && stop >= shortest &&
               words_.text(t).find_first_of("0123456789", stop) == std::string_view::npos;
    }

    // "das Falt-Smartphone": a word that stands only before words for products says what kind.
    bool is_kind_of_product(std::uint32_t t, const WordCounts* seen) const {
        if (seen == nullptr || seen->inside + seen->at_start != seen->compounds ||
            t + 2 >= words_.size() || !words_.is(t + 1, '-') || !words_.flag(t + 1, kGlued) ||
            !words_.flag(t + 2, kGlued | kCapital))
            return false;
        // "Quenzer-Systems-Chef"
        if (t + 4 < words_.size() && words_.is(t + 3, '-') && words_.flag(t + 4, kGlued) &&
            (words_.bits[t + 4] & (cls::post | cls::org_noun)) != 0)
            return false;
        // "das Robotik-Unternehmen"
        return words_.in(words_.lists.kind_head, t + 2) ||
               (words_.has(t + 2, cls::product_noun) && !words_.has(t + 2, cls::org_noun));
    }

    // "des selbstfahrenden Systems": names have no article in the genitive.
    bool is_genitive_behind_article(std::uint32_t t) const {
        if (words_.lists.genitive_ending.empty() ||
            !words_.text(t).ends_with(words_.lists.genitive_ending) ||
            words_.flag(t, kAllCaps | kInnerCapital) ||
            !(compounds_.is_compound(words_.text(t)) ||
              (words_.stem_classes(t) & (cls::noun | cls::listed_name)) == cls::noun))
            return false;
        constexpr std::uint32_t farthest = 3;
        for (std::uint32_t back = 1; back <= farthest && back <= t; ++back) {
            const std::uint32_t at = t - back;
            if (words_.flag(at, kCapital | kPunctuation)) return false;
            if ((words_.single[at] & (cls::determiner | cls::possessive)) != 0)
                return words_.text(at).ends_with("es");
        }
        return false;
    }

    // "ADAC", "TI" although a list of words has it; not in a heading in capitals.
    bool is_acronym(std::uint32_t t, const Sentence& sentence) const {
        const std::size_t shortest = words_.capital_nouns ? 3 : 2;
        const std::size_t longest = words_.capital_nouns ? 6 : 4;  // a dateline is longer
        constexpr ClassMask ordinary = cls::descriptor | cls::post | cls::honorific;
        if (!words_.flag(t, kAllCaps) || words_.text(t).size() < shortest ||
            words_.text(t).size() > longest || (words_.single[t] & ordinary) != 0)
            return false;
        const auto in_capitals = [&](std::uint32_t at) {
            return words_.flag(at, kAllCaps) && words_.text(at).size() > 1;
        };
        return (t == sentence.first || !in_capitals(t - 1)) &&
               (t + 1 >= sentence.last || !in_capitals(t + 1));
    }

    // "Herr Müller", "Dr. Koch"
    bool follows_title(std::uint32_t t) const {
        if (t == 0 || words_.has(t, cls::honorific | cls::post) || words_.flag(t, kGlued))
            return false;
        const std::uint32_t title = words_.is(t - 1, '.') && t > 1 ? t - 2 : t - 1;
        return (words_.single[title] & cls::honorific) != 0;
    }

    // "Microsofts Chef" although a list of nouns has the word: no article before, a noun behind.
    bool is_genitive_of_listed(std::uint32_t t) const {
        std::uint32_t next = t + 1;
        // "Samsungs neues Smartphone"
        if (next + 1 < words_.size() && !words_.flag(next, kCapital) &&
            (words_.text(next).ends_with('e') || words_.text(next).ends_with("er") ||
             words_.text(next).ends_with("es") || words_.text(next).ends_with("en")))
            ++next;
        if (next >= words_.size() || !words_.flag(next, kCapital) || words_.flag(next, kGlued) ||
            (words_.single[t] & (cls::descriptor & ~cls::product_noun)) != 0)
            return false;
        if (t > 0 && words_.has(t - 1, cls::determiner)) return false;
        return (words_.stem_classes(t) & cls::known_org) != 0;
    }

    // "Das sagte Will Reed": inside of a sentence no verb has a capital.
    bool is_verb_as_name(std::uint32_t t, const Sentence& sentence) const {
        return (words_.single[t] & cls::auxiliary) != 0 && words_.flag(t, kCapital) &&
               !words_.flag(t, kAllCaps | kGlued) && !is_capital_by_place(words_, t, sentence) &&
               t + 1 < sentence.last && words_.flag(t + 1, kCapital) &&
               !words_.flag(t + 1, kGlued) && (words_.single[t + 1] & cls::noun) == 0;
    }

    // "Click-and-Collect-Angebote", "Deep-Learning-Modelle", but not "Next-Chef Jan Roth"
    bool is_foreign_part(std::uint32_t t) const {
        if (!words_.in(words_.lists.foreign_part, t) || (words_.single[t] & cls::listed_name) != 0)
            return false;
        const bool behind = words_.flag(t, kGlued) && words_.is(t - 1, '-');
        const bool before = t + 2 < words_.size() && words_.is(t + 1, '-') &&
                            words_.flag(t + 1, kGlued) && words_.flag(t + 2, kGlued);
        return behind || (before && !words_.has(t + 2, cls::post | cls::org_property));
    }

    // "Forschungs- und Entwicklungszentrum"
    bool is_cut_off(std::uint32_t t) const {
        return t + 2 < words_.size() && words_.joins_compound(t) && !words_.flag(t + 2, kGlued);
    }

    ArticleWords& words_;
    std::vector<WordShape> shapes_;
    OrdinaryNames ordinary_;
    Compounds compounds_;
    NameableWords nameable_;
};

}  // namespace

std::vector<WordShape> word_shapes(ArticleWords& words, std::span<const PhraseHit> hits) {
    return Shapes(words).find(hits);
}

}  // namespace relata::extract
