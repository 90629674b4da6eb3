#include "graph/conflicts.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "graph/support.hpp"

namespace relata::graph {
namespace {

using Kind = Conflict::Kind;

constexpr std::array<std::string_view, 6> kKinds = {"leaders", "buyers",         "denial",
                                                    "amounts", "founding dates", "directions"};

// One side: all that some edges say.
ConflictSide side_of(const KnowledgeGraph& graph, std::string claim,
                     const std::vector<EdgeIndex>& edges) {
    ConflictSide side;
    side.claim = std::move(claim);
    side.edges = edges;
    std::vector<Evidence> evidence;
    for (const EdgeIndex e : edges) {
        const auto& more = graph.edge(e).evidence;
        evidence.insert(evidence.end(), more.begin(), more.end());
    }
    Edge together;
    together.evidence = std::move(evidence);
    summarise(together);
    side.sources = together.sources;
    side.first_seen = together.first_seen;
    side.last_seen = together.last_seen;
    return side;
}

// One side: some evidence of one edge.
ConflictSide side_of_evidence(const Edge& edge, EdgeIndex index, std::string claim,
                              std::vector<std::uint32_t> which) {
    Edge part;
    for (const std::uint32_t i : which) part.evidence.push_back(edge.evidence[i]);
    summarise(part);
    return {std::move(claim), {index},         std::move(which),
            part.sources,     part.first_seen, part.last_seen};
}

void sort_sides(Conflict& conflict) {
    std::stable_sort(conflict.sides.begin(), conflict.sides.end(),
                     [](const ConflictSide& a, const ConflictSide& b) {
                         return std::tie(b.sources, a.claim) < std::tie(a.sources, b.claim);
                     });
}

bool fully(const Edge& edge) {
    const auto share = edge.attributes.find("share");
    return share == edge.attributes.end() || share->second == "100";
}

class ConflictFinder {
  public:
    explicit ConflictFinder(const KnowledgeGraph& graph) : graph_(graph) {}

    std::vector<Conflict> run() {
        for (NodeIndex n = 0; n < graph_.nodes().size(); ++n) {
            leaders(n);
            buyers(n);
            founding_dates(n);
        }
        for (EdgeIndex e = 0; e < graph_.edges().size(); ++e) {
            denial(e);
            amounts(e);
            directions(e);
        }
        std::stable_sort(found_.begin(), found_.end(), [](const Conflict& a, const Conflict& b) {
            return std::tie(a.kind, a.subject) < std::tie(b.kind, b.subject);
        });
        return std::move(found_);
    }

  private:
    EdgeIndex edge_with(NodeIndex source, std::string_view type, NodeIndex target,
                        Status status) const {
        for (const EdgeIndex e : graph_.out_edges(source)) {
            const Edge& edge = graph_.edge(e);
            if (edge.target == target && edge.type == type && edge.status == status) return e;
        }
        return kNone;
    }

    std::vector<EdgeIndex> incoming(NodeIndex n, std::string_view type, Status status) const {
        std::vector<EdgeIndex> result;
        for (const EdgeIndex e : graph_.in_edges(n)) {
            const Edge& edge = graph_.edge(e);
            if (edge.type == type && edge.status == status) result.push_back(e);
        }
        return result;
    }

    // Whether its end is stated, or the same relation is also said to be over, by an article that
    // is no older.
    bool is_over(const Edge& edge) const {
        if (!edge.valid_to.empty()) return true;
        const EdgeIndex former = edge_with(edge.source, edge.type, edge.target, Status::former);
        return former != kNone && graph_.edge(former).last_seen >= edge.last_seen;
    }

    void add(Kind kind, NodeIndex subject, const std::vector<EdgeIndex>& edges) {
        Conflict conflict{kind, subject, {}};
        for (const EdgeIndex e : edges) {
            conflict.sides.push_back(side_of(graph_, graph_.node(graph_.edge(e).source).name, {e}));
        }
        sort_sides(conflict);
        found_.push_back(std::move(conflict));
    }

    void leaders(NodeIndex n) {
        std::vector<EdgeIndex> sitting;
        for (const EdgeIndex e : incoming(n, "ceo_of", Status::asserted)) {
            if (!is_over(graph_.edge(e)) && !succeeded(graph_.edge(e))) sitting.push_back(e);
        }
        if (sitting.size() > 1) add(Kind::leaders, n, sitting);
    }

    // Whether another leader's stated beginning lies after all articles about this one.
    bool succeeded(const Edge& edge) const {
        const auto others = incoming(edge.target, edge.type, Status::asserted);
        return std::any_of(others.begin(), others.end(), [&](EdgeIndex e) {
            const Edge& other = graph_.edge(e);
            return other.source != edge.source && !other.valid_from.empty() &&
                   !edge.last_seen.empty() && edge.last_seen < other.valid_from &&
                   edge.valid_from < other.valid_from;
        });
    }

    void buyers(NodeIndex n) {
        std::vector<EdgeIndex> deals;
        for (const EdgeIndex e : incoming(n, "acquired", Status::asserted)) {
            if (fully(graph_.edge(e)) && !bought_together(e, deals)) deals.push_back(e);
        }
        deals = meeting_deals(deals);
        if (deals.size() > 1) add(Kind::buyers, n, deals);
    }

    // A band of buyers in one sentence is one buyer.
    bool bought_together(EdgeIndex e, const std::vector<EdgeIndex>& deals) const {
        std::set<std::tuple<std::string_view, std::uint32_t>> sentences;
        for (const EdgeIndex d : deals) {
            for (const Evidence& v : graph_.edge(d).evidence) {
                sentences.emplace(v.document, v.start);
            }
        }
        const auto& evidence = graph_.edge(e).evidence;
        return std::any_of(evidence.begin(), evidence.end(), [&](const Evidence& v) {
            return sentences.contains({v.document, v.start});
        });
    }

    // A firm may be sold on: purchases with different stated years do not contradict.
    std::vector<EdgeIndex> meeting_deals(const std::vector<EdgeIndex>& deals) const {
        std::vector<EdgeIndex> result;
        for (const EdgeIndex a : deals) {
            const auto year = [&](EdgeIndex e) { return graph_.edge(e).valid_from.substr(0, 4); };
            const bool meets = std::any_of(deals.begin(), deals.end(), [&](EdgeIndex b) {
                return a != b && (year(a).empty() || year(b).empty() || year(a) == year(b));
            });
            if (meets) result.push_back(a);
        }
        return result;
    }

    void founding_dates(NodeIndex n) {
        std::map<std::string, std::vector<EdgeIndex>> by_year;
        for (const EdgeIndex e : graph_.out_edges(n)) {
            const Edge& edge = graph_.edge(e);
            if (edge.type != "founded_on" || edge.status != Status::asserted) continue;
            by_year[graph_.node(edge.target).name.substr(0, 4)].push_back(e);
        }
        if (by_year.size() < 2) return;
        Conflict conflict{Kind::founding_dates, n, {}};
        for (const auto& [year, edges] : by_year) {
            conflict.sides.push_back(side_of(graph_, year, edges));
        }
        sort_sides(conflict);
        found_.push_back(std::move(conflict));
    }

    void denial(EdgeIndex e) {
        const Edge& edge = graph_.edge(e);
        if (edge.status != Status::denied) return;
        const EdgeIndex asserted = edge_with(edge.source, edge.type, edge.target, Status::asserted);
        if (asserted == kNone) return;
        Conflict conflict{Kind::denial, edge.target, {}};
        conflict.sides.push_back(side_of(graph_, "asserted", {asserted}));
        conflict.sides.push_back(side_of(graph_, "denied", {e}));
        sort_sides(conflict);
        found_.push_back(std::move(conflict));
    }

    void amounts(EdgeIndex e) {
        const Edge& edge = graph_.edge(e);
        if (edge.type != "acquired" && edge.type != "funded_by") return;
        // An investor may pay in several rounds; a price is one.
        std::map<std::tuple<std::string, std::string>, std::map<std::string, Indices>> by_deal;
        for (std::uint32_t i = 0; i < edge.evidence.size(); ++i) {
            const auto& attributes = edge.evidence[i].attributes;
            const auto value = [&](const char* key) {
                const auto found = attributes.find(key);
                return found == attributes.end() ? std::string() : found->second;
            };
            if (value("amount").empty()) continue;
            const std::string round = edge.type == "acquired" ? "" : value("round");
            if (edge.type != "acquired" && round.empty()) continue;
            by_deal[{value("currency"), round}][value("amount")].push_back(i);
        }
        for (const auto& [deal, by_amount] : by_deal) {
            if (by_amount.size() < 2) continue;
            Conflict conflict{Kind::amounts, edge.target, {}};
            for (const auto& [amount, evidence] : by_amount) {
                const std::string& currency = std::get<0>(deal);
                conflict.sides.push_back(side_of_evidence(
                    edge, e, currency.empty() ? amount : amount + " " + currency, evidence));
            }
            sort_sides(conflict);
            found_.push_back(std::move(conflict));
        }
    }

    void directions(EdgeIndex e) {
        const Edge& edge = graph_.edge(e);
        if (edge.type != "acquired" || edge.status != Status::asserted) return;
        const EdgeIndex back = edge_with(edge.target, edge.type, edge.source, Status::asserted);
        if (back == kNone || back < e) return;
        add(Kind::directions, edge.target, {e, back});
    }

    using Indices = std::vector<std::uint32_t>;
    static constexpr EdgeIndex kNone = 0xffffffff;

    const KnowledgeGraph& graph_;
    std::vector<Conflict> found_;
};

std::string title(const Conflict& conflict, const KnowledgeGraph& graph) {
    const std::string& subject = graph.node(conflict.subject).name;
    const std::string count = std::to_string(conflict.sides.size());
    const Edge& edge = graph.edge(conflict.sides.front().edges.front());
    const std::string relation =
        graph.node(edge.source).name + " " + edge.type + " " + graph.node(edge.target).name;
    switch (conflict.kind) {
        case Kind::leaders:
            return subject + " has " + count + " sitting chief executives";
        case Kind::buyers:
            return subject + " has " + count + " buyers";
        case Kind::denial:
            return relation + " is both asserted and denied";
        case Kind::amounts:
            return relation + " has " + count + " differing amounts";
        case Kind::founding_dates:
            return subject + " has " + count + " founding years";
        case Kind::directions:
            return relation + ", and the other way round";
    }
    return "";
}

}  // namespace

std::string_view to_string(Conflict::Kind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::string describe(const Conflict& conflict, const KnowledgeGraph& graph) {
    std::string text = title(conflict, graph) + ": ";
    for (const ConflictSide& side : conflict.sides) {
        if (&side != &conflict.sides.front()) text += ", ";
        text += side.claim + " (" + std::to_string(side.sources) +
                (side.sources == 1 ? " source)" : " sources)");
    }
    return text;
}

std::vector<Conflict> conflicts(const KnowledgeGraph& graph) { return ConflictFinder(graph).run(); }

}  // namespace relata::graph
