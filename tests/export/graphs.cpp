#include "tests/export/graphs.hpp"

#include "extract/symmetric_types.hpp"

namespace relata::exporting {

namespace {

using graph::Edge;
using graph::EntityType;
using graph::Evidence;
using graph::Node;
using graph::NodeIndex;
using graph::Status;

Node node(std::string id, std::string name, EntityType type,
          std::vector<std::string> aliases = {}) {
    Node node;
    node.id = std::move(id);
    node.name = std::move(name);
    node.type = type;
    node.aliases = std::move(aliases);
    node.first_seen = "2025-01-20";
    node.last_seen = "2025-03";
    return node;
}

Evidence evidence(const std::string& document, std::string quote, Status status,
                  std::string language) {
    Evidence evidence;
    evidence.document = document;
    evidence.url = "https://news.example/" + document + "?a=1&b=2";
    evidence.source = "Example News";
    evidence.date = "2025-01-20";
    evidence.title = "A \"title\"";
    evidence.author = "Jane Roe";
    evidence.end = static_cast<std::uint32_t>(quote.size());
    evidence.quote = std::move(quote);
    evidence.subject_text = "it";
    evidence.object_text = "them";
    evidence.status = status;
    evidence.rule = "rule." + language + ".test";
    evidence.language = std::move(language);
    evidence.confidence = 0.9;
    return evidence;
}

// An edge between two of `nodes` with one evidence.
Edge edge(const std::vector<Node>& nodes, NodeIndex source, std::string type, NodeIndex target,
          Status status, Evidence proof) {
    Edge edge;
    edge.id = nodes[source].id + '|' + type + '|' + nodes[target].id + '|' +
              std::string(to_string(status));
    edge.source = source;
    edge.target = target;
    edge.type = std::move(type);
    edge.symmetric = extract::symmetric_types().contains(edge.type);
    edge.status = status;
    edge.confidence = 0.875;
    edge.sources = 1;
    edge.first_seen = edge.last_seen = proof.date;
    edge.evidence.push_back(std::move(proof));
    return edge;
}

}  // namespace

graph::KnowledgeGraph small_graph() {
    std::vector<Node> nodes{
        node("org:acme", "Acme", EntityType::org, {"Acme Inc", "Acme; Co"}),
        node("org:globex", "Globex", EntityType::org),
        node("person:jane roe", "Jane Roe", EntityType::person, {"Roe"}),
        node("place:münchen", "München", EntityType::place),
        node("product:rocket", "Rocket", EntityType::product),
        node("project:moonshot", "Moonshot", EntityType::project),
        node("date:1998-05", "1998-05", EntityType::date),
        node("money:500000000 USD", "500000000 USD", EntityType::money),
    };
    const auto asserted = [](const std::string& document, std::string quote) {
        return evidence(document, std::move(quote), Status::asserted, "en");
    };
    std::vector<Edge> edges;
    edges.push_back(edge(nodes, 2, "founder_of", 0, Status::asserted,
                         asserted("a1", "Jane Roe founded Acme.")));
    edges.push_back(
        edge(nodes, 2, "ceo_of", 0, Status::former,
             evidence("a2", "Jane Roe, ehemalige Chefin von Acme.", Status::former, "de")));
    edges.back().attributes = {{"title", "CEO"}, {"label", "taken"}};
    edges.back().valid_from = "1998-05";
    edges.back().valid_to = "2024-02";
    edges.push_back(
        edge(nodes, 0, "acquired", 1, Status::asserted, asserted("a3", "Acme bought Globex.")));
    edges.back().evidence.push_back(asserted("a4", "Globex is now part of Acme."));
    edges.back().evidence.back().attributes = {{"amount", "500000000"}};
    edges.back().attributes = {{"amount", "500000000"}, {"currency", "USD"}};
    edges.back().valid_from = "2025-01-20";
    edges.back().sources = 2;
    edges.push_back(edge(nodes, 0, "acquired", 1, Status::rumoured,
                         evidence("a1", "Acme may buy Globex.", Status::rumoured, "en")));
    edges.push_back(edge(nodes, 0, "acquired", 1, Status::denied,
                         evidence("a2", "Acme denies it.", Status::denied, "en")));
    edges.push_back(
        edge(nodes, 0, "partner_of", 1, Status::asserted, asserted("a5", "They are allies.")));
    edges.push_back(edge(nodes, 0, "headquartered_in", 3, Status::asserted,
                         evidence("a2", "Acme mit Sitz in München.", Status::asserted, "de")));
    edges.push_back(
        edge(nodes, 0, "developer_of", 4, Status::asserted, asserted("a3", "Acme's Rocket.")));
    edges.push_back(edge(nodes, 1, "member_of", 5, Status::planned,
                         evidence("a3", "Globex will join Moonshot.", Status::planned, "en")));
    edges.push_back(
        edge(nodes, 0, "founded_on", 6, Status::asserted, asserted("a1", "Since May 1998.")));
    edges.push_back(
        edge(nodes, 0, "raised", 7, Status::asserted, asserted("a1", "Acme raised $500m.")));
    edges.push_back(edge(nodes, 1, "subsidiary_of", 0, Status::asserted,
                         asserted("a4", "Acme's unit Globex.")));
    edges.push_back(
        edge(nodes, 5, "funded_by", 2, Status::asserted, asserted("a4", "Roe pays for it.")));
    edges.push_back(
        edge(nodes, 2, "founder_of", 4, Status::asserted, asserted("a4", "She set up Rocket.")));
    return graph::KnowledgeGraph(std::move(nodes), std::move(edges));
}

graph::KnowledgeGraph hostile_graph() {
    const std::vector<std::string> names{
        "say \"hi\" 'there' `x` \"\"\"",
        "ends in a backslash \\",
        "\\N \\G \\u0027 %20 ${x} {{y}}",
        "</script><script>alert(1)</script><!-- ]]> -->",
        "<b>R&amp;D</b> & AT&T",
        "🚀 Rakete 👩‍👩‍👧",
        "شركة \u202Eأبجد\u202C אבג",
        "graph",
        "node",
        "null",
        "MATCH",
        "line\nbreak\r\nand\ttab",
        "bell\a and unit\x1F separator \x7F \uFFFE",
        "semi;colon, comma | pipe",
        "=HYPERLINK(\"http://evil.example\")",
        "-1",
        "'); DROP TABLE nodes;--",
        " leading and trailing ",
        "[a,b]",
        std::string("x"),
    };
    std::vector<Node> nodes;
    for (const std::string& name : names) {
        const auto type = static_cast<EntityType>(nodes.size() % 5);
        nodes.push_back(node(std::string(to_string(type)) + ':' + name, name, type,
                             {name + " alias", "a,b", "c;d"}));
    }
    nodes.back().name = std::string(10'000, 'L') + "ö";
    nodes.back().id = "place:" + std::string(10'000, 'l') + "ö";
    std::vector<Edge> edges;
    for (NodeIndex i = 0; i < nodes.size(); ++i) {
        const auto next = static_cast<NodeIndex>((i + 1) % nodes.size());
        Evidence proof =
            evidence("doc " + names[i], "Quote: " + names[i] + "\\", Status::asserted, "en");
        proof.url = i == 3 ? "javascript:alert(1)" : "https://x.example/" + names[i];
        proof.title = names[i];
        edges.push_back(edge(nodes, i, "partner_of", next, Status::asserted, std::move(proof)));
        edges.back().attributes = {{"title", names[i]}, {"id", "7"}, {"weight", "heavy"}};
        edges.back().valid_from = i % 2 == 0 ? "2024-02" : "not a date";
        edges.back().valid_to = i % 4 == 0 ? "2023" : "";
    }
    edges.push_back(edge(nodes, 0, "order", 0, Status::denied,
                         evidence("loop", "A loop with a keyword as type.", Status::denied, "")));
    edges.push_back(edge(nodes, 0, "weird `type` <x>", 1, Status::planned,
                         evidence("type", "A type from a user's own rules.", Status::planned, "")));
    return graph::KnowledgeGraph(std::move(nodes), std::move(edges));
}

}  // namespace relata::exporting
