#include "extract/rule/expectation.hpp"

#include <algorithm>
#include <cctype>

#include "base/error.hpp"
#include "extract/document.hpp"
#include "extract/language.hpp"
#include "extract/rule/cursor.hpp"
#include "extract/text/sentences.hpp"
#include "extract/text/tokenize.hpp"
#include "extract/value/values.hpp"

namespace relata::extract {

namespace {

std::string trimmed(std::string_view text) {
    while (!text.empty() && Cursor::is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && Cursor::is_space(text.back())) text.remove_suffix(1);
    return std::string(text);
}

// Whether `text` is empty or begins with " key=".
bool begins_attributes(std::string_view text) {
    Cursor cursor{text, 0, 0, static_cast<std::uint32_t>(text.size())};
    cursor.skip_space();
    if (cursor.done()) return true;
    return cursor.at > 0 && !cursor.take_name().empty() && cursor.peek() == '=';
}

void parse_attributes(std::string_view text, Expectation& out) {
    Cursor cursor{text, 0, 0, static_cast<std::uint32_t>(text.size())};
    for (cursor.skip_space(); !cursor.done(); cursor.skip_space()) {
        const std::string key(cursor.take_name());
        if (key.empty() || !cursor.take('='))
            throw Error("", "\"" + std::string(cursor.rest()) + "\" is no attribute",
                        "write key=value or key=\"words\"");
        std::string value;
        if (cursor.take('"')) {
            const std::size_t close = std::min(cursor.rest().find('"'), cursor.rest().size());
            value = cursor.rest().substr(0, close);
            cursor.at += static_cast<std::uint32_t>(close);
            cursor.take('"');
        } else {
            value = cursor.take_word();
        }
        if (key == "status") {
            out.status = value;
        } else {
            out.attributes[key] = value;
        }
    }
}

Expectation parse_expectation(std::string_view text) {
    Expectation out;
    out.status = "asserted";
    std::size_t close = text.find(')');
    while (close != std::string_view::npos && !begins_attributes(text.substr(close + 1)))
        close = text.find(')', close + 1);
    if (close == std::string_view::npos || text.find('(') > close)
        throw Error("", "\"" + std::string(text) + "\" is no relation",
                    "write TYPE(SUBJECT, OBJECT) status=former key=\"words\"");
    out.head = text.substr(0, close + 1);
    parse_attributes(text.substr(close + 1), out);
    return out;
}

// The ways in which an example may write a subject or object.
std::vector<std::string> names(const Analysis& analysis, std::uint32_t index) {
    const Mention& mention = analysis.mentions[index];
    std::vector<std::string> out;
    if (mention.value_kind != ValueKind::none) {
        const Value& value = analysis.values[mention.value];
        if (!value.currency.empty()) out.push_back(value.text + " " + value.currency);
        out.push_back(value.text);
    } else if (mention.entity != kNoEntity) {
        out.push_back(analysis.entities[mention.entity].name);
    }
    if (mention.first < mention.last) out.emplace_back(analysis.text(mention.first, mention.last));
    return out;
}

// The value that a text such as "$500 million" is normalised to, or the text.
std::string normalised(const std::string& text, const Language& language) {
    Document document;
    document.text = text;
    Analysis analysis;
    analysis.document = &document;
    analysis.language = &language;
    tokenize(document.text, language.lexicon, analysis.tokens);
    split_sentences(document.text, analysis.tokens, language.lexicon, analysis.sentences);
    find_values(analysis);
    return analysis.values.size() == 1 ? analysis.values.front().text : text;
}

bool has_head(const Expectation& expected, const Claim& claim, const Catalogue& catalogue,
              const Analysis& analysis) {
    const RelationType& type = catalogue.type(claim.type);
    for (const std::string& subject : names(analysis, claim.subject)) {
        for (const std::string& object : names(analysis, claim.object)) {
            if (expected.head == type.name + "(" + subject + ", " + object + ")") return true;
            if (type.symmetric && expected.head == type.name + "(" + object + ", " + subject + ")")
                return true;
        }
    }
    return false;
}

}  // namespace

std::vector<Expectation> parse_expectations(std::string_view text) {
    std::vector<Expectation> out;
    while (true) {
        const std::size_t end = text.find(" ; ");
        out.push_back(parse_expectation(trimmed(text.substr(0, end))));
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 3);
    }
}

bool meets(const Expectation& expected, const Claim& claim, const Catalogue& catalogue,
           const Analysis& analysis) {
    if (!has_head(expected, claim, catalogue, analysis)) return false;
    if (expected.status != to_string(claim.status)) return false;
    return std::all_of(expected.attributes.begin(), expected.attributes.end(),
                       [&](const auto& one) {
                           const auto found = claim.attributes.find(one.first);
                           if (found == claim.attributes.end()) return false;
                           return found->second == one.second ||
                                  found->second == normalised(one.second, *analysis.language);
                       });
}

std::string show_claim(const Claim& claim, const Catalogue& catalogue, const Analysis& analysis) {
    const auto name = [&](std::uint32_t index) {
        const std::vector<std::string> all = names(analysis, index);
        return all.empty() ? std::string("?") : all.front();
    };
    std::string text = catalogue.type(claim.type).name + "(" + name(claim.subject) + ", " +
                       name(claim.object) + ")";
    if (claim.status != Status::asserted) text += " status=" + std::string(to_string(claim.status));
    for (const auto& [key, value] : claim.attributes) text += " " + key + "=\"" + value + "\"";
    return text;
}

}  // namespace relata::extract
