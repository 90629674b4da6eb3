#include <fcntl.h>
#include <unistd.h>

#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "base/error.hpp"
#include "graph/article.hpp"
#include "graph/file_lock.hpp"
#include "graph/record_row.hpp"
#include "graph/schema.hpp"
#include "graph/store.hpp"
#include "graph/store_merge.hpp"

namespace relata::graph {
namespace {

using extract::Argument;
using extract::Relation;
using Row = std::int64_t;

void flush_to_disk(const std::filesystem::path& path) {
    const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool done = descriptor >= 0 && fsync(descriptor) == 0;
    if (descriptor >= 0) close(descriptor);
    if (!done) throw Error(path.string(), "cannot be written", "check disk and permissions");
}

// Finds or makes the rows of names.
class NameTable {
  public:
    explicit NameTable(Database& db)
        : db_(db),
          find_(db, "SELECT id FROM names WHERE name = ? AND type = ?"),
          insert_(db, "INSERT INTO names(name, type) VALUES(?, ?)"),
          use_(db, "INSERT INTO new_uses VALUES(?, ?, ?)") {}

    // The row of the name, noting that the article uses it with these aliases.
    Row use(const Argument& argument, Row document) {
        const Row name = row(argument);
        note(name, "", document);
        for (const std::string& alias : argument.aliases) {
            if (!alias.empty()) note(name, alias, document);
        }
        return name;
    }

    // Writes what was noted. In the order of the table: names come in any order, and a large table
    // that is written so is read again and again.
    void flush() {
        db_.run(
            "INSERT OR IGNORE INTO name_uses SELECT DISTINCT name, alias, document FROM new_uses "
            "ORDER BY name, alias, document; DELETE FROM new_uses");
        noted_.clear();
        current_ = 0;
    }

  private:
    Row row(const Argument& argument) {
        std::string key(1, static_cast<char>('0' + static_cast<int>(argument.type)));
        key += argument.name;
        const auto known = rows_.find(key);
        if (known != rows_.end()) return known->second;
        Row result = 0;
        find_.bind(1, std::string_view(argument.name)).bind(2, extract::to_string(argument.type));
        while (find_.step()) result = find_.number(0);
        if (result == 0) {
            insert_.bind(1, std::string_view(argument.name));
            insert_.bind(2, extract::to_string(argument.type)).run();
            result = db_.last_row();
        }
        rows_.emplace(std::move(key), result);
        return result;
    }

    // Articles repeat their names; what was noted of the current one is not written again.
    void note(Row name, const std::string& alias, Row document) {
        if (document != current_) noted_.clear();
        current_ = document;
        if (!noted_.insert(std::to_string(name) + ' ' + alias).second) return;
        use_.bind(1, name).bind(2, std::string_view(alias)).bind(3, document).run();
    }

    Database& db_;
    Statement find_, insert_, use_;
    std::unordered_map<std::string, Row> rows_;
    Row current_ = 0;
    std::unordered_set<std::string> noted_;
};

// Finds or makes the rows of articles, and keeps what records say of them until flush().
class DocumentTable {
  public:
    struct Entry {
        Row row = 0;
        Article article;
    };

    explicit DocumentTable(Database& db)
        : db_(db),
          find_(db,
                "SELECT id, url, source, date, title, path, author, fingerprint, signature FROM "
                "documents WHERE document = ?"),
          insert_(db,
                  "INSERT INTO documents(document, url, source, date, title, path, author) "
                  "VALUES(?, '', '', '', '', '', '')"),
          update_(db,
                  "UPDATE documents SET url = ?, source = ?, date = ?, title = ?, path = ?, author "
                  "= ?, signature = ?, fingerprint = ? WHERE id = ?"),
          changed_(db, "INSERT OR IGNORE INTO changed_documents VALUES(?)") {}

    Entry& of(const Relation& record) {
        auto found = entries_.find(record.document);
        if (found == entries_.end()) {
            if (entries_.size() >= kKept) flush();
            found = entries_.emplace(record.document, fetch(record.document)).first;
        }
        found->second.article.absorb(record);
        return found->second;
    }

    void flush() {
        for (const auto& [document, entry] : entries_) {
            const Article& a = entry.article;
            int parameter = 0;
            for (const std::string* field :
                 {&a.url, &a.source, &a.date, &a.title, &a.path, &a.author, &a.signature}) {
                update_.bind(++parameter, std::string_view(*field));
            }
            update_.bind(8, static_cast<Row>(a.fingerprint)).bind(9, entry.row).run();
            changed_.bind(1, entry.row).run();
        }
        entries_.clear();
    }

  private:
    static constexpr std::size_t kKept = 10'000;

    Entry fetch(const std::string& document) {
        Entry entry;
        entry.article.document = document;
        find_.bind(1, std::string_view(document));
        while (find_.step()) {
            entry.row = find_.number(0);
            entry.article = {document,        find_.string(1),
                             find_.string(2), find_.string(3),
                             find_.string(4), find_.string(5),
                             find_.string(6), static_cast<std::uint64_t>(find_.number(7)),
                             find_.string(8), ""};
        }
        if (entry.row == 0) {
            insert_.bind(1, std::string_view(document)).run();
            entry.row = db_.last_row();
        }
        return entry;
    }

    Database& db_;
    Statement find_, insert_, update_, changed_;
    std::unordered_map<std::string, Entry> entries_;
};

constexpr std::string_view kInsertRecord =
    "INSERT OR IGNORE INTO records(document, digest, subject, type, object, status, "
    "confidence, attributes, rule, language, subject_text, subject_start, subject_end, "
    "object_text, object_start, object_end, sentence, sentence_start, sentence_end) "
    "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

}  // namespace

// A graph file open for writing: the file itself inside a transaction, or a new file under a
// temporary name.
struct StoreWriter::Impl {
    std::filesystem::path path;
    FileLock lock;
    bool fresh;
    std::filesystem::path written;  // `path`, or the temporary name
    std::optional<Database> db;
    std::set<std::string> symmetric;
    std::optional<NameTable> names;
    std::optional<DocumentTable> documents;
    std::optional<Statement> insert_record, unplaced;
    bool committed = false;

    Impl(std::filesystem::path p, std::set<std::string> s)
        : path(std::move(p)),
          lock(path),
          fresh(!std::filesystem::exists(path)),
          written(fresh ? path.string() + ".new" : path.string()),
          symmetric(std::move(s)) {
        if (fresh) std::filesystem::remove(written);
        // A writer is used by one thread at a time: SQLite need not lock a row.
        db.emplace(written,
                   SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (fresh ? SQLITE_OPEN_CREATE : 0));
        open_transaction();
        start_changes(*db);
        names.emplace(*db);
        documents.emplace(*db);
        insert_record.emplace(*db, kInsertRecord);
        unplaced.emplace(*db, "INSERT OR IGNORE INTO unplaced VALUES(?)");
    }

    ~Impl() {
        insert_record.reset();
        unplaced.reset();
        documents.reset();
        names.reset();
        db.reset();  // rolls back
        if (fresh && !committed) {
            std::error_code ignored;
            std::filesystem::remove(written, ignored);
        }
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void open_transaction() {
        if (fresh) {
            // Nobody sees the file before it is complete: no journal, no waiting for the disk.
            db->run(
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;"
                "BEGIN");
            create_schema(*db);
        } else {
            check_schema(*db, path);
            // Readers go on until the commit: pages are not written before.
            db->run(
                "PRAGMA journal_mode = DELETE; PRAGMA cache_size = -65536;"
                "PRAGMA cache_spill = OFF; BEGIN IMMEDIATE");
        }
    }

    bool add(const Relation& record) {
        if (record.subject.name.empty() || record.object.name.empty() || record.coreferent)
            return false;
        DocumentTable::Entry& entry = documents->of(record);
        const Row subject = names->use(record.subject, entry.row);
        const Row object = names->use(record.object, entry.row);
        const std::uint64_t digest = record_digest(record);
        const std::string attributes = attributes_text(record.attributes);
        const auto side = [&](int parameter, const Argument& argument) {
            insert_record->bind(parameter, std::string_view(argument.text));
            insert_record->bind(parameter + 1, Row{argument.start});
            insert_record->bind(parameter + 2, Row{argument.end});
        };
        insert_record->bind(1, entry.row).bind(2, static_cast<Row>(digest)).bind(3, subject);
        insert_record->bind(4, std::string_view(record.type)).bind(5, object);
        insert_record->bind(6, extract::to_string(record.status)).bind(7, record.confidence);
        insert_record->bind(8, std::string_view(attributes));
        insert_record->bind(9, std::string_view(record.rule));
        insert_record->bind(10, std::string_view(record.language));
        side(11, record.subject);
        side(14, record.object);
        insert_record->bind(17, std::string_view(record.sentence));
        insert_record->bind(18, Row{record.sentence_start}).bind(19, Row{record.sentence_end});
        insert_record->run();
        const bool added = db->changes() > 0;
        if (!added) return false;
        entry.article.fingerprint += digest;
        unplaced->bind(1, db->last_row()).run();
        return true;
    }

    bool remove(const std::string& document) {
        std::vector<Row> rows;
        const std::string url = normalised_url(document);
        Statement all(*db,
                      "SELECT id, document, url FROM documents WHERE document = ? OR url <> ''");
        all.bind(1, std::string_view(document));
        while (all.step()) {
            if (all.text(1) == document || normalised_url(all.text(2)) == url) {
                rows.push_back(all.number(0));
            }
        }
        Statement changed(*db,
                          "INSERT OR IGNORE INTO changed_relations SELECT relation FROM records "
                          "JOIN placements ON record = records.id WHERE document = ?");
        Statement unplace(*db,
                          "DELETE FROM unplaced WHERE id IN (SELECT id FROM records WHERE "
                          "document = ?)");
        Statement placements(*db,
                             "DELETE FROM placements WHERE record IN (SELECT id FROM records "
                             "WHERE document = ?)");
        Statement records(*db, "DELETE FROM records WHERE document = ?");
        Statement uses(*db, "DELETE FROM name_uses WHERE document = ?");
        Statement article(*db, "DELETE FROM documents WHERE id = ?");
        for (const Row row : rows) {
            for (Statement* statement :
                 {&changed, &unplace, &placements, &records, &uses, &article}) {
                statement->bind(1, row).run();
            }
        }
        return !rows.empty();
    }

    void commit() {
        documents->flush();
        names->flush();
        if (!fresh) symmetric.merge(symmetric_types_in(*db));
        keep_symmetric_types(*db, symmetric);
        merge_stored_records(*db, symmetric);
        db->run("COMMIT");
        committed = true;
        if (!fresh) return;
        insert_record.reset();
        unplaced.reset();
        documents.reset();
        names.reset();
        db.reset();
        flush_to_disk(written);
        std::filesystem::rename(written, path);
        const auto folder = std::filesystem::absolute(path).parent_path();
        flush_to_disk(folder);
    }
};

StoreWriter::StoreWriter(std::filesystem::path path, std::set<std::string> symmetric)
    : impl_(std::make_unique<Impl>(std::move(path), std::move(symmetric))) {}
StoreWriter::StoreWriter(StoreWriter&&) noexcept = default;
StoreWriter& StoreWriter::operator=(StoreWriter&&) noexcept = default;
StoreWriter::~StoreWriter() = default;

std::size_t StoreWriter::add(std::span<const Relation> records) {
    std::size_t added = 0;
    for (const Relation& record : records) added += impl_->add(record) ? 1 : 0;
    return added;
}

std::vector<std::string> StoreWriter::remove(std::span<const std::string> documents) {
    impl_->documents->flush();
    impl_->names->flush();
    std::vector<std::string> missing;
    for (const std::string& document : documents) {
        if (!impl_->remove(document)) missing.push_back(document);
    }
    return missing;
}

void StoreWriter::set_overrides(std::span<const Override> overrides) {
    impl_->db->run("DELETE FROM overrides");
    Statement insert(*impl_->db, "INSERT OR IGNORE INTO overrides VALUES(?)");
    for (const Override& statement : overrides) {
        const std::string text = to_string(statement);
        insert.bind(1, std::string_view(text)).run();
    }
}

void StoreWriter::commit() { impl_->commit(); }

}  // namespace relata::graph
