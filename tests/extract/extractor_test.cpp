// The whole pipeline on sentences: names, coreference, values, rules, records.
#include "extract/extractor.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/error.hpp"
#include "extract/explain.hpp"
#include "tests/extract/embedded.hpp"

using namespace relata;
using namespace relata::extract;

namespace {

Document document(std::string language, std::string text) {
    Document result;
    result.id = "test";
    result.language = std::move(language);
    result.text = std::move(text);
    return result;
}

// "ceo_of(Jane Roe, Acme) former" of every relation found, sorted.
std::vector<std::string> relations(const std::string& language, const std::string& text) {
    std::vector<std::string> out;
    for (const Relation& r : embedded_extractor().extract(document(language, text)).relations) {
        std::string line = r.type + "(" + r.subject.name + ", " + r.object.name + ")";
        if (r.status != Status::asserted) line += " " + std::string(to_string(r.status));
        out.push_back(line);
    }
    std::sort(out.begin(), out.end());
    return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("an English article: names, a pronoun, a status") {
    const Lines found = relations(
        "en", "Acme Robotics was founded in 2014 by Jane Roe. She is still its chief executive.");
    CHECK(found == Lines{"ceo_of(Jane Roe, Acme Robotics)", "founded_on(Acme Robotics, 2014)",
                         "founder_of(Jane Roe, Acme Robotics)"});
}

TEST_CASE("what a sentence leaves out is not what the article has long left") {
    const std::string lead = "Die Velarix GmbH wächst. Die Velarix GmbH ist groß. ";
    const std::string other = "Es regnet. Der Winter kommt. Alle warten. Der Preis sinkt. ";
    const std::string said = "Das sagte Firmenchef Jan Roth.";
    CHECK(relations("de", lead + said) == Lines{"ceo_of(Jan Roth, Velarix GmbH)"});
    CHECK(relations("de", lead + other + said).empty());
}

TEST_CASE("a subject that is not said again, and nothing of the clause before it") {
    CHECK(
        relations("en",
                  "Acme Robotics was founded by Jane Roe and is backed by Oakhill Capital.") ==
        Lines{"founder_of(Jane Roe, Acme Robotics)", "funded_by(Acme Robotics, Oakhill Capital)"});
    CHECK(relations("en", "Jane Roe left Castlegate in 2019 and founded Acme Robotics.") ==
          Lines{"founder_of(Jane Roe, Acme Robotics)", "works_for(Jane Roe, Castlegate) former"});
    CHECK(
        relations("de", "Die Velarix GmbH beschäftigt 40 Leute und wird von Jana Dorn geführt.") ==
        Lines{"ceo_of(Jana Dorn, Velarix GmbH)"});
}

TEST_CASE("the words that stand for the topic are never a conjunction") {
    const auto found =
        embedded_extractor()
            .extract(document("en",
                              "Acme Robotics makes robots and is growing fast. Existing "
                              "investors Arden Capital and Oakhill Capital also took part."))
            .relations;
    REQUIRE(found.size() == 2);
    for (const Relation& relation : found) CHECK(relation.subject.text == "Acme Robotics");
}

TEST_CASE("a German article: compounds, a rumour") {
    CHECK(relations("de", "OpenAI-Chef Sam Altman sprach mit Microsoft-CEO Satya Nadella.") ==
          Lines{"ceo_of(Sam Altman, OpenAI)", "ceo_of(Satya Nadella, Microsoft)"});
    CHECK(relations("de", "Der US-Konzern Fernhill Automation soll Castlegate übernehmen.") ==
          Lines{"acquired(Fernhill Automation, Castlegate) rumoured",
                "headquartered_in(Fernhill Automation, USA)"});
}

TEST_CASE("Swiss spelling: 'ss' for 'ß'") {
    const Lines expected{"acquired(Zelvana AG, Quillon GmbH)", "ceo_of(Jan Strasser, Zelvana AG)"};
    const std::string text =
        "Die Zelvana AG schliesst die Übernahme der Quillon GmbH ab. "
        "Der Chef der Zelvana AG heisst Jan Strasser.";
    CHECK(relations("de", text) == expected);
    std::string german = text;
    german.replace(german.find("schliesst"), 9, "schließt");
    german.replace(german.find("heisst"), 6, "heißt");
    CHECK(relations("de", german) == expected);
}

TEST_CASE("false friends give nothing") {
    CHECK(relations("en", "Google bought ads from DeepMind.") == Lines{});
    CHECK(relations("en", "Former OpenAI personnel have founded Anthropic.") == Lines{});
    CHECK(relations("de", "Ein Kunde von Tesla traf einen Berater von OpenAI.") == Lines{});
}

TEST_CASE("who is only compared or named beside has not the clause's second verb") {
    CHECK(relations("de",
                    "Anders als Velarix GmbH kaufte Castlegate GmbH die Fernhill GmbH und "
                    "übernimmt die Lumetra GmbH.") ==
          Lines{"acquired(Castlegate GmbH, Fernhill GmbH)",
                "acquired(Castlegate GmbH, Lumetra GmbH)"});
}

TEST_CASE("a list in a relative or passive clause keeps its last member before the main verb") {
    CHECK(relations("en", "Jane Roe, who founded Castlegate Inc and Fernhill Inc is rich.") ==
          Lines{"founder_of(Jane Roe, Castlegate Inc)", "founder_of(Jane Roe, Fernhill Inc)"});
}

TEST_CASE("offsets count code points, and the sentence is the one on the page") {
    const std::string text = "„Größe zählt“ – so heißt es. Acme-Chefin Jane Roe sagte das.";
    const auto found = embedded_extractor().extract(document("de", text)).relations;
    REQUIRE(found.size() == 1);
    CHECK(found[0].subject.text == "Jane Roe");
    CHECK(found[0].subject.start == 41);
    CHECK(found[0].subject.end == 49);
    CHECK(found[0].sentence == "Acme-Chefin Jane Roe sagte das.");
    CHECK(found[0].sentence_start == 29);
}

TEST_CASE("the language is detected where the document has none") {
    const Document german =
        document("", "Der Konzern hat die Firma nach eigenen Angaben nicht gekauft.");
    CHECK(embedded_extractor().analyse(german).language->code == "de");
    const Document english = document("", "The group said that it had not bought the firm.");
    CHECK(embedded_extractor().analyse(english).language->code == "en");
    CHECK_THROWS_AS(embedded_extractor().analyse(document("xx", "Text")), Error);
}

TEST_CASE("empty and wordless texts give nothing") {
    CHECK(relations("en", "") == Lines{});
    CHECK(relations("de", " \n\n ... --- \n") == Lines{});
}

TEST_CASE("mentions are written where they are asked for") {
    const Document text = document("en", "Jane Roe founded Acme Corp. She left Acme in 2010.");
    const auto mentions = embedded_extractor().extract(text, {.mentions = true}).mentions;
    const auto she = std::find_if(mentions.begin(), mentions.end(),
                                  [](const MentionRecord& m) { return m.text == "She"; });
    REQUIRE(she != mentions.end());
    CHECK(she->name == "Jane Roe");
    CHECK(she->type == EntityType::person);
    CHECK(embedded_extractor().extract(text).mentions.empty());
}

TEST_CASE("a statement holds for every name and pronoun of its entities in the sentence") {
    const auto spans = [](const char* language, const char* text) {
        Lines out;
        const Document article = document(language, text);
        for (const Relation& r :
             embedded_extractor().extract(article, {.coreferent = true}).relations)
            out.push_back(r.type + "(" + r.subject.text + ", " + r.object.text + ")" +
                          (r.coreferent ? " again" : ""));
        std::sort(out.begin(), out.end());
        return out;
    };
    CHECK(spans("en", "Jane Roe founded Zelvana Inc, which makes robots, with her sister.") ==
          Lines{"founder_of(Jane Roe, Zelvana Inc)", "founder_of(Jane Roe, which) again",
                "founder_of(her, Zelvana Inc) again", "founder_of(her, which) again"});
    // A phrase may say what the firm is.
    CHECK(spans("en", "Zelvana Inc was founded by Jane Roe and is the company to beat.") ==
          Lines{"founder_of(Jane Roe, Zelvana Inc)"});
    CHECK(spans("en", "I founded Zelvana Inc with my sister.") ==
          Lines{"founder_of(I, Zelvana Inc)", "founder_of(my, Zelvana Inc) again"});
    CHECK(spans("en", "Zelvana Inc is headquartered in Newark, Ohio.") ==
          Lines{"headquartered_in(Zelvana Inc, Newark, Ohio)"});
    CHECK(spans("en", "Zelvana Inc is headquartered in Madrid (Spain).") ==
          Lines{"headquartered_in(Zelvana Inc, Madrid (Spain))"});
    CHECK(spans("en", "Zelvana Inc was founded by Jane Roe and Dr. Peter Fenwick.") ==
          Lines{"founder_of(Jane Roe, Zelvana Inc)", "founder_of(Peter Fenwick, Zelvana Inc)"});
    CHECK(spans("de", "Jane Roe gründete die Zelvana GmbH mit ihrer Schwester.") ==
          Lines{"founder_of(Jane Roe, Zelvana GmbH)", "founder_of(ihrer, Zelvana GmbH) again"});
}

TEST_CASE("whoever does not ask gets a statement once") {
    const Document article =
        document("en", "Jane Roe founded Zelvana Inc, which makes robots, with her sister.");
    const auto once = embedded_extractor().extract(article).relations;
    REQUIRE(once.size() == 1);
    std::vector<Relation> first;
    for (const Relation& r : embedded_extractor().extract(article, {.coreferent = true}).relations)
        if (!r.coreferent) first.push_back(r);
    CHECK(first == once);
}

TEST_CASE("explain shows the rule that matched and the nearest that did not") {
    const Document text = document("en", "Acme was founded by Jane Roe. Acme raised prices.");
    const std::string told =
        describe(explain(embedded_extractor(), text), embedded_extractor().knowledge().catalogue());
    CHECK(told.find("founder_of(Jane Roe, Acme) asserted") != std::string::npos);
    CHECK(told.find("by founder.en.") != std::string::npos);
    CHECK(told.find("rules/en/founder.rules:") != std::string::npos);
    CHECK(told.find("near miss") != std::string::npos);
}
