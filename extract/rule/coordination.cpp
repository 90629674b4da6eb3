#include "extract/rule/coordination.hpp"

#include <algorithm>

namespace relata::extract {

namespace {

constexpr std::uint32_t kLongestDescription = 6;  // tokens
constexpr std::uint32_t kLongestBracket = 8;      // tokens, with the brackets
constexpr std::uint32_t kLongestInsertion = 16;   // tokens between two commas

struct Separator {
    std::uint32_t edge = 0;    // where the match goes on
    bool coordinator = false;  // not only a comma
    bool comma = false;        // perhaps with a coordinator behind it
    bool both() const { return coordinator && comma; }
};

class Reader {
  public:
    Reader(const SentenceView& view, const CoordinationClasses& classes, TokenBounds bounds)
        : view_(view), classes_(classes), bounds_(bounds) {}

    bool any_of(std::uint32_t at, const std::vector<ClassId>& classes) const {
        return std::any_of(classes.begin(), classes.end(),
                           [&](ClassId cls) { return view_.has(at, cls); });
    }

    bool is_comma(std::uint32_t at) const {
        return at >= bounds_.low && at < bounds_.high && view_.text(at) == ",";
    }

    std::optional<Separator> separator_after(std::uint32_t at) const {
        const bool comma = is_comma(at);
        const std::uint32_t start = comma ? at + 1 : at;
        for (const Phrase& phrase : view_.phrases()) {
            if (phrase.first == start && phrase.last <= bounds_.high &&
                is_coordinator(phrase.classes))
                return Separator{phrase.last, true, comma};
        }
        if (start < bounds_.high && is_coordinator(view_.token(start).classes) && !is_comma(start))
            return Separator{start + 1, true, comma};
        if (comma) return Separator{start, false, true};
        return std::nullopt;
    }

    std::optional<Separator> separator_before(std::uint32_t at) const {
        if (at <= bounds_.low) return std::nullopt;
        std::uint32_t start = at;
        for (const Phrase& phrase : view_.phrases()) {
            if (phrase.last == at && phrase.first >= bounds_.low &&
                is_coordinator(phrase.classes)) {
                start = phrase.first;
                break;
            }
        }
        if (start == at && is_coordinator(view_.token(at - 1).classes) && !is_comma(at - 1))
            start = at - 1;
        const bool coordinator = start != at;
        const bool comma = start > bounds_.low && is_comma(start - 1);
        if (!coordinator && !comma) return std::nullopt;
        return Separator{comma ? start - 1 : start, coordinator, comma};
    }

    // Behind the bracket that follows a member, "Jane Roe (Acme), John Doe".
    std::uint32_t after_bracket(std::uint32_t at) const {
        if (at >= bounds_.high || view_.text(at) != "(") return at;
        for (std::uint32_t t = at + 1; t < bounds_.high && t - at < kLongestBracket; ++t)
            if (view_.text(t) == ")") return t + 1;
        return at;
    }

    // Behind the noun that says what the member before it is, "the Lume robot and the Zap".
    std::uint32_t after_kind(std::uint32_t at) const {
        const bool noun = at < bounds_.high && any_of(at, classes_.things) && !view_.in_name(at) &&
                          (view_.token(at).flags & (kGlued | kCapital)) == 0;
        return noun ? at + 1 : at;
    }

    std::uint32_t before_bracket(std::uint32_t at) const {
        if (at <= bounds_.low || view_.text(at - 1) != ")") return at;
        for (std::uint32_t t = at - 1; t > bounds_.low && at - t < kLongestBracket; --t)
            if (view_.text(t - 1) == "(") return t - 1;
        return at;
    }

    // "Jane Roe, who left Acme, and John Doe": behind the coordinator, where what begins at `at`
    // is said of the member before; kNone elsewhere.
    static constexpr std::uint32_t kNone = 0xffffffff;
    std::uint32_t after_insertion(std::uint32_t at) const {
        if (!opens_insertion(at)) return kNone;
        for (std::uint32_t t = at + 1; t < bounds_.high && t - at <= kLongestInsertion; ++t) {
            if (!is_comma(t)) continue;
            const std::optional<Separator> next = separator_after(t);
            return next->both() ? next->edge : kNone;
        }
        return kNone;
    }

    // The comma behind the member of which the words before the comma at `end` are said. Only for
    // what the match may begin with: behind a verb or a preposition, "and" mostly begins another
    // clause ("After the deal with Acme, an old rival, and Blip sued").
    std::uint32_t before_insertion(std::uint32_t end) const {
        for (std::uint32_t t = end; t > bounds_.low && end - t < kLongestInsertion; --t) {
            if (!is_comma(t - 1)) continue;
            return opens_insertion(t) && begins_with_member(t - 1) ? t - 1 : kNone;
        }
        return kNone;
    }

    // Does the list end at `at`? A word there is mostly the verb of a clause that "and" began
    // ("bought Acme, a rival, and Blip sued").
    bool ends_list(std::uint32_t at) const {
        return at >= bounds_.high || (view_.token(at).flags & kPunctuation) != 0 ||
               separator_after(at).has_value();
    }

    // A word that may stand in a description.
    bool may_describe(std::uint32_t at) const {
        const std::uint16_t flags = view_.token(at).flags;
        return (flags & (kClauseBreak | kQuote)) == 0 &&
               (!view_.in_name(at) || opens_compound(at)) &&
               (any_of(at, classes_.openers) || !any_of(at, classes_.no_description));
    }

    // "vom": a preposition and an article in one word.
    bool governs(std::uint32_t at) const {
        return any_of(at, classes_.openers) && any_of(at, classes_.helpers);
    }

    // "Chef der Acme und Berater der Firma Blip": another post, of somebody else.
    bool is_other_post(std::uint32_t at) const {
        return at + 1 < bounds_.high && any_of(at, classes_.posts) &&
               any_of(at + 1, classes_.openers);
    }

    // "its partner", "the London-based", "chipmaker": begins with a determiner or ends with a noun.
    bool is_description(std::uint32_t first, std::uint32_t last) const {
        return first == last || any_of(first, classes_.openers) || any_of(last - 1, classes_.nouns);
    }

    // "Acme's lamp and the Zap": what has an article of its own is not Acme's.
    bool has_article(std::uint32_t at) const {
        return at < bounds_.high && any_of(at, classes_.openers);
    }

    // Behind the possessor that opens a member, "Germany's HV Capital"; `at` where none does. Of
    // what somebody has, `owned`, no other has a part: "Acme's lamps and Blip's chairs".
    std::uint32_t after_possessor(std::uint32_t at, bool owned) const {
        if (at >= bounds_.high) return at;
        const auto [begin, end] = view_.starting_at(at);
        for (std::uint32_t i = begin; i < end; ++i) {
            const Mention& possessor = view_.mention(i);
            const bool place = possessor.types == type_bit(EntityType::place);
            if (possessor.last + 1 < bounds_.high && (place || !owned) &&
                is_genitive_mark(view_, possessor.last))
                return possessor.last + 1;
        }
        return at;
    }

    // "Acme bought Beta and Blip bought Zorn": what is between `first` and `last` are no members of
    // one list, but the object of one clause and the subject of the next.
    bool joins_clauses(std::uint32_t first, std::uint32_t last) const {
        return is_word_of_its_own(last) && is_verb(last, classes_.verbs) && is_object(first);
    }

    // "bought its rival", "invested in" before it; not "founded by", nor "who founded", whose
    // clause the next verb has for its subject.
    bool is_object(std::uint32_t at) const {
        const auto acts = [&](std::uint32_t t) {
            return is_word_of_its_own(t) && is_verb(t, classes_.actions) &&
                   !any_of(t, classes_.helpers);
        };
        const std::uint32_t found = nearest_before(
            at, kLongestDescription,
            [&](std::uint32_t t) { return acts(t) || any_of(t, classes_.agents); },
            [&](std::uint32_t t) { return may_stand_between(t); });
        return found != kNone && acts(found) && !follows_relative(found);
    }

    // "that acquired", "who had recently founded"
    bool follows_relative(std::uint32_t verb) const {
        constexpr std::uint32_t most = 3;
        return nearest_before(
                   verb, most, [&](std::uint32_t t) { return any_of(t, classes_.relatives); },
                   [&](std::uint32_t t) { return may_stand_between(t); }) != kNone;
    }

    // What stands between a verb and its object or a relative and its verb.
    bool may_stand_between(std::uint32_t at) const {
        return may_describe(at) || any_of(at, classes_.helpers);
    }

    bool is_verb(std::uint32_t at, const std::vector<ClassId>& verbs) const {
        return at < view_.last() && any_of(at, verbs) && (view_.token(at).flags & kCapital) == 0;
    }

    // Not the 's of "Acme's", nor "owned" of "state-owned".
    bool is_word_of_its_own(std::uint32_t at) const {
        return at < view_.last() && (view_.token(at).flags & kGlued) == 0;
    }

    // The nearest of at most `most` tokens before `at` that `wanted` takes; kNone where one stands
    // before it that `passes` does not let through.
    template <typename Wanted, typename Passes>
    std::uint32_t nearest_before(std::uint32_t at, std::uint32_t most, Wanted wanted,
                                 Passes passes) const {
        for (std::uint32_t t = at; t > view_.first() && at - t < most; --t) {
            if (wanted(t - 1)) return t - 1;
            if (!passes(t - 1)) return kNone;
        }
        return kNone;
    }

    // "Jane Roe, who left, and John Doe, who": what goes on is said of the last member alone, as
    // the other one has its own.
    bool is_said_of_last(std::uint32_t last) const {
        return is_comma(last) && last + 1 < bounds_.high && opens_insertion(last + 1);
    }

    // Is what begins at `at` said to be somebody's: "Acme's new"?
    bool is_owned(std::uint32_t at) const {
        return nearest_before(
                   at, kLongestDescription,
                   [&](std::uint32_t t) { return is_genitive_mark(view_, t); },
                   [&](std::uint32_t t) { return may_describe(t); }) != kNone;
    }

    // The same on the way to the left.
    std::uint32_t before_possessor(std::uint32_t at) const {
        if (at < bounds_.low + 2 || !is_genitive_mark(view_, at - 1)) return at;
        for (const std::uint32_t i : view_.ending_at(at - 1))
            if (view_.mention(i).first > bounds_.low) return view_.mention(i).first;
        return at;
    }

  private:
    // "who", "a former engineer", "until recently its chief executive"
    bool opens_insertion(std::uint32_t at) const {
        constexpr std::uint32_t adverbs = 2;
        for (std::uint32_t t = at; t < bounds_.high && t - at <= adverbs; ++t) {
            if (any_of(t, classes_.insertions)) return true;
            if (is_verb(t, classes_.verbs) || view_.in_name(t)) return false;
        }
        return false;
    }

    // Is there but a name, with what may describe it, from the first word on?
    bool begins_with_member(std::uint32_t end) const {
        if (end - bounds_.low > kLongestDescription) return false;
        for (std::uint32_t t = bounds_.low; t < end; ++t)
            if (!view_.in_name(t) && !may_describe(t)) return false;
        return true;
    }

    // "Acme" in "the former Acme-manager Jane Roe"
    bool opens_compound(std::uint32_t at) const {
        return at + 2 < bounds_.high && view_.text(at + 1) == "-" &&
               (view_.token(at + 1).flags & kGlued) != 0 &&
               (view_.token(at + 2).flags & kGlued) != 0;
    }

    bool is_coordinator(ClassSet set) const {
        return std::any_of(classes_.coordinators.begin(), classes_.coordinators.end(),
                           [&](ClassId cls) { return view_.lexicon().has(set, cls); });
    }

    const SentenceView& view_;
    const CoordinationClasses& classes_;
    TokenBounds bounds_;
};

// The longest mention that fills the slot. Only the member that stands last has the genitive of all
// ("Google and Apple's"); `complete` tells whether this one could.
template <bool kForward>
bool longest_fill(const SentenceView& view, TokenBounds bounds, const SlotType& slot,
                  std::uint32_t at, Fill& fill, bool& complete) {
    const auto take = [&](Fill found) {
        fill = found;
        return true;
    };
    complete = for_each_fill<kForward>(view, bounds, slot, at, take);
    if (complete || !slot.genitive) return complete;
    SlotType plain = slot;
    plain.genitive = false;
    return for_each_fill<kForward>(view, bounds, plain, at, take);
}

// The member at `at`, behind the words that describe it where another one stands before. Not "Acme,
// gefolgt vom Hersteller Blip": what a preposition inside of the words governs is no member.
bool read_member(const Reader& reader, const SentenceView& view, TokenBounds bounds,
                 const SlotType& slot, std::uint32_t at, bool first, Fill& fill, bool& complete) {
    const std::uint32_t start = at;
    while (!longest_fill<true>(view, bounds, slot, at, fill, complete) ||
           !reader.is_description(start, at)) {
        const bool goes_on = !first && at - start < kLongestDescription && at < bounds.high &&
                             reader.may_describe(at) && !reader.is_other_post(at) &&
                             !(at > start && reader.governs(at));
        if (!goes_on) return false;
        ++at;
    }
    return true;
}

void read_forward(const Reader& reader, const SentenceView& view, TokenBounds bounds,
                  const SlotType& slot, std::uint32_t at, Coordination& out) {
    bool before = true;  // a coordinator, or nothing, stands before the member
    // Firms and people are nobody's: "bought Acme's Blip and Beta's Zorn" names two.
    constexpr TypeSet owners = type_bit(EntityType::org) | type_bit(EntityType::person);
    const bool things = (slot.types & owners) == 0;
    const bool whole_owned = things && reader.is_owned(at);
    while (out.count < Coordination::kMost) {
        Fill fill;
        bool complete = false;
        const bool first = out.count == 0;
        if (!first && whole_owned && reader.has_article(at)) break;
        const std::uint32_t owned =
            first || slot.genitive ? at : reader.after_possessor(at, whole_owned);
        bool found = (owned != at &&
                      read_member(reader, view, bounds, slot, owned, first, fill, complete)) ||
                     read_member(reader, view, bounds, slot, at, first, fill, complete);
        // "Acme, which": said of Acme; "Jane Roe's Blip": the possessor is no member itself
        const bool possessor = !first && !slot.genitive && found && fill.edge < bounds.high &&
                               is_genitive_mark(view, fill.edge);
        if (possessor ||
            (!before && found && view.mention(fill.mention).form == MentionForm::pronoun))
            found = false;
        if (!found) {
            const std::uint32_t next = first || before ? Reader::kNone : reader.after_insertion(at);
            if (next == Reader::kNone ||
                !read_member(reader, view, bounds, slot, next, false, fill, complete) ||
                !reader.ends_list(fill.edge))
                break;
            before = true;
        }
        std::optional<Separator> next = reader.separator_after(reader.after_bracket(fill.edge));
        // Of a product the noun may follow, of a firm another begins: "sold Acme shares and Blip".
        if (!next && things) next = reader.separator_after(reader.after_kind(fill.edge));
        out.members[out.count] = fill;
        out.complete[out.count] = complete && (before || (next && next->coordinator));
        ++out.count;
        if (!next || (out.count == 1 && next->both())) break;
        before = next->coordinator;
        at = next->edge;
    }
    if (out.count > 1 && reader.joins_clauses(view.mention(out.members[0].mention).first,
                                              out.members[out.count - 1].edge))
        --out.count;
}

// Gives whether a comma and a coordinator stand before the last member.
bool read_backward(const Reader& reader, const SentenceView& view, TokenBounds bounds,
                   const SlotType& slot, std::uint32_t at, Coordination& out) {
    // "A, B and others": the coordinator stands behind the members.
    const std::optional<Separator> behind = reader.separator_after(at);
    const bool coordinated = behind && behind->coordinator;
    const std::uint32_t end = at;
    bool both = false;
    while (out.count < Coordination::kMost) {
        Fill fill;
        bool complete = false;
        if (!longest_fill<false>(view, bounds, slot, at, fill, complete)) {
            const bool may = both && out.count == 1 && !reader.is_said_of_last(end);
            at = may ? reader.before_insertion(at) : Reader::kNone;
            if (at == Reader::kNone || !longest_fill<false>(view, bounds, slot, at, fill, complete))
                return both;
            both = false;
        }
        // The genitive is the last member's, the first that is read.
        if (out.count == 0 && !complete) return both;
        out.members[out.count] = fill;
        out.complete[out.count] = true;
        ++out.count;
        at = fill.edge;
        if (out.count > 1 && reader.joins_clauses(view.mention(fill.mention).first, end)) {
            out.count = 1;
            return both;
        }
        const std::uint32_t owner = slot.genitive ? at : reader.before_possessor(at);
        std::optional<Separator> separator = reader.separator_before(owner);
        if (separator)
            fill.edge = at = owner;
        else
            separator = reader.separator_before(at);
        while (!separator || !reader.is_description(at, fill.edge)) {
            const bool goes_on = fill.edge - at < kLongestDescription && at > bounds.low &&
                                 reader.may_describe(at - 1);
            if (!goes_on) return both;
            --at;
            separator = reader.separator_before(at);
        }
        if (out.count == 1 && !separator->coordinator && !coordinated) return both;
        if (out.count == 1) both = separator->both();
        at = reader.before_bracket(separator->edge);
    }
    return both;
}

}  // namespace

bool is_genitive_mark(const SentenceView& view, std::uint32_t at) {
    std::string_view text = view.text(at);
    // "Acme's", in some texts "Acme 's"; a lone apostrophe may be a quotation mark.
    if (text.size() > 1 && (text.back() == 's' || text.back() == 'S'))
        text.remove_suffix(1);
    else if ((view.token(at).flags & kGlued) == 0)
        return false;
    return text == "'" || text == "\u2019" || text == "\u2018" || text == "`";
}

// Comma and coordinator join the last of three members or more; between two they part clauses:
// "Acme bought Beta, and Castlegate sold".
template <bool kForward>
void read_coordination(const SentenceView& view, const CoordinationClasses& classes,
                       TokenBounds bounds, const SlotType& slot, std::uint32_t at,
                       Coordination& out) {
    out.count = 0;
    const Reader reader(view, classes, bounds);
    if constexpr (kForward) {
        read_forward(reader, view, bounds, slot, at, out);
    } else {
        const bool both = read_backward(reader, view, bounds, slot, at, out);
        if (both && out.count == 2) out.count = 1;
    }
}

template void read_coordination<true>(const SentenceView&, const CoordinationClasses&, TokenBounds,
                                      const SlotType&, std::uint32_t, Coordination&);
template void read_coordination<false>(const SentenceView&, const CoordinationClasses&, TokenBounds,
                                       const SlotType&, std::uint32_t, Coordination&);

}  // namespace relata::extract
