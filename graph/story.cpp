#include "graph/story.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "base/min_hash.hpp"

namespace relata::graph {
namespace {

using Index = std::uint32_t;

// Places of the signature a band: fewer find more pairs, and more of them in vain.
constexpr std::size_t kBand = 3;
constexpr std::size_t kBands = kMinHashSize / kBand;
// Neighbours in its bucket that an article is compared with.
constexpr std::size_t kNeighbours = 16;

std::string_view view(const ArticleKeys& article) {
    return {article.signature.data(), article.signature.size()};
}

// Disjoint sets of articles, each named by its first one.
class Groups {
  public:
    explicit Groups(std::size_t size) : parent_(size) {
        std::iota(parent_.begin(), parent_.end(), 0U);
    }
    Index find(Index i) {
        while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(Index a, Index b) {
        a = find(a);
        b = find(b);
        parent_[std::max(a, b)] = std::min(a, b);
    }

  private:
    std::vector<Index> parent_;
};

// One article of each distinct signature, in the order of signatures; articles of equal ones are
// joined.
std::vector<Index> distinct_signatures(std::span<const ArticleKeys> articles, Groups& groups) {
    std::vector<Index> order;
    for (Index i = 0; i < articles.size(); ++i) {
        if (articles[i].signature.front() != '\0') order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](Index a, Index b) {
        const int compared = view(articles[a]).compare(view(articles[b]));
        return compared != 0 ? compared < 0 : a < b;
    });
    std::vector<Index> distinct;
    for (const Index i : order) {
        if (!distinct.empty() && articles[distinct.back()].signature == articles[i].signature)
            groups.join(distinct.back(), i);
        else
            distinct.push_back(i);
    }
    return distinct;
}

// Joins the near-duplicates among articles that agree in one band.
void join_bucket(std::span<const ArticleKeys> articles, std::span<const Index> bucket,
                 Groups& groups) {
    for (std::size_t i = 1; i < bucket.size(); ++i) {
        for (std::size_t j = i; j > 0 && i - j < kNeighbours; --j) {
            const Index a = bucket[i], b = bucket[j - 1];
            if (groups.find(a) != groups.find(b) &&
                resemblance(view(articles[a]), view(articles[b])) >= kSameStory)
                groups.join(a, b);
        }
    }
}

}  // namespace

std::vector<Index> same_stories(std::span<const ArticleKeys> articles,
                                std::span<const Index> standing) {
    Groups groups(articles.size());
    for (Index i = 0; i < articles.size(); ++i) groups.join(i, standing[i]);
    std::vector<Index> distinct = distinct_signatures(articles, groups);
    for (std::size_t band = 0; band < kBands; ++band) {
        const auto key = [&](Index i) { return view(articles[i]).substr(band * kBand, kBand); };
        // Stable: in a bucket, articles stay in the order of the band before.
        std::stable_sort(distinct.begin(), distinct.end(),
                         [&](Index a, Index b) { return key(a) < key(b); });
        for (auto first = distinct.begin(); first != distinct.end();) {
            const auto last =
                std::find_if(first, distinct.end(), [&](Index i) { return key(i) != key(*first); });
            join_bucket(articles, {first, last}, groups);
            first = last;
        }
    }
    std::vector<Index> result(articles.size());
    for (Index i = 0; i < articles.size(); ++i) result[i] = groups.find(i);
    return result;
}

}  // namespace relata::graph
