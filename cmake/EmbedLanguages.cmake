# Builds every language when Relata is built and embeds it into the library relata_languages, which
# base/embedded_files.hpp reads: building it takes longer than all else that a short run does.
add_executable(embed_languages ${CMAKE_SOURCE_DIR}/extract/embed/embed_languages.cpp)
target_link_libraries(embed_languages PRIVATE relata_extract_code relata_warnings)

set(RELATA_LANGUAGES ${RELATA_RULE_FILES})
list(FILTER RELATA_LANGUAGES INCLUDE REGEX "\\.rules$")
list(TRANSFORM RELATA_LANGUAGES REPLACE "/.*" "")
list(REMOVE_DUPLICATES RELATA_LANGUAGES)

set(images "")
set(assembly "")
set(rows "")
foreach(language IN LISTS RELATA_LANGUAGES)
  foreach(part lexicon ruleset)
    set(image ${CMAKE_BINARY_DIR}/${language}.${part})
    list(APPEND images ${image})
    embed_file(assembly relata_${part}_${language} ${image})
  endforeach()
  string(APPEND rows "        {\"${language}\",\n"
    "         between(relata_lexicon_${language}, relata_lexicon_${language}_end),\n"
    "         between(relata_ruleset_${language}, relata_ruleset_${language}_end)},\n")
endforeach()
add_custom_command(OUTPUT ${images} COMMAND embed_languages ${CMAKE_BINARY_DIR}
  DEPENDS embed_languages COMMENT "Building the languages" VERBATIM)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/embedded_languages.cpp CONTENT
"// Made by cmake/EmbedLanguages.cmake. Not to be edited.
#include \"base/embedded_files.hpp\"

@assembly@
namespace relata {

std::span<const EmbeddedLanguage> embedded_languages() {
    const auto between = [](const char* first, const char* last) {
        return std::string_view(first, static_cast<std::size_t>(last - first));
    };
    static const EmbeddedLanguage languages[] = {
@rows@    };
    return languages;
}

}  // namespace relata
" @ONLY)
set_property(SOURCE ${CMAKE_BINARY_DIR}/embedded_languages.cpp PROPERTY OBJECT_DEPENDS ${images})
add_library(relata_languages STATIC ${CMAKE_BINARY_DIR}/embedded_languages.cpp)
target_include_directories(relata_languages PRIVATE ${CMAKE_SOURCE_DIR})
