#include "extract/name/name_place.hpp"

#include <algorithm>
#include <string_view>

#include "extract/name/enumeration.hpp"
#include "extract/name/name_words.hpp"

namespace relata::extract {

namespace {

using enum EntityType;

class LeftContext : NamePlace {
  public:
    explicit LeftContext(const NamePlace& place) : NamePlace(place) {}

    void weigh() {
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
            // "the start-up, Acme,", but "a spokeswoman for the start-up, Eva Lang,"
            if (words_.has(before - 1, cls::org_noun))
                context(holds_post(before - 1) ? person : org, 3);
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

  private:
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

    // Does the phrase that ends with the noun say where somebody has a post: "a spokeswoman for the
    // company", "der Chef der Bank"?
    bool holds_post(std::uint32_t noun) const {
        constexpr std::uint32_t longest = 4;
        for (std::uint32_t at = noun; at > begin_ + 1 && noun - at < longest; --at) {
            if (words_.has(at - 1, cls::preposition))
                return words_.has(at - 2, cls::post | cls::person_noun);
            if (words_.flag(at - 1, kPunctuation)) return false;
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
};

}  // namespace

void weigh_left(const NamePlace& place) { LeftContext(place).weigh(); }

}  // namespace relata::extract
