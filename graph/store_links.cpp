#include "graph/store_links.hpp"

#include <algorithm>
#include <utility>

#include "graph/name_key.hpp"

namespace relata::graph {
namespace {

std::string as_literal(const std::string& text) {
    std::string result = "'";
    for (const char c : text) result += c == '\'' ? "''" : std::string(1, c);
    return result + "'";
}

std::string is_one_of(const char* column, const std::set<std::string>& values) {
    if (values.empty()) return "";
    std::string list;
    for (const std::string& value : values) list += (list.empty() ? "" : ", ") + as_literal(value);
    return std::string(" AND ") + column + " IN (" + list + ")";
}

}  // namespace

RelationFilter::RelationFilter(const std::set<std::string>& types, const std::set<Status>& statuses,
                               bool denied)
    : condition_(denied ? "true" : "status <> 'denied'") {
    std::set<std::string> names;
    for (const Status status : statuses) names.emplace(extract::to_string(status));
    condition_ += is_one_of("type", types) + is_one_of("status", names);
}

Links::Links(Database& db, const RelationFilter& filter)
    : db_(db),
      out_(db, "SELECT id, object FROM relations WHERE subject = ? AND " + filter.condition()),
      in_(db, "SELECT id, subject FROM relations WHERE object = ? AND " + filter.condition()),
      degree_(db,
              "SELECT count(*) FROM (SELECT 1 FROM relations WHERE subject = ?1 UNION ALL SELECT 1 "
              "FROM relations WHERE object = ?1 LIMIT ?2)"),
      next_type_(db, "SELECT min(type) FROM relations WHERE object = ? AND type > ?"),
      between_(db, "SELECT id FROM relations WHERE object = ? AND type = ? AND subject = ? AND " +
                       filter.condition()) {}

std::size_t Links::degree(Row entity, std::size_t most) {
    degree_.bind(1, entity).bind(2, static_cast<Row>(most));
    std::size_t result = 0;
    while (degree_.step()) result = static_cast<std::size_t>(degree_.number(0));
    return result;
}

bool Links::next_type(Row entity, std::string& type) {
    next_type_.bind(1, entity).bind(2, std::string_view(type));
    bool found = false;
    while (next_type_.step()) {
        found = !next_type_.is_null(0);
        if (found) type = next_type_.text(0);
    }
    return found;
}

std::vector<Links::Row> Links::named(std::string_view name) {
    const std::string key = look_up_key(name);
    const std::pair<const char*, std::string_view> tiers[] = {
        {"entity = ?", name},
        {"name = ?", name},
        {"id IN (SELECT entity FROM look_up WHERE key = ? AND alias = 0)", key},
        {"id IN (SELECT entity FROM aliases WHERE alias = ?)", name},
        {"id IN (SELECT entity FROM look_up WHERE key = ? AND alias = 1)", key}};
    for (const auto& [condition, wanted] : tiers) {
        if (wanted.empty()) continue;
        Statement select(db_, "SELECT id FROM entities WHERE " + std::string(condition) + " AND " +
                                  std::string(kHasEdge) + " ORDER BY id");
        select.bind(1, wanted);
        std::vector<Row> rows;
        while (select.step()) rows.push_back(select.number(0));
        if (!rows.empty()) return rows;
    }
    return {};
}

}  // namespace relata::graph
