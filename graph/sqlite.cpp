#include "graph/sqlite.hpp"

#include "base/error.hpp"

namespace relata::graph {

Database::Database(const std::filesystem::path& path, int flags) : path_(path.string()) {
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(path_.c_str(), &raw, flags, nullptr);
    handle_.reset(raw);
    if (code != SQLITE_OK) fail(code);
    sqlite3_busy_timeout(raw, 30'000);
    // Files may come from anybody.
    sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
}

void Database::run(const char* sql) {
    const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::number(const char* sql) {
    Statement statement(*this, sql);
    return statement.step() ? statement.number(0) : 0;
}

void Database::fail(int code) const {
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw Error(path_, "another process is writing this graph",
                        "try again when it is done");
        case SQLITE_NOTADB:
            throw Error(path_, "this is no graph file of Relata", "make one with `relata build`");
        case SQLITE_CORRUPT:
            throw Error(path_, "the graph file is damaged", "build it again from the articles");
        case SQLITE_FULL:
            throw Error(path_, "the disk is full", "make room and run the command again");
        case SQLITE_CANTOPEN:
            throw Error(path_, "cannot be opened", "check that it is there and may be read");
        case SQLITE_READONLY:
        case SQLITE_PERM:
            throw Error(path_, "may not be written", "check the permissions of file and folder");
        default:
            throw Error(path_, sqlite3_errmsg(handle_.get()));
    }
}

Statement::Statement(Database& db, std::string_view sql) : db_(db) {
    sqlite3_stmt* raw = nullptr;
    const int code = sqlite3_prepare_v3(db.handle(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    handle_.reset(raw);
    if (code != SQLITE_OK) db_.fail(code);
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    sqlite3_bind_int64(handle_.get(), parameter, value);
    return *this;
}

Statement& Statement::bind(int parameter, double value) {
    sqlite3_bind_double(handle_.get(), parameter, value);
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view value) {
    sqlite3_bind_text(handle_.get(), parameter, value.data() == nullptr ? "" : value.data(),
                      static_cast<int>(value.size()), SQLITE_STATIC);
    return *this;
}

Statement& Statement::bind_null(int parameter) {
    sqlite3_bind_null(handle_.get(), parameter);
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(handle_.get());
    if (code == SQLITE_ROW) return true;
    sqlite3_reset(handle_.get());
    if (code != SQLITE_DONE) db_.fail(code);
    return false;
}

}  // namespace relata::graph
