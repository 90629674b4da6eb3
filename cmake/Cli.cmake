# The program: cli/main.cpp, and all other files of cli/ as a library, so that tests can reach them.
find_package(CLI11 REQUIRED)
pkg_check_modules(EDIT REQUIRED IMPORTED_TARGET libedit)
file(GLOB RELATA_CLI_SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/cli/*.cpp)
list(REMOVE_ITEM RELATA_CLI_SOURCES ${CMAKE_SOURCE_DIR}/cli/main.cpp)
add_library(relata_cli STATIC ${RELATA_CLI_SOURCES})
target_compile_definitions(relata_cli PRIVATE RELATA_VERSION="${PROJECT_VERSION}")
target_precompile_headers(relata_cli PRIVATE <CLI/CLI.hpp>)
target_include_directories(relata_cli PUBLIC ${CMAKE_SOURCE_DIR})
target_link_libraries(relata_cli
  PUBLIC relata_export relata_eval relata_extract relata_read CLI11::CLI11 Threads::Threads
  PRIVATE relata_warnings PkgConfig::EDIT)

add_executable(relata cli/main.cpp)
target_link_libraries(relata PRIVATE relata_cli relata_warnings)
