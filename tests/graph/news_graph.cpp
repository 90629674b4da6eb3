#include "news_graph.hpp"

#include <sstream>
#include <stdexcept>

#include "graph/merge.hpp"
#include "records.hpp"

namespace relata::graph::testing {
namespace {

using extract::Relation;

// document | date | outlet | subject | type | object | status | attributes
constexpr const char* kRecords = R"(
n1 | 2023-01-10 | Tagblatt | person:Jane Roe   | founder_of       | org:Acme AI       | asserted |
n1 | 2023-01-10 | Tagblatt | person:John Doe   | founder_of       | org:Acme AI       | asserted |
n1 | 2023-01-10 | Tagblatt | person:Jane Roe   | ceo_of           | org:Acme AI       | asserted | since=2019
n2 | 2023-03-01 | Wire     | org:Acme AI       | funded_by        | org:Beta Ventures | asserted | amount=50000000 currency=USD round=Seed date=2023-03
n2 | 2023-03-01 | Wire     | org:Acme AI       | headquartered_in | place:Berlin      | asserted |
n3 | 2023-06-15 | Courier  | org:Acme AI       | developer_of     | product:Rocket    | asserted |
n3 | 2023-06-15 | Courier  | org:Gamma         | competitor_of    | org:Acme AI       | asserted |
n4 | 2023-11-02 | Wire     | org:Gamma         | acquired         | org:Delta         | rumoured | amount=2000000000 currency=EUR
n5 | 2024-02-20 | Courier  | org:Gamma         | acquired         | org:Delta         | asserted | amount=2000000000 currency=EUR date=2024-02
n5 | 2024-02-20 | Courier  | person:Max Muster | ceo_of           | org:Gamma         | asserted |
n6 | 2024-03-05 | Tagblatt | org:Gamma         | acquired         | org:Delta         | denied   |
n6 | 2024-03-05 | Tagblatt | person:Jane Roe   | ceo_of           | org:Acme AI       | former   | date=2024-03
n6 | 2024-03-05 | Tagblatt | person:John Doe   | ceo_of           | org:Acme AI       | asserted | since=2024-03
n7 | 2024-04-01 | Wire     | person:Eva Lang   | ceo_of           | org:Gamma         | asserted |
n7 | 2024-04-01 | Wire     | org:Gamma         | acquired         | org:Delta         | asserted | amount=1800000000 currency=EUR
n8 |            |          | org:Delta         | headquartered_in | place:München     | asserted |
n8 |            |          | org:Delta         | founded_on       | date:1998         | asserted |
n9 | 2024-05-01 | Courier  | org:Epsilon       | partner_of       | org:Zeta          | planned  |
)";

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string::npos) return "";
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

Relation parse(const std::string& line) {
    std::istringstream in(line);
    std::vector<std::string> fields;
    for (std::string field; std::getline(in, field, '|');) fields.push_back(trimmed(field));
    fields.resize(8);
    Relation r = record(fields[0], fields[3], fields[4], fields[5]);
    r.date = fields[1];
    r.source = fields[2];
    r.status = *extract::status_from(fields[6]);
    r.sentence = r.subject.name + " " + r.type + " " + r.object.name + " " + fields[7] + ".";
    std::istringstream attributes(fields[7]);
    for (std::string pair; attributes >> pair;) {
        const auto equals = pair.find('=');
        r.attributes[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
    return r;
}

}  // namespace

std::vector<Relation> news_records() {
    std::vector<Relation> records;
    std::istringstream in(kRecords);
    for (std::string line; std::getline(in, line);) {
        if (!line.empty()) records.push_back(parse(line));
    }
    return records;
}

const KnowledgeGraph& news_graph() {
    static const KnowledgeGraph graph = merge(news_records());
    return graph;
}

NodeIndex node(const KnowledgeGraph& graph, const char* id) {
    for (NodeIndex n = 0; n < graph.nodes().size(); ++n) {
        if (graph.node(n).id == id) return n;
    }
    throw std::out_of_range(id);
}

}  // namespace relata::graph::testing
