#include "extract/explain.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "extract/settle_types.hpp"

namespace relata::extract {
namespace {

class Recorder : public MatchListener {
  public:
    void matched(const Claim& claim) override { claims.push_back(claim); }
    void failed(RuleIndex rule, std::uint32_t alternative, std::uint32_t anchor, std::uint32_t at,
                const std::string& wanted) override {
        misses.push_back({rule, alternative, anchor, at, wanted});
    }
    std::vector<Claim> claims;
    std::vector<NearMiss> misses;
};

// What makes two claims the same one.
auto identity(const Claim& claim) {
    return std::make_tuple(claim.rule, claim.alternative, claim.anchor, claim.type, claim.subject,
                           claim.object);
}

std::uint32_t distance(const NearMiss& miss) {
    return miss.at > miss.anchor ? miss.at - miss.anchor : miss.anchor - miss.at;
}

class Describer {
  public:
    Describer(const Explanation& explanation, const Catalogue& catalogue, std::size_t miss_limit)
        : explanation_(explanation),
          analysis_(explanation.analysis),
          rules_(explanation.analysis.language->rules.rules()),
          catalogue_(catalogue),
          miss_limit_(miss_limit) {}

    std::string run() {
        out_ = "language " + analysis_.language->code + "\n";
        for (std::uint32_t i = 0; i < analysis_.sentences.size(); ++i) sentence(i);
        return std::move(out_);
    }

  private:
    void sentence(std::uint32_t number) {
        const Sentence& sentence = analysis_.sentences[number];
        out_ += "\nsentence " + std::to_string(number + 1) + "\n  tokens    ";
        for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
            if (t > sentence.first) out_ += " | ";
            out_ += analysis_.text(analysis_.tokens[t]);
        }
        out_ += '\n';
        for (const Mention& mention : analysis_.mentions) {
            const bool words = mention.last > mention.first;
            if (words && mention.first >= sentence.first && mention.last <= sentence.last) {
                describe_mention(mention);
            }
        }
        for (const Claim& claim : explanation_.claims) {
            if (claim.sentence == number) describe_claim(claim, "relation  ");
        }
        for (const Claim& claim : explanation_.overruled) {
            if (claim.sentence == number) describe_claim(claim, "overruled ");
        }
        misses(number);
    }

    std::string name_of(const Mention& mention) const {
        if (mention.value_kind != ValueKind::none) {
            const Value& value = analysis_.values[mention.value];
            return value.currency.empty() ? value.text : value.text + " " + value.currency;
        }
        if (mention.entity != kNoEntity && !analysis_.entities[mention.entity].name.empty())
            return analysis_.entities[mention.entity].name;
        if (mention.last > mention.first) {
            return std::string(analysis_.text(mention.first, mention.last));
        }
        return "?";
    }

    void describe_mention(const Mention& mention) {
        out_ += "  mention   \"" + std::string(analysis_.text(mention.first, mention.last)) + "\" ";
        out_ += to_string(mention.form);
        const std::string types = type_names(mention.types);
        if (!types.empty()) out_ += " " + types;
        if (mention.genitive) out_ += " genitive";
        const bool named = mention.entity != kNoEntity || mention.value_kind != ValueKind::none;
        out_ += named ? " -> " + name_of(mention) + "\n" : "\n";
    }

    std::string place_of(RuleIndex rule, std::uint32_t alternative) const {
        const RuleInfo& info = rules_[rule];
        return info.name + ", rules/" + info.file + ":" + std::to_string(info.line) +
               ", alternative " + std::to_string(alternative + 1);
    }

    void describe_claim(const Claim& claim, std::string_view label) {
        out_ += "  ";
        out_ += label;
        out_ += catalogue_.type(claim.type).name + "(" +
                name_of(analysis_.mentions[claim.subject]) + ", " +
                name_of(analysis_.mentions[claim.object]) + ") ";
        out_ += to_string(claim.status);
        for (const auto& [key, value] : claim.attributes) {
            out_ += " ";
            out_ += key;
            out_ += "=\"";
            out_ += value;
            out_ += '"';
        }
        out_ += "\n            by " + place_of(claim.rule, claim.alternative) + ", on \"" +
                std::string(analysis_.text(claim.first, claim.last)) + "\"\n";
    }

    // The near misses of a sentence, one a rule, those that came farthest from their anchor first.
    void misses(std::uint32_t number) {
        const Sentence& sentence = analysis_.sentences[number];
        std::set<RuleIndex> told;
        for (const Claim& claim : explanation_.claims) {
            if (claim.sentence == number) told.insert(claim.rule);
        }
        std::vector<NearMiss> nearest;
        for (const NearMiss& miss : explanation_.misses) {
            if (miss.anchor >= sentence.first && miss.anchor < sentence.last)
                nearest.push_back(miss);
        }
        std::stable_sort(nearest.begin(), nearest.end(), [](const NearMiss& a, const NearMiss& b) {
            return distance(a) > distance(b);
        });
        std::size_t shown = 0;
        for (const NearMiss& miss : nearest) {
            if (shown == miss_limit_) break;
            if (!told.insert(miss.rule).second) continue;
            ++shown;
            const bool inside = miss.at < sentence.last;
            out_ += "  near miss " + place_of(miss.rule, miss.alternative) +
                    "\n            found \"" +
                    std::string(analysis_.text(analysis_.tokens[miss.anchor])) +
                    "\", then wanted " + miss.wanted + " at " +
                    (inside ? "\"" + std::string(analysis_.text(analysis_.tokens[miss.at])) + "\""
                            : std::string("the end of the sentence")) +
                    "\n";
        }
    }

    const Explanation& explanation_;
    const Analysis& analysis_;
    std::span<const RuleInfo> rules_;
    const Catalogue& catalogue_;
    std::size_t miss_limit_;
    std::string out_;
};

}  // namespace

Explanation explain(const Extractor& extractor, const Document& document) {
    Explanation result;
    Recorder recorder;
    Extractor::Reading reading = extractor.read(document, &recorder);
    result.analysis = std::move(reading.analysis);
    result.claims = std::move(reading.claims);
    const RuleSet& rules = result.analysis.language->rules;
    settle_types(result.analysis, rules, result.claims);
    std::set<decltype(identity(Claim()))> standing;
    for (const Claim& claim : result.claims) standing.insert(identity(claim));
    for (Claim& claim : recorder.claims) {
        if (!standing.contains(identity(claim))) result.overruled.push_back(std::move(claim));
    }
    result.misses = std::move(recorder.misses);
    return result;
}

std::string describe(const Explanation& explanation, const Catalogue& catalogue,
                     std::size_t misses_per_sentence) {
    return Describer(explanation, catalogue, misses_per_sentence).run();
}

}  // namespace relata::extract
