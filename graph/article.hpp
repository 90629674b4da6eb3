// Articles: which documents are one article that came in twice, and what tells it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/min_hash.hpp"
#include "extract/relation.hpp"

namespace relata::graph {

struct Article {
    std::string document;  // Document::id
    std::string url, source, date, title, path, author;
    std::uint64_t fingerprint = 0;  // sum of record_digest over the distinct records
    std::string signature;          // base/min_hash of its text, or ""
    std::string story;              // id of the article that it is a near-duplicate of, or ""

    // Takes over what a record of the article says of it. Records that disagree (the same id was
    // read with and without a date) give the larger value, so that their order does not matter.
    void absorb(const extract::Relation& record);
};

// A URL without scheme, "www.", fragment, tracking parameters and closing slash; "" for "".
std::string normalised_url(std::string_view url);
// The host of a URL without "www.", or "".
std::string url_host(std::string_view url);

// Digest of what a record says, without what it says of its article and without aliases.
std::uint64_t record_digest(const extract::Relation& record);

// All that the comparison of articles needs; of millions, no more than this is in memory.
struct ArticleKeys {
    std::uint64_t url = 0;  // hash of the normalised URL, 0 for none
    std::uint64_t fingerprint = 0;
    std::array<char, kMinHashSize> signature{};  // zeros for none
};
ArticleKeys keys_of(std::string_view url, std::uint64_t fingerprint, std::string_view signature);

// For every article the index of the one that stands for it: of those with the same URL, or without
// URL and with the same fingerprint, the first. Articles are sorted by document id.
std::vector<std::uint32_t> same_articles(std::span<const ArticleKeys> articles);

}  // namespace relata::graph
