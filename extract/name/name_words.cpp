#include "extract/name/name_words.hpp"

#include <string>

namespace relata::extract {

namespace {

using enum EntityType;

constexpr int kListed = 9;  // a name of the lists

class WordWeigher {
  public:
    WordWeigher(const ArticleWords& words, std::uint32_t begin, Candidate& candidate)
        : words_(words), begin_(begin), c_(&candidate) {}

    void weigh() {
        by_lists();
        by_words();
    }

  private:
    void shape(EntityType type, int points) { points_of(c_->shape, type) += points; }

    void by_lists() {
        const ClassMask listed = c_->listed;
        if ((listed & cls::known_org) != 0) shape(org, kListed);
        if ((listed & cls::known_product) != 0) {  // firms are often named as their product is
            const bool both = (listed & cls::known_org) != 0;
            shape(product, both ? kListed : 7);
            shape(org, both ? 0 : 3);
        }
        if ((listed & cls::known_person) != 0) shape(person, kListed);
        if ((listed & cls::known_project) != 0) shape(project, kListed);
        if ((listed & cls::country) != 0) shape(place, kCertain);
        // A town that is also a person's or a firm's name: weaker.
        if ((listed & (cls::place | cls::state)) != 0)
            shape(place, (listed & cls::known) != 0 ? 4 : 9);
        if ((listed & cls::place) != 0 && is_region(c_->first)) shape(place, 5);
        if (listed != 0) return;
        if (is_region(c_->first) && c_->last - c_->first == 1) shape(place, 8);
        if ((c_->tail & cls::known_product) != 0 && !heads_office()) shape(product, kListed);
        if ((c_->tail & cls::known_org) != 0) shape(org, 4);
    }

    // "the Home Office", not "WordPerfect Office": one word that is a product and a kind of
    // organisation, behind no name of a firm or a product.
    bool heads_office() const {
        return c_->last - c_->first > 1 && (words_.single[c_->last - 1] & cls::org_head) != 0 &&
               (words_.single[c_->first] & cls::known) == 0 &&
               !words_.flag(c_->first, kInnerCapital);
    }

    // "Haverhill, MA", "Solapur, Maharashtra": a state after the name of a town.
    bool is_region(std::uint32_t t) const {
        if (t < begin_ + 2 || (words_.bits[t] & cls::state) == 0) return false;
        const bool brief = words_.text(t).size() <= 2;
        if (!words_.is(t - 1, ',')) return false;
        return !brief || words_.flag(t, kAllCaps);
    }

    void by_words() {
        const std::uint32_t first = c_->first, last = c_->last;
        by_ending();
        if (c_->listed != 0 && (c_->listed & cls::known) != 0) return;
        const ClassMask head = words_.single[first];
        if (last - first == 1) {
            by_single_word();
            return;
        }
        unsigned ordinary = 0, initials = 0;
        bool odd = false;
        for (std::uint32_t t = first; t < last; ++t) {
            const ClassMask bits = words_.single[t];
            // "Blue Lantern" in German
            const bool word = (bits & (cls::common | cls::org_head)) != 0 ||
                              words_.in(words_.lists.foreign_part, t) ||
                              // and "Larko Energie"
                              (words_.capital_nouns && t == first + 1 && t + 1 == last &&
                               (bits & cls::noun) != 0);
            if (word && (bits & (cls::first_name | cls::surname)) == 0) ++ordinary;
            if (words_.flag(t, kDigits)) odd = true;
            if (words_.flag(t, kInnerCapital | kAllCaps) && t + 1 < last) odd = true;
            if (words_.is(t, '.') && t > first && words_.text(t - 1).size() == 1) ++initials;
            if (t == first && is_initials(t)) {
                ++initials;
                odd = false;
            }
            // "Levi's Kitchen"
            if (t + 1 < last && words_.is_possessive_marker(t)) shape(person, -kListed);
            if (words_.is(t, '&')) {
                shape(org, 8);
                shape(person, -6);
            }
            if (t > first && (bits & cls::particle) != 0 && !words_.flag(t, kCapital) &&
                (head & cls::first_name) != 0)
                shape(person, 5);
        }
        // "Claude Haiku 5", not "Office for National Statistics"
        if ((head & cls::known_product) != 0 && last - first > 1 &&
            ((head & cls::org_head) == 0 || words_.flag(first + 1, kCapital | kDigits))) {
            shape(product, 6);
            return;
        }
        if ((head & cls::known_org) != 0 && last - first == 2 &&
            (words_.single[last - 1] & cls::geographic) != 0) {  // "Microsoft Deutschland"
            shape(org, 8);
            return;
        }
        if (initials > 0) shape(person, is_surname(last - 1) ? 6 : 4);
        if (has_foreign_words()) {  // "Rise of the Tomb Raider"
            shape(product, 4);
            return;
        }
        if (has_double_given_name() || has_given_name_behind()) {
            shape(person, 5);
            return;
        }
        by_person_shape(ordinary, odd);
    }

    // "T.R. Vishwanath", "JP McManus"
    bool is_initials(std::uint32_t t) const {
        const std::string_view word = words_.text(t);
        const bool points = word.size() == 4 && word[1] == '.' && word[3] == '.';
        const bool capitals =
            word.size() == 2 && words_.flag(t, kAllCaps) && has_surname_prefix(t + 1);
        return (points || capitals) && c_->last - t == 2 && is_surname(t + 1);
    }

    // "McManus", "MacKenzie"
    bool has_surname_prefix(std::uint32_t t) const {
        const std::string_view word = words_.text(t);
        return words_.flag(t, kInnerCapital) && (word.starts_with("Mc") || word.starts_with("Mac"));
    }

    // A word that is written as a surname is and that no list has as anything else.
    bool is_surname(std::uint32_t t) const {
        constexpr ClassMask other = cls::common | cls::noun | cls::descriptor | cls::post |
                                    cls::org_head | cls::legal_form | cls::product_tail |
                                    cls::known | cls::geographic | cls::stopword;
        return words_.flag(t, kWord) && words_.flag(t, kCapital) &&
               !words_.flag(t, kAllCaps | kDigits) &&
               (!words_.flag(t, kInnerCapital) || has_surname_prefix(t)) &&
               (words_.single[t] & other) == 0;
    }

    bool has_foreign_words() const {
        bool found = false;
        for (std::uint32_t t = c_->first; t < c_->last; ++t) {
            if ((words_.single[t] & (cls::org_head | cls::legal_form)) != 0) return false;
            found = found || (!words_.flag(t, kCapital) && words_.has(t, cls::foreign_inner));
        }
        return found;
    }

    // "Lee Kun-hee"
    bool has_given_name_behind() const {
        const std::uint32_t half = c_->last - 1;
        return !words_.capital_nouns && c_->last - c_->first == 4 && words_.is(half - 1, '-') &&
               !words_.flag(half, kCapital | kDigits);
    }

    // "Mei-Ling Zhou", "Lip-Bu Tan": two short parts and a surname, not all of them words.
    bool has_double_given_name() const {
        const std::uint32_t first = c_->first;
        constexpr std::size_t longest_part = 5;
        if (words_.capital_nouns || c_->last - first != 4 || !words_.is(first + 1, '-'))
            return false;
        const auto plain = [&](std::uint32_t t) {
            return !words_.flag(t, kDigits | kAllCaps | kInnerCapital);
        };
        constexpr ClassMask ordinary = cls::org_head | cls::legal_form | cls::product_noun;
        return plain(first) && plain(first + 2) && plain(first + 3) &&
               words_.flag(first, kCapital) && words_.flag(first + 3, kCapital) &&
               words_.text(first).size() <= longest_part &&
               words_.text(first + 2).size() <= longest_part &&
               (words_.single[first + 3] & ordinary) == 0 &&
               (words_.single[first] & words_.single[first + 2] & words_.single[first + 3] &
                cls::common) == 0;
    }

    void by_person_shape(unsigned ordinary, bool odd) {
        const std::uint32_t first = c_->first, last = c_->last, length = last - first;
        const ClassMask head = words_.single[first], tail = words_.single[last - 1];
        const bool closed =
            ((tail & (cls::org_head | cls::legal_form)) != 0 && (tail & cls::surname) == 0) ||
            is_before_town(last - 2);
        if ((head & cls::first_name) != 0 && length <= 6 && !closed) {
            // "John Magnier" although "john" is a word
            const bool plain = length == 2 && is_surname(last - 1);
            const bool doubtful =
                (head & cls::geographic) != 0 || ((head & cls::common) != 0 && !plain);
            const bool surname = (tail & cls::surname) != 0;
            shape(person, doubtful ? 4 : 6);
            if (surname) shape(person, 3);
            if (!surname && length == 2) shape(org, doubtful ? 3 : plain ? 1 : 2);
            if (!surname && doubtful) shape(product, 1);
            if (doubtful && ordinary > 0) shape(person, -2);
            // "Bharat Heavy Electricals"
            if (!words_.capital_nouns && ordinary > 1 && !surname) {
                shape(person, -5);
                shape(org, 3);
            }
            if (odd) shape(person, -4);
            return;
        }
        // "is Will Wright": of verbs only given names are written so.
        if (!words_.capital_nouns && (head & cls::auxiliary) != 0 && length == 2 && !odd &&
            !closed) {
            shape(person, 4);
            shape(org, 2);
            return;
        }
        if ((tail & cls::surname) != 0 && length == 2 && ordinary == 0 && !odd) shape(person, 3);
        if (odd || ordinary > 0) {
            shape(org, 2);
            shape(product, 1);
            // "Rawdon Glover" although "glover" is a word
            const bool person_too = !words_.capital_nouns && length == 2 && !odd &&
                                    words_.analysis.tokens[first].word == 0 &&
                                    (tail & (cls::descriptor | cls::org_head | cls::post)) == 0;
            shape(person, person_too ? 1 : -2);
        } else if (length <= 3 || (length == 4 && words_.is(first + 2, '-'))) {  // "Oren Bar-Lev"
            // "Merriam-Webster": who is called so alone is seldom a person.
            const bool pair = !words_.capital_nouns && length == 3 && words_.is(first + 1, '-');
            shape(person, pair ? 1 : 2);
            shape(org, pair ? 2 : 1);
        }
    }

    void by_single_word() {
        const std::uint32_t t = c_->first;
        const ClassMask bits = words_.single[t];
        if (is_part_of_region(t)) {
            shape(place, kListed);
            return;
        }
        if ((bits & cls::surname) != 0) shape(person, 2);
        if ((bits & cls::first_name) != 0) shape(person, 2);
        if (words_.flag(t, kAllCaps)) {
            shape(org, 2);
            shape(person, -3);
        } else if (words_.flag(t, kInnerCapital)) {
            shape(org, 2);
            shape(product, 1);
            shape(person, -2);
        } else if ((bits & (cls::surname | cls::first_name | cls::geographic)) == 0) {
            shape(org, 1);
        }
        if (words_.text(t).find('.') != std::string_view::npos) shape(org, 1);
    }

    // "Nordschweden", "Südostasien"
    bool is_part_of_region(std::uint32_t t) const {
        constexpr std::size_t shortest = 4;
        if (!words_.in(words_.lists.region_part, t) || words_.flag(t, kAllCaps | kInnerCapital))
            return false;
        const std::string folded = fold_words(words_.text(t));
        for (std::size_t at = 3; at + shortest <= folded.size(); ++at) {
            const WordId id = words_.lexicon.word(std::string_view(folded).substr(at));
            if (id != 0 && (words_.masks.of(words_.lexicon.classes_of(id)) & cls::geographic) != 0)
                return true;
        }
        return false;
    }

    // The last word says most: legal forms, heads of organisations, numbers.
    void by_ending() {
        const std::uint32_t first = c_->first, last = c_->last;
        std::uint32_t end = last - 1;
        if (words_.is(end, '.') && end > first) --end;
        if (end > first && (words_.single[end] & cls::legal_form) != 0 &&
            (words_.single[end] & cls::surname) == 0 &&
            !((words_.single[first] & cls::known) == cls::known_product &&
              words_.text(end).size() < 3))
            shape(org, kCertain);  // not "iPhone SE"
        if (c_->listed != 0) return;
        const std::string_view word = words_.text(end);
        if (end > first && (words_.flag(end, kDigits) || is_version_of_model(first, end))) {
            const bool code = words_.is(end - 1, '-') && words_.flag(end, kWord);
            shape(product, code ? 12 : 5);  // "Lumen-70B"
            shape(person, -4);
        } else if (is_model_number(word)) {
            shape(product, 4);
            shape(person, -4);
        }
        for (std::uint32_t t = first; t <= end; ++t) {
            const ClassMask bits = words_.single[t];
            const bool inside = t > first || end > first;
            if (inside && (bits & cls::org_head) != 0 && (t == end || t == first || heads(t)))
                shape(org, is_surname_by_given_name(t) ? 4 : t == end || heads(t) ? 7 : 2);
            // "Waldhorn Systeme"
            if (words_.capital_nouns && inside && t == end && t == first + 1 &&
                (bits & (cls::generic_tail | cls::org_head)) == cls::generic_tail) {
                shape(org, 5);
                shape(person, -3);
            }
            if (inside && t == end && (bits & cls::project_noun) != 0) shape(project, 6);
            if (inside && t == end && (bits & cls::product_noun) != 0) shape(product, 2);
            if (inside && t == end && (bits & cls::product_tail) != 0 && words_.capital_nouns)
                shape(product, 5);
            if (inside && t == end && (bits & cls::place_noun) != 0) shape(place, 3);
        }
    }

    // "EOS 5D Mark IV"
    bool is_version_of_model(std::uint32_t first, std::uint32_t end) const {
        if (!words_.is_roman(end)) return false;
        while (end > first && !words_.has_digit(end)) --end;
        return words_.has_digit(end);
    }

    // "Jim Press": who is called so may have the surname too.
    bool is_surname_by_given_name(std::uint32_t t) const {
        constexpr ClassMask other = cls::common | cls::geographic | cls::known | cls::org_head;
        const ClassMask given = words_.single[c_->first];
        return !words_.capital_nouns && c_->last - c_->first == 2 && t == c_->first + 1 &&
               (given & cls::first_name) != 0 && (given & other) == 0 &&
               words_.text(t).size() < 7 && !words_.text(t).ends_with('s');
    }

    // "University of ...", "Institut für ...", "Hochschule München"
    bool heads(std::uint32_t t) const {
        if (t + 1 >= c_->last) return false;
        if (words_.capital_nouns) return words_.has(t, cls::noun) || !words_.flag(t + 1, kCapital);
        return is_before_town(t) ||
               ((words_.single[t + 1] & cls::inner) != 0 && !words_.flag(t + 1, kCapital));
    }

    // "Trinity College Dublin"
    bool is_before_town(std::uint32_t t) const {
        return !words_.capital_nouns && t > c_->first && t + 2 == c_->last &&
               (words_.single[t] & cls::org_head) != 0 &&
               (words_.single[t + 1] & cls::geographic) != 0;
    }

    // "R1", "H100", "S23": a letter or two and digits.
    static bool is_model_number(std::string_view word) {
        std::size_t letters = 0, digits = 0;
        for (const char c : word) {
            if (c >= '0' && c <= '9') ++digits;
            if (c >= 'A' && c <= 'Z') ++letters;
        }
        return digits > 0 && letters > 0 && letters + digits == word.size();
    }

    const ArticleWords& words_;
    std::uint32_t begin_;  // of the sentence
    Candidate* c_;
};

}  // namespace

void weigh_words(const ArticleWords& words, std::uint32_t sentence_begin, Candidate& candidate) {
    WordWeigher(words, sentence_begin, candidate).weigh();
}

}  // namespace relata::extract
