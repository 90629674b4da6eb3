#include "extract/language.hpp"

#include <algorithm>
#include <mutex>

#include "base/embedded_files.hpp"
#include "base/error.hpp"
#include "extract/data_files.hpp"
#include "extract/text/language_detection.hpp"

namespace relata::extract {

namespace {

constexpr std::size_t kFaultsShown = 20;

void throw_faults(const std::vector<std::string>& faults) {
    if (faults.empty()) return;
    std::string message;
    for (std::size_t i = 0; i < std::min(faults.size(), kFaultsShown); ++i)
        message += (i == 0 ? "" : "\n") + faults[i];
    if (faults.size() > kFaultsShown)
        message += "\nand " + std::to_string(faults.size() - kFaultsShown) + " more";
    throw Error("", message);
}

Lexicon stopword_lexicon(const DataFiles& files, const std::string& code) {
    LexiconBuilder builder;
    std::vector<std::string> faults;
    for (const DataFile* file : files.named(code + "/lists/stopword.txt"))
        add_list(*file, builder, faults);
    throw_faults(faults);
    return std::move(builder).build();
}

}  // namespace

struct Knowledge::Impl {
    struct Slot {
        std::once_flag made;
        std::unique_ptr<Language> language;
    };

    explicit Impl(std::span<const std::string> overlays)
        : files(overlays), codes(files.languages()), only_embedded(overlays.empty()) {
        for (const DataFile* file : files.named("relations.txt"))
            catalogue.add(Catalogue::parse(file->text, file->shown));
        for (const std::string& code : codes) slots.try_emplace(code);
    }
    Lexicon lexicon(const std::string& code, const RuleFiles& rules) const;
    std::unique_ptr<Language> make(const std::string& code) const;

    DataFiles files;
    std::vector<std::string> codes;
    bool only_embedded;  // so that the languages made at build time hold
    Catalogue catalogue;
    std::map<std::string, Slot, std::less<>> slots;
    std::once_flag stopwords_made;
    std::vector<Lexicon> stopwords;  // by position in `codes`
};

// The lexicon of all lists, and of the words that the rules name.
Lexicon Knowledge::Impl::lexicon(const std::string& code, const RuleFiles& rules) const {
    LexiconBuilder builder;
    std::vector<std::string> faults;
    for (const std::string& folder : {std::string("lists"), code + "/lists"})
        for (const std::string_view ending : {".txt", ".tsv"})
            for (const DataFile* file : files.in(folder, ending)) add_list(*file, builder, faults);
    throw_faults(faults);
    rules.add_words_to(builder);
    return std::move(builder).build();
}

std::unique_ptr<Language> Knowledge::Impl::make(const std::string& code) const {
    if (only_embedded) {
        for (const EmbeddedLanguage& made : embedded_languages())
            if (made.code == code)
                return std::make_unique<Language>(Language{code, Lexicon::from_image(made.lexicon),
                                                           RuleSet::from_image(made.rules)});
    }
    std::vector<RuleSource> sources;
    for (const DataFile* file : files.in(code, ".rules"))
        sources.push_back({file->shown, std::string(file->text)});
    const RuleFiles rules = parse_rules(sources);
    Lexicon words = lexicon(code, rules);
    RuleSet compiled = compile_rules(rules, words, catalogue);
    return std::make_unique<Language>(Language{code, std::move(words), std::move(compiled)});
}

Knowledge::Knowledge(std::span<const std::string> overlays)
    : impl_(std::make_unique<Impl>(overlays)) {}
Knowledge::~Knowledge() = default;

const Catalogue& Knowledge::catalogue() const { return impl_->catalogue; }

std::span<const std::string> Knowledge::codes() const { return impl_->codes; }

const Language& Knowledge::language(std::string_view code) const {
    const auto slot = impl_->slots.find(code);
    if (slot == impl_->slots.end()) {
        std::string known;
        for (const std::string& other : impl_->codes) known += (known.empty() ? "" : ", ") + other;
        throw Error("", "no rules for the language \"" + std::string(code) + "\"",
                    "there are rules for " + known);
    }
    std::call_once(slot->second.made, [&] { slot->second.language = impl_->make(slot->first); });
    return *slot->second.language;
}

std::string_view Knowledge::detect(std::string_view text) const {
    std::call_once(impl_->stopwords_made, [this] {
        for (const std::string& code : impl_->codes)
            impl_->stopwords.push_back(stopword_lexicon(impl_->files, code));
    });
    std::size_t most = 0;
    std::vector<std::string_view> likely;  // the languages with most stop words
    for (std::size_t i = 0; i < impl_->codes.size(); ++i) {
        const std::size_t count = count_words(text, impl_->stopwords[i], "stopword");
        if (count > most) likely.clear();
        if (count >= most) likely.push_back(impl_->codes[i]);
        most = std::max(most, count);
    }
    if (likely.size() == 1) return likely.front();
    // A headline has no or few stop words: "Apple buys Beats".
    std::string_view best = likely.at(0);
    most = 0;
    for (const std::string_view code : likely) {
        const std::size_t count = count_words(text, language(code).lexicon, "common", true);
        if (count > most) best = code;
        most = std::max(most, count);
    }
    return best;
}

}  // namespace relata::extract
