// Graph files that are not ours, or were damaged: read, and made to grow.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

#include "base/error.hpp"
#include "graph/store.hpp"

namespace {

// Its names and its article are those of the corpus, so that it meets rows that are there.
relata::extract::Relation new_record() {
    relata::extract::Relation record;
    record.document = "s.txt";
    record.type = "partner_of";
    record.subject.name = "Microsoft";
    record.object.name = "OpenAI";
    record.subject.aliases = {"MS"};
    record.sentence = "Microsoft works with OpenAI.";
    return record;
}

}  // namespace

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
    try {
        relata::graph::StoreWriter writer(path, {"partner_of"});
        writer.add(std::vector{new_record()});
        writer.commit();
        (void)relata::graph::load(path);
    } catch (const relata::Error&) {
        // As above.
    }
    return 0;
}
