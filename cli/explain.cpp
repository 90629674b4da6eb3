// relata explain: what is recognised in a text, which rule matched where, and why the nearest did
// not.
#include "extract/explain.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"

namespace relata::cli {

namespace {

struct ExplainOptions {
    CommonOptions common;
    std::string text;
    std::vector<std::string> inputs;
    InputOptions input;
    ExtractionOptions extraction;
};

bool explain_article(const extract::Extractor& extractor, const extract::Document& article,
                     bool all) {
    constexpr std::size_t kMisses = 3;
    constexpr std::size_t kAllMisses = 1000;
    const extract::Explanation explanation = extract::explain(extractor, article);
    std::cout << describe(explanation, extractor.knowledge().catalogue(),
                          all ? kAllMisses : kMisses);
    return !explanation.claims.empty();
}

int run_explain(const ExplainOptions& options) {
    if (!options.text.empty()) {
        const extract::Knowledge knowledge(
            options.extraction.rules);  // only one language is needed
        const extract::Extractor extractor(knowledge, options.extraction.language);
        extract::Document article;
        article.id = "text";
        article.text = options.text;
        return explain_article(extractor, article, options.common.verbose) ? kDone : kNothing;
    }
    const auto knowledge = options.extraction.knowledge();
    const extract::Extractor extractor(*knowledge, options.extraction.language);
    Progress progress(options.common);
    const std::vector<std::string> inputs =
        options.inputs.empty() ? std::vector<std::string>{"-"} : options.inputs;
    extract::ArticleReader reader(inputs, options.input.read,
                                  [&](const extract::Fault& fault) { progress.fault(fault); });
    bool found = false;
    for (extract::Document article; reader.next(article);)
        found = explain_article(extractor, article, options.common.verbose) || found;
    if (reader.counts().faults > 0) return kFailed;
    return found ? kDone : kNothing;
}

}  // namespace

Run declare_explain(CLI::App& app) {
    auto options = std::make_shared<ExplainOptions>();
    app.add_option("TEXT", options->text, "a sentence; without it standard input is read")
        ->type_name("");
    app.add_option("-i,--input", options->inputs, "files to explain instead")->type_name("FILE");
    options->input.add_format_to(app);
    options->extraction.add_language_to(app);
    options->common.add_to(app);
    return [options] { return run_explain(*options); };
}

}  // namespace relata::cli
