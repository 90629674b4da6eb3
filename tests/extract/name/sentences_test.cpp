// Runs the sentences of en.txt and de.txt: every marked name must be found with its type, and
// nothing else. Recall and precision are printed; lines below "# known:" count but may fail.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "tests/extract/name/article_of.hpp"
#include "tests/extract/name/marked_text.hpp"

namespace relata::extract {
namespace {

struct Tally {
    int marked = 0, found = 0, right = 0;
};

std::string describe(const Article& article, const Mention& mention) {
    std::string types;
    for (const EntityType type : {EntityType::person, EntityType::org, EntityType::product,
                                  EntityType::project, EntityType::place})
        if ((mention.types & type_bit(type)) != 0)
            types += (types.empty() ? "" : "|") + std::string(to_string(type));
    return "[" + std::string(article.analysis.text(mention.first, mention.last)) + ":" + types +
           "=" + article.name_of(mention) + "] ";
}

bool is_marked(const MarkedName& name, const Article& article, const Mention& mention) {
    const Analysis& analysis = article.analysis;
    if (analysis.tokens[mention.first].begin != name.begin ||
        analysis.tokens[mention.last - 1].end != name.end)
        return false;
    if ((mention.types & type_bit(name.type)) == 0) return false;
    if (name.only && mention.types != type_bit(name.type)) return false;
    return name.canonical.empty() || article.name_of(mention) == name.canonical;
}

// What is wrong with a line, or "".
std::string fault_of(const std::string& language, const std::string& line, Tally& tally) {
    const MarkedText marked = read_marked(line);
    const Article article(language, marked.text);
    std::vector<bool> seen(marked.names.size(), false);
    std::string found;
    bool extra = false;
    std::uint32_t covered = 0;  // names inside of longer ones do not count
    for (const Mention& mention : article.analysis.mentions) {
        if (mention.form != MentionForm::name || mention.last <= covered) continue;
        covered = mention.last;
        ++tally.found;
        found += describe(article, mention);
        bool right = false;
        for (std::size_t i = 0; i < marked.names.size(); ++i)
            if (is_marked(marked.names[i], article, mention)) seen[i] = right = true;
        tally.right += right ? 1 : 0;
        extra = extra || !right;
    }
    tally.marked += static_cast<int>(marked.names.size());
    const bool missed = std::find(seen.begin(), seen.end(), false) != seen.end();
    return extra || missed ? line + "\n      found: " + found : "";
}

void check_file(const std::string& language) {
    const std::string path =
        std::string(RELATA_SOURCE_DIR) + "/tests/extract/name/" + language + ".txt";
    std::ifstream file(path);
    REQUIRE_MESSAGE(file.good(), path);
    Tally tally;
    bool known = false;
    int lines = 0;
    for (std::string line; std::getline(file, line);) {
        known = known || line.starts_with("# known:");
        if (line.empty() || line[0] == '#') continue;
        ++lines;
        const std::string fault = fault_of(language, line, tally);
        if (!known) CHECK_MESSAGE(fault.empty(), fault);
    }
    CHECK(lines >= 120);
    MESSAGE(language << ": recall " << 100 * tally.right / tally.marked << " %, precision "
                     << 100 * tally.right / tally.found << " % of " << tally.marked << " names");
}

}  // namespace

TEST_CASE("names in English sentences") { check_file("en"); }
TEST_CASE("names in German sentences") { check_file("de"); }

}  // namespace relata::extract
