# Embeds every file of rules/ into the library relata_rules, which base/embedded_files.hpp reads.
file(GLOB_RECURSE RELATA_RULE_FILES CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/rules
  ${CMAKE_SOURCE_DIR}/rules/*.txt ${CMAKE_SOURCE_DIR}/rules/*.tsv ${CMAKE_SOURCE_DIR}/rules/*.rules)
list(SORT RELATA_RULE_FILES)

set(assembly "")
set(rows "")
set(index 0)
foreach(file IN LISTS RELATA_RULE_FILES)
  embed_file(assembly relata_rule_${index} ${CMAKE_SOURCE_DIR}/rules/${file})
  set(bytes "relata_rule_${index}_end - relata_rule_${index}")
  string(APPEND rows "        {\"${file}\",\n"
    "         std::string_view(relata_rule_${index}, static_cast<std::size_t>(${bytes}))},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/embedded_rules.cpp CONTENT
"// Made by cmake/EmbedRules.cmake from rules/. Not to be edited.
#include \"base/embedded_files.hpp\"

@assembly@
namespace relata {

std::span<const EmbeddedFile> embedded_rules() {
    static const EmbeddedFile files[] = {
@rows@    };
    return files;
}

}  // namespace relata
" @ONLY)
list(TRANSFORM RELATA_RULE_FILES PREPEND ${CMAKE_SOURCE_DIR}/rules/
  OUTPUT_VARIABLE RELATA_RULE_PATHS)
set_property(SOURCE ${CMAKE_BINARY_DIR}/embedded_rules.cpp
  PROPERTY OBJECT_DEPENDS ${RELATA_RULE_PATHS})
add_library(relata_rules STATIC ${CMAKE_BINARY_DIR}/embedded_rules.cpp)
target_include_directories(relata_rules PRIVATE ${CMAKE_SOURCE_DIR})
