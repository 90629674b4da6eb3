# The program.
find_package(CLI11 REQUIRED)
file(GLOB RELATA_CLI_SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/cli/*.cpp)
add_executable(relata ${RELATA_CLI_SOURCES})
target_compile_definitions(relata PRIVATE RELATA_VERSION="${PROJECT_VERSION}")
target_precompile_headers(relata PRIVATE <CLI/CLI.hpp>)
target_link_libraries(relata PRIVATE relata_export relata_extract relata_read CLI11::CLI11 Threads::Threads relata_warnings)
