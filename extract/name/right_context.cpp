#include "extract/name/name_place.hpp"

#include <algorithm>

#include "extract/name/name_words.hpp"
#include "extract/name/reference.hpp"

namespace relata::extract {

namespace {

using enum EntityType;

constexpr std::uint32_t kAppositionTokens = 9;

class RightContext : NamePlace {
  public:
    explicit RightContext(const NamePlace& place) : NamePlace(place) {}

    void weigh() {
        std::uint32_t at = c_->last;
        if (at < end_ && words_.is_possessive_marker(at)) ++at;
        if (at < end_ && words_.flag(at, kQuote)) ++at;
        if (at >= end_) return;
        if (words_.is(at, '-') && words_.flag(at, kGlued)) {
            compound(at + 1);
            return;
        }
        // ", who", "— who"; not "Jane Roe of Acme, who"
        if (words_.flag(at, kPunctuation) && at + 1 < end_ && refers_to_person(at + 1) &&
            !is_governed())
            context(person, 4);
        // "Harvey, which makes": whatever first name it is.
        if (words_.is(at, ',') && c_->first == begin_ && at + 1 < end_ && refers_to_thing(at + 1))
            context(person, -6);
        if (words_.is(at, ',') || words_.is(at, '(') || opens_aside(at)) {
            apposition(at + 1);
            return;
        }
        if (words_.is(at, ':')) {  // "Writer: Die Plattform für ..."
            context(org, 2);
            noun_phrase(at + 1, std::min(end_, at + kAppositionTokens), 3);
            return;
        }
        if (words_.flag(at, kPunctuation)) return;
        // "the Bush administration", but "Kubernetes administration"
        if (is_leader() && has_article() && words_.in(words_.lists.term_of_office, at)) {
            context(person, kCertain);
            return;
        }
        const ClassMask bits = words_.bits[at];
        if (c_->genitive)
            possession(bits);
        else
            verb_or_noun(at, bits);
    }

  private:
    bool has_article() const {
        constexpr std::uint32_t longest = 2;
        for (std::uint32_t t = c_->first; t > begin_ && c_->first - t < longest; --t)
            if (words_.has(t - 1, cls::determiner)) return true;
        return false;
    }

    // The first of two dashes: "Acme - a startup - grew"
    bool opens_aside(std::uint32_t at) const {
        if (!words_.flag(at, kAside)) return false;
        bool opens = true;
        for (std::uint32_t t = begin_; t < at; ++t)
            if (words_.flag(t, kAside)) opens = !opens;
        return opens;
    }

    // "Facebook-Chef", "Berlin-based", "Snap-Aktie", "R1-Modell"
    void compound(std::uint32_t at) {
        if (at >= end_) return;
        // "die Trump-Regierung"
        if (is_leader() && words_.in(words_.lists.term_of_office, at)) {
            context(person, kCertain);
            return;
        }
        const ClassMask bits = words_.bits[at];
        // Not "Windows-based"
        if ((bits & cls::based) != 0 && (c_->listed & cls::known_product) == 0) context(place, 6);
        if ((bits & cls::user_noun) != 0) {  // "Destiny-Spieler"
            context(product, 4);
            context(person, -3);
            return;
        }
        if ((bits & cls::maker_noun) != 0 && (c_->listed & cls::known_org) == 0) {
            // "ChatGPT-Entwickler"
            context(product, 4);
            return;
        }
        // "der Frankreich-Chef", "das China-Geschäft": a part of the firm, not a firm
        if ((c_->listed & cls::geographic) != 0 && (c_->listed & cls::known) == 0) return;
        if ((bits & (cls::post | cls::person_noun)) != 0) context(org, 4);
        if ((bits & (cls::org_property | cls::org_noun)) != 0) context(org, 3);
        if ((bits & cls::product_noun) != 0) context(product, 3);
        if ((bits & cls::project_noun) != 0) context(project, 3);
        if ((bits & (cls::post | cls::org_property | cls::org_noun | cls::product_noun)) != 0)
            context(person, -3);
    }

    // ", a German startup", "(45)", ", chief executive of"
    void apposition(std::uint32_t at) {
        // "Acme, the maker of the game Saltmarsh, is a subsidiary": that is said of Acme.
        if (at < end_ && (words_.single[at] & (cls::copula | cls::auxiliary)) != 0) return;
        // "hinter Allison Road, das sehr": of a person it would be "der" or "die".
        if (at + 1 < end_ && words_.in(words_.lists.neuter_relative, at) &&
            words_.is(at - 1, ',') && !words_.flag(at + 1, kCapital) &&
            !words_.is_inflected(at + 1))
            context(person, -6);
        if (is_relative_clause(at)) return;
        const std::uint32_t stop = std::min(end_, at + kAppositionTokens);
        if (at < stop && words_.flag(at, kDigits) && !words_.taken[at] && at + 1 < end_ &&
            (words_.is(at + 1, ',') || words_.is(at + 1, ')')) && words_.text(at).size() == 2) {
            context(person, 5);
            return;
        }
        noun_phrase(at, stop, 5);
    }

    // "James Scapa, der das Unternehmen leitet": what is said of the firm is not said of the name.
    bool is_relative_clause(std::uint32_t at) const {
        return words_.capital_nouns && words_.is(at - 1, ',') && at + 1 < end_ && is_definite(at) &&
               words_.has(at + 1, cls::determiner | cls::pronoun);
    }

    // "der", "die": a determiner that may be a relative pronoun too.
    bool is_definite(std::uint32_t at) const {
        return words_.has(at, cls::determiner) && !words_.in(words_.lists.indefinite_article, at);
    }

    // "who", which refers to nothing but people
    bool refers_to_person(std::uint32_t t) const {
        return (words_.single[t] & cls::relative) != 0 &&
               parse_reference(words_.value(cls::relative, t, t + 1)).types == type_bit(person);
    }

    // "which", not the German "die"
    bool refers_to_thing(std::uint32_t t) const {
        if ((words_.single[t] & cls::relative) == 0) return false;
        const TypeSet types = parse_reference(words_.value(cls::relative, t, t + 1)).types;
        return (types & type_bit(org)) != 0 && (types & type_bit(person)) == 0;
    }

    bool is_governed() const { return c_->first > begin_ && words_.governs(c_->first - 1); }

    // "Roe, making the firm one of": no apposition.
    bool is_participle(std::uint32_t t) const {
        return !words_.capital_nouns && words_.text(t).ends_with("ing") && t + 1 < end_ &&
               (words_.single[t + 1] & (cls::determiner | cls::possessive)) != 0;
    }

    // The head of the noun phrase that begins at `at` says what the name is.
    void noun_phrase(std::uint32_t at, std::uint32_t stop, int points) {
        if (at < stop && is_participle(at)) return;
        constexpr ClassMask kinds = cls::descriptor | cls::post;
        const bool definite = at < stop && is_definite(at);
        ClassMask kind = 0;
        std::uint32_t head = at;
        for (std::uint32_t t = at; t < stop; ++t) {
            if (words_.is_possessive_marker(t)) {  // "the company's COO"
                kind = 0;
                continue;
            }
            // "der Smartphone-Firma": the last part of a compound says it
            if (kind != 0 && words_.is(t, '-') && words_.flag(t, kGlued) && t + 1 < stop &&
                words_.flag(t + 1, kGlued)) {
                kind = 0;
                continue;
            }
            const ClassMask bits = words_.bits[t] & kinds;
            if (bits != 0) {
                kind = bits;
                head = t;
                continue;
            }
            if (kind != 0 || words_.flag(t, kClauseBreak | kQuote)) break;
            // "Acme is led by chief executive Jane Roe"
            if (!words_.capital_nouns && words_.in(words_.lists.agent_preposition, t)) return;
            // "Jane Roe, a longtime VC who left"
            if (refers_to_person(t)) {
                context(person, points);
                return;
            }
            // "Jan Roth, der 2008 das Unternehmen": no longer the phrase that began.
            if (words_.capital_nouns && t > at && definite &&
                (words_.single[t] & cls::article) != 0)
                break;
            // "the Reykjavik-based company"
            const bool seat =
                t + 2 < stop && words_.is(t + 1, '-') && words_.has(t + 2, cls::based);
            if (!words_.capital_nouns && words_.flag(t, kCapital) && !seat &&
                !words_.has(t, cls::demonym | cls::geographic | cls::common))
                break;
            constexpr ClassMask ends = cls::speech_verb | cls::conjunction | cls::locative |
                                       cls::pronoun | cls::relative | cls::org_verb |
                                       cls::subordinator;
            if ((words_.single[t] & ends) != 0) break;
        }
        described_as(kind, head, points);
    }

    // What the kinds of the noun at `head` say of the name.
    void described_as(ClassMask kind, std::uint32_t head, int points) {
        if ((kind & cls::org_noun) != 0 && (kind & (cls::post | cls::person_noun)) != 0) {
            context(org, points / 2);
            context(person, points / 2);
            return;
        }
        if ((kind & (cls::post | cls::person_noun)) != 0) context(person, points);
        if ((kind & cls::org_noun) != 0) context(org, points);
        if ((kind & cls::product_noun) != 0) {
            context(product, (kind & cls::org_noun) != 0 ? points / 2 : points);
            // "Viberly, the messaging app": a firm is often called what it makes.
            if ((kind & cls::org_noun) == 0 && !words_.capital_nouns)
                context(org, words_.in(words_.lists.firm_product, head) ? points - 1 : points / 2);
        }
        if ((kind & cls::project_noun) != 0) context(project, points / 2);
    }

    // "Apple's chief executive", "Baidus Plattform"
    void possession(ClassMask bits) {
        if ((bits & (cls::post | cls::org_property)) != 0) context(org, 3);
        if ((bits & (cls::product_noun | cls::org_noun)) != 0) context(org, 2);
    }

    void verb_or_noun(std::uint32_t at, ClassMask bits) {
        // Not "Für Jan Roth ist die Allianz ein Fehler", "Jan Roth ist im Amt"
        const bool governed =
            words_.capital_nouns && (words_.has(begin_, cls::preposition) ||
                                     (at + 1 < end_ && words_.has(at + 1, cls::preposition)));
        if ((words_.single[at] & cls::copula) != 0 && !governed)
            noun_phrase(at + 1, std::min(end_, at + kAppositionTokens), 4);
        if ((bits & cls::speech_verb) != 0) {
            context(person, 2);
            context(org, 2);
            context(product, -1);
        }
        if ((bits & cls::org_verb) != 0) context(org, 3);
        if (words_.in(words_.lists.product_verb, at)) context(product, 3);
        // "sitzt in Oslo"
        const bool seated = (bits & cls::based) != 0 && at + 2 < end_ &&
                            words_.has(at + 1, cls::locative) &&
                            words_.has(at + 2, cls::geographic);
        if ((bits & cls::person_verb) != 0) context(seated ? org : person, 3);
        const bool town = (c_->listed & (cls::geographic | cls::known)) == cls::place;
        if ((words_.capital_nouns && words_.flag(at, kCapital)) || town) return;
        if ((bits & cls::maker_noun) != 0 && (c_->listed & cls::known_org) == 0 && at + 1 < end_ &&
            words_.flag(at + 1, kCapital))
            context(product, 4);  // "Kazaa maker Sharman Networks"
        if ((bits & cls::post) != 0) {
            // "names Lucia Ferro CEO", but "Laura Ashley chief executive Jane Roe"
            std::uint32_t behind = at;
            while (behind < end_ && words_.has(behind, cls::post)) ++behind;
            const bool given_name = c_->listed == 0 && c_->last - c_->first == 2 &&
                                    (words_.single[c_->first] & cls::first_name) != 0 &&
                                    (behind == end_ || !words_.flag(behind, kCapital));
            context(org, given_name ? 1 : 4);
            context(person, given_name ? 0 : -3);
        } else if ((bits & cls::org_property) != 0) {
            context(org, 3);
        } else if ((bits & cls::org_noun) != 0) {
            context(org, 2);
        }
        if ((bits & cls::product_noun) != 0) context(product, 2);
        if ((bits & cls::project_noun) != 0) context(project, 3);
    }
};

}  // namespace

void weigh_right(const NamePlace& place) { RightContext(place).weigh(); }

}  // namespace relata::extract
