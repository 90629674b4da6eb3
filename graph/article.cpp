#include "graph/article.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <unordered_map>

#include "base/hash.hpp"
#include "graph/digest.hpp"

namespace relata::graph {
namespace {

using extract::Argument;

void add_argument(Digest& digest, const Argument& argument) {
    digest.add(argument.name).add(static_cast<std::uint64_t>(argument.type)).add(argument.text);
    digest.add(argument.start).add(argument.end);
}

bool is_tracking(std::string_view parameter) {
    static constexpr std::array<std::string_view, 5> kPrefixes = {
        "utm_", "fbclid=", "gclid=", "wt_mc=", "wt."};
    return std::any_of(kPrefixes.begin(), kPrefixes.end(),
                       [&](std::string_view prefix) { return parameter.starts_with(prefix); });
}

std::string without_tracking(std::string_view query) {
    std::string result;
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        const std::string_view parameter = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (parameter.empty() || is_tracking(parameter)) continue;
        result += result.empty() ? '?' : '&';
        result += parameter;
    }
    return result;
}

std::string_view without_scheme(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    if (url.starts_with("www.")) url.remove_prefix(4);
    return url;
}

std::string lower_ascii(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

}  // namespace

std::string url_host(std::string_view url) {
    url = without_scheme(url);
    return lower_ascii(url.substr(0, url.find_first_of("/?#:")));
}

void Article::absorb(const extract::Relation& record) {
    const auto keep_larger = [](std::string& known, const std::string& other) {
        if (known < other) known = other;
    };
    keep_larger(url, record.url);
    keep_larger(source, record.source);
    keep_larger(date, record.date);
    keep_larger(title, record.title);
    keep_larger(path, record.path);
    keep_larger(author, record.author);
    keep_larger(signature, record.signature);
}

std::string normalised_url(std::string_view url) {
    url = without_scheme(url.substr(0, url.find('#')));
    const auto query = std::min(url.find('?'), url.size());
    std::string_view path = url.substr(0, query);
    while (path.ends_with('/')) path.remove_suffix(1);
    const auto host_end = std::min(path.find('/'), path.size());
    return lower_ascii(path.substr(0, host_end)) + std::string(path.substr(host_end)) +
           without_tracking(url.substr(std::min(query + 1, url.size())));
}

std::uint64_t record_digest(const extract::Relation& record) {
    Digest digest;
    digest.add(record.type);
    add_argument(digest, record.subject);
    add_argument(digest, record.object);
    digest.add(static_cast<std::uint64_t>(record.status));
    for (const auto& [key, value] : record.attributes) digest.add(key).add(value);
    digest.add(record.attributes.size());
    digest.add(std::bit_cast<std::uint64_t>(record.confidence));
    digest.add(record.rule).add(record.language);
    digest.add(record.sentence_start).add(record.sentence_end).add(record.sentence);
    return digest.value();
}

ArticleKeys keys_of(std::string_view url, std::uint64_t fingerprint, std::string_view signature) {
    ArticleKeys keys;
    const std::string normalised = normalised_url(url);
    if (!normalised.empty()) keys.url = std::max(hash(normalised), std::uint64_t{1});
    keys.fingerprint = fingerprint;
    if (signature.size() == keys.signature.size())
        std::copy(signature.begin(), signature.end(), keys.signature.begin());
    return keys;
}

std::vector<std::uint32_t> same_articles(std::span<const ArticleKeys> articles) {
    std::unordered_map<std::uint64_t, std::uint32_t> by_url, by_fingerprint;
    std::vector<std::uint32_t> result;
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        const ArticleKeys& article = articles[i];
        result.push_back(article.url == 0
                             ? by_fingerprint.emplace(article.fingerprint, i).first->second
                             : by_url.emplace(article.url, i).first->second);
    }
    return result;
}

}  // namespace relata::graph
