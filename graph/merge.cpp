#include "graph/merge.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/article.hpp"
#include "graph/resolve.hpp"
#include "graph/story.hpp"
#include "graph/support.hpp"

namespace relata::graph {
namespace {

using extract::Argument;
using extract::Relation;
using Index = std::uint32_t;

// A pronoun without antecedent is no node, and a sentence is evidence once.
bool counts(const Relation& record) {
    return !record.subject.name.empty() && !record.object.name.empty() && !record.coreferent;
}

// Articles of the records: which stands for which.
class Articles {
  public:
    explicit Articles(std::span<const Relation> records) {
        std::vector<std::vector<std::uint64_t>> digests;
        for (const Relation& record : records) {
            if (!counts(record)) continue;
            const Index i = index_.try_emplace(record.document, articles_.size()).first->second;
            if (i == articles_.size()) {
                articles_.emplace_back().document = record.document;
                digests.emplace_back();
            }
            articles_[i].absorb(record);
            digests[i].push_back(record_digest(record));
        }
        for (Index i = 0; i < articles_.size(); ++i) {
            std::sort(digests[i].begin(), digests[i].end());
            const auto end = std::unique(digests[i].begin(), digests[i].end());
            for (auto it = digests[i].begin(); it != end; ++it) articles_[i].fingerprint += *it;
        }
        group();
    }

    Index standing_for(const Relation& record) const {
        return standing_[index_.at(record.document)];
    }
    const Article& operator[](Index article) const { return articles_[article]; }

  private:
    // Finds which article stands for which, and its story.
    void group() {
        std::vector<Index> order(articles_.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(),
                  [&](Index a, Index b) { return articles_[a].document < articles_[b].document; });
        std::vector<ArticleKeys> keys;
        for (const Index i : order) {
            const Article& a = articles_[i];
            keys.push_back(keys_of(a.url, a.fingerprint, a.signature));
        }
        const std::vector<Index> standing = same_articles(keys);
        const std::vector<Index> stories = same_stories(keys, standing);
        standing_.resize(order.size());
        for (Index i = 0; i < order.size(); ++i) {
            standing_[order[i]] = order[standing[i]];
            if (stories[i] != standing[i])
                articles_[order[i]].story = articles_[order[stories[i]]].document;
        }
    }

    std::unordered_map<std::string, Index> index_;
    std::vector<Article> articles_;
    std::vector<Index> standing_;
};

// Distinct names and what articles say of them.
class Names {
  public:
    Index add(const Argument& argument, Index article) {
        std::string key(1, static_cast<char>('0' + static_cast<int>(argument.type)));
        key += argument.name;
        const Index name = index_.try_emplace(std::move(key), uses_.size()).first->second;
        if (name == uses_.size()) {
            uses_.push_back({argument.name, argument.type, 0, {}});
            articles_.emplace_back();
        }
        articles_[name].emplace_back("", article);
        for (const std::string& alias : argument.aliases) {
            if (!alias.empty()) articles_[name].emplace_back(alias, article);
        }
        return name;
    }

    std::vector<NameUse> finish() && {
        for (Index i = 0; i < uses_.size(); ++i) {
            auto& seen = articles_[i];  // pairs of alias ("": the name itself) and article
            std::sort(seen.begin(), seen.end());
            seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
            for (const auto& [alias, article] : seen) {
                if (alias.empty()) {
                    ++uses_[i].documents;
                } else if (!uses_[i].aliases.empty() && uses_[i].aliases.back().first == alias) {
                    ++uses_[i].aliases.back().second;
                } else {
                    uses_[i].aliases.emplace_back(alias, 1);
                }
            }
            seen = {};
        }
        return std::move(uses_);
    }

  private:
    std::unordered_map<std::string, Index> index_;
    std::vector<NameUse> uses_;
    std::vector<std::vector<std::pair<std::string, Index>>> articles_;
};

// A record with the indices of its names.
struct NamedRecord {
    const Relation* record;
    Index subject, object;
};

// A record's edge; records that compare equal by `key()` are evidence of one edge.
struct Placed {
    const Relation* record;
    Index source, target;  // clusters
    bool swapped;

    auto key() const { return std::tie(source, target, record->type, record->status); }
};

std::vector<Placed> place(const std::vector<NamedRecord>& records, const Resolution& resolution,
                          const std::set<std::string>& symmetric) {
    std::vector<Placed> placed;
    placed.reserve(records.size());
    for (const NamedRecord& r : records) {
        Placed p{r.record, resolution.cluster_of[r.subject], resolution.cluster_of[r.object],
                 false};
        if (p.source == p.target) continue;
        // Clusters are sorted by id.
        p.swapped = p.source > p.target && symmetric.contains(r.record->type);
        if (p.swapped) std::swap(p.source, p.target);
        placed.push_back(p);
    }
    std::sort(placed.begin(), placed.end(),
              [](const Placed& a, const Placed& b) { return a.key() < b.key(); });
    return placed;
}

// Nodes of the clusters that an edge touches; edges get their indices.
std::vector<Node> make_nodes(const Resolution& resolution, std::vector<Edge>& edges) {
    constexpr Index kNone = 0xffffffff;
    std::vector<Index> node_of(resolution.clusters.size(), kNone);
    for (const Edge& edge : edges) node_of[edge.source] = node_of[edge.target] = 0;
    std::vector<Node> nodes;
    for (Index c = 0; c < node_of.size(); ++c) {
        if (node_of[c] == kNone) continue;
        const Cluster& cluster = resolution.clusters[c];
        node_of[c] = static_cast<Index>(nodes.size());
        nodes.push_back({cluster.id, cluster.name, cluster.type, cluster.aliases, "", ""});
    }
    for (Edge& edge : edges) {
        edge.source = node_of[edge.source];
        edge.target = node_of[edge.target];
        extend_seen(nodes[edge.source], edge);
        extend_seen(nodes[edge.target], edge);
    }
    return nodes;
}

}  // namespace

KnowledgeGraph merge(std::span<const Relation> records, const MergeOptions& options) {
    const Articles articles(records);
    Names names;
    std::vector<NamedRecord> named;
    std::vector<std::pair<Index, Index>> related;
    for (const Relation& record : records) {
        if (!counts(record)) continue;
        const Index article = articles.standing_for(record);
        named.push_back(
            {&record, names.add(record.subject, article), names.add(record.object, article)});
        related.emplace_back(named.back().subject, named.back().object);
    }
    std::sort(related.begin(), related.end());
    related.erase(std::unique(related.begin(), related.end()), related.end());
    const std::vector<NameUse> uses = std::move(names).finish();
    const Resolution resolution = resolve(uses, related, options.overrides);

    const std::vector<Placed> placed = place(named, resolution, options.symmetric);
    std::vector<Edge> edges;
    for (auto first = placed.begin(); first != placed.end();) {
        Edge edge;
        edge.source = first->source;
        edge.target = first->target;
        edge.type = first->record->type;
        edge.symmetric = options.symmetric.contains(edge.type);
        edge.status = first->record->status;
        edge.id = edge_id(resolution.clusters[edge.source].id, edge.type,
                          resolution.clusters[edge.target].id, edge.status);
        auto last = first;
        for (; last != placed.end() && last->key() == first->key(); ++last) {
            edge.evidence.push_back(evidence_of(
                *last->record, articles[articles.standing_for(*last->record)], last->swapped));
        }
        summarise(edge);
        edges.push_back(std::move(edge));
        first = last;
    }
    std::vector<Node> nodes = make_nodes(resolution, edges);
    return KnowledgeGraph(std::move(nodes), std::move(edges));
}

}  // namespace relata::graph
