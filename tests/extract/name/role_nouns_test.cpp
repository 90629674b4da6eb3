// "the buyer", "its parent", "die Klägerin": who has that part in what the text said before.
#include "extract/name/role_nouns.hpp"

#include <doctest/doctest.h>

#include "tests/extract/embedded.hpp"

namespace relata::extract {
namespace {

bool finds(const std::string& language, const std::string& text, const std::string& fact) {
    const std::set<std::string> facts = facts_of(language, text);
    INFO(text << "\n    " << join(facts));
    CAPTURE(fact);
    return facts.contains(fact);
}

}  // namespace

TEST_CASE("the buyer and the target of a deal, whatever was named since") {
    const std::string deal =
        "Zelvana Inc has agreed to buy Quillon Inc. Pellar Inc is glad. Pellar Inc grew. ";
    CHECK(finds("en", deal + "The buyer is based in Oslo.", "headquartered_in(Zelvana Inc, Oslo)"));
    CHECK(
        finds("en", deal + "The target is based in Oslo.", "headquartered_in(Quillon Inc, Oslo)"));
    const std::string kauf =
        "Die Zelvana AG kauft die Quillon AG. Die Pellar AG freut sich. Die Pellar AG wächst. ";
    CHECK(finds("de", kauf + "Der Käufer sitzt in Oslo.", "headquartered_in(Zelvana AG, Oslo)"));
    CHECK(finds("de", kauf + "Die gekaufte Firma sitzt in Oslo.",
                "headquartered_in(Quillon AG, Oslo)"));
    CHECK(finds("en", deal + "The acquired company is based in Oslo.",
                "headquartered_in(Quillon Inc, Oslo)"));
}

TEST_CASE("a part that was read from a part") {
    CHECK(finds("en",
                "Zelvana Inc and Quillon Inc have formed an alliance. Its partner belongs to "
                "Pellar Inc. The parent company is based in Oslo.",
                "headquartered_in(Pellar Inc, Oslo)"));
}

TEST_CASE("whose parent, and the founder with the gender of the noun") {
    CHECK(finds("en",
                "Zelvana Inc is a subsidiary of the Pellar Group. Quillon Inc is a subsidiary of "
                "the Ostara Group. Zelvana Inc said its parent is based in Oslo.",
                "headquartered_in(Pellar Group, Oslo)"));
    CHECK(finds("de",
                "Eva Lang und Peter Roth haben die Zelvana AG gegründet. Die Gründerin arbeitete "
                "früher bei der Quillon AG.",
                "works_for(Eva Lang, Quillon AG) former"));
}

TEST_CASE("nobody where nothing was said of such a part, where it was denied, or of several") {
    const auto none = [](const std::string& text) {
        const std::set<std::string> facts = facts_of("en", text);
        INFO(text << "\n    " << join(facts));
        CHECK(std::none_of(facts.begin(), facts.end(), [](const std::string& fact) {
            return fact.starts_with("headquartered_in");
        }));
    };
    none("Zelvana Inc sued Quillon Inc. The buyer is based in Oslo.");
    none("Zelvana Inc did not buy Quillon Inc. The buyer is based in Oslo.");
    none("Zelvana Inc and Ostara Inc have bought Quillon Inc. The buyer is based in Oslo.");
    none("Zelvana Inc has bought Quillon Inc. The buyer of the shares is based in Oslo.");
    none("Zelvana Inc is a start-up. The parent company is based in Oslo.");
}

}  // namespace relata::extract
