#include "base/utf8.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace relata::utf8 {

namespace {

constexpr std::size_t kBlock = 128;
// Latin with all its European letters: what the texts consist of beside ASCII.
constexpr char32_t kTableEnd = 0x250;

unsigned byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

// The length of the valid sequence at `at`, or 0 with the length of the faulty piece in `faulty`.
std::size_t sequence_length(std::string_view text, std::size_t at, std::size_t& faulty) {
    const unsigned lead = byte_at(text, at);
    if (lead < 0x80) return 1;
    faulty = 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    unsigned low = 0x80;
    unsigned high = 0xBF;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
    for (std::size_t i = 1; i < length; ++i) {
        if (at + i >= text.size()) return 0;
        const unsigned next = byte_at(text, at + i);
        if (next < low || next > high) return 0;
        low = 0x80;
        high = 0xBF;
        faulty = i + 1;
    }
    return length;
}

std::size_t skip_ascii(std::string_view text, std::size_t at) {
    while (at + 8 <= text.size()) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, 8);
        if ((word & 0x8080808080808080ULL) != 0) break;
        at += 8;
    }
    while (at < text.size() && byte_at(text, at) < 0x80) ++at;
    return at;
}

std::uint8_t kind_by_icu(char32_t code) {
    const auto point = static_cast<UChar32>(code);
    const std::uint32_t category = U_MASK(u_charType(point));
    unsigned kinds = 0;
    if ((category & U_GC_LL_MASK) != 0) kinds |= kLower;
    if ((category & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0) kinds |= kUpper;
    if ((category & (U_GC_L_MASK | U_GC_M_MASK)) != 0) kinds |= kLetter;
    if ((category & U_GC_ND_MASK) != 0) kinds |= kDigit;
    if (u_isUWhiteSpace(point) != 0 || code == 0x200B || code == 0xFEFF) kinds |= kSpace;
    return static_cast<std::uint8_t>(kinds);
}

struct Table {
    std::array<std::uint8_t, kTableEnd> kinds{};
    std::array<std::uint16_t, kTableEnd> folded{};
    Table() {
        for (char32_t code = 0; code < kTableEnd; ++code) {
            kinds[code] = kind_by_icu(code);
            folded[code] = static_cast<std::uint16_t>(
                u_foldCase(static_cast<UChar32>(code), U_FOLD_CASE_DEFAULT));
        }
    }
};

const Table& table() {
    static const Table latin;
    return latin;
}

std::size_t count_code_points(const char* bytes, std::size_t size) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < size; ++i) count += static_cast<signed char>(bytes[i]) >= -64;
    return count;
}

}  // namespace

std::optional<std::size_t> first_fault(std::string_view bytes) {
    for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size(); at = skip_ascii(bytes, at)) {
        std::size_t faulty = 0;
        const std::size_t length = sequence_length(bytes, at, faulty);
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

std::string repair(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t faulty = 0;
        const std::size_t length = sequence_length(bytes, at, faulty);
        if (length == 0) {
            out += "\xEF\xBF\xBD";
            at += faulty;
        } else {
            out.append(bytes, at, length);
            at += length;
        }
    }
    return out;
}

Decoded decode(std::string_view text, std::size_t at) {
    const unsigned lead = byte_at(text, at);
    if (lead < 0x80) return {lead, 1};
    const std::size_t left = text.size() - at;
    const auto tail = [&](std::size_t i) -> char32_t { return byte_at(text, at + i) & 0x3F; };
    if (lead >= 0xC0 && lead < 0xE0 && left >= 2) return {(lead & 0x1FU) << 6 | tail(1), 2};
    if (lead >= 0xE0 && lead < 0xF0 && left >= 3)
        return {(lead & 0x0FU) << 12 | tail(1) << 6 | tail(2), 3};
    if (lead >= 0xF0 && left >= 4)
        return {(lead & 0x07U) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4};
    return {0xFFFD, 1};
}

Decoded decode_before(std::string_view text, std::size_t at) {
    std::size_t start = at - 1;
    while (start > 0 && at - start < 4 && is_continuation(text[start])) --start;
    return {decode(text, start).code, static_cast<std::uint32_t>(at - start)};
}

void append(std::string& out, char32_t code) {
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | code >> 6);
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | code >> 12);
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | code >> 18);
        put(0x80 | (code >> 12 & 0x3F));
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

std::uint8_t kind(char32_t code) {
    return code < kTableEnd ? table().kinds[code] : kind_by_icu(code);
}

char32_t fold(char32_t code) {
    if (code < kTableEnd) return table().folded[code];
    return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(code), U_FOLD_CASE_DEFAULT));
}

void append_folded(std::string& out, char32_t code) {
    if (code == U'\u00DF' || code == U'\u1E9E')
        out += "ss";
    else
        append(out, fold(code));
}

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = decode(text, at);
        append_folded(out, code);
        at += length;
    }
    return out;
}

char32_t to_upper(char32_t code) {
    return static_cast<char32_t>(u_toupper(static_cast<UChar32>(code)));
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
    if (skip_ascii(text, 0) == text.size()) return;
    before_block_.reserve(text.size() / kBlock + 1);
    std::size_t count = 0;
    for (std::size_t at = 0; at <= text.size(); at += kBlock) {
        before_block_.push_back(static_cast<std::uint32_t>(count));
        count += count_code_points(text.data() + at, std::min(kBlock, text.size() - at));
    }
}

std::size_t CodePointIndex::code_points(std::size_t byte) const {
    if (before_block_.empty()) return byte;
    const std::size_t block = byte / kBlock;
    return before_block_[block] +
           count_code_points(text_.data() + block * kBlock, byte - block * kBlock);
}

std::size_t CodePointIndex::byte(std::size_t code_points) const {
    if (before_block_.empty()) return code_points;
    const auto after = std::upper_bound(before_block_.begin(), before_block_.end(), code_points);
    const auto block = static_cast<std::size_t>(after - before_block_.begin()) - 1;
    std::size_t at = block * kBlock;
    std::size_t left = code_points - before_block_[block];
    // A block may begin inside of a sequence, whose first byte was counted in the block before.
    while (at < text_.size() && is_continuation(text_[at])) ++at;
    for (; left > 0 && at < text_.size(); --left) at += decode(text_, at).length;
    return at;
}

std::string squeezed(std::string_view text) {
    std::string out;
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = decode(text, at);
        if (is_space(code)) {
            gap = !out.empty();
        } else {
            if (gap) out += ' ';
            gap = false;
            out += text.substr(at, length);
        }
        at += length;
    }
    return out;
}

}  // namespace relata::utf8
