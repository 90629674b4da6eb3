#include "extract/data_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>

#include "base/embedded_files.hpp"
#include "base/error.hpp"
#include "base/utf8.hpp"

namespace relata::extract {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kBlank = " \t\r";

std::string_view folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view stem_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    return name.substr(0, name.rfind('.'));
}

bool is_data_file(std::string_view path) {
    return path.ends_with(".txt") || path.ends_with(".tsv") || path.ends_with(".rules");
}

// Whether a file of that path would be read.
bool is_in_place(std::string_view path) {
    if (path == "relations.txt") return true;
    const std::string_view folder = folder_of(path);
    if (path.ends_with(".rules"))
        return !folder.empty() && folder.find('/') == std::string_view::npos;
    if (folder == "lists") return true;
    const std::size_t slash = folder.find('/');
    return slash != std::string_view::npos && folder.substr(slash) == "/lists";
}

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!file) throw Error(path.string(), "cannot be read", "check its permissions");
    if (const auto fault = utf8::first_fault(text)) {
        const auto line =
            1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*fault), '\n');
        throw Error(path.string() + ":" + std::to_string(line), "not UTF-8", "save it as UTF-8");
    }
    return text;
}

// The entry on a line of a list, without comment and white space around it.
std::string_view entry_on(std::string_view line) {
    std::size_t end = line.size();
    for (std::size_t at = line.find('#'); at != std::string_view::npos;
         at = line.find('#', at + 1)) {
        if (at == 0 || kBlank.find(line[at - 1]) != std::string_view::npos) {
            end = at;
            break;
        }
    }
    const std::size_t first = line.find_first_not_of(kBlank);
    if (first >= end) return {};
    return line.substr(first, line.find_last_not_of(kBlank, end - 1) - first + 1);
}

void add_entry(std::string_view cls, std::string_view entry, bool map, LexiconBuilder& builder) {
    if (!map) {
        builder.add(cls, entry);
        return;
    }
    const std::size_t tab = entry.find('\t');
    if (tab == std::string_view::npos)
        throw std::invalid_argument("no value; write entry, tab, value");
    builder.add(cls, entry_on(entry.substr(0, tab)), entry_on(entry.substr(tab + 1)));
}

}  // namespace

DataFiles::DataFiles(std::span<const std::string> folders) {
    for (const EmbeddedFile& file : embedded_rules())
        files_.push_back({std::string(file.path), std::string(file.path), file.text});
    for (const std::string& folder : folders) read_folder(folder);
}

void DataFiles::read_folder(const std::string& folder) {
    std::error_code error;
    if (!fs::is_directory(folder, error))
        throw Error(folder, "no such folder", "give a folder that is built like rules/");
    std::set<std::string> paths;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder, error)) {
        const std::string path = entry.path().lexically_relative(folder).generic_string();
        if (!entry.is_regular_file() || !is_data_file(path)) continue;
        if (!is_in_place(path))
            throw Error(entry.path().string(), "would never be read",
                        "put lists into lists/ or LANGUAGE/lists/ and rules into LANGUAGE/");
        paths.insert(path);
    }
    if (error) throw Error(folder, "cannot be read: " + error.message());
    for (const std::string& path : paths) {
        const fs::path full = fs::path(folder) / path;
        texts_.push_back(read_file(full));
        files_.push_back({path, full.string(), texts_.back()});
    }
}

std::vector<const DataFile*> DataFiles::in(std::string_view folder, std::string_view ending) const {
    std::vector<const DataFile*> found;
    for (const DataFile& file : files_)
        if (folder_of(file.path) == folder && file.path.ends_with(ending)) found.push_back(&file);
    return found;
}

std::vector<const DataFile*> DataFiles::named(std::string_view path) const {
    std::vector<const DataFile*> found;
    for (const DataFile& file : files_)
        if (file.path == path) found.push_back(&file);
    return found;
}

std::vector<std::string> DataFiles::languages() const {
    std::set<std::string> codes;
    for (const DataFile& file : files_) {
        const std::size_t slash = file.path.find('/');
        if (slash != std::string::npos && file.path.substr(0, slash) != "lists")
            codes.insert(file.path.substr(0, slash));
    }
    return {codes.begin(), codes.end()};
}

void add_list(const DataFile& file, LexiconBuilder& builder, std::vector<std::string>& faults) {
    const std::string_view cls = stem_of(file.path);
    const bool map = file.path.ends_with(".tsv");
    builder.add_class(cls);
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < file.text.size();) {
        const std::size_t end = std::min(file.text.find('\n', begin), file.text.size());
        const std::string_view entry = entry_on(file.text.substr(begin, end - begin));
        begin = end + 1;
        ++number;
        if (entry.empty()) continue;
        try {
            add_entry(cls, entry, map, builder);
        } catch (const std::invalid_argument& fault) {
            faults.push_back(file.shown + ":" + std::to_string(number) + ": " + fault.what());
        }
    }
}

}  // namespace relata::extract
