// A fast 64-bit hash of bytes that is the same on every machine and in every version of Relata, so
// that it may be stored. Not for use against hostile input.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace relata {

namespace detail {

inline std::uint64_t load_bytes(const char* from, std::size_t count) {
    std::uint64_t value = 0;
    if constexpr (std::endian::native == std::endian::little) {
        std::memcpy(&value, from, count);
    } else {
        for (std::size_t i = 0; i < count; ++i)
            value |= static_cast<std::uint64_t>(static_cast<unsigned char>(from[i])) << (8 * i);
    }
    return value;
}

}  // namespace detail

// Mixes two numbers into one: both halves of their 128-bit product.
inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    __extension__ using Wide = unsigned __int128;
    const Wide product =
        static_cast<Wide>(a ^ 0x9e3779b97f4a7c15ULL) * static_cast<Wide>(b ^ 0xd6e8feb86659fd93ULL);
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

inline std::uint64_t hash(std::string_view bytes, std::uint64_t seed = 0) {
    const char* at = bytes.data();
    std::size_t left = bytes.size();
    std::uint64_t state = mix(seed, left);
    while (left > 16) {
        state = mix(state ^ detail::load_bytes(at, 8), detail::load_bytes(at + 8, 8));
        at += 16;
        left -= 16;
    }
    if (left >= 8)
        return mix(state ^ detail::load_bytes(at, 8), detail::load_bytes(at + left - 8, 8));
    if (left >= 4)
        return mix(state ^ detail::load_bytes(at, 4), detail::load_bytes(at + left - 4, 4));
    if (left == 0) return mix(state, 0);
    // One to three bytes: the first, the middle and the last hold all of them.
    const auto byte = [at](std::size_t i) {
        return static_cast<std::uint64_t>(static_cast<unsigned char>(at[i]));
    };
    return mix(state ^ (byte(0) | byte(left / 2) << 8 | byte(left - 1) << 16), left);
}

}  // namespace relata
