#include "extract/read/main_text.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "base/utf8.hpp"
#include "extract/read/html_blocks.hpp"

namespace relata::extract {

namespace {

// A block of running text: long enough and not made of links.
constexpr std::size_t kRunningText = 80;
constexpr double kFewLinks = 0.33;
// How far up a block votes; deeper nesting does not make a page an article.
constexpr int kVotesUp = 24;

bool is_running_text(const Block& block) {
    return block.kind != BlockKind::heading && block.text.size() >= kRunningText &&
           block.link_share() < kFewLinks;
}

bool ends_a_sentence(std::string_view text) {
    constexpr std::array<std::string_view, 14> kEnds = {".", "!", "?", ":", "\"", "”", "“",
                                                        "»", "«", "…", ")", "'",  "’", "‘"};
    return std::any_of(kEnds.begin(), kEnds.end(),
                       [&](std::string_view end) { return text.ends_with(end); });
}

// How much running text lies inside of each element.
class Votes {
  public:
    explicit Votes(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            if (!is_running_text(block)) continue;
            total_ += block.text.size();
            int steps = 0;
            for (const xmlNode* up = block.element; up != nullptr && steps < kVotesUp;
                 up = up->parent, ++steps)
                bytes_[up] += block.text.size();
        }
    }
    std::size_t of(const xmlNode* node) const {
        const auto found = bytes_.find(node);
        return found == bytes_.end() ? 0 : found->second;
    }
    std::size_t total() const { return total_; }

  private:
    std::unordered_map<const xmlNode*, std::size_t> bytes_;
    std::size_t total_ = 0;
};

bool says_article_body(const xmlNode* node) {
    return attribute(node, "itemprop").find("articleBody") != std::string::npos;
}
bool is_article(const xmlNode* node) { return tag_of(node) == "article"; }
bool is_main(const xmlNode* node) {
    return tag_of(node) == "main" || attribute(node, "role") == "main";
}

// The element for which `is` holds that has the most running text, where that is at least `share`
// of all.
const xmlNode* best_element(const xmlNode* root, const Votes& votes, bool (*is)(const xmlNode*),
                            double share) {
    const xmlNode* best = nullptr;
    walk(root, [&](const xmlNode* node) {
        if (is_element(node) && is(node) && (best == nullptr || votes.of(node) > votes.of(best)))
            best = node;
        return true;
    });
    const auto needed = static_cast<std::size_t>(share * static_cast<double>(votes.total()));
    return best != nullptr && votes.of(best) > 0 && votes.of(best) >= needed ? best : nullptr;
}

// The innermost element that holds nearly all running text, found from the longest paragraph
// upwards.
const xmlNode* voted_element(const std::vector<Block>& blocks, const Votes& votes) {
    constexpr double kNearlyAll = 0.7;
    const auto longest =
        std::max_element(blocks.begin(), blocks.end(), [](const Block& a, const Block& b) {
            return (is_running_text(a) ? a.text.size() : 0) <
                   (is_running_text(b) ? b.text.size() : 0);
        });
    if (longest == blocks.end()) return nullptr;
    const auto needed = kNearlyAll * static_cast<double>(votes.total());
    const xmlNode* node = longest->element;
    while (node != nullptr && node->parent != nullptr &&
           static_cast<double>(votes.of(node)) < needed)
        node = node->parent;
    return node;
}

const xmlNode* article_element(const xmlNode* root, const std::vector<Block>& blocks,
                               const Votes& votes) {
    if (const xmlNode* body = best_element(root, votes, says_article_body, 0.3)) return body;
    if (const xmlNode* article = best_element(root, votes, is_article, 0.4)) return article;
    if (const xmlNode* main = best_element(root, votes, is_main, 0.4)) return main;
    return voted_element(blocks, votes);
}

// Lines that stand inside of articles and are none of it.
bool is_notice(std::string_view text) {
    constexpr std::array<std::string_view, 32> kStarts = {"advertisement",
                                                          "anzeige",
                                                          "read more",
                                                          "read also",
                                                          "read next",
                                                          "see also:",
                                                          "also read",
                                                          "lesen sie auch",
                                                          "lesen sie mehr",
                                                          "mehr zum thema",
                                                          "auch interessant",
                                                          "weiterlesen",
                                                          "sign up",
                                                          "subscribe",
                                                          "follow us",
                                                          "share this",
                                                          "©",
                                                          "copyright",
                                                          "all rights reserved",
                                                          "alle rechte vorbehalten",
                                                          "photo:",
                                                          "image:",
                                                          "picture:",
                                                          "foto:",
                                                          "bild:",
                                                          "quelle:",
                                                          "jetzt anmelden",
                                                          "newsletter",
                                                          "related:",
                                                          "related articles",
                                                          "loading",
                                                          "click here"};
    constexpr std::size_t kShort = 160;
    if (text.size() > kShort) return false;
    const std::string folded = utf8::fold(text);
    if (std::any_of(kStarts.begin(), kStarts.end(),
                    [&](std::string_view start) { return folded.starts_with(start); }))
        return true;
    return folded.find("cookie") != std::string::npos &&
           (folded.find("accept") != std::string::npos ||
            folded.find("use cookies") != std::string::npos ||
            folded.find("akzept") != std::string::npos ||
            folded.find("verwende") != std::string::npos);
}

bool is_kept(const Block& block) {
    constexpr double kHalfLinks = 0.5;
    if (is_notice(block.text)) return false;
    if (block.kind == BlockKind::preformatted) return true;
    if (is_running_text(block)) return true;
    if (block.link_share() > (block.kind == BlockKind::item ? kFewLinks : kHalfLinks)) return false;
    const auto words = 1 + std::count(block.text.begin(), block.text.end(), ' ');
    return ends_a_sentence(block.text) ? words >= 3 : block.kind == BlockKind::item && words >= 4;
}

// Kept blocks, and the headings that have a kept block behind them.
MainText join_blocks(const std::vector<Block>& blocks) {
    MainText result;
    const auto add = [&result](const std::string& text) {
        result.text += (result.text.empty() ? "" : "\n\n") + text;
    };
    const Block* heading = nullptr;
    for (const Block& block : blocks) {
        if (block.first_level && result.heading.empty() && result.text.empty()) {
            result.heading = block.text;
        } else if (block.kind == BlockKind::heading) {
            heading = &block;
        } else if (is_kept(block)) {
            if (heading != nullptr && !is_notice(heading->text)) add(heading->text);
            heading = nullptr;
            add(block.text);
        }
    }
    return result;
}

}  // namespace

MainText find_main_text(const xmlDoc& page) {
    const xmlNode* root = xmlDocGetRootElement(&page);
    if (root == nullptr) return {};
    const std::vector<Block> blocks = blocks_of(root);
    const Votes votes(blocks);
    if (votes.total() == 0) return join_blocks(blocks);
    const xmlNode* container = article_element(root, blocks, votes);
    MainText found = join_blocks(blocks_of(container));
    const auto first = std::find_if(blocks.begin(), blocks.end(),
                                    [](const Block& block) { return block.first_level; });
    if (found.heading.empty() && first != blocks.end()) found.heading = first->text;
    return found;
}

}  // namespace relata::extract
