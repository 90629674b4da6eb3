#include "graph/support.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "graph/name_key.hpp"

namespace relata::graph {
namespace {

using Index = std::uint32_t;

constexpr double kMostConfident = 0.9999;  // one sentence is never proof

// What makes two pieces of evidence one, whatever their articles' metadata say.
auto content(const Evidence& e) {
    return std::tie(e.document, e.start, e.end, e.quote, e.subject_text, e.object_text, e.status,
                    e.rule, e.language, e.attributes);
}

auto full_order(const Evidence& e) {
    return std::tuple_cat(
        content(e), std::tie(e.confidence, e.url, e.source, e.date, e.title, e.path, e.author));
}

// folded_key, found once a text: outlets and the sentences of agencies come again and again.
class FoldedKeys {
  public:
    const std::string& operator()(const std::string& text) {
        const auto [known, added] = keys_.try_emplace(text);
        if (added) known->second = folded_key(text);
        return known->second;
    }

  private:
    std::unordered_map<std::string_view, std::string> keys_;  // of texts that outlive them
};

std::string outlet(const Evidence& e, FoldedKeys& keys) {
    if (!e.source.empty()) return "s:" + keys(e.source);
    if (const std::string host = url_host(e.url); !host.empty()) return "h:" + host;
    return "d:" + e.document;
}

const std::string& story(const Evidence& e) { return e.story.empty() ? e.document : e.story; }

// For each piece of evidence the number of its independent source, counted from 0.
class Sources {
  public:
    explicit Sources(const std::vector<Evidence>& evidence) : parent_(evidence.size()) {
        std::iota(parent_.begin(), parent_.end(), 0U);
        if (evidence.size() > 1) {
            std::unordered_map<std::string, Index> first;
            FoldedKeys keys;
            for (Index i = 0; i < evidence.size(); ++i) {
                join(i, first.emplace(outlet(evidence[i], keys), i).first->second);
                join(i, first.emplace("q:" + keys(evidence[i].quote), i).first->second);
                join(i, first.emplace("n:" + story(evidence[i]), i).first->second);
            }
        }
        for (Index i = 0; i < evidence.size(); ++i) count_ += find(i) == i;
    }

    Index find(Index i) const {
        while (parent_[i] != i) i = parent_[i];
        return i;
    }
    std::uint32_t count() const { return count_; }

  private:
    void join(Index a, Index b) {
        a = find(a);
        b = find(b);
        parent_[std::max(a, b)] = std::min(a, b);
    }

    std::vector<Index> parent_;
    std::uint32_t count_ = 0;
};

double combined_confidence(const std::vector<Evidence>& evidence, const Sources& sources) {
    std::map<Index, double> best;  // of each source, by its first evidence
    for (Index i = 0; i < evidence.size(); ++i) {
        double& confidence = best[sources.find(i)];
        confidence = std::max(confidence, std::min(evidence[i].confidence, kMostConfident));
    }
    std::vector<double> doubts;
    for (const auto& [source, confidence] : best) doubts.push_back(1 - confidence);
    std::sort(doubts.begin(), doubts.end());  // one order, one rounding
    double doubt = 1;
    for (const double d : doubts) doubt *= d;
    // Four digits are more than a rule's confidence is worth, and they print without noise.
    return std::min(std::round((1 - doubt) * 1e4) / 1e4, kMostConfident);
}

bool is_dated(std::string_view key) { return key == "date" || key == "since" || key == "until"; }

bool supports(std::string_view key, const std::string& value, const std::string& candidate) {
    return value == candidate || (is_dated(key) && candidate.starts_with(value));
}

// The value of an attribute that most independent sources give. A less precise date supports a more
// precise one; ties go to the more precise, the later article, the smaller value.
class AttributeVote {
  public:
    AttributeVote(const std::vector<Evidence>& evidence, const Sources& sources)
        : evidence_(evidence), sources_(sources) {}

    std::string winner(const std::string& key, const std::vector<Index>& voters) const {
        std::map<std::string, std::tuple<std::size_t, std::size_t, std::string>> votes;
        for (const Index i : voters) votes[evidence_[i].attributes.at(key)] = {};
        for (auto& [candidate, vote] : votes) {
            std::vector<Index> groups;
            std::string latest;
            for (const Index i : voters) {
                if (!supports(key, evidence_[i].attributes.at(key), candidate)) continue;
                groups.push_back(sources_.find(i));
                latest = std::max(latest, evidence_[i].date);
            }
            std::sort(groups.begin(), groups.end());
            groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
            vote = {groups.size(), is_dated(key) ? candidate.size() : 0, latest};
        }
        return std::max_element(votes.begin(), votes.end(),
                                [](const auto& a, const auto& b) { return a.second < b.second; })
            ->first;
    }

  private:
    const std::vector<Evidence>& evidence_;
    const Sources& sources_;
};

std::map<std::string, std::string> best_attributes(const std::vector<Evidence>& evidence,
                                                   const Sources& sources) {
    std::map<std::string, std::vector<Index>> voters;
    for (Index i = 0; i < evidence.size(); ++i) {
        for (const auto& [key, value] : evidence[i].attributes) voters[key].push_back(i);
    }
    const AttributeVote vote(evidence, sources);
    std::map<std::string, std::string> result;
    for (const auto& [key, all] : voters) {
        if (key != "currency") result[key] = vote.winner(key, all);
    }
    // An amount and its currency come from the same article.
    if (auto all = voters.find("currency"); all != voters.end()) {
        if (const auto amount = result.find("amount"); amount != result.end()) {
            std::vector<Index> with_amount;
            for (const Index i : all->second) {
                const auto found = evidence[i].attributes.find("amount");
                if (found != evidence[i].attributes.end() && found->second == amount->second) {
                    with_amount.push_back(i);
                }
            }
            if (with_amount.empty()) return result;
            all->second = std::move(with_amount);
        }
        result["currency"] = vote.winner("currency", all->second);
    }
    return result;
}

std::string attribute(const Edge& edge, const char* key) {
    const auto found = edge.attributes.find(key);
    return found == edge.attributes.end() ? "" : found->second;
}

void set_validity(Edge& edge) {
    edge.valid_from = attribute(edge, "since");
    edge.valid_to = attribute(edge, "until");
    const std::string date = attribute(edge, "date");
    // The date of "stepped down in May" ends what the date of "was named in May" begins.
    std::string& dated = edge.status == Status::former ? edge.valid_to : edge.valid_from;
    if (dated.empty() && edge.status != Status::denied) dated = date;
}

}  // namespace

void sort_evidence(std::vector<Evidence>& evidence) {
    std::sort(evidence.begin(), evidence.end(),
              [](const Evidence& a, const Evidence& b) { return full_order(a) < full_order(b); });
    const auto same = [](const Evidence& a, const Evidence& b) { return content(a) == content(b); };
    evidence.erase(std::unique(evidence.begin(), evidence.end(), same), evidence.end());
}

Evidence evidence_in(const Article& article) {
    Evidence e;
    e.document = article.document;
    e.url = article.url;
    e.source = article.source;
    e.date = article.date;
    e.title = article.title;
    e.path = article.path;
    e.author = article.author;
    e.story = article.story;
    return e;
}

Evidence evidence_of(const extract::Relation& record, const Article& article, bool swapped) {
    Evidence e = evidence_in(article);
    e.quote = record.sentence;
    e.start = record.sentence_start;
    e.end = record.sentence_end;
    e.subject_text = swapped ? record.object.text : record.subject.text;
    e.object_text = swapped ? record.subject.text : record.object.text;
    e.status = record.status;
    e.rule = record.rule;
    e.language = record.language;
    e.confidence = record.confidence;
    e.attributes = record.attributes;
    return e;
}

std::string edge_id(std::string_view subject, std::string_view type, std::string_view object,
                    Status status) {
    std::string id(subject);
    for (const std::string_view part : {type, object, extract::to_string(status)}) {
        id += '|';
        id += part;
    }
    return id;
}

void summarise(Edge& edge) {
    sort_evidence(edge.evidence);
    const Sources sources(edge.evidence);
    edge.sources = sources.count();
    edge.confidence = combined_confidence(edge.evidence, sources);
    edge.first_seen.clear();
    edge.last_seen.clear();
    for (const Evidence& e : edge.evidence) {
        if (e.date.empty()) continue;
        if (edge.first_seen.empty() || e.date < edge.first_seen) edge.first_seen = e.date;
        edge.last_seen = std::max(edge.last_seen, e.date);
    }
    edge.attributes = best_attributes(edge.evidence, sources);
    set_validity(edge);
}

void extend_seen(Node& node, const Edge& edge) {
    if (edge.first_seen.empty()) return;
    if (node.first_seen.empty() || edge.first_seen < node.first_seen) {
        node.first_seen = edge.first_seen;
    }
    node.last_seen = std::max(node.last_seen, edge.last_seen);
}

}  // namespace relata::graph
