// The compiled matcher against a naive one on random patterns and sentences. The naive one walks
// over the syntax tree with continuations; it knows no programs, visited bits or triggers.
#include <doctest/doctest.h>

#include <functional>
#include <random>
#include <set>

#include "extract/rule/pattern.hpp"
#include "tests/extract/rule/fixture.hpp"

using namespace relata::extract;
using namespace relata::extract::test;

namespace {

using Next = std::function<bool(std::uint32_t)>;

// Sanitizers make the naive matcher a hundred times as slow.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define RELATA_ADDRESS_SANITIZER
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define RELATA_ADDRESS_SANITIZER
#endif
#ifdef RELATA_ADDRESS_SANITIZER
constexpr std::size_t kPatterns = 40;
#else
constexpr std::size_t kPatterns = 400;
#endif

class NaiveMatcher {
  public:
    explicit NaiveMatcher(const Analysis& analysis) : analysis_(analysis) {}

    struct Found {
        std::uint32_t first = 0, last = 0, subject = 0, object = 0;
    };

    // `pattern` is a sequence whose child number `anchor` is the anchor, a word.
    std::optional<Found> match(const Node& pattern, std::size_t anchor, std::uint32_t at) {
        Found found;
        found_ = &found;
        const std::vector<Node> left(
            pattern.children.begin(),
            pattern.children.begin() + static_cast<std::ptrdiff_t>(anchor));
        const std::vector<Node> right(
            pattern.children.begin() + static_cast<std::ptrdiff_t>(anchor) + 1,
            pattern.children.end());
        const bool matched = run(left, left.size(), false, at,
                                 [&](std::uint32_t end) {
                                     found.first = end;
                                     return true;
                                 }) &&
                             run(right, 0, true, at + 1, [&](std::uint32_t end) {
                                 found.last = end;
                                 return true;
                             });
        return matched ? std::optional(found) : std::nullopt;
    }

  private:
    std::uint32_t size() const { return static_cast<std::uint32_t>(analysis_.tokens.size()); }

    bool in_name(std::uint32_t at) const {
        for (const Mention& mention : analysis_.mentions) {
            if (mention.first <= at && at < mention.last) return true;
        }
        return false;
    }

    bool one(const Node& node, std::uint32_t at) const {
        const std::string_view text = analysis_.text(analysis_.tokens[at]);
        switch (node.kind) {
            case Node::Kind::word:
                return text == node.text;
            case Node::Kind::gap:
                return text != "," && !in_name(at);
            default:
                return true;
        }
    }

    // Children from `i` on, or, backward, those before `i`.
    bool run(const std::vector<Node>& nodes, std::size_t i, bool forward, std::uint32_t at,
             const Next& next) {
        if (i == (forward ? nodes.size() : 0)) return next(at);
        return step(nodes[forward ? i : i - 1], forward, at, [&, i](std::uint32_t end) {
            return run(nodes, forward ? i + 1 : i - 1, forward, end, next);
        });
    }

    bool repeat(const Node& node, unsigned done, bool forward, std::uint32_t at, const Next& next) {
        const Node& child = node.children[0];
        const bool lazy = child.kind == Node::Kind::gap || child.kind == Node::Kind::any;
        const auto more = [&] {
            return done < node.max && step(child, forward, at, [&](std::uint32_t end) {
                       return repeat(node, done + 1, forward, end, next);
                   });
        };
        if (done < node.min) return more();
        return lazy ? next(at) || more() : more() || next(at);
    }

    bool slot(const Node& node, bool forward, std::uint32_t at, const Next& next) {
        for (std::uint32_t i = 0; i < analysis_.mentions.size(); ++i) {
            const Mention& mention = analysis_.mentions[i];
            if ((forward ? mention.first : mention.last) != at) continue;
            if ((mention.types & node.slot.types) == 0) continue;
            if (!next(forward ? mention.last : mention.first)) continue;
            (node.role == "a" ? found_->subject : found_->object) = i;
            return true;
        }
        return false;
    }

    bool step(const Node& node, bool forward, std::uint32_t at, const Next& next) {
        switch (node.kind) {
            case Node::Kind::word:
            case Node::Kind::gap:
            case Node::Kind::any:
                if (forward ? at >= size() : at == 0) return false;
                return one(node, forward ? at : at - 1) && next(forward ? at + 1 : at - 1);
            case Node::Kind::slot:
                return slot(node, forward, at, next);
            case Node::Kind::sequence:
                return run(node.children, forward ? 0 : node.children.size(), forward, at, next);
            case Node::Kind::choice:
                return std::any_of(
                    node.children.begin(), node.children.end(),
                    [&](const Node& child) { return step(child, forward, at, next); });
            case Node::Kind::repeat:
                return repeat(node, 0, forward, at, next);
            case Node::Kind::not_next:
            case Node::Kind::not_before:
                return !step(node.children[0], node.kind == Node::Kind::not_next, at,
                             [](std::uint32_t) { return true; }) &&
                       next(at);
            default:
                return false;
        }
    }

    const Analysis& analysis_;
    Found* found_ = nullptr;
};

class Generator {
  public:
    explicit Generator(unsigned seed) : random_(seed) {}
    unsigned below(unsigned n) { return static_cast<unsigned>(random_() % n); }

    // A piece of pattern without roles and anchors.
    std::string piece(unsigned depth) {
        static const char* const kLeaves[] = {"x", "y",      "z",      ",",  ".",
                                              "_", ".{0,2}", "_{0,2}", "x?", "y{1,2}"};
        switch (depth == 0 ? 0 : below(7)) {
            case 1:
                return "( " + pieces(depth - 1) + " | " + pieces(depth - 1) + " )";
            case 2:
                return "( " + pieces(depth - 1) + " ){0,2}";
            case 3:
                return "( " + pieces(depth - 1) + " | " + pieces(depth - 1) + " )?";
            case 4:
                return "!( " + pieces(depth - 1) + " )";
            case 5:
                return "!<( " + pieces(depth - 1) + " )";
            default:
                return kLeaves[below(10)];
        }
    }
    std::string pieces(unsigned depth) {
        std::string text = piece(depth);
        for (unsigned i = below(3); i > 0; --i) text += " " + piece(depth);
        return text;
    }
    std::string sentence() {
        static const char* const kTokens[] = {"x", "y", "z", ",", "k", "x", "y"};
        std::string text;
        for (unsigned i = 4 + below(10); i > 0; --i) {
            if (below(4) == 0) {
                text += below(3) == 0 ? "[N M:org] " : "[O:org] [P:org] ";
            } else {
                text += std::string(kTokens[below(7)]) + " ";
            }
        }
        return text;
    }

  private:
    std::mt19937 random_;
};

// "anchor first last subject object" of every match.
std::multiset<std::string> naive_matches(const Node& pattern, const Analysis& analysis) {
    std::multiset<std::string> out;
    std::size_t anchor = 0;
    while (!pattern.children[anchor].anchor) ++anchor;
    for (std::uint32_t at = 0; at < analysis.tokens.size(); ++at) {
        if (analysis.text(analysis.tokens[at]) != "k") continue;
        const auto found = NaiveMatcher(analysis).match(pattern, anchor, at);
        if (!found) continue;
        const auto entity = [&](std::uint32_t i) { return analysis.mentions[i].entity; };
        if (entity(found->subject) == entity(found->object)) continue;
        out.insert(std::to_string(at) + " " + std::to_string(found->first) + " " +
                   std::to_string(found->last) + " " + std::to_string(found->subject) + " " +
                   std::to_string(found->object));
    }
    return out;
}

struct AllClaims : MatchListener {
    void matched(const Claim& claim) override {
        out.insert(std::to_string(claim.anchor) + " " + std::to_string(claim.first) + " " +
                   std::to_string(claim.last) + " " + std::to_string(claim.subject) + " " +
                   std::to_string(claim.object));
    }
    std::multiset<std::string> out;
};

}  // namespace

TEST_CASE("the matcher agrees with a naive one on random patterns") {
    Generator generator(20260);
    std::size_t matches = 0;
    for (std::size_t round = 0; round < kPatterns; ++round) {
        const std::string pattern =
            "a:org " + generator.pieces(3) + " @k " + generator.pieces(3) + " b:org";
        CAPTURE(pattern);
        const std::string rules =
            "rule r\n match " + pattern + "\n emit acquired(a, b)\n + x -> y(a, b)\n - x\n";
        const RuleFiles files = parse_rules(std::vector<RuleSource>{{"t", rules}});
        const Node& node = files.impl().rules[0].matches[0].pattern.node;
        const Language language = make_language(rules);
        for (int i = 0; i < 40; ++i) {
            const std::string sentence = generator.sentence();
            CAPTURE(sentence);
            const MarkedText text(sentence, language);
            REQUIRE(text.analysis().sentences.size() == 1);
            AllClaims claims;
            const std::vector<Claim> heard =
                match_rules(language.rules, catalogue(), text.analysis(), &claims);
            REQUIRE(claims.out == naive_matches(node, text.analysis()));
            matches += claims.out.size();
            // Without a listener, attempts that cannot succeed are left out.
            const std::vector<Claim> unheard =
                match_rules(language.rules, catalogue(), text.analysis());
            REQUIRE(std::equal(heard.begin(), heard.end(), unheard.begin(), unheard.end(),
                               [](const Claim& a, const Claim& b) {
                                   return a.subject == b.subject && a.object == b.object &&
                                          a.first == b.first && a.last == b.last;
                               }));
        }
    }
    CHECK(matches > kPatterns / 4 * 3);  // or the test would prove nothing
}
