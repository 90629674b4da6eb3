#include "extract/name/name_finder.hpp"

#include <algorithm>

#include "extract/name/gazetteer.hpp"
#include "extract/name/name_genitive.hpp"
#include "extract/name/name_posts.hpp"
#include "extract/name/name_run.hpp"
#include "extract/name/name_split.hpp"
#include "extract/name/place_adjective.hpp"
#include "extract/name/word_shape.hpp"

namespace relata::extract {

namespace {

constexpr int kKnownPlace = 20;  // points for a place whatever its words and context say
constexpr std::uint32_t kNone = 0xffffffff;

class Finder {
  public:
    explicit Finder(ArticleWords& words)
        : words_(words),
          hits_(gazetteer_hits(words)),
          shapes_(word_shapes(words, hits_)),
          runs_(words, hits_, shapes_),
          posts_(words, runs_, sentence_),
          adjectives_(words, runs_) {}

    std::vector<Candidate> find() {
        for (const Sentence& sentence : words_.analysis.sentences) {
            sentence_ = sentence;
            find_in_sentence();
        }
        return std::move(found_);
    }

  private:
    void find_in_sentence() {
        for (std::uint32_t t = sentence_.first; t < sentence_.last;) {
            if (!may_begin_name(t)) {
                ++t;
                continue;
            }
            // "the Turkish-Austrian consortium"
            if (t + 3 < sentence_.last && words_.joins_compound(t) &&
                (words_.single[t] & words_.single[t + 2] & cls::demonym) != 0 &&
                words_.flag(t, kCapital) && words_.flag(t + 2, kCapital)) {
                adjective(t, t + 1);
                adjective(t + 2, t + 3);
                t += 3;
                continue;
            }
            if (const std::uint32_t end = adjectives_.end_of_phrase(t, sentence_); end != t) {
                adjective(t, end);
                t = end;
                continue;
            }
            if (shapes_[t] != WordShape::other && runs_.starts(t, sentence_)) {
                const std::uint32_t end = runs_.end(t, sentence_);
                cut(t, end);
                t = end;
                continue;
            }
            if (is_demonym(t) || adjectives_.is_of_town(t, sentence_)) adjective(t, t + 1);
            ++t;
        }
    }

    // Most words do not.
    bool may_begin_name(std::uint32_t t) const {
        return words_.flag(t, kCapital) || shapes_[t] != WordShape::other || is_demonym(t);
    }

    // "Polish"; neither "polish" nor "us", "Us", but for languages that write "polnisch".
    bool is_demonym(std::uint32_t t) const {
        if ((words_.single[t] & cls::demonym) == 0) return false;
        return words_.capital_nouns || words_.flag(t, kAllCaps) ||
               (words_.flag(t, kCapital) && (words_.single[t] & cls::pronoun) == 0);
    }

    // Cuts what is no part of the name off a run: titles and posts, nationalities, the first word
    // of a sentence; a post in the middle parts two names.
    void cut(std::uint32_t first, std::uint32_t last) {
        country_ = kNone;
        // "SAN ANTONIO SBC Communications said": where it was written
        if (const PhraseHit* town = runs_.hit(first);
            town != nullptr && first == sentence_.first && town->first == first &&
            town->last < last && (town->classes & cls::place) != 0 && is_in_capitals(*town) &&
            words_.flag(last - 1, kCapital) && !words_.flag(last - 1, kAllCaps)) {
            push(first, town->last);
            cut(town->last, last);
            return;
        }
        first = cut_left(first, last);
        for (std::uint32_t t = first + 1; t < last; ++t) {
            const bool parts = posts_.parts_names(t, first, last);
            if ((!parts || posts_.is_title_of_person(t)) && posts_.heads_field(t, first, last)) {
                push(t + 1, last);
                return;
            }
            if (!parts) continue;
            std::uint32_t right = t;
            while (right < last && (posts_.is_post(right) || words_.is(right, '-'))) ++right;
            std::uint32_t left = t;
            while (left > first && words_.flag(left - 1, kPunctuation)) --left;
            push(first, left);
            if (right < last) cut(right, last);
            return;
        }
        if (const std::uint32_t at = second_name(words_, runs_, sentence_, first, last);
            at != last) {
            push(first, at);
            push(at, last);
            return;
        }
        if (!push_city_and_state(first, last)) push(first, last);
        push_inner_organisation(first, last);
    }

    bool is_in_capitals(const PhraseHit& hit) const {
        for (std::uint32_t t = hit.first; t < hit.last; ++t)
            if (!words_.flag(t, kAllCaps) || words_.text(t).size() < 3) return false;
        return true;
    }

    // "Tulsa Oklahoma"
    bool push_city_and_state(std::uint32_t first, std::uint32_t last) {
        const PhraseHit* city = runs_.hit(first);
        if (city == nullptr || city->last >= last || (city->classes & cls::place) == 0)
            return false;
        const PhraseHit* region = runs_.hit(city->last);
        if (region == nullptr || region->last != last) return false;
        const ClassMask outer = region->classes | words_.bits[region->first];
        if ((outer & (cls::state | cls::country)) == 0) return false;
        push(city->first, city->last);
        push(region->first, region->last);
        return true;
    }

    // "Reuters - Nintendo said", "LONDON (Reuters) - Nintendo said": who reports, not who acts.
    bool is_dateline_source(std::uint32_t first, std::uint32_t last) const {
        const auto is_dash = [&](std::uint32_t t) {
            return t + 1 < sentence_.last && words_.is(t, '-') && !words_.flag(t + 1, kGlued);
        };
        // "Oslo (", "AUSTIN, Texas, May 5, 2024 ("
        const std::uint32_t longest_place = words_.flag(sentence_.first, kAllCaps) ? 14 : 8;
        if (first > sentence_.first && words_.is(first - 1, '(') && last + 2 < sentence_.last &&
            words_.is(last, ')') && first - sentence_.first <= longest_place)
            return words_.flag(last + 1, kClauseBreak) && !words_.flag(last + 1, kAside) &&
                   !words_.is(last + 1, ',') && !words_.is(last + 1, ';');
        const PhraseHit* listed = runs_.hit(first);
        return first == sentence_.first && last - first == 1 && listed != nullptr &&
               (listed->classes & cls::known_org) != 0 && is_dash(last) &&
               !words_.flag(last, kGlued) && words_.flag(last + 1, kCapital);
    }

    // "Board of Governors of the Federal Reserve System": the right part is an organisation too.
    void push_inner_organisation(std::uint32_t first, std::uint32_t last) {
        if (words_.capital_nouns || (words_.single[last - 1] & cls::org_head) == 0) return;
        for (std::uint32_t t = last - 1; t > first; --t) {
            if (!words_.flag(t, kWord) || words_.flag(t, kCapital)) {
                continue;
            }
            if ((words_.single[t] & (cls::affiliation | cls::determiner)) == 0 || last - t < 3)
                return;
            push(t + 1, last);
            found_.back().nested = true;
            return;
        }
    }

    std::uint32_t cut_left(std::uint32_t first, std::uint32_t last) {
        while (first + 1 < last) {
            const std::uint32_t next = cut_one_left(first, last);
            if (next == first) break;
            first = std::min(next, last - 1);
        }
        return first;
    }

    std::uint32_t cut_one_left(std::uint32_t t, std::uint32_t last) {
        const ClassMask bits = words_.single[t];
        const PhraseHit* listed = runs_.hit(t);
        if (listed != nullptr && listed->last - listed->first > 1) return t;
        if (const std::uint32_t end = adjectives_.end_before_name(t, last); end != t) {
            adjective(t, end);
            country_ = end - 1;
            return end;
        }
        std::uint32_t next = t + 1;
        if (words_.is(next, '.') && next + 1 < last) ++next;
        if (words_.flag(t, kPunctuation)) return t + 1;
        // "Dean Mercado", "Duke University": a given name, an organisation.
        if ((bits & cls::first_name) != 0 && last - t == 2) return t;
        const std::uint32_t final = words_.is(last - 1, '.') ? last - 2 : last - 1;  // "Mills Inc."
        const bool organisation = (words_.single[final] & (cls::org_head | cls::legal_form)) != 0;
        if ((bits & cls::honorific) != 0 && (listed == nullptr || next > t + 1) && !organisation)
            return next;
        // "Economist Aram Kesh", whatever the journal is called
        const bool title = listed == nullptr || (!words_.capital_nouns && last - t == 3 &&
                                                 (bits & cls::person_noun) != 0);
        if (title && (words_.bits[t] & cls::leads_person) != 0 &&
            posts_.looks_like_person(t, last) && !runs_.follows_kind(t, sentence_))
            return posts_.post_end(t, last);
        // "Joint Venture Ionity"
        if (const std::uint32_t end = kind_end(t); words_.capital_nouns && end < last) return end;
        // "Kanzlei Roth", "Holding Ostwerk SE", but "Hochschule München"
        if (words_.capital_nouns && listed == nullptr && (bits & cls::org_noun) != 0 &&
            shapes_[t] == WordShape::noun &&
            (shapes_[t + 1] == WordShape::name || (words_.single[t + 1] & cls::first_name) != 0) &&
            !words_.flag(t + 1, kGlued) &&
            ((words_.single[t + 1] & cls::geographic) == 0 ||
             (last - t > 2 && (words_.single[t + 1] & cls::first_name) != 0) ||
             (last - t > 3 && organisation)))  // "Staatsfonds Qatar Investment Authority"
            return t + 1;
        // "PC Pro" inside of a sentence is a name although "PC" is none.
        const bool inside = !words_.flag(t, kSentenceStart) && !sentence_.title_case &&
                            (bits & cls::not_name) != 0 && !words_.capital_nouns;
        if (shapes_[t] == WordShape::start && !inside && !begins_name(t, last)) return t + 1;
        // "Oldenburger Landesbank"
        if (t + 2 == last && words_.in(words_.lists.town_head, t + 1)) return t;
        if ((bits & cls::demonym) != 0 || adjectives_.is_all_caps_country(t)) {
            if (!adjectives_.describes(t, last)) return t;
            adjective(t, t + 1);
            country_ = t;
            return t + 1;
        }
        return t;
    }

    // The end of the phrase at `t` that says what an organisation is, or the end of the text.
    std::uint32_t kind_end(std::uint32_t t) const {
        const PhraseHit* hit = words_.phrase_at(t);
        const bool kind =
            hit != nullptr && (hit->classes & (cls::org_noun | cls::known)) == cls::org_noun;
        return kind && shapes_[hit->last < words_.size() ? hit->last : t] == WordShape::name
                   ? hit->last
                   : words_.size();
    }

    // Does a run whose first word is an ordinary word at the start of a sentence begin with it?
    bool begins_name(std::uint32_t t, std::uint32_t last) const {
        const ClassMask bits = words_.single[t];
        const std::uint32_t next = t + 1;
        if (words_.flag(next, kPunctuation)) return true;
        // "SOURCE Quantavo Inc" on a line of its own
        constexpr std::size_t longest_acronym = 4;
        if (!words_.capital_nouns && words_.flag(t, kAllCaps) && !words_.flag(next, kAllCaps) &&
            (bits & cls::common) != 0 && words_.text(t).size() > longest_acronym &&
            last + 1 >= sentence_.last)
            return false;
        if (words_.in(words_.lists.lead_adjective, t) && last - t > 2) return false;
        if ((bits & cls::first_name) != 0 &&
            (words_.single[next] & (cls::surname | cls::common)) != cls::common)
            return true;
        if ((words_.single[next] & cls::inner) != 0) return true;
        if (runs_.is_before_legal_form(t, sentence_)) return true;
        // "Fintech Kudos Bank": what it is, not what it is called.
        constexpr ClassMask role = cls::org_noun | cls::person_noun | cls::post;
        if (!words_.capital_nouns && (bits & role) != 0 && (bits & cls::org_head) == 0 &&
            shapes_[next] == WordShape::name && (words_.single[next] & cls::common) == 0)
            return false;
        const PhraseHit* listed = runs_.hit(next);
        // "National Australia Bank"
        const bool of_country =
            listed != nullptr && (listed->classes & (cls::country | cls::known)) == cls::country;
        if (listed != nullptr && !(of_country && !words_.capital_nouns && last - t <= 5 &&
                                   (bits & cls::org_noun) == 0 && listed->last < last))
            return false;
        if ((words_.single[last - 1] & (cls::org_head | cls::legal_form)) != 0 &&
            last - t <= (of_country || (bits & cls::org_head) != 0 ? 5 : 3))
            return true;
        if (words_.is(last - 1, '.') && (words_.single[last - 2] & cls::legal_form) != 0)
            return true;
        constexpr ClassMask describes = cls::org_noun | cls::person_noun | cls::product_noun |
                                        cls::post | cls::demonym | cls::stopword;
        if ((bits & describes) != 0) return false;
        const WordCounts* seen = words_.counts(next);
        const WordCounts* own = words_.counts(t);
        if (seen != nullptr && own != nullptr && seen->inside > own->inside + own->at_start)
            return false;  // it stands elsewhere without this word
        // "Hero MotoCorp" opens two sentences, and neither word is seen without the other.
        if (seen != nullptr && own != nullptr && own->at_start > 1 && own->inside == 0 &&
            own->lower == 0 && seen->inside == own->at_start && seen->at_start == 0)
            return true;
        // "Allied Irish Mills"
        const bool of_people =
            !words_.capital_nouns && last - next == 2 && (words_.single[next] & cls::demonym) != 0;
        return of_people || (words_.single[next] & cls::common) != 0 || words_.flag(next, kAllCaps);
    }

    void adjective(std::uint32_t first, std::uint32_t last) {
        Candidate candidate;
        candidate.first = first;
        candidate.last = last;
        candidate.adjective = true;
        points_of(candidate.shape, EntityType::place) = kKnownPlace;
        found_.push_back(candidate);
    }

    void push(std::uint32_t first, std::uint32_t last) {
        while (last > first && words_.flag(last - 1, kPunctuation) && !words_.is(last - 1, '.'))
            --last;
        last = posts_.end_before_field(first, last);
        if (ends_in_people(first, last)) --last;
        if (first >= last || !is_nameable(first, last)) return;
        if (is_dateline_source(first, last)) return;
        if (last - first == 1 &&
            (adjectives_.stands_for_country(first, sentence_) ||
             (runs_.hit(first) == nullptr && adjectives_.is_of_town(first, sentence_)))) {
            adjective(first, last);
            return;
        }
        Candidate candidate;
        candidate.first = first;
        candidate.last = last;
        candidate.headline = sentence_.title_case;
        if (country_ != kNone && country_ + 1 == first) candidate.country = true;
        const PhraseHit* listed = runs_.hit(first);
        if (listed != nullptr && listed->first == first && listed->last == last)
            candidate.listed = listed->classes;
        if (const PhraseHit* tail = runs_.hit(last - 1); tail != nullptr && tail->last == last)
            candidate.tail = tail->classes;
        set_genitive(words_, runs_, sentence_, candidate);
        if (!join_city_and_state(candidate)) found_.push_back(candidate);
    }

    // A run of ordinary words that only a start or a headline capitalised is no name.
    bool is_nameable(std::uint32_t first, std::uint32_t last) const {
        if (last - first == 1 && words_.text(first).size() == 1 && runs_.hit(first) == nullptr)
            return false;
        if (posts_.is_department(first, last) || posts_.is_first_field(first, last) ||
            posts_.is_title(first, last) || is_short_for_name(first, last))
            return false;
        for (std::uint32_t t = first; t < last; ++t) {
            if (shapes_[t] != WordShape::name) continue;
            if ((words_.bits[t] & cls::post) != 0 && runs_.hit(t) == nullptr && last - first == 1)
                return false;
            return true;
        }
        return last - first > 1;
    }

    // "the Tampa Bay Pirates American football team": the people belongs to the noun.
    bool ends_in_people(std::uint32_t first, std::uint32_t last) const {
        constexpr ClassMask joins = cls::inner | cls::affiliation | cls::conjunction;
        return !words_.capital_nouns && !sentence_.title_case && last - first > 2 &&
               last < sentence_.last && (words_.single[last - 1] & cls::demonym) != 0 &&
               (words_.single[last - 2] & joins) == 0 && words_.flag(last, kWord) &&
               !words_.flag(last, kCapital) && (words_.single[last] & (cls::descriptor)) == 0 &&
               (words_.single[last] & cls::common) != 0 && !words_.has(last, kVerbs | joins);
    }

    // "the Company", "the Foundation's chief": a noun that stands for a name, in capitals as
    // contracts and press releases have it.
    bool is_short_for_name(std::uint32_t first, std::uint32_t last) const {
        return !words_.capital_nouns && !sentence_.title_case && last - first == 1 &&
               first > sentence_.first && runs_.hit(first) == nullptr &&
               (words_.single[first] & cls::nominal) != 0 &&
               (words_.single[first - 1] & cls::determiner) != 0;
    }

    // "of Islandia, NY": a place that no list knows, behind a preposition.
    bool stands_for_town(const Candidate& name) const {
        return !words_.capital_nouns && name.last - name.first <= 2 &&
               name.first > sentence_.first &&
               words_.has(name.first - 1, cls::locative | cls::inner) &&
               !words_.has(name.first - 1, cls::conjunction) &&
               (words_.single[name.last - 1] & (cls::org_head | cls::legal_form)) == 0;
    }

    // "Kirkland, Wash.-based": `end` is the end of the state.
    bool is_seat(std::uint32_t end) const {
        if (end + 1 < sentence_.last && words_.is(end, '.')) ++end;
        return end + 1 < sentence_.last && words_.is(end, '-') && words_.has(end + 1, cls::based);
    }

    // "Newark, Ohio" is one place with both parts in it.
    bool join_city_and_state(const Candidate& state) {
        if (found_.empty() || state.first < 2) return false;
        const Candidate city = found_.back();
        if (city.last + 1 != state.first || !words_.is(city.last, ',') || city.adjective ||
            city.nested)
            return false;
        const PhraseHit* listed = runs_.hit(city.first);
        const PhraseHit* region_hit = runs_.hit(state.first);
        const ClassMask region =
            (region_hit == nullptr ? 0 : region_hit->classes) | words_.bits[state.first];
        // Not "Sri Lanka, India", "Florida, Alabama": one and then the other
        const ClassMask whole_region = cls::country | cls::state;
        const bool town =
            listed != nullptr && (listed->classes & cls::place) != 0 &&
            (listed->classes & cls::country) == 0 &&
            (city.last - city.first > 1 || (words_.bits[city.first] & whole_region) == 0 ||
             (region & whole_region & ~words_.bits[city.first]) != 0);
        const bool joined = town ? (region & (cls::state | cls::country)) != 0
                                 : listed == nullptr && (region & cls::state) != 0 &&
                                       (stands_for_town(city) || is_seat(state.last));
        if (!joined) return false;
        Candidate whole = city;
        whole.last = state.last;
        whole.genitive = state.genitive;
        points_of(whole.shape, EntityType::place) = kKnownPlace;
        found_.back() = whole;
        for (Candidate part : {city, state}) {
            part.nested = true;
            points_of(part.shape, EntityType::place) = kKnownPlace;
            found_.push_back(part);
        }
        return true;
    }

    ArticleWords& words_;
    std::vector<PhraseHit> hits_;
    std::vector<WordShape> shapes_;
    NameRuns runs_;
    Sentence sentence_;
    NamePosts posts_;
    PlaceAdjectives adjectives_;
    std::uint32_t country_ = kNone;  // the nationality that was cut off the run
    std::vector<Candidate> found_;
};

}  // namespace

std::vector<Candidate> find_names(ArticleWords& words) { return Finder(words).find(); }

}  // namespace relata::extract
