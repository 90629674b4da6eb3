// The part of NameRuns that goes over numbers and single letters: "Unit 8200", "Core i9-14900K",
// "Moto G".
#include "extract/name/name_run.hpp"

namespace relata::extract {

// "das Spiel Anno 1800", "die FRITZ!Box 5490", not "die Marke Acme 2019"
bool NameRuns::takes_model_number(std::uint32_t first, std::uint32_t end,
                                  const Sentence& sentence) const {
    if (!words_.capital_nouns || first == sentence.first || words_.has(end - 1, cls::known))
        return false;
    const std::string_view number = words_.text(end);
    if (is_year(number)) return false;
    const std::uint32_t before = first - 1;
    if (words_.has(before, cls::product_noun) && words_.flag(before, kCapital)) return true;
    return number.size() >= 3 && words_.has(before, cls::determiner) && end + 1 < sentence.last &&
           !words_.flag(end + 1, kCapital);
}

// "9950X", "i9": digits and a letter or two.
bool NameRuns::is_model(std::uint32_t t) const {
    std::size_t letters = 0, digits = 0;
    for (const char c : words_.text(t)) {
        if (c >= '0' && c <= '9')
            ++digits;
        else
            ++letters;
    }
    return digits > 0 && letters > 0 && letters <= 2 && letters + digits <= 7;
}

// "Unit 8200", but "Paris 2024": an ordinary word with a capital and a number that is no year.
bool NameRuns::is_numbered(std::uint32_t first, std::uint32_t number,
                           const Sentence& sentence) const {
    const std::string_view digits = words_.text(number);
    return !words_.capital_nouns && !sentence.title_case && number - first == 1 &&
           first > sentence.first && (words_.single[first] & cls::common) != 0 &&
           digits.find_first_not_of("0123456789") == digits.npos && !digits.starts_with("19") &&
           !digits.starts_with("20");
}

// "450X": not "5G", "10M", "40W"; as many digits as `shortest` or more.
bool NameRuns::is_variant(std::string_view number, std::size_t shortest) const {
    const std::size_t letter = number.find_first_not_of("0123456789");
    return letter >= shortest && letter + 1 == number.size() &&
           std::string_view("ACDEFHLPRSTXZ").find(number[letter]) != std::string_view::npos;
}

// "8a", "6s": letters that stand for no number and no unit.
bool NameRuns::is_small_variant(std::string_view number) const {
    const std::size_t letter = number.find_first_not_of("0123456789");
    return letter > 0 && letter <= 2 && letter + 1 == number.size() &&
           std::string_view("acesi").find(number[letter]) != std::string_view::npos;
}

bool NameRuns::is_year(std::string_view number) const {
    return number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
}

// "i9", "8x7B": a letter before a digit.
bool NameRuns::is_code(std::string_view number) const {
    const std::size_t letter = number.find_first_not_of("0123456789");
    return letter != number.npos && number.find_first_of("0123456789", letter) != number.npos;
}

// "Xbox", "Claude Sonnet", "GeForce RTX"
bool NameRuns::ends_in_known_product(std::uint32_t first, std::uint32_t end) const {
    const PhraseHit* listed = hit(end - 1);
    if (listed != nullptr && (listed->classes & cls::known_product) != 0) return true;
    const PhraseHit* family = hit(first);
    return family != nullptr && (family->classes & cls::known_product) != 0 &&
           ((words_.single[end - 1] & cls::product_tail) != 0 ||
            (listed == nullptr && words_.flag(end - 1, kAllCaps)));
}

std::uint32_t NameRuns::over_number(std::uint32_t first, std::uint32_t end,
                                    const Sentence& sentence) const {
    const PhraseHit* listed = hit(end - 1);
    const bool product =
        ends_in_known_product(first, end) || takes_model_number(first, end, sentence);
    // "Acme's Media Player 10", "its Server 2005"
    const bool possessed = !words_.capital_nouns && first > sentence.first &&
                           (words_.is_possessive_marker(first - 1) ||
                            (words_.single[first - 1] & cls::possessive) != 0);
    // "its AOL 9.0 software"
    const bool version = possessed && words_.text(end).find('.') != std::string_view::npos;
    const bool other_name = listed != nullptr && !product && !version;
    if (other_name || words_.flag(end, kGlued)) return end;
    if ((words_.single[first] & cls::first_name) != 0 && end - first > 1 && !product) return end;
    const bool owned = first > sentence.first && (words_.has(first - 1, cls::determiner) ||
                                                  words_.is_possessive_marker(first - 1));
    if (words_.flag(end, kWord)) return over_code(end, product, owned, sentence);
    const std::string_view number = words_.text(end);
    // "the GTX 4090 costs", but "the FTSE 100 fell"
    const bool numbered =
        is_numbered(first, end, sentence) ||
        (!words_.capital_nouns && owned && !is_year(number) && end + 1 < sentence.last &&
         words_.in(words_.lists.product_verb, end + 1));
    if (number.size() > (product || possessed || numbered ? 4U : 2U) &&
        number.find('.') == number.npos)
        return end;
    const bool counts =
        end + 1 < sentence.last && !product && counts_what_follows(first, end, possessed, sentence);
    return counts || is_amount(end, sentence) ? end : end + 1;
}

// "9950X" in "Ryzen 9 9950X", "i9-14900K" in "Core i9-14900K", "8a" in "the Zelvan 8a"; `product`:
// behind a listed product, `owned`: behind an article or a possessor.
std::uint32_t NameRuns::over_code(std::uint32_t code, bool product, bool owned,
                                  const Sentence& sentence) const {
    const std::string_view number = words_.text(code);
    const bool model = product || words_.flag(code - 1, kDigits);
    if (words_.capital_nouns && model && is_model(code)) {
        const bool more = code + 2 < sentence.last && words_.is(code + 1, '-') &&
                          words_.flag(code + 1, kGlued) && words_.flag(code + 2, kGlued | kDigits);
        return more ? code + 3 : code + 1;
    }
    if (is_variant(number, 2) && !words_.capital_nouns) return code + 1;
    // "the Kestrel i9", "Acme's Kestrel 8x7B", "die Zelvan 7S", "the Zelvan 8a"
    if (owned && ((is_model(code) && is_code(number)) ||
                  (words_.capital_nouns && is_variant(number, 1)) || is_small_variant(number)))
        return code + 1;
    return product && number.size() <= 3 ? code + 1 : code;
}

// "5 percent", "5:30", "5.x", "5 May"
bool NameRuns::is_amount(std::uint32_t number, const Sentence& sentence) const {
    const std::uint32_t next = number + 1;
    if (next >= sentence.last) return false;
    return (words_.single[next] & (cls::unit | cls::calendar)) != 0 || words_.text(next) == "%" ||
           words_.is(next, ':') ||
           (words_.is(next, '.') && words_.flag(next, kGlued) && next + 1 < sentence.last);
}

// Not "release Zap 5 next year"
bool NameRuns::counts_what_follows(std::uint32_t first, std::uint32_t number, bool possessed,
                                   const Sentence& sentence) const {
    const std::uint32_t next = number + 1;
    const ClassMask after = words_.single[next];
    const bool noun =
        words_.flag(next, kWord) && !words_.flag(next, kGlued) && !words_.taken[next] &&
        (after & (cls::stopword | cls::speech_verb | cls::org_verb | cls::copula)) == 0 &&
        !words_.in(words_.lists.product_verb, next);
    if (!noun) return false;
    if (words_.capital_nouns) return !counts_nothing(number, sentence);
    const bool many = words_.text(next).ends_with('s');
    // "the Kestrel 9 drone"
    const bool one = first > sentence.first && words_.has(first - 1, cls::determiner) &&
                     (after & cls::product_noun) != 0 && !many;
    // "Acme's Media Player 10 took the award", but "Acme's Kestrel 10 drones"
    const bool one_of_firm = possessed && !many;
    // "Mavic 4 Pro"
    const bool tail = (after & cls::product_tail) != 0 && words_.flag(next, kCapital);
    return !one && !one_of_firm && !tail;
}

// What is counted has a capital, perhaps with an adjective before it: "Quantavo 5 neue Modelle".
bool NameRuns::counts_nothing(std::uint32_t number, const Sentence& sentence) const {
    const std::uint32_t next = number + 1;
    if (next >= sentence.last) return true;
    if (words_.flag(next, kCapital | kDigits)) return false;
    return !words_.is_inflected(next) || next + 1 >= sentence.last ||
           !words_.flag(next + 1, kCapital);
}

// "Moto G": a letter behind a name that no list has as a person's or a place's.
bool NameRuns::is_model_letter(std::uint32_t end, const Sentence& sentence) const {
    constexpr ClassMask other = cls::first_name | cls::surname | cls::geographic | cls::honorific;
    if (!is_initial(end) || words_.flag(end, kGlued) || shapes_[end - 1] != WordShape::name ||
        sentence.title_case || (words_.single[end - 1] & other) != 0 || words_.is(end, 'I') ||
        (words_.is(end, 'A') && !words_.capital_nouns))
        return false;
    const PhraseHit* listed = hit(end - 1);
    if (listed != nullptr && (listed->classes & cls::known_product) == 0) return false;
    const std::uint32_t next = end + 1;
    if (listed != nullptr && next < sentence.last && shapes_[next] == WordShape::name) return true;
    return next >= sentence.last || !words_.flag(next, kCapital | kGlued) ||
           (words_.flag(next, kGlued) &&
            (words_.is(next, ',') || (words_.is(next, '.') && next + 1 == sentence.last)));
}

}  // namespace relata::extract
