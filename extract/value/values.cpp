#include "extract/value/values.hpp"

#include <algorithm>

#include "extract/language.hpp"
#include "extract/value/value_reader.hpp"

namespace relata::extract {

namespace {

TypeSet types_of(ValueKind kind) {
    if (kind == ValueKind::money) return type_bit(EntityType::money);
    if (kind == ValueKind::date) return type_bit(EntityType::date);
    return 0;
}

std::optional<FoundValue> read_value(const ValueReader& reader, std::uint32_t token,
                                     std::uint32_t after_date) {
    if (auto found = read_money(reader, token)) return found;
    if (auto found = read_percent(reader, token)) return found;
    if (auto found = read_date(reader, token, after_date)) return found;
    return read_round(reader, token);
}

void append(Analysis& analysis, std::uint32_t token, FoundValue&& found) {
    Mention mention;
    mention.first = token;
    mention.last = found.last;
    mention.types = types_of(found.kind);
    mention.form = MentionForm::value;
    mention.value_kind = found.kind;
    mention.value = static_cast<std::uint32_t>(analysis.values.size());
    analysis.mentions.push_back(mention);
    analysis.values.push_back(std::move(found.value));
}

// Which tokens a value can begin with, so that the others cost next to nothing.
class Beginnings {
  public:
    Beginnings(const ValueReader& reader, const Lexicon& lexicon)
        : lexicon_(lexicon), known_(lexicon.class_set_count(), kUnknown) {
        for (const ValueReader::Class& cls : {reader.currency, reader.number, reader.month,
                                              reader.weekday, reader.relative_date, reader.round})
            if (cls) classes_.push_back(*cls);
    }
    bool include(const Token& token) {
        return (token.flags & kDigits) != 0 || has_any(token.classes) ||
               has_any(lexicon_.phrase_start_classes(token.word)) || may_be_code(token);
    }

  private:
    // "EUR1.2bn"
    static bool may_be_code(const Token& token) {
        return token.word == 0 && (token.flags & kCapital) != 0 &&
               (token.flags & kInnerCapital) == 0;
    }
    enum Answer : std::uint8_t { kUnknown, kNo, kYes };
    bool has_any(ClassSet set) {
        Answer& answer = known_[set];
        if (answer == kUnknown) {
            const auto has = [&](ClassId cls) { return lexicon_.has(set, cls); };
            answer = std::any_of(classes_.begin(), classes_.end(), has) ? kYes : kNo;
        }
        return answer == kYes;
    }

    const Lexicon& lexicon_;
    std::vector<ClassId> classes_;
    std::vector<Answer> known_;  // by ClassSet
};

}  // namespace

void find_values(Analysis& analysis, const Lexicon& lexicon) {
    ValueReader reader(analysis, lexicon);
    Beginnings beginnings(reader, lexicon);
    for (const Sentence& sentence : analysis.sentences) {
        reader.enter(sentence);
        std::uint32_t after_date = 0;
        for (std::uint32_t token = sentence.first; token < sentence.last;) {
            std::optional<FoundValue> found;
            if (beginnings.include(analysis.tokens[token]))
                found = read_value(reader, token, after_date);
            if (!found) {
                ++token;
                continue;
            }
            const std::uint32_t last = found->last;
            if (found->kind == ValueKind::date) after_date = last;
            append(analysis, token, std::move(*found));
            token = last;
        }
    }
}

void find_values(Analysis& analysis) { find_values(analysis, analysis.language->lexicon); }

}  // namespace relata::extract
