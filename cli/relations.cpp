// relata relations: the relation types.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"

namespace relata::cli {

namespace {

struct RelationsOptions {
    CommonOptions common;
    ExtractionOptions extraction;
    TableOptions table;
};

std::string type_names(extract::TypeSet types) {
    using extract::EntityType;
    std::string names;
    for (EntityType type :
         {EntityType::person, EntityType::org, EntityType::product, EntityType::project,
          EntityType::place, EntityType::date, EntityType::money})
        if ((types & extract::type_bit(type)) != 0)
            names += (names.empty() ? "" : "|") + std::string(extract::to_string(type));
    return names;
}

int run_relations(const RelationsOptions& options) {
    const auto knowledge = options.extraction.knowledge();
    Table table{{"relation", "subject", "object", "symmetric"}, {}};
    for (const std::string& code : knowledge->codes()) table.columns.push_back(code);
    for (const extract::RelationType& type : knowledge->catalogue().types()) {
        std::vector<Cell> row{type.name, type_names(type.subject), type_names(type.object),
                              type.symmetric};
        for (const std::string& code : knowledge->codes()) {
            const auto found = type.descriptions.find(code);
            row.push_back(found == type.descriptions.end() ? Cell() : Cell(found->second));
        }
        table.rows.push_back(std::move(row));
    }
    print_table(table, options.table.chosen(), options.common, std::cout);
    return kDone;
}

}  // namespace

Run declare_relations(CLI::App& app) {
    auto options = std::make_shared<RelationsOptions>();
    options->table.add_to(app);
    options->extraction.add_rules_to(app);
    options->common.add_to(app);
    return [options] { return run_relations(*options); };
}

}  // namespace relata::cli
