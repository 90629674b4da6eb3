// Writes every language as it is built from the rules: embed_languages DIR makes DIR/en.lexicon,
// DIR/en.ruleset and so on. It runs while Relata is built; cmake/EmbedLanguages.cmake embeds what
// it writes.
#include <exception>
#include <fstream>
#include <iostream>
#include <string>

#include "base/embedded_files.hpp"
#include "base/error.hpp"
#include "extract/language.hpp"

namespace relata {

// This program makes them, so it has none.
std::span<const EmbeddedLanguage> embedded_languages() { return {}; }

namespace {

void write(const std::string& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    file.close();
    if (!file) throw Error(path, "cannot be written");
}

}  // namespace
}  // namespace relata

int main(int count, char** arguments) {
    try {
        if (count != 2) throw relata::Error("embed_languages", "a folder is missing");
        const std::string folder = arguments[1];
        const relata::extract::Knowledge knowledge;
        for (const std::string& code : knowledge.codes()) {
            const relata::extract::Language& language = knowledge.language(code);
            relata::write(folder + "/" + code + ".lexicon", language.lexicon.image());
            relata::write(folder + "/" + code + ".ruleset", language.rules.image());
        }
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
