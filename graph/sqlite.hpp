// A thin cover over SQLite: errors become relata::Error, statements are reset and finalised.
//
//   Database db(path, SQLITE_OPEN_READONLY);
//   Statement names(db, "SELECT name FROM entities WHERE type = ?");
//   names.bind(1, "org");
//   while (names.step()) use(names.text(0));
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace relata::graph {

class Database {
  public:
    Database(const std::filesystem::path& path, int flags);
    // Runs statements that give no rows.
    void run(const char* sql);
    // The one number that a query gives.
    std::int64_t number(const char* sql);
    std::int64_t last_row() const { return sqlite3_last_insert_rowid(handle_.get()); }
    std::int64_t changes() const { return sqlite3_changes64(handle_.get()); }
    sqlite3* handle() const { return handle_.get(); }
    // Throws the relata::Error that says what SQLite's result code means for the file.
    [[noreturn]] void fail(int code) const;

  private:
    struct Close {
        void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
    };
    std::string path_;
    std::unique_ptr<sqlite3, Close> handle_;
};

class Statement {
  public:
    Statement(Database& db, std::string_view sql);

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, double value);
    Statement& bind(int parameter, std::string_view value);  // must live until step() or run()
    Statement& bind_null(int parameter);

    bool step();  // false at the end, then the statement is ready to be bound again
    void run() {  // to the end
        while (step()) {
        }
    }

    std::int64_t number(int column) const { return sqlite3_column_int64(handle_.get(), column); }
    double real(int column) const { return sqlite3_column_double(handle_.get(), column); }
    bool is_null(int column) const {
        return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
    }
    // Valid until the next step().
    std::string_view text(int column) const {
        const auto* data =
            reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
        return data == nullptr
                   ? std::string_view()
                   : std::string_view(data, static_cast<std::size_t>(
                                                sqlite3_column_bytes(handle_.get(), column)));
    }
    std::string string(int column) const { return std::string(text(column)); }

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    Database& db_;
    std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

}  // namespace relata::graph
