#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <thread>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/suggest.hpp"
#include "cli/terminal.hpp"

namespace relata::cli {

namespace {

constexpr unsigned kMostJobs = 256;

std::vector<std::string> status_names() {
    using extract::Status;
    std::vector<std::string> names;
    for (Status status :
         {Status::asserted, Status::former, Status::planned, Status::rumoured, Status::denied})
        names.emplace_back(extract::to_string(status));
    return names;
}

std::string join(std::span<const std::string> words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string format_names() {
    std::vector<std::string> names;
    for (const auto& format : extract::input_formats()) names.emplace_back(format.name);
    return join(names);
}

}  // namespace

void CommonOptions::add_to(CLI::App& app) {
    auto* group = app.add_option_group("Messages");
    group->add_flag("-q,--quiet", quiet, "no progress, no summary; only errors");
    group->add_flag("-v,--verbose", verbose, "more about what is done");
    group->add_option("--color", color, "auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->type_name("WHEN");
}

bool CommonOptions::colored(int descriptor) const {
    if (color != "auto") return color == "always";
    const char* no_color = std::getenv("NO_COLOR");
    const char* term = std::getenv("TERM");
    if (no_color != nullptr && *no_color != '\0') return false;
    if (term == nullptr || std::string_view(term) == "dumb") return false;
    return is_terminal(descriptor);
}

void InputOptions::add_to(CLI::App& app) {
    app.add_option("INPUT", inputs, "files, folders, globs, or - for standard input")
        ->required()
        ->type_name("");
    add_format_to(app);
}

void InputOptions::add_format_to(CLI::App& app) {
    auto* group = app.add_option_group("Input");
    group->add_option("--input-format", read.format, "instead of recognising it: " + format_names())
        ->type_name("FORMAT");
    const auto field = [group](const char* name, std::string& value, const char* what) {
        group->add_option(name, value, std::string("JSON field of the ") + what)
            ->type_name("NAME")
            ->capture_default_str();
    };
    field("--text-field", read.fields.text, "article's text; a.b looks into an object");
    field("--id-field", read.fields.id, "article's id");
    field("--title-field", read.fields.title, "title");
    field("--date-field", read.fields.date, "publication date");
    field("--url-field", read.fields.url, "URL");
    field("--lang-field", read.fields.language, "language");
    field("--source-field", read.fields.source, "outlet");
    field("--author-field", read.fields.author, "author");
    group
        ->add_option("--max-article-size", read.max_article_size,
                     "skip articles of more text than this, such as 500K or 16M")
        ->transform(CLI::AsSizeValue(false))
        ->type_name("SIZE")
        ->default_str("16M");
    group
        ->add_option("--stdin-name", read.stdin_name,
                     "standard input is this file, or a part of it: for programs that read it")
        ->type_name("NAME");
    group->add_option("--stdin-line", read.stdin_line, "number of the part's first line")
        ->check(CLI::PositiveNumber)
        ->type_name("N")
        ->capture_default_str();
}

void ExtractionOptions::add_to(CLI::App& app) {
    add_language_to(app);
    app.get_option_group("Extraction")
        ->add_option("-j,--jobs", jobs, "threads; default: all cores")
        ->check(CLI::Range(1U, kMostJobs))
        ->type_name("N");
}

void ExtractionOptions::add_language_to(CLI::App& app) {
    auto* group = app.add_option_group("Extraction");
    group->add_option("--lang", language, "language of the articles: en, de, or auto")
        ->type_name("LANG")
        ->capture_default_str();
    group->add_option("--rules", rules, "folder with rules that add to or override Relata's")
        ->type_name("DIR")
        ->allow_extra_args(false);
}

void ExtractionOptions::add_rules_to(CLI::App& app) {
    app.add_option("--rules", rules, "folder with rules that add to or override Relata's")
        ->type_name("DIR")
        ->allow_extra_args(false);
}

unsigned ExtractionOptions::threads() const {
    if (jobs != 0) return jobs;
    return std::clamp(std::thread::hardware_concurrency(), 1U, kMostJobs);
}

std::unique_ptr<const extract::Knowledge> ExtractionOptions::knowledge() const {
    auto knowledge = std::make_unique<const extract::Knowledge>(rules);
    if (language != "auto") {
        const auto codes = knowledge->codes();
        if (std::find(codes.begin(), codes.end(), language) == codes.end())
            throw Error("--lang", "there are no rules for the language '" + language + "'",
                        "use auto or one of: " + join(codes));
        (void)knowledge->language(
            language);  // faults in its rules come now, not at the first article
    } else {
        for (const std::string& code : knowledge->codes()) (void)knowledge->language(code);
    }
    return knowledge;
}

void StatusOption::add_to(CLI::App& app) {
    app.add_option("--status", names, "only relations of these: " + join(status_names()))
        ->delimiter(',')
        ->type_name("LIST")
        ->allow_extra_args(false);
}

std::vector<extract::Status> StatusOption::statuses() const {
    std::vector<extract::Status> statuses;
    const std::vector<std::string> known = status_names();
    for (const std::string& name : names) {
        const auto status = extract::status_from(name);
        if (!status) {
            const std::string hint = did_you_mean(name, known);
            throw Error("--status", "there is no status '" + name + "'",
                        hint.empty() ? "use: " + join(known) : hint);
        }
        statuses.push_back(*status);
    }
    return statuses;
}

bool StatusOption::admits(extract::Status status) const {
    if (names.empty()) return true;
    return std::find(names.begin(), names.end(), extract::to_string(status)) != names.end();
}

}  // namespace relata::cli
