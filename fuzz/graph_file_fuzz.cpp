// Graph files that are not ours, or were damaged.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/error.hpp"
#include "graph/store.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    // A real path, because SQLite puts its side files beside it.
    static const std::string folder = [] {
        std::string name = (std::filesystem::temp_directory_path() / "relata-fuzz-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) std::abort();
        return name;
    }();
    const std::string path = folder + "/fuzz.relata";
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    try {
        (void)relata::graph::load(path);
        (void)relata::graph::documents(path);
        (void)relata::graph::records(path);
    } catch (const relata::Error&) {
        // What a damaged file must give.
    }
    return 0;
}
