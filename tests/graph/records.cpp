#include "records.hpp"

#include <array>
#include <cstdlib>
#include <sstream>

namespace relata::graph::testing {
namespace {

using extract::Argument;
using extract::Relation;

Argument argument(std::string_view typed) {
    const auto colon = typed.find(':');
    Argument result;
    result.type = *extract::entity_type_from(typed.substr(0, colon));
    result.name = typed.substr(colon + 1);
    result.text = result.name;
    result.end = static_cast<std::uint32_t>(result.text.size());
    return result;
}

constexpr auto kSubjects =
    std::to_array<std::string_view>({"org:Baidu",
                                     "org:Baidu Inc.",
                                     "org:BAIDU",
                                     "org:Federal Bureau of Investigation",
                                     "org:FBI",
                                     "org:Meta",
                                     "org:Meta Platforms",
                                     "org:Hewlett-Packard",
                                     "org:Hewlett Packard Co",
                                     "org:Müller AG",
                                     "org:Mueller",
                                     "org:Alibaba Group",
                                     "org:Alibaba",
                                     "org:ESA",
                                     "org:European Space Agency",
                                     "org:Entertainment Software Association",
                                     "person:Elon Musk",
                                     "person:Elon R. Musk",
                                     "person:Musk",
                                     "person:Dr. Elon Musk",
                                     "product:Signal",
                                     "org:Signal"});
constexpr auto kObjects = std::to_array<std::string_view>(
    {"place:China", "place:Volksrepublik China", "place:München", "place:Munich", "product:Wenku",
     "date:1998", "money:500000000 USD", "org:DeepSeek", "org:Deep Seek", "org:deepseek GmbH",
     "org:Baidu", "org:Meta", "org:FBI", "person:Elon Musk"});
constexpr auto kTypes = std::to_array<std::string_view>(
    {"acquired", "partner_of", "competitor_of", "funded_by", "headquartered_in"});

template <typename List>
auto pick(std::mt19937& random, const List& list) {
    return list[random() % list.size()];
}

void add_aliases(std::mt19937& random, Argument& argument) {
    if (random() % 2 == 0) return;
    if (argument.name == "Federal Bureau of Investigation")
        argument.aliases = {"FBI", "the bureau"};
    if (argument.name == "European Space Agency") argument.aliases = {"ESA"};
    if (argument.name == "Entertainment Software Association") argument.aliases = {"ESA"};
    if (argument.name == "Meta Platforms") argument.aliases = {"Meta"};
    if (argument.name == "Elon Musk") argument.aliases = {"Musk"};
}

Relation random_record(std::mt19937& random, std::string_view document) {
    Relation r =
        record(document, pick(random, kSubjects), pick(random, kTypes), pick(random, kObjects));
    add_aliases(random, r.subject);
    add_aliases(random, r.object);
    r.status = static_cast<Status>(random() % 5);
    r.confidence = static_cast<double>(1 + random() % 100) / 100;
    r.sentence = "Sentence " + std::to_string(random() % 20) + ".";
    r.sentence_start = static_cast<std::uint32_t>(random() % 500);
    r.sentence_end = r.sentence_start + 12;
    if (random() % 3 == 0) r.attributes["amount"] = std::to_string(random() % 4 * 1000);
    if (r.attributes.contains("amount")) r.attributes["currency"] = random() % 2 ? "USD" : "EUR";
    if (random() % 3 == 0) r.attributes["date"] = random() % 2 ? "2019" : "2019-05";
    if (random() % 30 == 0) r.subject.name.clear();
    return r;
}

// One of a few signatures with up to 40 of its 64 places changed, or none.
std::string random_signature(std::mt19937& random) {
    if (random() % 3 == 0) return "";
    std::string signature(64, static_cast<char>('A' + random() % 3));
    for (std::size_t n = random() % 41; n > 0; --n)
        signature[random() % 64] = static_cast<char>('a' + random() % 26);
    return signature;
}

}  // namespace

Relation record(std::string_view document, std::string_view subject, std::string_view type,
                std::string_view object) {
    Relation r;
    r.document = document;
    r.subject = argument(subject);
    r.type = type;
    r.object = argument(object);
    r.confidence = 0.9;
    r.rule = r.type + ".en.test";
    r.language = "en";
    r.sentence = r.subject.name + " " + r.type + " " + r.object.name + ".";
    r.sentence_end = static_cast<std::uint32_t>(r.sentence.size());
    return r;
}

std::vector<Relation> random_records(std::mt19937& random, int articles) {
    std::vector<Relation> result;
    for (int a = 0; a < articles; ++a) {
        const std::string document = "doc-" + std::to_string(random() % 1000);
        const std::size_t first = result.size();
        const bool has_url = random() % 2 == 0;
        const std::string url = "https://news" + std::to_string(random() % 3) + ".example/" +
                                std::to_string(random() % 8);
        const std::string signature = random_signature(random);
        for (std::size_t n = 1 + random() % 4; n > 0; --n) {
            result.push_back(random_record(random, document));
            result.back().signature = signature;
            if (has_url) result.back().url = url;
            if (random() % 2) result.back().date = "2024-0" + std::to_string(1 + random() % 9);
            if (random() % 4 == 0) result.back().source = "Outlet " + std::to_string(random() % 2);
        }
        if (random() % 5 == 0) {  // the same article under another id
            for (std::size_t i = first, end = result.size(); i < end; ++i) {
                Relation copy = result[i];
                copy.document = "copy-of-" + copy.document;
                result.push_back(std::move(copy));
            }
        }
    }
    return result;
}

std::string dump(const KnowledgeGraph& graph) {
    std::ostringstream out;
    out.precision(17);
    for (const Node& n : graph.nodes()) {
        out << n.id << '\t' << n.name << '\t' << to_string(n.type) << '\t' << n.first_seen << '\t'
            << n.last_seen;
        for (const std::string& alias : n.aliases) out << "\t=" << alias;
        out << '\n';
    }
    for (const Edge& e : graph.edges()) {
        out << e.id << '\t' << e.source << '\t' << e.target << '\t' << e.confidence << '\t'
            << e.sources << (e.symmetric ? "\tboth ways\t" : "\t") << e.first_seen << '\t'
            << e.last_seen << '\t' << e.valid_from << '\t' << e.valid_to;
        for (const auto& [key, value] : e.attributes) out << '\t' << key << '=' << value;
        out << '\n';
        for (const Evidence& v : e.evidence) {
            out << "  " << v.document << '\t' << v.url << '\t' << v.source << '\t' << v.date << '\t'
                << v.quote << '\t' << v.start << '\t' << v.end << '\t' << v.subject_text << '\t'
                << v.object_text << '\t' << to_string(v.status) << '\t' << v.rule << '\t'
                << v.confidence << '\t' << v.story;
            for (const auto& [key, value] : v.attributes) out << '\t' << key << '=' << value;
            out << '\n';
        }
    }
    return out.str();
}

std::string first_difference(const std::string& expected, const std::string& got) {
    std::istringstream left(expected), right(got);
    for (;;) {
        std::string a, b;
        const bool more_a = static_cast<bool>(std::getline(left, a));
        const bool more_b = static_cast<bool>(std::getline(right, b));
        if (!more_a && !more_b) return "";
        if (a != b || more_a != more_b) return "expected: " + a + "\ngot:      " + b;
    }
}

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "relata-test-XXXXXX").string();
    path = mkdtemp(name.data());
}

TemporaryFolder::~TemporaryFolder() { std::filesystem::remove_all(path); }

}  // namespace relata::graph::testing
