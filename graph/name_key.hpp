// Keys of names: what two spellings of one entity have in common. Pure functions of the name and
// its type; nothing here looks at other names (graph/resolve does).
//
//   canonical_key("The Walt Disney Company", EntityType::org)  -> "walt-disney"
//   canonical_key("Hewlett-Packard GmbH & Co. KG", org)        -> "hewlett-packard"
//   canonical_key("Dr. Donald J. Trump", EntityType::person)   -> "donald-trump"
//   match_key("hewlett-packard")                               -> "hewlettpackard"
//
// Keys are lower-case ASCII where the script allows it: compatibility forms, diacritics and case
// are folded (ICU), "&", "und" and "and" are one word, full stops inside abbreviations vanish.
// Thread safety: all functions may be called from any thread. Input that is no valid UTF-8 is read
// with replacement characters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/relation.hpp"

namespace relata::graph {

// Folded words of a name, without punctuation: "AT&T Inc." -> at and t inc; "GPT-3.5" -> gpt 3.5.
std::vector<std::string> folded_words(std::string_view name);

// folded_words joined by "-". The key of an exact look-up that ignores case, accents and
// punctuation.
std::string folded_key(std::string_view name);

// folded_key without what does not tell entities apart: a leading article, legal forms (of orgs),
// titles and middle initials (of persons). Never empty unless the name has neither letter nor
// digit. Literals (date, money) are their own key.
std::string canonical_key(std::string_view name, extract::EntityType type);

// A key without its word breaks, so that "deep-seek" and "deepseek" meet.
std::string match_key(std::string_view key);

// The keys under which look-up finds a name (match keys of its folded and canonical forms): one or
// two.
std::vector<std::string> look_up_keys(std::string_view name, extract::EntityType type);
// The key to look up what somebody typed.
std::string look_up_key(std::string_view text);

// Other keys under which the name may be written: German umlauts spelled out ("Müller" ->
// "mueller"), and for orgs the key without a closing "group", "holdings", "konzern". Sorted; may be
// empty.
std::vector<std::string> variant_keys(std::string_view name, extract::EntityType type);

// Whether `shorter` is made of the initials of `longer`: "FBI", "Federal Bureau of Investigation";
// "BBVA", "Banco Bilbao Vizcaya Argentaria". Small words ("of", "für") may be left out.
bool is_acronym_of(std::string_view shorter, std::string_view longer);

}  // namespace relata::graph
