#include "cli/command.hpp"

namespace relata::cli {

// One a file: cli/NAME.cpp.
Run declare_build(CLI::App& app);
Run declare_extract(CLI::App& app);
Run declare_merge(CLI::App& app);
Run declare_export(CLI::App& app);
Run declare_view(CLI::App& app);
Run declare_query(CLI::App& app);
Run declare_show(CLI::App& app);
Run declare_path(CLI::App& app);
Run declare_neighbors(CLI::App& app);
Run declare_top(CLI::App& app);
Run declare_timeline(CLI::App& app);
Run declare_stats(CLI::App& app);
Run declare_conflicts(CLI::App& app);
Run declare_diff(CLI::App& app);
Run declare_remove(CLI::App& app);
Run declare_explain(CLI::App& app);
Run declare_verify(CLI::App& app);
Run declare_eval(CLI::App& app);
Run declare_relations(CLI::App& app);
Run declare_rules(CLI::App& app);
Run declare_completion(CLI::App& app);
Run declare_man(CLI::App& app);

namespace {

constexpr Command kCommands[] = {
    {"build", "Make a graph of articles, or add them to one",
     "relata build articles/ -o news.relata\n"
     "relata build 'crawl/*.warc.gz' feed.xml -o news.relata -j 8",
     declare_build},
    {"extract", "Write the relations of articles as JSON Lines",
     "relata extract article.txt\n"
     "zcat news.jsonl.gz | relata extract - --text-field body > relations.jsonl",
     declare_extract},
    {"merge", "Make a graph of extracted relations, or add them to one",
     "relata merge relations-*.jsonl -o news.relata\n"
     "relata merge -o news.relata --aliases same.txt\n"
     "relata merge -o news.relata --explain Google Alphabet",
     declare_merge},
    {"export", "Write a graph for other programs",
     "relata export news.relata -o news.graphml\n"
     "relata export news.relata -o news.dot --status asserted",
     declare_export},
    {"view", "Look at a graph in the browser",
     "relata view news.relata\nrelata view news.relata --focus OpenAI --hops 2", declare_view},
    {"query", "Ask a graph in openCypher",
     "relata query news.relata 'MATCH (p:person)-[:founder_of]->(o:org) RETURN p.name, o.name'",
     declare_query},
    {"show", "Show an entity with its relations and sources", "relata show news.relata DeepSeek",
     declare_show},
    {"path", "Find the shortest connections of two entities",
     "relata path news.relata 'Sam Altman' Microsoft", declare_path},
    {"neighbors", "List the entities around an entity",
     "relata neighbors news.relata OpenAI\n"
     "relata neighbors news.relata OpenAI --hops 2 --status asserted",
     declare_neighbors},
    {"top", "List the most important entities", "relata top news.relata --by pagerank --type org",
     declare_top},
    {"timeline", "List the dated events of an entity", "relata timeline news.relata OpenAI",
     declare_timeline},
    {"stats", "Count what is in a graph", "relata stats news.relata", declare_stats},
    {"conflicts", "List relations that contradict each other", "relata conflicts news.relata",
     declare_conflicts},
    {"diff", "Compare two graphs", "relata diff monday.relata tuesday.relata", declare_diff},
    {"remove", "Take articles out of a graph", "relata remove news.relata deepseek-2025-01",
     declare_remove},
    {"explain", "Show what is recognised in a text, and which rules match where",
     "relata explain 'OpenAI was founded by Sam Altman.'\n"
     "relata explain -v --lang de < article.txt",
     declare_explain},
    {"verify", "Check that the quoted evidence still stands in the sources",
     "relata verify news.relata", declare_verify},
    {"eval", "Measure extraction on annotated articles", "relata eval gold.jsonl", declare_eval},
    {"relations", "List the relation types", "relata relations", declare_relations},
    {"rules", "List, check and test the rules",
     "relata rules list --type ceo_of\nrelata rules test --rules my-rules/\n"
     "relata rules suggest articles/ --lang en --least 5",
     declare_rules},
    {"completion", "Print a script that completes commands and options in a shell",
     "relata completion bash > ~/.local/share/bash-completion/completions/relata",
     declare_completion},
    {"man", "Print the manual page", "relata man | man -l -", declare_man},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }

}  // namespace relata::cli
