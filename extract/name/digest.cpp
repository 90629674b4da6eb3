#include "extract/name/digest.hpp"

#include <algorithm>
#include <string_view>

#include "extract/name/salience.hpp"

namespace relata::extract {

namespace {

// Reads the paragraphs of an article.
class Digest {
  public:
    Digest(const ArticleWords& words, std::span<const Entity> entities,
           std::span<const Mention> mentions)
        : words_(words), entities_(entities), mentions_(mentions), named_(entities.size()) {}

    std::vector<std::uint32_t> stories() {
        read_paragraphs();
        note_paragraphs_of_names();
        const bool digest = is_digest();
        std::vector<std::uint32_t> stories;
        stories.reserve(paragraphs_.size());
        for (std::uint32_t i = 0; i < paragraphs_.size(); ++i) {
            const Paragraph& paragraph = paragraphs_[i];
            const bool begins = paragraph.headed || (digest && is_own(i));
            stories.push_back(begins ? paragraph.subject : kNoEntity);
        }
        return stories;
    }

  private:
    struct Paragraph {
        std::uint32_t end = 0;              // token
        std::uint32_t subject = kNoEntity;  // of its first sentence
        bool headed = false;                // "Acme: "
    };
    struct Named {
        std::uint32_t first = kNoEntity, last = kNoEntity;  // paragraphs
        std::size_t paragraphs = 0;                         // how many
    };

    // Not where one organisation runs through most of it.
    bool is_digest() const {
        constexpr std::size_t fewest = 4;  // stories
        std::size_t with_subject = 0, own = 0, most = 0;
        for (std::uint32_t i = 0; i < paragraphs_.size(); ++i) {
            const std::uint32_t subject = paragraphs_[i].subject;
            if (subject == kNoEntity) continue;
            ++with_subject;
            if (is_own(i)) ++own;
            most = std::max(most, named_[subject].paragraphs);
        }
        return own >= fewest && 4 * own >= 3 * with_subject && 2 * most <= with_subject;
    }

    void read_paragraphs() {
        std::size_t next = 0;
        for (const Sentence& sentence : words_.analysis.sentences) {
            if (begins_line(words_.analysis, sentence)) {
                while (next < mentions_.size() && mentions_[next].first < sentence.first) ++next;
                paragraphs_.push_back(read(sentence, next));
            }
            paragraphs_.back().end = sentence.last;
        }
    }

    Paragraph read(const Sentence& sentence, std::size_t next) const {
        Paragraph paragraph;
        for (; next < mentions_.size() && mentions_[next].first < sentence.last; ++next) {
            const Mention& name = mentions_[next];
            if (!is_organisation(entities_, name)) continue;
            paragraph.headed = name.first == sentence.first && name.last < sentence.last &&
                               words_.is(name.last, ':');
            if (!paragraph.headed && refers_back(sentence.first, name.first)) break;
            if (paragraph.headed || may_be_subject(name, sentence)) {
                paragraph.subject = name.entity;
                break;
            }
        }
        return paragraph;
    }

    bool may_be_subject(const Mention& name, const Sentence& sentence) const {
        return !is_modifier(words_, name, sentence.first, sentence.last) &&
               !is_governed(words_, name, sentence.first) &&
               !is_background(words_, name, sentence.first) &&
               !is_aside(words_, name, sentence.first, sentence.last);
    }

    // "The start-up and", "Its rival": of whom the paragraph before told.
    bool refers_back(std::uint32_t from, std::uint32_t to) const {
        for (std::uint32_t t = from; t < to; ++t) {
            if ((words_.single[t] & (cls::pronoun | cls::possessive)) != 0) return true;
            if ((words_.single[t] & cls::nominal) != 0 && words_.has(t, cls::org_noun) &&
                t + 1 < to && words_.has(from, cls::determiner))
                return true;
        }
        return false;
    }

    // The heading of an article names what its paragraphs do.
    void note_paragraphs_of_names() {
        const bool heading = has_heading(words_.analysis);
        std::uint32_t paragraph = 0;
        for (const Mention& name : mentions_) {
            while (name.first >= paragraphs_[paragraph].end) ++paragraph;
            if (name.entity == kNoEntity || (heading && paragraph == 0)) continue;
            Named& named = named_[name.entity];
            if (named.first == kNoEntity) named.first = paragraph;
            if (named.last != paragraph) ++named.paragraphs;
            named.last = paragraph;
        }
    }

    bool is_own(std::uint32_t paragraph) const {
        const std::uint32_t subject = paragraphs_[paragraph].subject;
        return subject != kNoEntity && named_[subject].first == paragraph &&
               named_[subject].last == paragraph;
    }

    const ArticleWords& words_;
    std::span<const Entity> entities_;
    std::span<const Mention> mentions_;
    std::vector<Paragraph> paragraphs_;
    std::vector<Named> named_;  // by entity
};

}  // namespace

std::vector<std::uint32_t> find_stories(const ArticleWords& words, std::span<const Entity> entities,
                                        std::span<const Mention> mentions) {
    return Digest(words, entities, mentions).stories();
}

bool begins_line(const Analysis& analysis, const Sentence& sentence) {
    if (sentence.first == 0) return true;
    const std::uint32_t begin = analysis.tokens[sentence.first - 1].end;
    const std::uint32_t end = analysis.tokens[sentence.first].begin;
    return std::string_view(analysis.document->text).substr(begin, end - begin).find('\n') !=
           std::string_view::npos;
}

bool has_heading(const Analysis& analysis) {
    return analysis.sentences.size() >= 2 && begins_line(analysis, analysis.sentences[1]);
}

}  // namespace relata::extract
