// Relation records: what is read can be written, and is read as the same again.
#include <cstdlib>
#include <vector>

#include "base/error.hpp"
#include "extract/relation_json.hpp"
#include "graph/merge.hpp"

using namespace relata::extract;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const Relation relation =
            relation_from_json(std::string_view(reinterpret_cast<const char*>(data), size));
        if (relation_from_json(to_json_line(relation)) != relation) std::abort();
        const std::vector<Relation> records{relation};
        (void)relata::graph::merge(records);
    } catch (const relata::Error&) {
        // What a broken record must give.
    }
    return 0;
}
