# Embeds the HTML page of web/ into the library relata_page, which export/page_files.hpp reads. The
# scripts become one. The hashes are for the page's content security policy, so a changed file
# configures the build anew.
set(RELATA_PAGE_SCRIPTS words.js graph.js layout.js drawing.js details.js page.js controls.js)
set(page_paths ${CMAKE_SOURCE_DIR}/web/page.html ${CMAKE_SOURCE_DIR}/web/page.css)
set(page_script "")
foreach(file IN LISTS RELATA_PAGE_SCRIPTS)
  file(READ ${CMAKE_SOURCE_DIR}/web/${file} text)
  string(APPEND page_script "${text}")
  list(APPEND page_paths ${CMAKE_SOURCE_DIR}/web/${file})
endforeach()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page_paths})
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/page.js CONTENT "@page_script@" @ONLY)

set(assembly "")
set(functions "")
function(embed_page_file name path)
  file(SHA256 ${path} sha256)
  embed_file(assembly relata_page_${name} ${path})
  string(APPEND functions "PageFile page_${name}() {\n"
    "    return {std::string_view(relata_page_${name},\n"
    "        static_cast<std::size_t>(relata_page_${name}_end - relata_page_${name})),\n"
    "        \"${sha256}\"};\n}\n")
  set(assembly "${assembly}" PARENT_SCOPE)
  set(functions "${functions}" PARENT_SCOPE)
endfunction()
embed_page_file(template ${CMAKE_SOURCE_DIR}/web/page.html)
embed_page_file(style ${CMAKE_SOURCE_DIR}/web/page.css)
embed_page_file(script ${CMAKE_BINARY_DIR}/page.js)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/embedded_page.cpp CONTENT
"// Made by cmake/EmbedPage.cmake from web/. Not to be edited.
#include \"export/page_files.hpp\"

@assembly@
namespace relata::exporting {

@functions@
}  // namespace relata::exporting
" @ONLY)
set_property(SOURCE ${CMAKE_BINARY_DIR}/embedded_page.cpp PROPERTY OBJECT_DEPENDS
  "${CMAKE_SOURCE_DIR}/web/page.html;${CMAKE_SOURCE_DIR}/web/page.css;${CMAKE_BINARY_DIR}/page.js")
add_library(relata_page STATIC ${CMAKE_BINARY_DIR}/embedded_page.cpp)
target_include_directories(relata_page PRIVATE ${CMAKE_SOURCE_DIR})
