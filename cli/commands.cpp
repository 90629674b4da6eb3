#include "cli/command.hpp"

namespace relata::cli {

// One a file: cli/NAME.cpp.
Run declare_build(CLI::App& app);
Run declare_extract(CLI::App& app);
Run declare_merge(CLI::App& app);
Run declare_export(CLI::App& app);
Run declare_show(CLI::App& app);
Run declare_remove(CLI::App& app);
Run declare_explain(CLI::App& app);
Run declare_eval(CLI::App& app);
Run declare_relations(CLI::App& app);

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
     "relata merge relations-*.jsonl -o news.relata", declare_merge},
    {"export", "Write a graph for other programs",
     "relata export news.relata -o news.graphml\n"
     "relata export news.relata -o news.dot --status asserted",
     declare_export},
    {"show", "Show an entity with its relations and sources", "relata show news.relata DeepSeek",
     declare_show},
    {"remove", "Take articles out of a graph", "relata remove news.relata deepseek-2025-01",
     declare_remove},
    {"explain", "Show what is recognised in a text, and which rules match where",
     "relata explain 'OpenAI was founded by Sam Altman.'\n"
     "relata explain -v --lang de < article.txt",
     declare_explain},
    {"eval", "Measure extraction on annotated articles", "relata eval gold.jsonl", declare_eval},
    {"relations", "List the relation types", "relata relations", declare_relations},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }

}  // namespace relata::cli
