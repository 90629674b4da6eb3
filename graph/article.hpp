// Articles: which documents are one article that came in twice.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/relation.hpp"

namespace relata::graph {

struct Article {
    std::string document;  // Document::id
    std::string url, source, date, title, path, author;
    std::uint64_t fingerprint = 0;  // sum of record_digest over the distinct records

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

// For every article the index of the one that stands for it: of those with the same URL, or without
// URL and with the same fingerprint, the one with the smallest document id.
std::vector<std::uint32_t> same_articles(std::span<const Article> articles);

}  // namespace relata::graph
