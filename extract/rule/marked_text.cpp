#include "extract/rule/marked_text.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "extract/language.hpp"
#include "extract/name/quotes.hpp"
#include "extract/rule/slot.hpp"
#include "extract/text/phrases.hpp"
#include "extract/text/sentences.hpp"
#include "extract/text/tokenize.hpp"
#include "extract/value/values.hpp"

namespace relata::extract {

namespace {

struct Mark {
    std::uint32_t begin = 0, end = 0;  // bytes of the text without marks
    TypeSet types = 0;
    bool genitive = false;
    std::vector<std::string> members;  // of a plural reference
};

struct Topic {
    std::string name;
    TypeSet types = 0;
};

struct Unmarked {
    std::string text;
    std::vector<Mark> marks;
    std::optional<Topic> topic;
};

// "org", "org|product.gen"
Mark parse_types(std::string_view types, std::string_view mark) {
    Mark out;
    const std::size_t dot = types.find('.');
    out.genitive = dot != std::string_view::npos && types.substr(dot) == ".gen";
    SlotType slot;
    std::string_view rest = types.substr(0, dot);
    bool known = dot == std::string_view::npos || out.genitive;
    while (known) {
        const std::size_t bar = rest.find('|');
        known = add_slot_word(slot, rest.substr(0, bar));
        if (bar == std::string_view::npos) break;
        rest.remove_prefix(bar + 1);
    }
    out.types = slot.types;
    if (!known || out.types == 0)
        throw Error("", "the mark [" + std::string(mark) + "] has no type that a name can have",
                    "write [Name:org] or [Name:org.gen]");
    return out;
}

// "Acme+Blip"
std::vector<std::string> members_of(std::string_view joined) {
    std::vector<std::string> members;
    while (true) {
        const std::size_t plus = std::min(joined.find('+'), joined.size());
        members.emplace_back(joined.substr(0, plus));
        if (plus == joined.size()) return members;
        joined.remove_prefix(plus + 1);
    }
}

// "[" and the "]" that closes it.
Unmarked unmark(std::string_view marked) {
    Unmarked out;
    for (std::size_t at = 0; at < marked.size(); ++at) {
        const std::size_t close = marked[at] == '[' ? marked.find(']', at) : std::string_view::npos;
        const std::string_view inside =
            close == std::string_view::npos ? "" : marked.substr(at + 1, close - at - 1);
        const std::size_t colon = inside.rfind(':');
        if (colon == std::string_view::npos) {
            out.text += marked[at];
            continue;
        }
        Mark mark = parse_types(inside.substr(colon + 1), inside);
        std::string_view name = inside.substr(0, colon);
        at = close;
        if (name.substr(0, 6) == "topic=") {
            out.topic = Topic{std::string(name.substr(6)), mark.types};
            continue;
        }
        if (const std::size_t equals = name.find('='); equals != std::string_view::npos) {
            mark.members = members_of(name.substr(equals + 1));
            name = name.substr(0, equals);
        }
        mark.begin = static_cast<std::uint32_t>(out.text.size());
        out.text += name;
        mark.end = static_cast<std::uint32_t>(out.text.size());
        out.marks.push_back(mark);
    }
    return out;
}

class Builder {
  public:
    explicit Builder(Analysis& analysis)
        : analysis_(analysis), lexicon_(analysis.language->lexicon) {}

    void add(const Mark& mark) {
        Mention mention;
        mention.types = mark.types;
        mention.first = token_at(mark.begin, mark);
        mention.last = mention.first;
        while (mention.last < analysis_.tokens.size() &&
               analysis_.tokens[mention.last].begin < mark.end)
            ++mention.last;
        if (mention.first == mention.last || analysis_.tokens[mention.last - 1].end > mark.end)
            throw Error("", "the mark of \"" + text(mark) + "\" ends inside of a word",
                        "mark the whole word, as in [Googles:org.gen]");
        // "Tesla's" inside of the mark: the 's is no part of the mention.
        std::string name = text(mark);
        const std::string_view last = analysis_.text(analysis_.tokens[mention.last - 1]);
        const bool clitic =
            mention.last - mention.first > 1 && (last == "'s" || last == "’s" || last == "'");
        if (clitic) {
            name.resize(name.size() - last.size());
            --mention.last;
        } else if (mark.genitive && name.size() > 1 && name.back() == 's') {
            name.pop_back();
        }
        mention.genitive = mark.genitive || clitic;
        mention.form = form(mention, mark);
        if (mention.form != MentionForm::name) name = text(mark);
        mention.plural = mark.members.size() > 1;
        const std::vector<std::string> names =
            mark.members.empty() ? std::vector<std::string>{std::move(name)} : mark.members;
        for (const std::string& one : names) {
            mention.entity = entity(one, mark.types);
            analysis_.mentions.push_back(mention);
        }
    }

    void add(const Topic& topic) {
        Mention mention;
        mention.form = MentionForm::topic;
        mention.types = topic.types;
        mention.entity = entity(topic.name, topic.types);
        analysis_.topic = mention.entity;
        analysis_.mentions.push_back(mention);
    }

    // Takes in quotations and values but for those that the marks already speak for.
    void add_recognised(const std::vector<Mention>& quotes, const std::vector<Mention>& values) {
        const std::vector<Mention> marked = analysis_.mentions;
        const auto any_mark = [&](auto same) {
            return std::any_of(marked.begin(), marked.end(), same);
        };
        for (const Mention& value : values) {
            const bool overlaps = any_mark([&](const Mention& mark) {
                return mark.first < value.last && value.first < mark.last;
            });
            if (!overlaps) analysis_.mentions.push_back(value);
        }
        for (Mention quote : quotes) {
            const bool is_marked = any_mark([&](const Mention& mark) {
                return mark.first == quote.first && mark.last == quote.last;
            });
            if (is_marked) continue;
            quote.entity = entity(std::string(analysis_.text(quote.first, quote.last)), 0);
            analysis_.mentions.push_back(quote);
        }
    }

    void index() {
        std::vector<Mention>& mentions = analysis_.mentions;
        const auto is_topic = [](const Mention& m) { return m.form == MentionForm::topic; };
        std::stable_sort(mentions.begin(), mentions.end(), [&](const Mention& a, const Mention& b) {
            if (is_topic(a) != is_topic(b)) return is_topic(b);
            return a.first != b.first ? a.first < b.first : a.last > b.last;
        });
        analysis_.mentions_at.assign(analysis_.tokens.size() + 2, 0);
        for (const Mention& mention : mentions) {
            if (!is_topic(mention)) ++analysis_.mentions_at[mention.first + 1];
        }
        for (std::size_t i = 1; i < analysis_.mentions_at.size(); ++i)
            analysis_.mentions_at[i] += analysis_.mentions_at[i - 1];
        for (std::uint32_t i = 0; i < mentions.size(); ++i) {
            if (mentions[i].entity != kNoEntity)
                analysis_.entities[mentions[i].entity].mentions.push_back(i);
        }
    }

  private:
    std::string text(const Mark& mark) const {
        return analysis_.document->text.substr(mark.begin, mark.end - mark.begin);
    }

    std::uint32_t token_at(std::uint32_t begin, const Mark& mark) const {
        for (std::uint32_t at = 0; at < analysis_.tokens.size(); ++at) {
            if (analysis_.tokens[at].begin == begin) return at;
        }
        throw Error("", "the mark of \"" + text(mark) + "\" begins inside of a word",
                    "mark the whole word");
    }

    bool in_class(std::uint32_t token, std::string_view name) const {
        const auto cls = lexicon_.class_named(name);
        return cls && lexicon_.has(analysis_.tokens[token].classes, *cls);
    }

    // By the language's lists: [it:org], [its:org.gen], [the company:org]; all else is a name.
    MentionForm form(const Mention& mention, const Mark& mark) const {
        const std::uint32_t last = mention.last - 1;
        if (!mark.members.empty() && mark.genitive) return MentionForm::possessive;
        if (!mark.members.empty())
            return in_class(last, "pronoun") ? MentionForm::pronoun : MentionForm::nominal;
        if (mention.first == last) {
            if (mark.genitive && in_class(last, "possessive")) return MentionForm::possessive;
            if (in_class(last, "pronoun")) return MentionForm::pronoun;
        }
        if (mention.first < last && in_class(mention.first, "determiner"))
            return MentionForm::nominal;
        const bool capital = (analysis_.tokens[mention.first].flags & kCapital) != 0;
        return !capital && in_class(last, "nominal") ? MentionForm::nominal : MentionForm::name;
    }

    std::uint32_t entity(const std::string& name, TypeSet types) {
        std::vector<Entity>& entities = analysis_.entities;
        for (std::uint32_t i = 0; i < entities.size(); ++i) {
            if (entities[i].name == name) return i;
        }
        Entity made;
        made.name = name;
        made.types = types;
        entities.push_back(std::move(made));
        return static_cast<std::uint32_t>(entities.size() - 1);
    }

    Analysis& analysis_;
    const Lexicon& lexicon_;
};

}  // namespace

MarkedText::MarkedText(std::string_view marked, const Language& language) {
    Unmarked unmarked = unmark(marked);
    document_.id = "example";
    document_.language = language.code;
    document_.text = std::move(unmarked.text);
    analysis_.document = &document_;
    analysis_.language = &language;
    tokenize(document_.text, language.lexicon, analysis_.tokens);
    split_sentences(document_.text, analysis_.tokens, language.lexicon, analysis_.sentences);
    find_phrases(analysis_);

    find_values(analysis_);
    const std::vector<Mention> values = std::exchange(analysis_.mentions, {});
    std::vector<Mention> quotes;
    find_quotes(analysis_, quotes);

    Builder builder(analysis_);
    for (const Mark& mark : unmarked.marks) {
        if ((mark.types & kEntityTypes) != 0) builder.add(mark);
    }
    if (unmarked.topic) builder.add(*unmarked.topic);
    builder.add_recognised(quotes, values);
    builder.index();
}

}  // namespace relata::extract
