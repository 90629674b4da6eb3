#include "extract/text/link.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace relata::extract {

namespace {

// Endings that texts use in names, and "js", which product names borrow ("Node.js"). Not all of the
// registry: "so", "as" or "am" would rather be words after a full stop without a space.
constexpr std::array<std::string_view, 52> kEndings = {
    "ai",  "app",  "at",   "au", "be",  "biz",  "blog", "br",  "ca",   "cc", "ch", "cloud", "cn",
    "co",  "com",  "coop", "cz", "de",  "dev",  "dk",   "edu", "eu",   "fi", "fm", "fr",    "gg",
    "gov", "gr",   "hu",   "ie", "il",  "info", "int",  "io",  "jp",   "js", "kr", "ly",    "mil",
    "net", "news", "nl",   "nz", "org", "pl",   "ru",   "se",  "shop", "tv", "uk", "us",    "xyz"};

constexpr std::size_t kLongestHost = 256;

bool is_alnum(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_host(char c) { return is_alnum(c) || c == '-'; }
bool is_mailbox(char c) { return is_alnum(c) || c == '.' || c == '-' || c == '_' || c == '+'; }

char at(std::string_view text, std::size_t i) { return i < text.size() ? text[i] : '\0'; }

bool is_url_byte(char c) {
    return static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7F &&
           c != '"' && c != '<' && c != '>' && c != '|' && c != '\\' && c != '^' && c != '`' &&
           c != '{' && c != '}';
}

// The URL's end from `from` on, without the punctuation of the sentence around it.
std::size_t url_end(std::string_view text, std::size_t from) {
    std::size_t end = from;
    while (end < text.size() && is_url_byte(text[end])) ++end;
    while (end > from &&
           std::string_view(".,;:!?)]'*").find(text[end - 1]) != std::string_view::npos)
        --end;
    return end;
}

bool is_ending(std::string_view label, bool upper) {
    std::string folded(label);
    for (char& c : folded) {
        if (upper ? (c >= 'a' && c <= 'z') : (c >= 'A' && c <= 'Z')) return false;
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    }
    return std::binary_search(kEndings.begin(), kEndings.end(), folded);
}

std::size_t domain_end(std::string_view text, std::size_t start, std::size_t stop) {
    const bool upper = std::none_of(text.begin() + static_cast<std::ptrdiff_t>(start),
                                    text.begin() + static_cast<std::ptrdiff_t>(stop),
                                    [](char c) { return c >= 'a' && c <= 'z'; });
    std::size_t end = stop;
    for (std::size_t dot = stop; at(text, dot) == '.';) {
        std::size_t next = dot + 1;
        while (is_host(at(text, next))) ++next;
        while (next > dot + 1 && text[next - 1] == '-') --next;
        const std::string_view label = text.substr(dot + 1, next - dot - 1);
        if (label.empty()) break;
        const bool wide = next < text.size() && static_cast<unsigned char>(text[next]) >= 0xC3 &&
                          static_cast<unsigned char>(text[next]) < 0xE2;  // a letter goes on
        // "Amazon.de-Chef" ends at the hyphen.
        const std::size_t hyphen = label.find('-');
        // "Character.AI": the endings that names have in capitals
        const std::string_view ending = label.substr(0, hyphen);
        const bool named =
            (ending == "AI" || ending == "IO") && text[start] >= 'A' && text[start] <= 'Z';
        if ((named || is_ending(ending, upper)) && !wide) {
            end = hyphen == std::string_view::npos ? next : dot + 1 + hyphen;
        }
        dot = next;
    }
    return end;
}

// The end of the e-mail address whose first word stops at `stop`, or `stop`.
std::size_t mail_end(std::string_view text, std::size_t stop) {
    std::size_t sign = stop;
    while (is_mailbox(at(text, sign))) ++sign;
    if (at(text, sign) != '@' || !is_alnum(at(text, sign + 1))) return stop;
    std::size_t end = sign + 1;
    while (is_host(at(text, end)) || (at(text, end) == '.' && is_alnum(at(text, end + 1)))) ++end;
    return text.substr(sign, end - sign).find('.') == std::string_view::npos ? stop : end;
}

}  // namespace

std::size_t link_end(std::string_view text, std::size_t start, std::size_t stop) {
    if (at(text, stop) == ':') {
        const bool url = text.compare(stop, 3, "://") == 0 && is_alnum(at(text, stop + 3));
        return url ? url_end(text, stop + 3) : stop;
    }
    // Long runs of words and dots cost no more than others.
    const std::string_view near = text.substr(0, stop + kLongestHost);
    if (const std::size_t end = mail_end(near, stop); end != stop) return end;
    if (at(text, stop) != '.') return stop;
    const std::string_view word = text.substr(start, stop - start);
    if ((word == "www" || word == "WWW") && is_alnum(at(text, stop + 1)))
        return url_end(text, stop);
    const std::size_t end = domain_end(near, start, stop);
    const bool path = end != stop && at(text, end) == '/' && is_alnum(at(text, end + 1));
    return path ? url_end(text, end) : end;
}

}  // namespace relata::extract
