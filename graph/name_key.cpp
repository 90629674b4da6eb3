#include "graph/name_key.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

namespace relata::graph {
namespace {

using extract::EntityType;
using Words = std::vector<std::string>;

constexpr auto kLegalForms = std::to_array<std::string_view>({"ab",
                                                              "cie",
                                                              "ag",
                                                              "aps",
                                                              "as",
                                                              "asa",
                                                              "bv",
                                                              "bvba",
                                                              "co",
                                                              "corp",
                                                              "corporation",
                                                              "doo",
                                                              "ead",
                                                              "eg",
                                                              "ev",
                                                              "eu",
                                                              "gbr",
                                                              "ggmbh",
                                                              "gmbh",
                                                              "inc",
                                                              "incorporated",
                                                              "kg",
                                                              "kgaa",
                                                              "kk",
                                                              "limited",
                                                              "llc",
                                                              "llp",
                                                              "lp",
                                                              "ltd",
                                                              "mbh",
                                                              "nv",
                                                              "ohg",
                                                              "oy",
                                                              "oyj",
                                                              "plc",
                                                              "pte",
                                                              "pty",
                                                              "pvt",
                                                              "sa",
                                                              "sarl",
                                                              "sas",
                                                              "se",
                                                              "sl",
                                                              "spa",
                                                              "srl",
                                                              "ug",
                                                              "aktiengesellschaft",
                                                              "company"});
constexpr auto kArticles = std::to_array<std::string_view>({"the", "der", "die", "das"});
constexpr auto kTitles =
    std::to_array<std::string_view>({"dr", "prof", "professor", "mr", "mrs", "ms", "sir", "dame",
                                     "lord", "lady", "herr", "frau", "ing", "dipl", "mag"});
constexpr auto kGroupWords = std::to_array<std::string_view>(
    {"group", "gruppe", "holding", "holdings", "konzern", "international"});
constexpr auto kSmallWords = std::to_array<std::string_view>(
    {"of",  "for", "the", "and", "in", "on", "to",  "fur", "der", "die",
     "das", "des", "de",  "la",  "du", "y",  "zur", "zum", "von", "im"});

bool contains(std::span<const std::string_view> list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// Letters that NFKD does not take apart.
std::string_view spelled_out(UChar32 c) {
    switch (c) {
        case 0xe6:
            return "ae";
        case 0x153:
            return "oe";
        case 0xf8:
            return "o";
        case 0x142:
            return "l";
        case 0x111:
        case 0xf0:
            return "d";
        case 0xfe:
            return "th";
        case 0x131:
            return "i";
        default:
            return "";
    }
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::u16string folded_text(std::string_view name) {
    if (is_ascii(name)) {  // nothing to take apart
        std::u16string folded(name.begin(), name.end());
        for (char16_t& c : folded)
            if (c >= 'A' && c <= 'Z') c = static_cast<char16_t>(c + ('a' - 'A'));
        return folded;
    }
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
    for (const UChar32 mark : {0x2122, 0xae, 0xa9})
        text.findAndReplace(icu::UnicodeString(mark), u" ");
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
    const icu::UnicodeString folded = nfkd->normalize(text.foldCase(), status).foldCase();
    return {folded.getBuffer(), static_cast<std::size_t>(folded.length())};
}

// Of folded text.
bool is_ascii_word_character(UChar32 c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool is_word_character(UChar32 c) { return u_isalnum(c) != 0; }

// Cuts folded text into words; keeps a full stop between digits ("3.5") and reads "+" and "&".
class WordCutter {
  public:
    explicit WordCutter(std::u16string_view text) : text_(text) {}

    Words cut() {
        for (std::size_t next = 0; next < text_.size();) {
            const std::size_t i = next;
            UChar32 c = 0;
            U16_NEXT(text_.data(), next, text_.size(), c);
            step(c, i);
        }
        finish_word();
        return join_initials();
    }

  private:
    void step(UChar32 c, std::size_t i) {
        if (is_ascii_word_character(c)) {  // nearly all, at a tenth of the cost
            word_ += static_cast<char>(c);
            return;
        }
        const bool ascii = c < 0x80;
        if (!ascii && u_charType(c) == U_NON_SPACING_MARK) return;
        if (!ascii && is_word_character(c)) {
            const std::string_view letters = spelled_out(c);
            if (letters.empty()) {
                icu::UnicodeString(c).toUTF8String(word_);
            } else {
                word_ += letters;
            }
        } else if (c == '.' && between_digits(i)) {
            word_ += '.';
        } else if (c == '\'' || c == 0x2019) {
            return;  // "McDonald's" is "McDonalds"
        } else if (c == '+' && !word_.empty() && !before_word(i)) {
            finish_word();
            word_ = "plus";  // "Disney+", "C++"
            finish_word();
        } else if (c == '&' || c == '+') {
            finish_word();
            word_ = "and";
            finish_word();
        } else {
            finish_word();
            if (c == '.' || c == '/') joins_.back() = true;
        }
    }

    bool before_word(std::size_t i) const {
        return i + 1 < text_.size() && is_word_character(code_at(i + 1));
    }

    bool between_digits(std::size_t i) const {
        return i > 0 && i + 1 < text_.size() && u_isdigit(code_at(i - 1)) &&
               u_isdigit(code_at(i + 1));
    }

    // The code point that the unit at `i` belongs to.
    UChar32 code_at(std::size_t i) const {
        UChar32 c = 0;
        U16_GET(text_.data(), 0, i, text_.size(), c);
        return c;
    }

    void finish_word() {
        if (word_.empty()) return;
        if (word_ == "und") word_ = "and";
        words_.push_back(std::move(word_));
        joins_.push_back(false);
        word_.clear();
    }

    // "u.s." and "s.p.a." and "a/s" were cut into letters; joins them again.
    Words join_initials() {
        if (std::ranges::find(joins_, true) == joins_.end()) return std::move(words_);
        Words result;
        bool open = false;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const bool letter = words_[i].size() == 1;
            if (open && letter) {
                result.back() += words_[i];
            } else {
                result.push_back(words_[i]);
            }
            open = letter && joins_[i + 1];
        }
        return result;
    }

    std::u16string_view text_;
    std::string word_;
    Words words_;
    std::vector<bool> joins_ = {false};  // [i + 1]: a full stop or slash stands behind word i
};

std::string join(std::span<const std::string> words) {
    std::string key;
    for (const std::string& word : words) {
        if (!key.empty()) key += '-';
        key += word;
    }
    return key;
}

void strip_legal_forms(Words& words) {
    while (words.size() > 1) {
        const std::string& last = words.back();
        // "The Boring Company" is not "Boring".
        const bool in_name = words.size() < 3 && (last == "eu" || last == "company");
        const bool left_over = last == "and";  // from "& Co"
        if (!left_over && (in_name || !contains(kLegalForms, last))) return;
        words.pop_back();
    }
}

void strip_titles(Words& words) {
    std::size_t first = 0;
    while (first + 2 < words.size() && contains(kTitles, words[first])) ++first;
    if (words.size() == first + 2 && contains(kTitles, words[first])) ++first;  // "Mr. Musk"
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(first));
}

// "donald j trump" -> "donald trump"; the first and the last word stay.
void strip_middle_initials(Words& words) {
    if (words.size() < 3) return;
    const auto is_initial = [](const std::string& word) { return word.size() == 1; };
    words.erase(std::remove_if(words.begin() + 1, words.end() - 1, is_initial), words.end() - 1);
}

Words canonical_words(std::string_view name, EntityType type) {
    Words words = folded_words(name);
    if (type == EntityType::person) {
        strip_titles(words);
        strip_middle_initials(words);
        return words;
    }
    if (words.size() > 1 && contains(kArticles, words.front())) words.erase(words.begin());
    if (type == EntityType::org) strip_legal_forms(words);
    return words;
}

// The name with ä, ö, ü written ae, oe, ue; unchanged where it has none.
std::string spell_out_umlauts(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kUmlauts = {
        {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "Ae"}, {"Ö", "Oe"}, {"Ü", "Ue"}}};
    std::string result(name);
    for (const auto& [umlaut, letters] : kUmlauts) {
        for (std::size_t at = 0; (at = result.find(umlaut, at)) != std::string::npos;) {
            result.replace(at, umlaut.size(), letters);
        }
    }
    return result;
}

// Whether the initials of `words` spell the acronym. Small words and legal forms may or may not
// count.
bool initials_match(std::string_view acronym, std::span<const std::string> words) {
    if (words.empty()) return acronym.empty();
    if (!acronym.empty() && words.front().front() == acronym.front() &&
        initials_match(acronym.substr(1), words.subspan(1))) {
        return true;
    }
    const bool may_be_left_out =
        contains(kSmallWords, words.front()) || contains(kLegalForms, words.front());
    return may_be_left_out && initials_match(acronym, words.subspan(1));
}

}  // namespace

Words folded_words(std::string_view name) {
    const std::u16string text = folded_text(name);
    return WordCutter(text).cut();
}

std::string folded_key(std::string_view name) { return join(folded_words(name)); }

std::string canonical_key(std::string_view name, EntityType type) {
    if (type == EntityType::date || type == EntityType::money) return std::string(name);
    return join(canonical_words(name, type));
}

std::string match_key(std::string_view key) {
    std::string result(key);
    std::erase(result, '-');
    return result;
}

std::vector<std::string> look_up_keys(std::string_view name, EntityType type) {
    std::vector<std::string> keys = {look_up_key(name), match_key(canonical_key(name, type))};
    if (keys[0] == keys[1]) keys.pop_back();
    return keys;
}

std::string look_up_key(std::string_view text) { return match_key(folded_key(text)); }

std::vector<std::string> variant_keys(std::string_view name, EntityType type) {
    std::vector<std::string> result;
    if (type == EntityType::date || type == EntityType::money) return result;
    const std::string key = canonical_key(name, type);
    const std::string spelled = spell_out_umlauts(name);
    if (spelled != name) result.push_back(canonical_key(spelled, type));
    if (type == EntityType::org) {
        Words words = canonical_words(name, type);
        if (words.size() > 1 && contains(kGroupWords, words.back())) {
            words.pop_back();
            result.push_back(join(words));
        }
    }
    std::erase(result, key);
    std::sort(result.begin(), result.end());
    return result;
}

bool is_acronym_of(std::string_view shorter, std::string_view longer) {
    const Words letters = folded_words(shorter);
    const Words words = folded_words(longer);
    if (letters.size() != 1 || letters.front().size() < 2 || words.size() < 2) return false;
    if (letters.front().size() > 10 || words.size() > 12) return false;
    return initials_match(letters.front(), words);
}

}  // namespace relata::graph
