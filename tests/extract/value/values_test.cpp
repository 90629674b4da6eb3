#include "extract/value/values.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "extract/data_files.hpp"
#include "extract/text/sentences.hpp"
#include "extract/text/tokenize.hpp"

using namespace relata::extract;

namespace {

// The lists of a language that sentences and values look at.
Lexicon lexicon_of(const std::string& language) {
    constexpr std::array<std::string_view, 21> kLists = {"month",
                                                         "currency",
                                                         "magnitude",
                                                         "number",
                                                         "ordinal",
                                                         "weekday",
                                                         "round",
                                                         "percent",
                                                         "relative_date",
                                                         "stopword",
                                                         "date_lead",
                                                         "abbreviation",
                                                         "fraction_of",
                                                         "decimal_mark",
                                                         "year_owner",
                                                         "upcoming",
                                                         "ordinal_lead",
                                                         "bare_year_not_behind",
                                                         "bare_year_before",
                                                         "preposition",
                                                         "noun"};
    const DataFiles files({});
    LexiconBuilder builder;
    std::vector<std::string> faults;
    for (const std::string& folder : {std::string("lists"), language + "/lists"})
        for (const std::string_view list : kLists)
            for (const char* ending : {".txt", ".tsv"})
                for (const DataFile* file : files.named(folder + "/" + std::string(list) + ending))
                    add_list(*file, builder, faults);
    CHECK(faults.empty());
    return std::move(builder).build();
}

const Lexicon& english() {
    static const Lexicon lexicon = lexicon_of("en");
    return lexicon;
}
const Lexicon& german() {
    static const Lexicon lexicon = lexicon_of("de");
    return lexicon;
}

constexpr std::array<const char*, 5> kKinds = {"", "date", "money", "percent", "round"};

// All values in a text: "money 30000000 USD [$30 million]".
std::string values(const std::string& text, const Lexicon& lexicon, const std::string& date) {
    Document document;
    document.text = text;
    document.date = date;
    Analysis analysis;
    analysis.document = &document;
    tokenize(document.text, lexicon, analysis.tokens);
    split_sentences(document.text, analysis.tokens, lexicon, analysis.sentences);
    find_values(analysis, lexicon);
    std::string out;
    for (const Mention& mention : analysis.mentions) {
        const Value& value = analysis.values.at(mention.value);
        if (!out.empty()) out += "; ";
        out +=
            std::string(kKinds.at(static_cast<std::size_t>(mention.value_kind))) + " " + value.text;
        if (!value.currency.empty()) out += " " + value.currency;
        out += " [" + std::string(analysis.text(mention.first, mention.last)) + "]";
    }
    return out;
}

struct Case {
    std::string text;
    std::string values;
};

void check(std::initializer_list<Case> cases, const Lexicon& lexicon,
           const std::string& date = "") {
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(values(c.text, lexicon, date) == c.values);
    }
}

}  // namespace

TEST_CASE("values: money in English") {
    check(
        {
            {"raised $30 million from", "money 30000000 USD [$30 million]"},
            {"raised $30m.", "money 30000000 USD [$30m]"},
            {"a US$1.5bn deal", "money 1500000000 USD [US$1.5bn]"},
            {"cost £4.5m and €2bn", "money 4500000 GBP [£4.5m]; money 2000000000 EUR [€2bn]"},
            {"S$20m, C$3.5 million, HK$1 billion",
             "money 20000000 SGD [S$20m]; money 3500000 CAD [C$3.5 million]; money 1000000000 HKD "
             "[HK$1 billion]"},
            {"RMB 500 million", "money 500000000 CNY [RMB 500 million]"},
            {"100 million yuan", "money 100000000 CNY [100 million yuan]"},
            {"¥500 million or ₹200 crore",
             "money 500000000 JPY [¥500 million]; money 2000000000 INR [₹200 crore]"},
            {"Rs 200 crore and Rs. 5 lakh",
             "money 2000000000 INR [Rs 200 crore]; money 500000 INR [Rs. 5 lakh]"},
            {"1.6bn euros", "money 1600000000 EUR [1.6bn euros]"},
            {"7.5m euro scheme", "money 7500000 EUR [7.5m euro]"},
            {"$1,200.50 each", "money 1200.5 USD [$1,200.50]"},
            {"two billion dollars", "money 2000000000 USD [two billion dollars]"},
            {"a billion dollars", "money 1000000000 USD [a billion dollars]"},
            {"a half billion dollars", "money 500000000 USD [a half billion dollars]"},
            {"half a billion dollars", "money 500000000 USD [half a billion dollars]"},
            {"a hundred million dollars", "money 100000000 USD [a hundred million dollars]"},
            {"a $100-million-plus round", "money 100000000 USD [$100-million]"},
            {"a 100 million-dollar round", "money 100000000 USD [100 million-dollar]"},
            {"$10-15 million", "money 10000000 USD [$10-15 million]"},
            {"$25 to $30 million", "money 25000000 USD [$25 to $30 million]"},
            {"$50-100,000 and $30-35", "money 50000 USD [$50-100,000]; money 30 USD [$30-35]"},
            {"$0-15 million", "money 0 USD [$0]"},
            {"0 to 15 million dollars", "money 15000000 USD [15 million dollars]"},
            {"$900-1.1bn", "money 900000000 USD [$900-1.1bn]"},
            {"from 5 to 15 million dollars", "money 15000000 USD [15 million dollars]"},
            {"£1.5bn ($2bn) and £30m (about $40 million)",
             "money 1500000000 GBP [£1.5bn ($2bn)]; money 30000000 GBP [£30m (about $40 million)]"},
            {"£5m ($6m a year)", "money 5000000 GBP [£5m]; money 6000000 USD [$6m]"},
            {"a USD 20 million round", "money 20000000 USD [USD 20 million]"},
            {"sold 5 $20 notes", "money 20 USD [$20]"},
            {"EUR1.2bn and USD5m", "money 1200000000 EUR [EUR1.2bn]; money 5000000 USD [USD5m]"},
            {"the GPT4 and R1", ""},
            {"between $1bn and $3bn", "money 1000000000 USD [$1bn]; money 3000000000 USD [$3bn]"},
            {"40 million U.S. dollars", "money 40000000 USD [40 million U.S. dollars]"},
            {"500 billion won", "money 500000000000 KRW [500 billion won]"},
            {"the 20 won again", ""},
            {"several million dollars", ""},
            {"hundreds of millions of dollars", ""},
            {"the dollar fell", ""},
            {"30 million users", ""},
        },
        english());
}

TEST_CASE("values: money in German") {
    check(
        {
            {"sammelte 30 Millionen Euro ein", "money 30000000 EUR [30 Millionen Euro]"},
            {"EUR 12,5 Mio. von", "money 12500000 EUR [EUR 12,5 Mio.]"},
            {"rund 12,5 Mio. Euro ein", "money 12500000 EUR [12,5 Mio. Euro]"},
            {"zwei Mrd. Euro", "money 2000000000 EUR [zwei Mrd. Euro]"},
            {"eine halbe Milliarde Dollar", "money 500000000 USD [eine halbe Milliarde Dollar]"},
            {"eine Milliarde US-Dollar", "money 1000000000 USD [eine Milliarde US-Dollar]"},
            {"8.000 Euro und 59,90 Euro",
             "money 8000 EUR [8.000 Euro]; money 59.9 EUR [59,90 Euro]"},
            {"1.250.000 Euro", "money 1250000 EUR [1.250.000 Euro]"},
            {"800 000 Franken oder 1 250 000 Euro",
             "money 800000 CHF [800 000 Franken]; money 1250000 EUR [1 250 000 Euro]"},
            {"im Jahr 2012 300 000 Euro", "date 2012 [2012]; money 300000 EUR [300 000 Euro]"},
            {"am 3. Mai 100 Millionen Euro", "money 100000000 EUR [100 Millionen Euro]"},
            {"liegt bei 30 Mio. €. Das ist viel.", "money 30000000 EUR [30 Mio. €]"},
            {"eine 300-Millionen-Euro-Runde", "money 300000000 EUR [300-Millionen-Euro]"},
            {"500 Mrd. $ und 5 €", "money 500000000000 USD [500 Mrd. $]; money 5 EUR [5 €]"},
            {"zweieinhalb Millionen Franken", "money 2500000 CHF [zweieinhalb Millionen Franken]"},
            {"anderthalb Billionen Yen", "money 1500000000000 JPY [anderthalb Billionen Yen]"},
            {"zwei bis drei Millionen Euro", "money 2000000 EUR [zwei bis drei Millionen Euro]"},
            {"mehrere Millionen Euro", ""},
            {"die anderen Euro", ""},
        },
        german());
}

TEST_CASE("values: percentages") {
    check(
        {
            {"owns 20 percent", "percent 20 [20 percent]"},
            {"0.5% and 0.05 percent", "percent 0.5 [0.5%]; percent 0.05 [0.05 percent]"},
            {"20.5% and 20 per cent", "percent 20.5 [20.5%]; percent 20 [20 per cent]"},
            {"a 20pc stake", "percent 20 [20pc]"},
            {"a 20-percent stake", "percent 20 [20-percent]"},
            {"twenty percent", "percent 20 [twenty percent]"},
            {"a third of the firm", "percent 33.33 [a third]"},
            {"a fifth of the firm", "percent 20 [a fifth]"},
            {"half of its shares", "percent 50 [half]"},
            {"5 pc of it", "percent 5 [5 pc]"},
            {"a PC or 3 PC games", ""},
            {"the sixth quarter of growth", ""},
            {"the second half", ""},
            {"a third party", ""},
        },
        english());
    check(
        {
            {"hält 20,5 Prozent", "percent 20.5 [20,5 Prozent]"},
            {"mit 51 % und 49%", "percent 51 [51 %]; percent 49 [49%]"},
            {"eine 20-prozentige Beteiligung", "percent 20 [20-prozentige]"},
            {"drei Viertel der Anteile", "percent 75 [drei Viertel]"},
            {"die Hälfte der Aktien", "percent 50 [die Hälfte]"},
        },
        german());
}

TEST_CASE("values: rounds") {
    check(
        {
            {"a Series A round", "round Series A [Series A round]"},
            {"its Series B funding.", "round Series B [Series B funding]"},
            {"a seed round", "round Seed [seed round]"},
            {"pre-seed funding", "round Pre-Seed [pre-seed funding]"},
            {"an angel round", "round Angel [angel round]"},
            {"a pre-Series A round", "round Pre-Series A [pre-Series A round]"},
            {"a $30 million Series C",
             "money 30000000 USD [$30 million]; round Series C [Series C]"},
            {"a series a week", ""},
        },
        english());
    check(
        {
            {"eine Serie-A-Runde", "round Series A [Serie-A-Runde]"},
            {"eine Series-B-Finanzierungsrunde", "round Series B [Series-B-Finanzierungsrunde]"},
            {"die Seed-Runde", "round Seed [Seed-Runde]"},
        },
        german());
}

TEST_CASE("values: full dates") {
    check(
        {
            {"on 12 May 2015", "date 2015-05-12 [12 May 2015]"},
            {"on May 12, 2015.", "date 2015-05-12 [May 12, 2015]"},
            {"on May 12th, 2015.", "date 2015-05-12 [May 12th, 2015]"},
            {"the 12th of May 2015", "date 2015-05-12 [12th of May 2015]"},
            {"in May 2015, it", "date 2015-05 [May 2015]"},
            {"Jan. 5, 2010", "date 2010-01-05 [Jan. 5, 2010]"},
            {"2015-03-01 and 2015-03", "date 2015-03-01 [2015-03-01]; date 2015-03 [2015-03]"},
            {"25/12/2019", "date 2019-12-25 [25/12/2019]"},
            {"05/03/2019", "date 2019 [05/03/2019]"},
            {"31 February 2015", "date 2015-02 [February 2015]"},
            {"on 2015-02-30 and 2015-03-00, 2015-13", ""},
            {"it may 2 times", ""},
        },
        english());
    check(
        {
            {"am 12. Mai 2015", "date 2015-05-12 [12. Mai 2015]"},
            {"am 3. März 2019 und 03.05.2019",
             "date 2019-03-03 [3. März 2019]; date 2019-05-03 [03.05.2019]"},
            {"im Mai 2015", "date 2015-05 [Mai 2015]"},
            {"Version 10.15.2019", ""},
        },
        german());
}

TEST_CASE("values: years") {
    check(
        {
            {"founded in 2004.", "date 2004 [2004]"},
            {"founded in mid-2004", "date 2004 [2004]"},
            {"since 1998 and 2003", "date 1998 [1998]; date 2003 [2003]"},
            {"It was founded (1998) there", "date 1998 [1998]"},
            {"the 1998 merger", "date 1998 [1998]"},
            {"established 1927", "date 1927 [1927]"},
            {"runs Windows 2000 and Office 2010", ""},
            {"has 2000 employees", ""},
            {"in 1500 stores", ""},
            {"in 2000 percent", "percent 2000 [2000 percent]"},
        },
        english());
    check(
        {
            {"Im Jahr 2004 kam er", "date 2004 [2004]"},
            {"Google kaufte 2015 die Firma", "date 2015 [2015]"},
            {"Das 2015 gegründete Startup", "date 2015 [2015]"},
            {"Ende 2015", "date 2015 [2015]"},
            {"2015 übernahm Google die Firma", "date 2015 [2015]"},
            {"rund 2015 neue Nutzer", ""},
            {"kaufte 2015 Acme", "date 2015 [2015]"},
            {"Roth, der 2015 Quenzer kaufte", "date 2015 [2015]"},
            {"Quenzer, der 2015 Mitarbeiter angehören", ""},
            {"Quenzer (2015 gegründet)", "date 2015 [2015]"},
            {"Quenzer (2015 Mitarbeiter)", ""},
            {"mit 2015 Mitarbeitern", ""},
        },
        german());
}

TEST_CASE("values: dates relative to the day of publication") {
    check(
        {
            {"last year", "date 2014 [last year]"},
            {"yesterday", "date 2015-04-30 [yesterday]"},
            {"the Yesterday programme, the Today show", ""},
            {"Yesterday it rained", "date 2015-04-30 [Yesterday]"},
            {"last month", "date 2015-04 [last month]"},
            {"last week", "date 2015-04 [last week]"},
            {"in March it", "date 2015-03 [March]"},
            {"in December it", "date 2014-12 [December]"},
            {"on March 3 it", "date 2015-03-03 [March 3]"},
            {"on Tuesday", "date 2015-04-28 [Tuesday]"},
            {"on Friday", "date 2015-05-01 [Friday]"},
            {"next Friday", "date 2015-05-08 [Friday]"},
            {"two years ago", "date 2013 [two years ago]"},
            {"on 3 March it", "date 2015-03-03 [3 March]"},
            {"on 1 August it", "date 2015-08-01 [1 August]"},
            {"on 1 September it", "date 2014-09-01 [1 September]"},
        },
        english(), "2015-05-01");
    check({{"on 5 January it", "date 2016-01-05 [5 January]"},
           {"on 5 March it", "date 2016-03-05 [5 March]"},
           {"on 5 April it", "date 2015-04-05 [5 April]"}},
          english(), "2015-12-10");
    check({{"on 3 March it", ""}, {"on March 3 it", ""}}, english());
    check(
        {
            {"im vergangenen Jahr", "date 2014 [vergangenen Jahr]"},
            {"gestern", "date 2015-04-30 [gestern]"},
            {"am Dienstag", "date 2015-04-28 [Dienstag]"},
            {"am kommenden Dienstag", "date 2015-05-05 [Dienstag]"},
            {"im März", "date 2015-03 [März]"},
            {"am 3. März", "date 2015-03-03 [3. März]"},
            {"vor zwei Jahren", "date 2013 [vor zwei Jahren]"},
        },
        german(), "2015-05-01");
    check(
        {{"last year, last month, on Tuesday", "date 2014 [last year]; date 2015-04 [last month]"}},
        english(), "2015-05");
    check({{"last year, on Tuesday, yesterday in May", ""}}, english());
}

TEST_CASE("values: soft hyphens inside the words of lists") {
    check({{"im Ma\u00ADi 2015", "date 2015-05 [Ma\u00ADi 2015]"},
           {"30 Mil\u00ADlionen Euro", "money 30000000 EUR [30 Mil\u00ADlionen Euro]"}},
          german());
}
