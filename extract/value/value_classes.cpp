#include "extract/value/value_classes.hpp"

namespace relata::extract {

ValueClasses::ValueClasses(const Lexicon& lexicon) : beginnings(lexicon.class_set_count()) {
    currency = lexicon.class_named("currency");
    magnitude = lexicon.class_named("magnitude");
    number = lexicon.class_named("number");
    percent = lexicon.class_named("percent");
    fraction_of = lexicon.class_named("fraction_of");
    month = lexicon.class_named("month");
    weekday = lexicon.class_named("weekday");
    ordinal = lexicon.class_named("ordinal");
    relative_date = lexicon.class_named("relative_date");
    round = lexicon.class_named("round");
    date_lead = lexicon.class_named("date_lead");
    short_month = lexicon.class_named("short_month");
    year_owner = lexicon.class_named("year_owner");
    bare_year_not_behind = lexicon.class_named("bare_year_not_behind");
    bare_year_before = lexicon.class_named("bare_year_before");
    noun = lexicon.class_named("noun");
    preposition = lexicon.class_named("preposition");
    upcoming = lexicon.class_named("upcoming");
    const Class mark = lexicon.class_named("decimal_mark");
    if (mark && lexicon.has(lexicon.classes_of(lexicon.word(",")), *mark)) decimal_mark = ',';

    const auto begins = [&](const Class& cls, unsigned kinds) {
        for (ClassSet set = 0; cls && set < beginnings.size(); ++set)
            if (lexicon.has(set, *cls)) beginnings[set] |= static_cast<ValueKinds>(kinds);
    };
    begins(currency, kind_bit(ValueKind::money));
    begins(number, kind_bit(ValueKind::money) | kind_bit(ValueKind::percent));
    for (const Class& cls : {month, weekday, relative_date}) begins(cls, kind_bit(ValueKind::date));
    begins(round, kind_bit(ValueKind::round));
}

}  // namespace relata::extract
