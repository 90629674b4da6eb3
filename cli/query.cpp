// relata query: asks a graph in the reading subset of openCypher.
#include "graph/query/query.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/graph_file.hpp"
#include "cli/query_prompt.hpp"
#include "cli/suggest.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"
#include "graph/find.hpp"

namespace relata::cli {

namespace {

using graph::query::Value;

struct QueryOptions {
    CommonOptions common;
    GraphInput input;
    std::string query;
    std::vector<std::string> parameters;
    TableOptions table;
};

// true, false, numbers; all else is a string.
Value value_of(const std::string& text) {
    if (text == "true" || text == "false") return text == "true";
    const char* end = text.data() + text.size();
    std::int64_t whole = 0;
    if (const auto result = std::from_chars(text.data(), end, whole);
        result.ec == std::errc() && result.ptr == end)
        return whole;
    double number = 0;
    if (const auto result = std::from_chars(text.data(), end, number);
        result.ec == std::errc() && result.ptr == end)
        return number;
    return text;
}

graph::query::Parameters parameters_of(const std::vector<std::string>& written) {
    graph::query::Parameters parameters;
    for (const std::string& parameter : written) {
        const std::size_t equals = parameter.find('=');
        if (equals == 0 || equals == std::string::npos)
            throw Error("--param", "'" + parameter + "' is no parameter", "write name=value");
        parameters[parameter.substr(0, equals)] = value_of(parameter.substr(equals + 1));
    }
    return parameters;
}

Cell cell_of(const Value& value, const graph::KnowledgeGraph& graph) {
    if (value.is_null()) return {};
    if (const auto* truth = std::get_if<bool>(&value.data)) return *truth;
    if (const auto* whole = std::get_if<std::int64_t>(&value.data)) return *whole;
    if (const auto* number = std::get_if<double>(&value.data)) return *number;
    if (const auto* text = std::get_if<std::string>(&value.data)) return *text;
    return Structured{to_text(value, graph), to_json(value, graph)};
}

// The graphs that queries are asked of. What is read as a whole is kept.
class Graphs {
  public:
    explicit Graphs(const GraphInput& input) : input_(input) {}

    const graph::KnowledgeGraph& within(const graph::query::Reach& reach) {
        // A selection of edges changes when nodes were seen, and only the whole graph tells.
        const bool whole = input_.select.leaves_out() && reach.seen_dates;
        if (whole_) return *whole_;
        const bool anywhere = reach.extent.around.empty() && !reach.ends;
        if (whole || (keep_ && anywhere)) return *(whole_ = input_.load());
        if (!input_.select.leaves_out()) return *(part_ = graph::query::load(input_.path, reach));
        return *(part_ = input_.load(reach.extent));
    }

    // More queries are to come: reads all where one asks for much.
    void keep() { keep_ = true; }

  private:
    const GraphInput& input_;
    std::optional<graph::KnowledgeGraph> whole_, part_;
    bool keep_ = false;
};

// Says on standard error what a query asks for that the graph does not have.
void explain_nothing(const graph::query::Reach& reach, const graph::KnowledgeGraph& graph,
                     const std::string& path) {
    const auto tell = [](const std::string& cause, const std::string& hint) {
        std::cerr << "relata: " << cause << (hint.empty() ? "" : "; " + hint) << '\n';
    };
    for (const std::string& type : reach.types) {
        if (!graph::has_relation_type(path, type))
            tell("the graph has no relation of type '" + type + "'",
                 did_you_mean(type, graph::relation_types(path)));
    }
    for (const std::string& name : reach.names) {
        const auto is_named = [&](const graph::Node& node) {
            return node.name == name || node.id == name;
        };
        if (std::any_of(graph.nodes().begin(), graph.nodes().end(), is_named)) continue;
        const std::vector<std::string> ids = graph::entities_named(path, name);
        std::vector<std::string> names;
        for (const graph::NodeIndex node : graph::nodes_with_ids(graph, ids))
            names.push_back(graph.node(node).name);
        if (names.empty()) names = graph::similar_names(path, name, 3);
        tell("no entity has just the name '" + name + "'", alternatives(names));
    }
}

// Prints the rows that a query gives; false where there are none.
bool answer(const std::string& query, const QueryOptions& options, Graphs& graphs) {
    const graph::query::Parameters parameters = parameters_of(options.parameters);
    const graph::query::Reach reach = graph::query::reach(query, parameters);
    const graph::KnowledgeGraph& graph = graphs.within(reach);
    const auto result = graph::query::run(graph, query, parameters);
    Table table{result.columns, {}};
    for (const auto& row : result.rows) {
        std::vector<Cell> cells;
        for (const Value& value : row) cells.push_back(cell_of(value, graph));
        table.rows.push_back(std::move(cells));
    }
    print_table(table, options.table.chosen(), options.common, std::cout);
    if (table.rows.empty() && !options.common.quiet)
        explain_nothing(reach, graph, options.input.path);
    return !table.rows.empty();
}

int run_query(const QueryOptions& options) {
    Graphs graphs(options.input);
    if (!options.query.empty() && options.query != "-")
        return answer(options.query, options, graphs) ? kDone : kNothing;
    if (is_terminal(STDIN_FILENO) && options.query.empty()) {
        graphs.keep();
        run_query_prompt(options.input.path, [&](const std::string& query) {
            if (!answer(query, options, graphs) && !options.common.quiet)
                std::cerr << "nothing found\n";
        });
        return kDone;
    }
    const std::string query{std::istreambuf_iterator<char>(std::cin), {}};
    return answer(query, options, graphs) ? kDone : kNothing;
}

}  // namespace

Run declare_query(CLI::App& app) {
    auto options = std::make_shared<QueryOptions>();
    options->input.add_to(app);
    app.add_option("QUERY", options->query,
                   "MATCH ... WHERE ... RETURN ...; without it a prompt on a terminal, else it is "
                   "read from standard input, as for -")
        ->type_name("");
    app.add_option("-p,--param", options->parameters, "a value for $NAME in the query")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    options->table.add_to(app);
    options->input.select.add_to(app);
    options->common.add_to(app);
    return [options] { return run_query(*options); };
}

}  // namespace relata::cli
