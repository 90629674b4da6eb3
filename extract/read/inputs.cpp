#include "extract/read/inputs.hpp"

#include <dirent.h>
#include <glob.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <set>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"

namespace relata::extract {

namespace {

// Endings of files that lie beside saved web pages and are no articles.
constexpr std::array<std::string_view, 30> kForeignEndings = {
    ".avif", ".bmp",   ".css", ".dll", ".eot", ".exe", ".gif", ".ico",  ".jpeg", ".jpg",
    ".js",   ".json5", ".m4a", ".map", ".mjs", ".mp3", ".mp4", ".o",    ".ogg",  ".pdf",
    ".png",  ".pyc",   ".so",  ".svg", ".tif", ".ttf", ".wav", ".webm", ".webp", ".woff2"};

class Lister {
  public:
    explicit Lister(const FaultHandler& on_fault) : on_fault_(on_fault) {}

    void add(const std::string& input) {
        struct stat status {};
        if (input == "-") {
            files_.push_back({input, false, 0, false});
        } else if (stat(input.c_str(), &status) == 0) {
            add_existing(input, status, false);
        } else if (errno == ENOENT && input.find_first_of("*?[") != std::string::npos) {
            add_glob(input);
        } else {
            on_fault_({input, std::strerror(errno)});
        }
    }
    std::vector<InputFile> take() { return std::move(files_); }

  private:
    void add_glob(const std::string& pattern) {
        glob_t matches{};
        if (glob(pattern.c_str(), 0, nullptr, &matches) != 0)
            on_fault_({pattern, "no file matches"});
        for (std::size_t i = 0; i < matches.gl_pathc; ++i) {
            struct stat status {};
            const std::string path = matches.gl_pathv[i];
            if (stat(path.c_str(), &status) == 0)
                add_existing(path, status, false);
            else
                on_fault_({path, std::strerror(errno)});
        }
        globfree(&matches);
    }

    void add_existing(const std::string& path, const struct stat& status, bool found) {
        if (S_ISDIR(status.st_mode)) return add_folder(path, status);
        if (S_ISREG(status.st_mode)) {
            if (!found || !has_foreign_ending(path))
                files_.push_back({path, found, static_cast<std::uint64_t>(status.st_size), true});
        } else if (!found) {
            files_.push_back({path, found, 0, false});  // a pipe or a device that the user named
        }
    }

    // Without recursion: folders may lie deeper than the stack reaches.
    void add_folder(const std::string& top, const struct stat& top_status) {
        std::vector<std::pair<std::string, struct stat>> stack{{top, top_status}};
        while (!stack.empty()) {
            const auto [path, status] = std::move(stack.back());
            stack.pop_back();
            if (!S_ISDIR(status.st_mode)) {
                add_existing(path, status, true);
                continue;
            }
            if (!entered_.emplace(status.st_dev, status.st_ino).second) continue;
            std::vector<std::string> names = names_in(path);
            for (auto name = names.rbegin(); name != names.rend(); ++name) {
                const std::string inner = path + (path.ends_with('/') ? "" : "/") + *name;
                struct stat inner_status {};
                if (stat(inner.c_str(), &inner_status) == 0)
                    stack.emplace_back(inner, inner_status);
                else
                    on_fault_({inner, std::strerror(errno)});
            }
        }
    }

    std::vector<std::string> names_in(const std::string& folder) {
        std::vector<std::string> names;
        DIR* handle = opendir(folder.c_str());
        if (handle == nullptr) {
            on_fault_({folder, std::strerror(errno)});
            return names;
        }
        while (const dirent* entry = readdir(handle))
            if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
        closedir(handle);
        std::sort(names.begin(), names.end());
        return names;
    }

    const FaultHandler& on_fault_;
    std::vector<InputFile> files_;
    std::set<std::pair<dev_t, ino_t>> entered_;
};

}  // namespace

bool has_foreign_ending(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos) return false;
    const std::string ending = utf8::fold(utf8::repair(path.substr(dot)));
    return std::find(kForeignEndings.begin(), kForeignEndings.end(), ending) !=
           kForeignEndings.end();
}

std::vector<InputFile> list_inputs(const std::vector<std::string>& inputs,
                                   const FaultHandler& on_fault) {
    Lister lister(on_fault);
    for (const std::string& input : inputs) lister.add(input);
    return lister.take();
}

}  // namespace relata::extract
