#include "reading.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include <stdexcept>

namespace relata::test {

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "relata-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

std::string TemporaryFolder::write(const std::string& name, std::string_view bytes) const {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return path(name);
}

std::string TemporaryFolder::path(const std::string& name) const {
    return (name.empty() ? folder_ : folder_ / name).string();
}

bool Reading::has_fault(std::string_view part) const {
    for (const std::string& fault : faults)
        if (fault.find(part) != std::string::npos) return true;
    return false;
}

Reading read_all(const std::vector<std::string>& inputs, const extract::ReadOptions& options) {
    Reading reading;
    extract::ArticleReader reader(inputs, options, [&](const extract::Fault& fault) {
        reading.faults.push_back(fault.where + ": " + fault.cause);
    });
    for (extract::Document article; reader.next(article);) reading.articles.push_back(article);
    reading.counts = reader.counts();
    return reading;
}

Reading read_content(const std::string& name, std::string_view bytes,
                     const extract::ReadOptions& options) {
    const TemporaryFolder folder;
    return read_all({folder.write(name, bytes)}, options);
}

std::string packed(std::string_view bytes, const std::string& filter) {
    std::string out(bytes.size() + (1U << 20U), '\0');
    std::size_t used = 0;
    archive* writer = archive_write_new();
    archive_write_add_filter_by_name(writer, filter.c_str());
    archive_write_set_format_raw(writer);
    archive_write_set_bytes_in_last_block(writer, 1);
    archive_write_open_memory(writer, out.data(), out.size(), &used);
    archive_entry* entry = archive_entry_new();
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(writer, entry);
    archive_write_data(writer, bytes.data(), bytes.size());
    archive_entry_free(entry);
    archive_write_close(writer);
    archive_write_free(writer);
    out.resize(used);
    return out;
}

}  // namespace relata::test
