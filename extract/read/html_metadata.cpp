#include "extract/read/html_metadata.hpp"

#include <simdjson.h>

#include <array>
#include <map>
#include <vector>

#include "base/utf8.hpp"

namespace relata::extract {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;

// A site that puts thousands of blocks into one page is not describing an article.
constexpr std::size_t kMostJsonBytes = 4U << 20U;

struct Found {
    std::map<std::string, std::string> meta;  // name or property, folded -> content, the first one
    std::vector<std::string> json;            // texts of JSON-LD scripts
    std::string title, canonical, language, time;
};

void look_at(const xmlNode* node, Found& found) {
    const std::string_view tag = tag_of(node);
    if (tag == "meta") {
        std::string name = attribute(node, "property");
        if (name.empty()) name = attribute(node, "name");
        if (name.empty()) name = attribute(node, "itemprop");
        const std::string content = utf8::squeezed(attribute(node, "content"));
        if (!name.empty() && !content.empty()) found.meta.emplace(utf8::fold(name), content);
    } else if (tag == "script") {
        if (attribute(node, "type").starts_with("application/ld+json"))
            found.json.push_back(inner_text(node));
    } else if (tag == "title") {
        if (found.title.empty()) found.title = utf8::squeezed(inner_text(node));
    } else if (tag == "link") {
        if (attribute(node, "rel") == "canonical") found.canonical = attribute(node, "href");
    } else if (tag == "html") {
        found.language = attribute(node, "lang");
    } else if (tag == "time") {
        if (found.time.empty()) found.time = attribute(node, "datetime");
    }
}

// The text of a JSON string; "" for anything else.
std::string string_of(const element& value) {
    std::string_view text;
    return value.get(text) == simdjson::SUCCESS ? std::string(text) : "";
}

std::string string_at(const element& object, std::string_view key) {
    element value;
    return object.at_key(key).get(value) == simdjson::SUCCESS ? string_of(value) : "";
}

// A name, as a string, an object with "name", or a list of these.
std::string name_at(const element& object, std::string_view key) {
    element value;
    if (object.at_key(key).get(value) != simdjson::SUCCESS) return "";
    if (value.is_string()) return string_of(value);
    if (value.is_object()) return string_at(value, "name");
    std::string names;
    array items;
    if (value.get(items) != simdjson::SUCCESS) return names;
    for (const element item : items) {
        std::string name = string_of(item);
        if (item.is_object()) name = string_at(item, "name");
        if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
    }
    return names;
}

bool is_article_type(std::string_view type) {
    return type.ends_with("Article") || type.ends_with("BlogPosting") || type.ends_with("Report");
}

bool is_article(const element& object) {
    element type;
    if (object.at_key("@type").get(type) != simdjson::SUCCESS) return false;
    if (type.is_string()) return is_article_type(string_of(type));
    array items;
    if (type.get(items) != simdjson::SUCCESS) return false;
    for (const element item : items)
        if (is_article_type(string_of(item))) return true;
    return false;
}

void set_if_empty(std::string& field, std::string value) {
    if (field.empty()) field = std::move(value);
}

void read_article_object(const element& object, HtmlMetadata& data) {
    Document& article = data.article;
    set_if_empty(article.title, string_at(object, "headline"));
    set_if_empty(article.date, string_at(object, "datePublished"));
    set_if_empty(article.language, string_at(object, "inLanguage"));
    set_if_empty(article.author, name_at(object, "author"));
    set_if_empty(article.source, name_at(object, "publisher"));
    set_if_empty(article.url, string_at(object, "url"));
    element page;
    if (object.at_key("mainEntityOfPage").get(page) == simdjson::SUCCESS) {
        if (page.is_string()) set_if_empty(article.url, string_of(page));
        if (page.is_object()) set_if_empty(article.url, string_at(page, "@id"));
    }
    set_if_empty(data.body, string_at(object, "articleBody"));
}

// Looks for the article in an object, in its "@graph" and in lists of objects.
void search_json(const element& root, HtmlMetadata& data) {
    std::vector<element> left{root};
    for (int seen = 0; !left.empty() && seen < 1000; ++seen) {
        const element value = left.back();
        left.pop_back();
        array items;
        if (value.get(items) == simdjson::SUCCESS) {
            for (const element item : items) left.push_back(item);
        } else if (value.is_object()) {
            if (is_article(value)) read_article_object(value, data);
            for (const std::string_view key : {"@graph", "mainEntity"}) {
                element inner;
                if (value.at_key(key).get(inner) == simdjson::SUCCESS) left.push_back(inner);
            }
        }
    }
}

void read_json(const std::vector<std::string>& scripts, HtmlMetadata& data) {
    simdjson::dom::parser parser;
    for (const std::string& script : scripts) {
        if (script.size() > kMostJsonBytes) continue;
        element root;
        if (parser.parse(script).get(root) == simdjson::SUCCESS) search_json(root, data);
    }
}

std::string first_meta(const Found& found, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        const auto meta = found.meta.find(name);
        if (meta != found.meta.end()) return meta->second;
    }
    return "";
}

bool is_web_address(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://");
}

}  // namespace

HtmlMetadata read_html_metadata(const xmlDoc& page) {
    Found found;
    if (const xmlNode* root = xmlDocGetRootElement(&page))
        walk(root, [&found](const xmlNode* node) {
            if (is_element(node)) look_at(node, found);
            return true;
        });
    HtmlMetadata data;
    read_json(found.json, data);
    Document& article = data.article;
    set_if_empty(article.title,
                 first_meta(found, {"og:title", "twitter:title", "dc.title", "headline"}));
    set_if_empty(article.title, found.title);
    set_if_empty(article.date,
                 first_meta(found, {"article:published_time", "datepublished", "date", "dc.date",
                                    "dcterms.created", "dcterms.date", "dc.date.issued", "pubdate",
                                    "publish-date", "publish_date", "parsely-pub-date",
                                    "sailthru.date", "citation_publication_date", "og:pubdate"}));
    set_if_empty(article.date, found.time);
    set_if_empty(article.author, first_meta(found, {"author", "dc.creator", "parsely-author",
                                                    "article:author", "citation_author"}));
    if (is_web_address(article.author))
        article.author.clear();  // Open Graph names a profile's page
    set_if_empty(article.source, first_meta(found, {"og:site_name", "application-name", "publisher",
                                                    "dc.publisher"}));
    if (!found.canonical.empty() && is_web_address(found.canonical)) article.url = found.canonical;
    set_if_empty(article.url, first_meta(found, {"og:url", "twitter:url"}));
    if (!is_web_address(article.url)) article.url.clear();
    set_if_empty(article.language, found.language);
    set_if_empty(article.language,
                 first_meta(found, {"og:locale", "content-language", "language", "dc.language"}));
    return data;
}

}  // namespace relata::extract
