// What phrases and pronouns refer to.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/extract/name/article_of.hpp"

namespace relata::extract {
namespace {

TEST_CASE("the company is the firm that was spoken of") {
    const Article article("en", "Zelvana Inc makes robots. The company employs 40 people.");
    CHECK(article.referent("The company") == "Zelvana Inc");
    CHECK(article.referent("company") == "Zelvana Inc");
}

TEST_CASE("the company is what the article is about rather than a firm that was named in passing") {
    const Article article("en",
                          "Zelvana Inc makes robots. Zelvana Inc was founded in 2015. Quillon Inc "
                          "grew. The company employs 40 people.");
    CHECK(article.referent("The company") == "Zelvana Inc");
}

TEST_CASE("a phrase with a place means the firm named next to it") {
    const Article article("en",
                          "Zelvana Inc of Oslo bought Quillon Inc. Quillon Inc was glad. The "
                          "Oslo company paid cash.");
    CHECK(article.referent("company") == "Zelvana Inc");
}

TEST_CASE("what a phrase spoke of is nearer than what was named before it") {
    const Article article("en",
                          "Zelvana Inc of Oslo makes robots. Quillon Inc grew. Quillon Inc was "
                          "glad. The Oslo company was sad. It employs 40 people.");
    CHECK(article.referent("company") == "Zelvana Inc");
    CHECK(article.referent("It") == "Zelvana Inc");
}

TEST_CASE("a phrase before a name only describes it") {
    const Article article("en", "Quillon Inc grew. The startup Zelvana makes robots.");
    CHECK(article.referent("The startup") == "?");
    CHECK(article.referent("startup") == "?");
}

TEST_CASE("a phrase behind a comma means the name before it") {
    const Article article("en",
                          "Quillon Inc grew. It bought Zelvana Inc, the company behind the app.");
    CHECK(article.referent("company") == "Zelvana Inc");
}

TEST_CASE("a town's adjective may stand before the German noun") {
    const Article article("de", "Velarix GmbH wächst. Das Salzburger Unternehmen verklagt Google.");
    CHECK(article.referent("Unternehmen") == "Velarix GmbH");
}

TEST_CASE("a name inside of a compound is not the subject") {
    const Article article("de",
                          "Ex-Zalando-Managerin Laura Behrens hat die Velarix GmbH gegründet. Das "
                          "Unternehmen vermietet Möbel.");
    CHECK(article.referent("Das Unternehmen") == "Velarix GmbH");
}

TEST_CASE("a phrase is not the firm that is named behind it") {
    const Article article(
        "en",
        "Quillon Inc spoke with Zelvana Inc. The bank which buys Zelvana Inc made "
        "a profit.");
    CHECK(article.referent("The bank") == "Quillon Inc");
}

TEST_CASE("what a preposition governs is not the subject") {
    const Article article("en",
                          "Unlike its better-known rival Quillon Inc, Zelvana Inc is small, but it "
                          "grows.");
    CHECK(article.referent("it") == "Zelvana Inc");
}

TEST_CASE("a firm is known by the noun that described it") {
    const Article article(
        "en", "The airline Quillon Inc and the bank Zelvana Inc met. The bank was late.");
    CHECK(article.referent("The bank") == "Zelvana Inc");
}

TEST_CASE("an indefinite phrase refers to nothing") {
    const Article article("en", "Zelvana Inc grew. A company needs money.");
    CHECK(article.referent("company") == "?");
}

TEST_CASE("the founder of a firm is no back reference") {
    const Article article("en", "Jane Roe spoke. The founder of Zelvana Inc left.");
    CHECK(article.referent("The founder") == "?");
}

TEST_CASE("he and she by given name") {
    const Article article("en", "Jane Roe met Peter Fenwick. She said that he was late.");
    CHECK(article.referent("She") == "Jane Roe");
    CHECK(article.referent("he") == "Peter Fenwick");
}

TEST_CASE("he without any man named refers to nothing") {
    const Article article("en", "Zelvana Inc grew. He left.");
    CHECK(article.referent("He") == "");
}

TEST_CASE("it and its are the firm") {
    const Article article("en", "Zelvana Inc said it would sell its shops.");
    CHECK(article.referent("it") == "Zelvana Inc");
    CHECK(article.referent("its") == "Zelvana Inc");
}

TEST_CASE("they refers to no single entity") {
    const Article article("en", "Zelvana Inc grew. They left.");
    CHECK(article.referent("They") == "");
}

TEST_CASE("they may be the only firm of the sentence") {
    const Article article("en",
                          "Zelvana Inc said they grew. Zelvana Inc told Quillon Inc they grew.");
    CHECK(article.referent("they", 0) == "Zelvana Inc");
    CHECK(article.referent("they", 1) == "");
}

TEST_CASE("phrases in the plural are no mentions") {
    const Article article("en", "Zelvana Inc and Quillon Inc merged. The companies are glad.");
    CHECK(article.referent("companies") == "?");
}

TEST_CASE("US in capitals is no pronoun") {
    const Article article("en", "Zelvana Inc left the US.");
    CHECK(article.referent("US") == "United States");
}

TEST_CASE("relative pronouns straight after a name") {
    const Article article("en",
                          "Zelvana Inc, which makes robots, hired Jane Roe, who left Quillon.");
    CHECK(article.referent("which") == "Zelvana Inc");
    CHECK(article.referent("who") == "Jane Roe");
}

TEST_CASE("a relative pronoun means what its phrase describes") {
    const Article article(
        "en",
        "Peter Fenwick is a Danish engineer who runs Zelvana Inc (ZEL), a maker of "
        "robots that has shops. Quillon, where Jane Roe works, grew.");
    CHECK(article.referent("who") == "Peter Fenwick");
    CHECK(article.referent("that") == "Zelvana Inc");
    CHECK(article.referent("where") == "Quillon");
}

TEST_CASE("that and where without a name or phrase before them refer to nothing") {
    const Article article("en", "Zelvana Inc is sure that Quillon left. Nobody knows where it is.");
    CHECK(article.referent("that") == "?");
    CHECK(article.referent("where") == "?");
}

TEST_CASE("which does not skip the name before it") {
    const Article article("en", "Zelvana Inc, a firm led by Jane Roe, which grew, left.");
    CHECK(article.referent("which") == "?");
}

TEST_CASE("he is rather a person than what may be a firm") {
    const Article article("en",
                          "Prior to founding Snapo, Peter Fenwick worked in a shop that he liked.");
    CHECK(article.referent("he") == "Peter Fenwick");
}

TEST_CASE("titles with capitals are no names") {
    const Article article("en",
                          "Jane Roe is Chief Executive Officer and Managing Director of Zelvana.");
    CHECK(article.referent("Managing Director") == "?");
    CHECK(article.referent("Zelvana") == "Zelvana");
    const Article other("en", "He leads the National Association of Corporate Directors.");
    CHECK(other.referent("National Association of Corporate Directors") != "?");
}

TEST_CASE("pronouns without a name share one entity, men and women apart") {
    const Article article("en", "He left with his wife. She kept her shares.");
    const auto& mentions = article.analysis.mentions;
    REQUIRE(mentions.size() == 4);
    CHECK(mentions[0].entity == mentions[1].entity);
    CHECK(mentions[2].entity == mentions[3].entity);
    CHECK(mentions[0].entity != mentions[2].entity);
    CHECK(article.name_of(mentions[0]) == "");
}

TEST_CASE("who speaks is nobody who is named") {
    const Article article("en",
                          "Jane Roe left Zelvana Inc. I sold my shares, and we kept our shop.");
    CHECK(article.referent("I") == "");
    CHECK(article.referent("my") == "");
    CHECK(article.referent("our") == "");
}

TEST_CASE("das Unternehmen ist die Firma, von der die Rede war") {
    const Article article("de",
                          "Die Zelvana GmbH baut Roboter. Das Unternehmen beschäftigt 40 "
                          "Menschen. Der Gründer des Unternehmens geht.");
    CHECK(article.referent("Das Unternehmen") == "Zelvana GmbH");
    CHECK(article.referent("Unternehmens") == "Zelvana GmbH");
}

TEST_CASE("ein Wort vor dem Namen beschreibt ihn nur") {
    const Article article("de", "Die Pellar GmbH wächst. Das Startup Zelvana baut Roboter.");
    CHECK(article.referent("Startup") == "?");
}

TEST_CASE("er und sie nach dem Vornamen") {
    const Article article("de", "Anna Bauer traf Peter Fenwick. Er kam zu spät. Sie ging.");
    CHECK(article.referent("Er") == "Peter Fenwick");
    CHECK(article.referent("Sie") == "Anna Bauer");
}

TEST_CASE("das höfliche Sie ist kein Rückverweis") {
    const Article article("de", "Anna Bauer sagt, dass Sie zahlen müssen.");
    CHECK(article.referent("Sie") == "?");
}

TEST_CASE("sein und seine") {
    const Article article("de", "Peter Fenwick verkauft seine Firma.");
    CHECK(article.referent("seine") == "Peter Fenwick");
}

TEST_CASE("a genitive is marked on phrases too") {
    const Article article("en", "Zelvana Inc grew. The company's founder left.");
    bool genitive = false;
    for (const Mention& mention : article.analysis.mentions)
        if (mention.form == MentionForm::nominal) genitive = genitive || mention.genitive;
    CHECK(genitive);
}

// The topics that hold one after the other, the article's first.
std::vector<std::string> topics_of(const Article& article) {
    std::vector<std::string> topics;
    for (const Mention& mention : article.analysis.mentions)
        if (mention.form == MentionForm::topic) topics.push_back(article.name_of(mention));
    return topics;
}

TEST_CASE("the last word of a headline is no part of the sentence behind it") {
    const Article article(
        "en",
        "Quillon Inc grows\n\nBoard picks CEO\n\nZelvana Inc met Quillon Inc. The "
        "founder was glad.");
    CHECK(topics_of(article) == std::vector<std::string>{"Quillon Inc", "Zelvana Inc"});
}

TEST_CASE("a paragraph is about the first organisation that it names") {
    const Article article(
        "en",
        "Zelvana Inc makes robots. Zelvana Inc is big.\n\nQuillon Inc makes "
        "tools. The founder is Jane Roe.\n\nQuillon Inc is small. Zelvana Inc and "
        "Zelvana Inc differ. The founder is John Doe.");
    // The last paragraph names the article's own topic more often.
    const std::vector<std::string> expected = {"Zelvana Inc", "Quillon Inc", "Zelvana Inc",
                                               "Quillon Inc", "Zelvana Inc"};
    CHECK(topics_of(article) == expected);
}

TEST_CASE("what stands behind a comma or in brackets is no paragraph's topic") {
    const Article article("de",
                          "Velarix GmbH wächst. Die Velarix GmbH ist groß.\n\nEs gab Streit, "
                          "nachdem die Brenntech AG geklagt hatte. Gründerin ist Eva Lang.\n\n"
                          "Geld (etwa von der Brenntech AG) fehlt. Gründerin ist Eva Lang.");
    CHECK(topics_of(article) == std::vector<std::string>{"Velarix GmbH"});
}

TEST_CASE("what only the headline names is no topic") {
    const Article article("de",
                          "Quantavo statt Brenntech\n\nDas Start-up Velarix baut Möbel. Gründerin "
                          "ist Eva Lang.");
    REQUIRE(!topics_of(article).empty());
    CHECK(topics_of(article).front() == "Velarix");
}

TEST_CASE("a paragraph that begins with the firm goes on about it") {
    const Article article("de",
                          "Velarix GmbH wächst. Die Velarix GmbH ist groß.\n\nDas in Kiel "
                          "gegründete Unternehmen lobt die Brenntech AG. Gründerin ist Eva Lang.");
    CHECK(topics_of(article) == std::vector<std::string>{"Velarix GmbH"});
    CHECK(article.referent("Unternehmen") == "Velarix GmbH");
}

TEST_CASE("a participle with its own names stands before the noun") {
    const Article article("de",
                          "Velarix GmbH wächst. Das 2020 von Jan Roth und der Brenntech AG "
                          "gegründete Unternehmen baut Möbel.");
    CHECK(article.referent("Unternehmen") == "Velarix GmbH");
}

TEST_CASE("a pronoun before its name") {
    const Article article("de", "Nachdem sie geklagt hatte, zog Eva Lang um. Er blieb.");
    CHECK(article.referent("sie") == "Eva Lang");
    const Article other("de", "Nachdem sie geklagt hatte, zog Peter Roth um.");
    CHECK(other.referent("sie") == "");
}

TEST_CASE("dessen at the start of a sentence means what was named last") {
    const Article article("de",
                          "Google steckt Geld in die Velarix GmbH. Dessen Chef ist froh. Google "
                          "steckt Geld in die Velarix GmbH. Sein Chef ist froh.");
    CHECK(article.referent("Dessen") == "Velarix GmbH");
    CHECK(article.referent("Sein") == "Google");
}

TEST_CASE("dessen behind the verb of its main clause means the object") {
    const Article article("de", "Google hatte die Velarix GmbH gekauft, dessen Chef gegangen war.");
    CHECK(article.referent("dessen") == "Velarix GmbH");
}

TEST_CASE("the people of a town are its firm") {
    const Article article("de",
                          "Die Bonner Velarix GmbH wächst. Google schweigt. Die Bonner hatten "
                          "geklagt, die Kölner wollten warten.");
    CHECK(article.referent("Die Bonner") == "Velarix GmbH");
    CHECK(article.referent("die Kölner") == "?");
}

TEST_CASE("dessen behind und means the name before it") {
    const Article article("de", "Velarix GmbH klagt gegen Google und dessen Chef.");
    CHECK(article.referent("dessen") == "Google");
}

TEST_CASE("a firm that only goes with a post is hardly meant") {
    const Article article(
        "de",
        "Die Velarix GmbH wächst. Velarix GmbH kauft die Brenntech AG. Brenntech-Gründer "
        "Jan Roth bleibt. Das Unternehmen wächst.");
    CHECK(article.referent("Das Unternehmen") == "Velarix GmbH");
}

TEST_CASE("every paragraph of a digest has its own topic") {
    const Article article("de",
                          "Lumo: Das Startup baut Chips. Das Unternehmen wächst.\n\n"
                          "Path Robotics: Das in Berlin ansässige Startup schweißt. Das "
                          "Unternehmen wächst auch.");
    CHECK(article.referent("Das Unternehmen", 0) == "Lumo");
    CHECK(article.referent("Das Unternehmen", 1) == "Path Robotics");
    int topics = 0;
    for (const Mention& mention : article.analysis.mentions)
        topics += mention.form == MentionForm::topic ? 1 : 0;
    CHECK(topics == 3);  // the article's, and two of paragraphs
    CHECK(article.name_of(article.analysis.mentions.back()) == "Path Robotics");
}

TEST_CASE("a reference does not mean the subject of its own clause") {
    const Article stake("en",
                        "Zelvana Ltd makes robots. Quillon Ltd will hold a tenth of the startup.");
    CHECK(stake.referent("the startup") == "Zelvana Ltd");
    const Article belongs("en", "Zelvana Ltd grew. Quillon Ltd, a bank, belongs to it.");
    CHECK(belongs.referent("it") == "Zelvana Ltd");
}

TEST_CASE("some nouns mean only what is called or described so") {
    const Article named("en",
                        "The Marlow Maps Foundation met Zelvana Ltd in Oslo. Zelvana Ltd praised "
                        "the foundation.");
    CHECK(named.referent("the foundation") == "Marlow Maps Foundation");
    const Article other("en", "Zelvana Ltd grew. Jane Roe left the unit.");
    CHECK(other.referent("the unit") == "?");
}

TEST_CASE("a verb behind a phrase makes it a subject and no apposition") {
    const Article article("en",
                          "The Marlow Alliance was founded by Zelvana Ltd and Quillon Ltd. Named "
                          "after Marlow, and led by Quillon Ltd, the alliance has grown.");
    CHECK(article.referent("the alliance") == "Marlow Alliance");
}

TEST_CASE("whoever says we in a quotation is not looked for") {
    const Article article("en", "Zelvana Ltd grew. \"We are glad,\" said Jane Roe.");
    CHECK(article.referent("We") == "?");
}

TEST_CASE("a possessive behind a name and \"and\" is that name's") {
    const Article joined("en",
                         "Zelvana Ltd grew. The business is booming at Quillon Ltd and at its "
                         "rivals, Marlow Ltd said.");
    CHECK(joined.referent("its") == "Quillon Ltd");
    const Article post("en",
                       "Zelvana Ltd grew. Zelvana Ltd has sued Quillon Ltd, its chief executive "
                       "Jane Roe and others.");
    CHECK(post.referent("its") == "Quillon Ltd");
    const Article genitive("en",
                           "Zelvana Ltd has bought Quillon Ltd in Oslo. Quillon Ltd's sixty "
                           "employees and its founder will stay.");
    CHECK(genitive.referent("its") == "Quillon Ltd");
}

TEST_CASE("where behind a place is the place") {
    const Article article("en", "Zelvana Ltd has its seat in India, where it makes robots.");
    CHECK(article.referent("where") == "?");
    const Article firm("en", "She left Zelvana Ltd, where she made robots.");
    CHECK(firm.referent("where") == "Zelvana Ltd");
}

TEST_CASE("several firms are no one's rival") {
    const Article article("en", "Zelvana Ltd met Quillon Ltd. Their chief rival is Marlow Ltd.");
    CHECK(article.referent("Their") == "");
    for (const Mention& mention : article.analysis.mentions)
        if (mention.form == MentionForm::possessive)
            CHECK(mention.types == type_bit(EntityType::person));
}

TEST_CASE("a firm's chief speaks for it") {
    const Article article("en",
                          "Zelvana Ltd makes robots. Zelvana Ltd grew. Quillon Ltd chief Jane Roe "
                          "said the Danish company would grow too.");
    CHECK(article.referent("company") == "Quillon Ltd");
}

TEST_CASE("a thing is nothing that may be a firm") {
    const Article article("en", "The members are SBB and SNQF. The software is free.");
    CHECK(article.referent("The software") == "?");
}

TEST_CASE("who acts in a relative clause is not whom the sentence is about") {
    const Article article("en",
                          "Zelvana Ltd grew. The Rotterdam outfit, in which Quillon Ltd has held a "
                          "quarter, has hired Jane Roe to run it.");
    CHECK(article.referent("it") == "Zelvana Ltd");
}

TEST_CASE("behind a participle in front the subject is the paragraph's topic") {
    const Article article(
        "en",
        "Founded in 2003 by two brothers, Zelvana Ltd makes cameras. The firm "
        "bought the lens maker Quillon Ltd last year. Jane Roe remains chairman.");
    CHECK(article.name_of(article.analysis.mentions.back()) == "Zelvana Ltd");
}

}  // namespace
}  // namespace relata::extract
