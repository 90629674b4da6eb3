// How fast each stage of extraction is, by Google Benchmark.
//
//   cmake --preset release -DRELATA_BENCH=ON && ninja -C build-release bench_stages
//   RELATA_ARTICLES=news.jsonl build-release/bench_stages
//
// Without RELATA_ARTICLES the articles of samples/ are read. A stage is timed over all articles of
// a language, on what the stages before it gave; bytes are those of the articles' texts, except for
// `read`, which counts those of the file.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "extract/extractor.hpp"
#include "extract/name/recognise.hpp"
#include "extract/read/reader.hpp"
#include "extract/rule/match.hpp"
#include "extract/text/phrases.hpp"
#include "extract/text/sentences.hpp"
#include "extract/text/tokenize.hpp"
#include "extract/value/values.hpp"

namespace {

using namespace relata::extract;

const Knowledge& knowledge() {
    static const Knowledge instance;
    return instance;
}

std::string input() {
    const char* path = std::getenv("RELATA_ARTICLES");
    return path != nullptr ? path : RELATA_SOURCE_DIR "/samples/articles.jsonl";
}

std::vector<Document> read_articles() {
    ArticleReader reader({input()}, {}, [](const Fault&) {});
    std::vector<Document> articles;
    for (Document article; reader.next(article);) articles.push_back(std::move(article));
    return articles;
}

// The articles of a language, with their analyses up to a stage.
struct Corpus {
    std::vector<Document> articles;
    std::vector<Analysis> analyses;
    std::size_t bytes = 0;
};

void run_tokens(Analysis& analysis) {
    tokenize(analysis.document->text, analysis.language->lexicon, analysis.tokens);
}
void run_sentences(Analysis& analysis) {
    split_sentences(analysis.document->text, analysis.tokens, analysis.language->lexicon,
                    analysis.sentences);
}

using Stage = void (*)(Analysis&);
constexpr Stage kStages[] = {run_tokens, run_sentences, find_phrases, find_values, recognise_names};

// `stages`: how many of kStages have run.
Corpus prepare(const std::string& language, std::size_t stages) {
    Corpus corpus;
    for (Document& article : read_articles()) {
        if (article.language.empty()) article.language = knowledge().detect(article.text);
        if (article.language == language) corpus.articles.push_back(std::move(article));
    }
    for (const Document& article : corpus.articles) {
        Analysis& analysis = corpus.analyses.emplace_back();
        analysis.document = &article;
        analysis.language = &knowledge().language(language);
        for (std::size_t i = 0; i < stages; ++i) kStages[i](analysis);
        corpus.bytes += article.text.size();
    }
    return corpus;
}

void report(benchmark::State& state, std::size_t bytes) {
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}

// Times kStages[number] on analyses that have what it needs; they are copied outside of the clock.
void time_stage(benchmark::State& state, const std::string& language, std::size_t number) {
    const Corpus corpus = prepare(language, number);
    for (auto _ : state) {
        state.PauseTiming();
        std::vector<Analysis> analyses = corpus.analyses;
        state.ResumeTiming();
        for (Analysis& analysis : analyses) kStages[number](analysis);
        state.PauseTiming();
        analyses.clear();
        state.ResumeTiming();
    }
    report(state, corpus.bytes);
}

void time_rules(benchmark::State& state, const std::string& language) {
    const Corpus corpus = prepare(language, std::size(kStages));
    const RuleSet& rules = knowledge().language(language).rules;
    for (auto _ : state) {
        for (const Analysis& analysis : corpus.analyses)
            benchmark::DoNotOptimize(match_rules(rules, knowledge().catalogue(), analysis));
    }
    report(state, corpus.bytes);
}

void time_extraction(benchmark::State& state, const std::string& language) {
    const Corpus corpus = prepare(language, 0);
    const Extractor extractor(knowledge());
    for (auto _ : state) {
        for (const Document& article : corpus.articles)
            benchmark::DoNotOptimize(extractor.extract(article));
    }
    report(state, corpus.bytes);
}

void time_reading(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(read_articles());
    report(state, std::filesystem::file_size(input()));
}

}  // namespace

int main(int argc, char** argv) {
    constexpr const char* kNames[] = {"tokens", "sentences", "phrases", "values", "names"};
    benchmark::Initialize(&argc, argv);
    benchmark::RegisterBenchmark("read", time_reading);
    for (const std::string language : {"en", "de"}) {
        for (std::size_t i = 0; i < std::size(kStages); ++i)
            benchmark::RegisterBenchmark((language + "/" + kNames[i]).c_str(), time_stage, language,
                                         i);
        benchmark::RegisterBenchmark((language + "/rules").c_str(), time_rules, language);
        benchmark::RegisterBenchmark((language + "/extract").c_str(), time_extraction, language);
    }
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
