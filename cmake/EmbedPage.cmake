# Bundles the HTML page's scripts under web/ with the npm packages that they use, and embeds script,
# template and style into the library relata_page, which export/page_files.hpp reads. All happens in
# the build folder, anew when the lock file or a file of web/ has changed.
find_program(RELATA_NPM npm)
find_program(RELATA_NODE NAMES node nodejs)
if(NOT RELATA_NPM OR NOT RELATA_NODE)
  message(FATAL_ERROR "npm and Node.js (18 or newer) are missing, which bundle the page of the "
    "HTML export. Install them (Debian: apt-get install npm), or call scripts/quickstart, which does, "
    "and configure again.")
endif()

set(page_web ${CMAKE_SOURCE_DIR}/web)
set(page_build ${CMAKE_BINARY_DIR}/web)
set(RELATA_PAGE_LICENCES ${page_build}/page-licences.txt)
file(GLOB page_scripts CONFIGURE_DEPENDS ${page_web}/*.js)
set(page_maker ${CMAKE_SOURCE_DIR}/cmake/MakePage.cmake)
set(make_page ${CMAKE_COMMAND} -DNPM=${RELATA_NPM} -DNODE=${RELATA_NODE} -DWEB=${page_web}
  -DBUILD=${page_build})

add_custom_command(OUTPUT ${page_build}/packages.stamp VERBATIM
  COMMENT "Fetching the page's npm packages"
  COMMAND ${make_page} -DSTEP=packages -P ${page_maker}
  DEPENDS ${page_web}/package.json ${page_web}/package-lock.json ${page_web}/.npmrc ${page_maker})
add_custom_command(OUTPUT ${page_build}/embedded_page.cpp ${RELATA_PAGE_LICENCES} VERBATIM
  COMMENT "Bundling the page"
  COMMAND ${make_page} -DSTEP=bundle -P ${page_maker}
  DEPENDS ${page_build}/packages.stamp ${page_scripts} ${page_web}/build.mjs ${page_web}/page.html
  ${page_web}/page.css ${CMAKE_SOURCE_DIR}/cmake/EmbedFile.cmake)
add_library(relata_page STATIC ${page_build}/embedded_page.cpp)
target_include_directories(relata_page PRIVATE ${CMAKE_SOURCE_DIR})
