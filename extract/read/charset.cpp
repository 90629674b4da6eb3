#include "extract/read/charset.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include "base/utf8.hpp"

namespace relata::extract {

namespace {

// The bytes in that character set as UTF-8, or nullopt where ICU does not know it.
std::optional<std::string> convert(std::string_view bytes, const std::string& charset) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(
        ucnv_open(charset.c_str(), &status), ucnv_close);
    if (U_FAILURE(status)) return std::nullopt;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> to(ucnv_open("UTF-8", &status),
                                                                ucnv_close);
    if (U_FAILURE(status)) return std::nullopt;
    std::string out;
    std::vector<char> block(64U << 10U);
    std::vector<UChar> pivot(16U << 10U);
    const char* source = bytes.data();
    UChar* pivot_source = pivot.data();
    UChar* pivot_target = pivot.data();
    for (bool first = true;; first = false) {
        char* target = block.data();
        status = U_ZERO_ERROR;
        ucnv_convertEx(to.get(), from.get(), &target, block.data() + block.size(), &source,
                       bytes.data() + bytes.size(), pivot.data(), &pivot_source, &pivot_target,
                       pivot.data() + pivot.size(), first ? 1 : 0, 1, &status);
        out.append(block.data(), target);
        if (status == U_BUFFER_OVERFLOW_ERROR) continue;
        if (U_FAILURE(status)) return std::nullopt;
        return out;
    }
}

// The name that ICU has for what senders mean: nearly all who say Latin-1 or ASCII send
// Windows-1252.
std::string meant_charset(std::string_view charset) {
    std::string name = utf8::fold(charset);
    const std::size_t first = name.find_first_not_of(" \t\"'");
    const std::size_t last = name.find_last_not_of(" \t\"';");
    if (first == std::string::npos) return "";
    name = name.substr(first, last - first + 1);
    if (name == "iso-8859-1" || name == "latin1" || name == "latin-1" || name == "us-ascii" ||
        name == "ascii" || name == "iso8859-1")
        return "windows-1252";
    return name;
}

bool means_utf8(std::string_view name) { return name == "utf-8" || name == "utf8"; }

// Whether multi-byte sequences of UTF-8 are at least as many as the faults in it.
bool mostly_utf8(std::string_view bytes) {
    const std::string mended = utf8::repair(bytes);
    std::size_t faults = 0;
    std::size_t good = 0;
    for (std::size_t at = 0; at < mended.size();) {
        const auto [code, length] = utf8::decode(mended, at);
        if (code == 0xFFFD)
            ++faults;
        else
            good += length > 1;
        at += length;
    }
    return good >= faults;
}

std::string detect_charset(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                              ucsdet_close);
    const std::string_view sample = bytes.substr(0, 64U << 10U);
    ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()),
                   &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || match == nullptr) return "windows-1252";
    const char* name = ucsdet_getName(match, &status);
    std::string found = meant_charset(U_SUCCESS(status) && name != nullptr ? name : "");
    // A guess that the bytes contradict, or of a set without German letters on thin evidence, is
    // none.
    if (found.empty() || means_utf8(found) || found.starts_with("utf-") ||
        ucsdet_getConfidence(match, &status) < 30)
        return "windows-1252";
    return found;
}

// NUL is no character of any text, and what follows would be lost in C libraries.
void drop_nuls(Decoded& decoded) {
    const auto nuls = std::count(decoded.text.begin(), decoded.text.end(), '\0');
    if (nuls == 0) return;
    std::replace(decoded.text.begin(), decoded.text.end(), '\0', ' ');
    decoded.fault +=
        (decoded.fault.empty() ? "" : ", ") + std::to_string(nuls) + " NUL bytes, read as spaces";
}

Decoded decode(std::string bytes, std::string_view charset) {
    const std::string_view view = bytes;
    if (view.starts_with("\xEF\xBB\xBF")) return decode(bytes.substr(3), "utf-8");
    const bool utf16 = view.starts_with("\xFF\xFE") || view.starts_with("\xFE\xFF");
    if (utf16 && bytes.size() % 2 == 0) {
        const std::string name = view[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE";
        if (auto text = convert(view.substr(2), name)) return {std::move(*text), ""};
    }
    const std::string meant = meant_charset(charset);
    const auto fault = utf8::first_fault(view);
    const bool wide =
        meant.starts_with("utf-16") || meant.starts_with("utf-32") || meant.starts_with("iso-2022");
    if (!fault && !wide) return {std::move(bytes), ""};
    if (!meant.empty() && !means_utf8(meant))
        if (auto text = convert(view, meant)) return {std::move(*text), ""};
    if (!fault) return {std::move(bytes), ""};
    const std::string place = "broken UTF-8 at byte " + std::to_string(*fault);
    if (mostly_utf8(view)) return {utf8::repair(view), place + ", read as U+FFFD"};
    const std::string detected = detect_charset(view);
    if (auto text = convert(view, detected))
        return {std::move(*text), place + ", read as " + detected};
    return {utf8::repair(view), place + ", read as U+FFFD"};
}

}  // namespace

Decoded to_utf8(std::string bytes, std::string_view charset) {
    Decoded decoded = decode(std::move(bytes), charset);
    drop_nuls(decoded);
    return decoded;
}

bool is_binary(std::string_view head) {
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return false;
    const auto control = std::count_if(head.begin(), head.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1b';
    });
    return static_cast<std::size_t>(control) * 50 > head.size();
}

}  // namespace relata::extract
