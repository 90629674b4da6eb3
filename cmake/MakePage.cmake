# The build's steps for the HTML page, as a script:
#   cmake -DSTEP=packages|bundle -DNPM= -DNODE= -DWEB=SOURCES -DBUILD=FOLDER -P MakePage.cmake
# `packages` fetches what web/package-lock.json names; `bundle` makes page.js, the licences of what
# is in it, and embedded_page.cpp with the SHA-256 of what the page's policy admits.
include(${CMAKE_CURRENT_LIST_DIR}/EmbedFile.cmake)

function(fetch_packages)
  file(COPY ${WEB}/package.json ${WEB}/package-lock.json ${WEB}/.npmrc DESTINATION ${BUILD})
  execute_process(
    COMMAND ${NPM} ci --prefer-offline --include=dev --include=optional WORKING_DIRECTORY ${BUILD}
    RESULT_VARIABLE result OUTPUT_VARIABLE told ERROR_VARIABLE told)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "npm could not fetch the packages of web/package-lock.json, of which the "
      "page of the HTML export is made. It said:\n${told}\nIs the npm registry reachable (npm "
      "ping)? Behind a proxy or with a mirror: npm config set proxy URL, npm config set registry "
      "URL. Then build again; what npm has fetched once, it keeps.")
  endif()
  file(TOUCH ${BUILD}/packages.stamp)
endfunction()

function(bundle)
  execute_process(COMMAND ${NODE} ${WEB}/build.mjs ${BUILD}/page.js ${BUILD}/page-licences.txt
    WORKING_DIRECTORY ${BUILD} RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "The page's scripts could not be bundled: see what Node.js (18 or newer) "
      "said above, and web/build.mjs.")
  endif()
endfunction()

# embed_page_file(NAME PATH): appends to `assembly` the file and to `functions` what returns it.
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

function(embed)
  embed_page_file(template ${WEB}/page.html)
  embed_page_file(style ${WEB}/page.css)
  embed_page_file(script ${BUILD}/page.js)
  file(WRITE ${BUILD}/embedded_page.cpp
"// Made by cmake/MakePage.cmake from web/. Not to be edited.
#include \"export/page_files.hpp\"

${assembly}
namespace relata::exporting {

${functions}
}  // namespace relata::exporting
")
endfunction()

if(STEP STREQUAL "packages")
  fetch_packages()
else()
  bundle()
  embed()
endif()
