#include "extract/symmetric_types.hpp"

#include "base/embedded_files.hpp"
#include "extract/catalogue.hpp"

namespace relata::extract {

const std::set<std::string>& symmetric_types() {
    static const std::set<std::string> names = [] {
        std::set<std::string> result;
        for (const EmbeddedFile& file : embedded_rules()) {
            if (file.path != "relations.txt") continue;
            const Catalogue catalogue = Catalogue::parse(file.text, file.path);
            for (const RelationType& type : catalogue.types())
                if (type.symmetric) result.insert(type.name);
        }
        return result;
    }();
    return names;
}

}  // namespace relata::extract
