// relata verify: re-reads the sources and checks that every quoted evidence still stands where it
// stood.
#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <memory>
#include <set>

#include "base/utf8.hpp"
#include "cli/command.hpp"
#include "cli/graph_file.hpp"
#include "cli/progress.hpp"
#include "cli/table.hpp"
#include "extract/read/reader.hpp"

namespace relata::cli {

namespace {

using graph::Evidence;

struct VerifyOptions {
    CommonOptions common;
    GraphInput input;
    std::vector<std::string> sources;
    InputOptions format;
    TableOptions table;
};

enum class Finding { stand, moved, gone, unread };

const char* to_string(Finding finding) {
    constexpr const char* kNames[] = {"stand", "moved", "gone", "not read"};
    return kNames[static_cast<std::size_t>(finding)];
}

Finding check(const Evidence& evidence, const std::string& text) {
    const utf8::CodePointIndex index(text);
    const std::size_t length = index.code_points(text.size());
    if (evidence.end <= length) {
        const std::size_t start = index.byte(evidence.start);
        if (text.compare(start, index.byte(evidence.end) - start, evidence.quote) == 0)
            return Finding::stand;
    }
    return text.find(evidence.quote) != std::string::npos ? Finding::moved : Finding::gone;
}

using ByDocument = std::multimap<std::string, const Evidence*>;

ByDocument evidence_by_document(const graph::KnowledgeGraph& graph) {
    ByDocument by_document;
    for (const graph::Edge& edge : graph.edges())
        for (const Evidence& evidence : edge.evidence)
            by_document.emplace(evidence.document, &evidence);
    return by_document;
}

std::vector<std::string> source_paths(const VerifyOptions& options, const ByDocument& evidence) {
    if (!options.sources.empty()) return options.sources;
    std::set<std::string> paths;
    for (const auto& [document, item] : evidence)
        if (!item->path.empty() && item->path != "-") paths.insert(item->path);
    return {paths.begin(), paths.end()};
}

int run_verify(const VerifyOptions& options) {
    const graph::KnowledgeGraph graph = options.input.load();
    const ByDocument evidence = evidence_by_document(graph);
    std::map<const Evidence*, Finding> findings;
    for (const auto& [document, item] : evidence) findings[item] = Finding::unread;
    Progress progress(options.common);
    extract::ArticleReader reader(source_paths(options, evidence), options.format.read,
                                  [&](const extract::Fault& fault) { progress.fault(fault); });
    for (extract::Document article; reader.next(article);) {
        progress.show(reader.counts(), 0);
        const auto [first, last] = evidence.equal_range(article.id);
        for (auto it = first; it != last; ++it) {
            const Finding found = check(*it->second, article.text);
            Finding& best = findings[it->second];
            best = std::min(best, found);
        }
    }
    std::map<Finding, std::uint64_t> counts;
    Table table{{"finding", "doc", "path", "quote"}, {}};
    for (const auto& [document, item] : evidence) {
        const Finding finding = findings[item];
        ++counts[finding];
        if (finding != Finding::stand)
            table.rows.push_back(
                {std::string(to_string(finding)), document, item->path, item->quote});
    }
    if (!table.rows.empty()) print_table(table, options.table.chosen(), options.common, std::cout);
    if (!options.common.quiet) {
        std::cerr << count_of(evidence.size(), "quote", "quotes");
        for (const auto& [finding, count] : counts)
            std::cerr << ", " << count << ' ' << to_string(finding);
        std::cerr << '\n';
    }
    return table.rows.empty() ? kDone : kFailed;
}

}  // namespace

Run declare_verify(CLI::App& app) {
    auto options = std::make_shared<VerifyOptions>();
    options->input.add_to(app);
    app.add_option("INPUT", options->sources, "the sources; default: where the articles came from")
        ->type_name("");
    options->table.add_to(app);
    options->format.add_format_to(app);
    options->common.add_to(app);
    return [options] { return run_verify(*options); };
}

}  // namespace relata::cli
