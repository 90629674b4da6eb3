// Runs the stages up to the names on a text, for the tests of this folder.
#pragma once

#include <memory>
#include <string>

#include "extract/analysis.hpp"
#include "extract/language.hpp"
#include "extract/name/recognise.hpp"
#include "extract/text/phrases.hpp"
#include "extract/text/sentences.hpp"
#include "extract/text/tokenize.hpp"
#include "extract/value/values.hpp"

namespace relata::extract {

inline const Knowledge& knowledge() {
    static const Knowledge made;
    return made;
}

// An analysed text with the document that it refers to.
struct Article {
    Document document;
    Analysis analysis;

    Article(const std::string& language, std::string text) {
        document.id = "test";
        document.language = language;
        document.text = std::move(text);
        analysis.document = &document;
        analysis.language = &knowledge().language(language);
        const Lexicon& lexicon = analysis.language->lexicon;
        tokenize(document.text, lexicon, analysis.tokens);
        split_sentences(document.text, analysis.tokens, lexicon, analysis.sentences);
        find_phrases(analysis);
        find_values(analysis);
        recognise_names(analysis);
    }
    Article(const Article&) = delete;

    std::string name_of(const Mention& mention) const {
        return mention.entity == kNoEntity ? "" : analysis.entities[mention.entity].name;
    }
    // The entity that the n-th mention with these words refers to, "A + B" for several; "" if none,
    // "?" without mention.
    std::string referent(std::string_view words, std::size_t n = 0) const {
        for (const Mention& mention : analysis.mentions) {
            if (mention.form == MentionForm::topic || mention.form == MentionForm::quoted) continue;
            const std::span<const Mention> group = whole_group(analysis.mentions, mention);
            if (&mention != &group.front()) continue;
            if (analysis.text(mention.first, mention.last) != words || n-- != 0) continue;
            std::string names;
            for (const Mention& one : group) names += (names.empty() ? "" : " + ") + name_of(one);
            return names;
        }
        return "?";
    }
};

}  // namespace relata::extract
