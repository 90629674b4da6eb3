#include "extract/value/values.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/language.hpp"
#include "extract/value/value_reader.hpp"

namespace relata::extract {

namespace {

TypeSet types_of(ValueKind kind) {
    if (kind == ValueKind::money) return type_bit(EntityType::money);
    if (kind == ValueKind::date) return type_bit(EntityType::date);
    return 0;
}

// Kinds of value, as bits.
using Kinds = std::uint8_t;
constexpr Kinds bit(ValueKind kind) {
    return static_cast<Kinds>(1U << static_cast<unsigned>(kind));
}

std::optional<FoundValue> read_value(const ValueReader& reader, Kinds kinds, std::uint32_t token,
                                     std::uint32_t after_date) {
    const auto may_be = [&](ValueKind kind) { return (kinds & bit(kind)) != 0; };
    if (may_be(ValueKind::money))
        if (auto found = read_money(reader, token)) return found;
    if (may_be(ValueKind::percent))
        if (auto found = read_percent(reader, token)) return found;
    if (may_be(ValueKind::date))
        if (auto found = read_date(reader, token, after_date)) return found;
    return may_be(ValueKind::round) ? read_round(reader, token) : std::nullopt;
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

// Which kinds of value can begin with a token, so that most tokens cost next to nothing.
class Beginnings {
  public:
    Beginnings(const ValueReader& reader, const Analysis& analysis, const Lexicon& lexicon)
        : analysis_(analysis), lexicon_(lexicon), known_(lexicon.class_set_count(), kUnknown) {
        const Kinds money = bit(ValueKind::money), date = bit(ValueKind::date);
        add(reader.currency, money);
        add(reader.number, money | bit(ValueKind::percent));
        for (const ValueReader::Class& cls : {reader.month, reader.weekday, reader.relative_date})
            add(cls, date);
        add(reader.round, bit(ValueKind::round));
    }
    Kinds of(const Token& token) {
        unsigned kinds = of_set(token.classes);
        if ((token.flags & kStartsPhrase) != 0)
            kinds |= of_set(lexicon_.phrase_start_classes(token.word));
        if ((token.flags & kDigits) != 0)
            kinds |= bit(ValueKind::money) | bit(ValueKind::percent) | bit(ValueKind::date);
        if (may_be_code(token)) kinds |= bit(ValueKind::money);
        return static_cast<Kinds>(kinds);
    }

  private:
    static constexpr Kinds kUnknown = 0xff;
    struct Row {
        ClassId cls;
        unsigned kinds;
    };
    void add(const ValueReader::Class& cls, unsigned kinds) {
        if (cls) rows_.push_back({*cls, kinds});
    }
    // "EUR1.2bn"
    bool may_be_code(const Token& token) const {
        if (token.word != 0 || (token.flags & (kCapital | kInnerCapital)) != kCapital) return false;
        const std::string_view text = analysis_.text(token).substr(0, 4);
        return text.find_first_of("0123456789") != std::string_view::npos;
    }
    Kinds of_set(ClassSet set) {
        Kinds& answer = known_[set];
        if (answer == kUnknown) {
            unsigned kinds = 0;
            for (const Row& row : rows_)
                if (lexicon_.has(set, row.cls)) kinds |= row.kinds;
            answer = static_cast<Kinds>(kinds);
        }
        return answer;
    }

    const Analysis& analysis_;
    const Lexicon& lexicon_;
    std::vector<Row> rows_;
    std::vector<Kinds> known_;  // by ClassSet
};

}  // namespace

void find_values(Analysis& analysis, const Lexicon& lexicon) {
    ValueReader reader(analysis, lexicon);
    Beginnings beginnings(reader, analysis, lexicon);
    for (const Sentence& sentence : analysis.sentences) {
        reader.enter(sentence);
        std::uint32_t after_date = 0;
        for (std::uint32_t token = sentence.first; token < sentence.last;) {
            std::optional<FoundValue> found;
            if (const Kinds kinds = beginnings.of(analysis.tokens[token]); kinds != 0)
                found = read_value(reader, kinds, token, after_date);
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
