#include "base/min_hash.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "base/hash.hpp"

namespace relata {
namespace {

// Words a run; longer runs are rarer by chance and suffer more from an edit.
constexpr std::size_t kRun = 3;
// A text of fewer runs has no signature.
constexpr std::size_t kFewestRuns = 8;
constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
static_assert(kAlphabet.size() == kMinHashSize);
constexpr std::uint64_t kEmpty = ~std::uint64_t{0};

enum Place : unsigned char { kOutside, kInside, kAsBefore };

// Where each byte is: words are ASCII letters, digits and characters beyond ASCII, of which every
// byte is where the first one is. What begins with 0xc2 or 0xe2 are no-break spaces, guillemets,
// dashes, quotation marks and symbols: outlets differ in them.
constexpr std::array<Place, 256> kPlaces = [] {
    std::array<Place, 256> places{};
    for (unsigned c = '0'; c <= '9'; ++c) places[c] = kInside;
    for (unsigned c = 'a'; c <= 'z'; ++c) places[c] = places[c - 'a' + 'A'] = kInside;
    for (unsigned c = 0x80; c < 0xc0; ++c) places[c] = kAsBefore;
    for (unsigned c = 0xc0; c < 0x100; ++c) places[c] = kInside;
    places[0xc2] = places[0xe2] = kOutside;
    return places;
}();

// Hash of a word without case. `limit` is the end of the memory that may be read.
std::uint64_t word_hash(std::string_view word, const char* limit) {
    // Sets the bit that tells upper from lower case, in ASCII and in the Latin letters of UTF-8.
    constexpr std::uint64_t kFold = 0x2020202020202020U;
    std::uint64_t state = word.size();
    for (; word.size() > 8; word.remove_prefix(8))
        state = mix(state, detail::load_bytes(word.data(), 8) | kFold);
    std::uint64_t last = 0;
    if (limit - word.data() >= 8) {
        last = detail::load_bytes(word.data(), 8) << (64 - 8 * word.size());
    } else {
        last = detail::load_bytes(word.data(), word.size()) << (64 - 8 * word.size());
    }
    return mix(state, last | kFold);
}

// One-permutation MinHash: every run of words falls into one bin, which keeps its least hash.
class Bins {
  public:
    Bins() { least_.fill(kEmpty); }

    void add_word(std::uint64_t word) {
        const std::uint64_t run = mix(before_ ^ std::rotl(last_, 23), word);
        before_ = last_;
        last_ = word;
        if (++words_ < kRun) return;
        std::uint64_t& bin = least_[run >> 58];
        bin = std::min(bin, run);
    }

    std::string signature() const {
        if (words_ < kRun + kFewestRuns - 1) return "";
        std::string result;
        for (std::uint64_t i = 0; i < kMinHashSize; ++i) result += kAlphabet[value(i) & 63U];
        return result;
    }

  private:
    // An empty bin borrows from one that is not, found in an order of its own, so that texts of the
    // same runs borrow the same.
    std::uint64_t value(std::uint64_t bin) const {
        std::uint64_t found = least_[bin];
        for (std::uint64_t attempt = 1; found == kEmpty; ++attempt)
            found = least_[mix(bin, attempt) >> 58];
        return found;
    }

    static_assert(kMinHashSize == std::size_t{1} << 6, "a bin is chosen by the 6 highest bits");
    std::array<std::uint64_t, kMinHashSize> least_{};
    std::uint64_t before_ = 0, last_ = 0;
    std::size_t words_ = 0;
};

}  // namespace

std::string min_hash(std::string_view text) {
    // Edges of words are collected first, a block at a time, without a branch a byte.
    constexpr std::size_t kBlock = 1024;
    std::array<std::size_t, kBlock + 2> edges;  // begin, end, begin, ...
    std::size_t count = 0;
    Bins bins;
    unsigned inside = kOutside;
    const char* const limit = text.data() + text.size();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t block_end = std::min(text.size(), at + kBlock);
        for (; at < block_end; ++at) {
            const unsigned place = kPlaces[static_cast<unsigned char>(text[at])];
            const unsigned now = place == kAsBefore ? inside : place;
            edges[count] = at;
            count += now ^ inside;
            inside = now;
        }
        if (at == text.size() && inside != 0) edges[count++] = at;
        for (std::size_t i = 0; i + 1 < count; i += 2)
            bins.add_word(word_hash(text.substr(edges[i], edges[i + 1] - edges[i]), limit));
        if (count % 2 != 0) edges[0] = edges[count - 1];
        count %= 2;
    }
    return bins.signature();
}

double resemblance(std::string_view a, std::string_view b) {
    if (a.size() != kMinHashSize || b.size() != kMinHashSize) return 0;
    std::size_t equal = 0;
    for (std::size_t i = 0; i < kMinHashSize; ++i) equal += a[i] == b[i] ? 1 : 0;
    // One place in 64 agrees by chance.
    constexpr double kChance = 1.0 / kMinHashSize;
    const double share = static_cast<double>(equal) / kMinHashSize;
    return std::max(0.0, (share - kChance) / (1 - kChance));
}

}  // namespace relata
