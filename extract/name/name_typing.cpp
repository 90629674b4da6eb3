#include "extract/name/name_typing.hpp"

#include <algorithm>

#include "extract/name/enumeration.hpp"
#include "extract/name/name_words.hpp"
#include "extract/name/reference.hpp"

namespace relata::extract {

namespace {

using enum EntityType;

constexpr std::uint32_t kAppositionTokens = 9;

class Weigher {
  public:
    Weigher(const ArticleWords& words, std::span<const Candidate> all) : words_(words), all_(all) {}

    void weigh(Candidate& candidate) {
        if (candidate.adjective) return;
        c_ = &candidate;
        find_sentence();
        weigh_words(words_, begin_, candidate);
        if (candidate.nested) return;
        if (is_dateline()) {
            context(place, kCertain);
            return;
        }
        by_left();
        if (!is_named()) by_right();
    }

  private:
    void context(EntityType type, int points) { points_of(c_->context, type) += points; }

    void find_sentence() {
        const auto& sentences = words_.analysis.sentences;
        while (sentence_ < sentences.size() && sentences[sentence_].last <= c_->first) ++sentence_;
        begin_ = sentences[sentence_].first;
        end_ = sentences[sentence_].last;
    }

    // "FRANKFURT (Reuters) - "
    bool is_dateline() const {
        const std::uint32_t open = c_->last;
        if (c_->first != begin_ || open + 1 >= end_ || !words_.flag(c_->first, kAllCaps))
            return false;
        if (is_town_in_capitals() && words_.is(open, ',') && words_.flag(open + 1, kCapital))
            return true;
        return open + 3 < end_ && words_.is(open, '(') && words_.is(open + 2, ')') &&
               words_.is(open + 3, '-') && !words_.flag(open + 3, kGlued);
    }

    // "OAK BROOK, Ill.", "HOUSTON, Nov 17": no acronym is so long.
    bool is_town_in_capitals() const {
        constexpr std::size_t longest_acronym = 5;
        if (words_.capital_nouns || (c_->listed & cls::known) != 0) return false;
        for (std::uint32_t t = c_->first; t < c_->last; ++t)
            if (!words_.flag(t, kAllCaps)) return false;
        return c_->last - c_->first > 1 || words_.text(c_->first).size() > longest_acronym;
    }

    void by_left() {
        std::uint32_t at = c_->first;
        if (at > begin_ && words_.flag(at - 1, kQuote)) --at;
        if (at == begin_) return;
        std::uint32_t before = at - 1;
        if (words_.is(before, '.') && before > begin_) --before;
        const ClassMask bits = words_.bits[before];
        if ((bits & cls::honorific) != 0 && (words_.single[before] & cls::honorific) != 0) {
            context(person, (bits & cls::post) != 0 ? 6 : kCertain);
            return;
        }
        if (words_.is(before, ',') && before > begin_ && words_.has(before - 1, cls::post)) {
            // "Acme's chief, Jane Roe, left", but "Jane Roe, chief, Acme"
            if (stands_apposed(before - 1))
                context(org, 3);
            else
                context(person, closes_apposition() ? 4 : 1);
            return;
        }
        if (words_.is(before, ',') && before > begin_ && closes_apposition()) {
            // "its latest model, Mythos,"
            if (words_.has(before - 1, cls::product_noun)) context(product, 3);
            if (words_.has(before - 1, cls::org_noun)) context(org, 3);
            return;
        }
        if (words_.flag(before, kPunctuation)) return;
        // "das Unternehmen hinter Acme", but "Hinter Acme steht"
        if ((bits & cls::naming) != 0 && !opens_sentence(before)) {
            named_by(before);
            return;
        }
        descriptor_before(before);
        // "die Regierung Biden"
        if (words_.capital_nouns && is_leader() && words_.in(words_.lists.term_of_office, before))
            context(person, kCertain);
        example_before(before);
        relation_before(before, bits);
        // "the US Postal Service"
        const std::uint32_t tail = c_->last - 1;
        if (!words_.capital_nouns && tail > c_->first &&
            words_.in(words_.lists.firm_product, tail) &&
            (bits & (cls::country | cls::demonym)) != 0)
            context(org, 5);
    }

    // "the brands Kavix and", "brands include Kavix", "products such as Kavix": what the noun in
    // the plural says of it, and of those that are named with it. Not "players such as Acme's Zap".
    void example_before(std::uint32_t before) {
        if (c_->genitive) return;
        std::uint32_t noun = before;
        while (noun > begin_ && words_.in(words_.lists.example_lead, noun)) --noun;
        constexpr ClassMask other = cls::org_noun | cls::person_noun | cls::post;
        if (words_.text(noun).ends_with('s') && (words_.bits[noun] & cls::product_noun) != 0 &&
            (words_.bits[noun] & other) == 0 && (c_->listed & cls::known_org) == 0 &&
            !(noun > begin_ && words_.has(noun - 1, cls::org_noun)))  // "subsidiary brands"
            context(product, noun == before ? 2 : kKindOfSeries);
    }

    // "a firm called Acme": what the noun says; the name itself stands in no place of its own.
    void named_by(std::uint32_t naming) {
        context(person, -1);
        context(product, 2);
        context(org, 1);
        context(project, 1);
        // "unter der Marke Acme", "eine Firma namens Acme"
        descriptor_before(naming);
        if (naming > begin_) descriptor_before(naming - 1);
    }
    bool is_named() const {
        return c_->first > begin_ && words_.has(c_->first - 1, cls::naming) &&
               !words_.has(c_->first, cls::naming) && !opens_sentence(c_->first - 1);
    }
    bool opens_sentence(std::uint32_t preposition) const {
        return words_.capital_nouns && preposition == begin_ &&
               words_.has(preposition, cls::preposition);
    }

    // Does the post that ends at `post` stand between commas behind a name?
    bool stands_apposed(std::uint32_t post) const {
        constexpr std::uint32_t longest = 6;
        for (std::uint32_t at = post; at > begin_ + 1 && post - at < longest; --at) {
            if (words_.is(at - 1, ',')) return words_.flag(at - 2, kCapital);
            if (!words_.has(at - 1, cls::post | cls::conjunction) && !words_.is(at - 1, '-') &&
                !words_.is(at, '-'))
                return false;
        }
        return false;
    }

    bool closes_apposition() const {
        return c_->last >= end_ || words_.flag(c_->last, kPunctuation);
    }

    // "startup Celonis", "browser Firefox", "analyst Jane Roe"
    void descriptor_before(std::uint32_t noun) {
        // Not "kaufte Acme Systems Celonis": the noun ends another name.
        if (c_ != all_.data() && (c_ - 1)->last == c_->first && (c_ - 1)->first < noun) return;
        const ClassMask bits = words_.bits[noun];
        const bool organisation = (bits & cls::org_noun) != 0;
        const bool human = (bits & (cls::post | cls::person_noun)) != 0;
        const bool thing = (bits & cls::product_noun) != 0;
        // "der Konzern Mars": nothing is clearer where nouns have capitals, but "Investor Jan
        // Roth".
        const int whole = words_.capital_nouns && c_->shape[0] < 6 ? 8 : 6;
        const int share = organisation + human + thing > 1 ? 3 : whole;
        if (human && is_post_of_other(noun)) {
            context(org, share);
            return;
        }
        if (organisation) context(org, share);
        // "die Familie Vogel"
        if (words_.in(words_.lists.kin_noun, noun)) context(person, whole);
        // "analysts Gartner", but "analysts Jane Roe and Joe Bloggs"
        if (human) context(stands_for_many(noun) ? org : person, share);
        // "the app Facebook": the firm's name is here that of its product.
        const bool firm_too = share == whole && (c_->listed & cls::known_org) != 0;
        if (thing) context(product, firm_too ? 8 : share);
        // "kaufte den Werkstattdienst Acme"
        if (thing && !organisation && words_.in(words_.lists.firm_product, noun))
            context(org, share - 2);
        if ((bits & cls::project_noun) != 0) context(project, thing ? 2 : 5);
        if ((bits & cls::place_noun) != 0) context(place, 4);
    }

    // "Jane Roe (CEO Acme)", "Jane Roe, CEO Acme,": the post is hers, so the name is a firm's.
    bool is_post_of_other(std::uint32_t post) const {
        if (post == begin_ || c_ == all_.data() || !words_.has(post, cls::post)) return false;
        const Candidate& other = *(c_ - 1);
        const std::uint32_t mark = post - 1;
        return (words_.is(mark, '(') || words_.is(mark, ',')) && other.last == mark &&
               (words_.single[other.first] & cls::first_name) != 0 &&
               (words_.single[c_->first] & cls::first_name) == 0 && c_->last < end_ &&
               (words_.is(c_->last, ')') || words_.is(c_->last, ','));
    }

    // One name behind a noun in the plural.
    bool stands_for_many(std::uint32_t noun) const {
        const std::string_view word = words_.text(noun);
        if (words_.capital_nouns || !word.ends_with('s') || word.ends_with("ss")) return false;
        const std::uint32_t next = c_->last;
        if (next + 1 >= end_) return true;
        const bool joined = words_.is(next, ',') || (words_.single[next] & cls::conjunction) != 0;
        return !(joined && words_.flag(next + 1, kCapital));
    }

    // "the maker of Jetpod"; "die Entwickler von Acme" may work there.
    bool is_made(std::uint32_t maker, ClassMask joint) {
        if (!words_.has(maker, cls::maker_noun) || (joint & cls::affiliation) == 0 ||
            (c_->listed & cls::known_org) != 0)
            return false;
        const bool several = words_.capital_nouns && maker > begin_ &&
                             words_.in(words_.lists.plural_article, maker - 1);
        context(product, several ? 3 : 5);
        context(person, -3);
        return true;
    }

    void relation_before(std::uint32_t before, ClassMask bits) {
        // Not "and": in "chairman and Jane Roe" the post is another person's.
        if ((bits & (cls::affiliation | cls::inner | cls::locative)) != 0 &&
            (words_.single[before] & cls::conjunction) == 0 && before > begin_) {
            std::uint32_t head = before - 1;
            if (is_made(head, bits)) return;
            if (words_.has(head, cls::post)) {
                context(org, 4);
                context(person, -3);
            } else if (words_.has(head, cls::stake_noun) ||
                       (words_.has(head, cls::org_property) && (bits & cls::locative) == 0)) {
                context(org, 4);
                return;
            } else if (words_.has(head, cls::based) && (bits & cls::locative) != 0) {
                context(place, 6);
            } else if (words_.has(head, cls::product_noun)) {
                context(org, 1);
            } else if (words_.has(head, cls::place_noun)) {
                context(place, 4);
            }
        }
        if ((bits & cls::locative) != 0) context(place, c_->last - c_->first == 1 ? 3 : 1);
        // "mit Android", but "mit Sophie Kranz"
        const bool given_name =
            c_->last - c_->first > 1 && (words_.single[c_->first] & cls::first_name) != 0;
        // "zeigte Acme einen Wechselrichter": who shows it
        const bool actor = words_.capital_nouns && c_->last < end_ &&
                           (words_.single[c_->last] & cls::article) != 0 &&
                           (words_.single[before] & cls::preposition) == 0;
        if (words_.in(words_.lists.appoint_verb, before) && ends_plainly() && gets_post(c_->last)) {
            context(person, 4);
            return;
        }
        if ((bits & cls::release_verb) != 0 && actor) context(org, 2);
        if ((bits & cls::release_verb) != 0 && !given_name && !actor) {
            context(product, 2);
            context(person, -3);
        }
        // "buys Acme": a firm, mostly; a service is often called like its firm.
        if (words_.in(words_.lists.deal_word, before)) context(org, 2);
        // Not ", das Weinberg sieht"
        // nor "adding that Jane Roe would".
        const bool relative = words_.capital_nouns
                                  ? before > begin_ && words_.is(before - 1, ',')
                                  : (words_.single[before] & cls::subordinator) != 0;
        if ((words_.single[before] & cls::determiner) != 0 && !relative) {
            context(person, -3);
            context(product, 1);
            context(place, -1);
        }
        if (words_.is_possessive_marker(before) || follows_genitive()) {
            context(product, is_plain_pair() ? 1 : 2);
            if (is_plain_pair()) context(person, 1);
        }
    }

    // "Googles Zephyr"
    bool follows_genitive() const {
        return c_ != all_.data() && (c_ - 1)->last == c_->first && (c_ - 1)->genitive &&
               !words_.is_possessive_marker((c_ - 1)->last);
    }

    // "as its new chief executive", "CEO", ", a former banker"
    bool gets_post(std::uint32_t at) const {
        constexpr std::uint32_t longest = 5;
        const bool apposed = at < end_ && words_.is(at, ',');
        const ClassMask wanted = apposed ? cls::post | cls::person_noun : cls::post;
        if (apposed) ++at;
        for (std::uint32_t t = at; t < std::min(end_, at + longest); ++t) {
            if (words_.has(t, wanted)) return true;
            if (words_.flag(t, kCapital | kPunctuation)) return false;
        }
        return false;
    }

    // "Rod Cousens", not "Zelvana Partners"
    bool ends_plainly() const {
        constexpr ClassMask known = cls::common | cls::org_head | cls::generic_tail |
                                    cls::backer_tail | cls::product_noun | cls::legal_form;
        return c_->last - c_->first > 1 && c_->listed == 0 &&
               (words_.single[c_->last - 1] & known) == 0;
    }

    // Two words that no list knows, written as given name and surname are: "IDC's Shiv Bakhshi".
    bool is_plain_pair() const {
        if (c_->last - c_->first != 2 || c_->listed != 0) return false;
        constexpr ClassMask known =
            cls::common | cls::org_head | cls::product_noun | cls::legal_form | cls::noun;
        for (std::uint32_t t = c_->first; t < c_->last; ++t)
            if ((words_.single[t] & known) != 0 ||
                words_.flag(t, kDigits | kAllCaps | kInnerCapital) || !words_.flag(t, kWord))
                return false;
        return true;
    }

    void by_right() {
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

    // Can a government be called by the name: one word, and neither a country's nor a firm's?
    bool is_leader() const {
        constexpr ClassMask other = cls::known_org | cls::known_product | cls::geographic;
        return c_->last - c_->first == 1 && (c_->listed & other) == 0 &&
               (words_.single[c_->first] & (cls::geographic | cls::demonym)) == 0 &&
               !words_.flag(c_->first, kAllCaps | kInnerCapital);
    }
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

    const ArticleWords& words_;
    std::span<const Candidate> all_;
    Candidate* c_ = nullptr;
    std::size_t sentence_ = 0;
    std::uint32_t begin_ = 0, end_ = 0;
};

}  // namespace

void weigh_types(const ArticleWords& words, std::vector<Candidate>& candidates) {
    Weigher weigher(words, candidates);
    for (Candidate& candidate : candidates) weigher.weigh(candidate);
    weigh_enumerations(words, candidates);
}

bool stands_beside_kind(const ArticleWords& words, const Candidate& candidate) {
    const std::uint32_t next = candidate.last;
    if (candidate.first > 0 && words.has(candidate.first - 1, cls::org_noun)) return true;
    return next + 1 < words.size() && words.is(next, '-') && words.flag(next, kGlued) &&
           words.has(next + 1, cls::post | cls::org_noun | cls::org_property);
}

bool looks_like_full_name(const ArticleWords& words, const Candidate& candidate) {
    constexpr ClassMask other = cls::org_head | cls::product_tail | cls::noun | cls::common;
    return candidate.last - candidate.first == 2 && !words.flag(candidate.first, kAllCaps) &&
           !words.text(candidate.first).ends_with('s') &&
           (words.single[candidate.last - 1] & other) == 0;
}

TypeSet plausible_types(const TypePoints& points) {
    const int best = *std::max_element(points.begin(), points.end());
    const int margin = best >= 12 ? 4 : best >= 6 ? 2 : 3;
    TypeSet types = 0;
    for (std::size_t type = 0; type < kNameTypes; ++type)
        if (points[type] > 0 && points[type] >= best - margin)
            types = static_cast<TypeSet>(types | 1U << type);
    if (best < 3) {
        types = static_cast<TypeSet>(types | type_bit(org) | type_bit(product));
        if (points[static_cast<std::size_t>(person)] >= 0)
            types = static_cast<TypeSet>(types | type_bit(person));
    }
    return types;
}

EntityType likeliest_type(const TypePoints& points) {
    std::size_t best = static_cast<std::size_t>(org);
    for (std::size_t type = 0; type < kNameTypes; ++type)
        if (points[type] > points[best]) best = type;
    return static_cast<EntityType>(best);
}

}  // namespace relata::extract
