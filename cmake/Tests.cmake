# Unit tests have the label "unit", tests that run the program the label "program".
# One test program a folder of tests/: every *_test.cpp of the folder and doctest's main.
find_package(doctest REQUIRED)
add_library(relata_test_main STATIC ${CMAKE_SOURCE_DIR}/tests/main.cpp)
target_link_libraries(relata_test_main PUBLIC doctest::doctest)

add_custom_target(unit_tests)

# relata_test(NAME FOLDER LINK LIBRARIES...)
function(relata_test name folder)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "LINK")
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${folder}/*.cpp)
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE relata_test_main ${arg_LINK} relata_warnings)
  target_compile_definitions(${name} PRIVATE RELATA_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS unit)
  add_dependencies(unit_tests ${name})
endfunction()

relata_test(test_base base LINK relata_base)
relata_test(test_text extract/text LINK relata_extract)
relata_test(test_rule extract/rule LINK relata_extract)
relata_test(test_name extract/name LINK relata_extract)
relata_test(test_value extract/value LINK relata_extract)
relata_test(test_extract extract LINK relata_extract)
relata_test(test_eval eval LINK relata_eval)
relata_test(test_read extract/read LINK relata_read)
relata_test(test_graph graph LINK relata_graph)
relata_test(test_export export LINK relata_export)
relata_test(test_cli cli LINK relata_cli)

# Tests that run the program: tests/program/*_test.py, with the binary's path in RELATA.
find_package(Python3 COMPONENTS Interpreter)
file(GLOB program_tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/program/*_test.py)
foreach(test IN LISTS program_tests)
  get_filename_component(stem ${test} NAME_WE)
  add_test(NAME program_${stem} COMMAND ${Python3_EXECUTABLE} ${test})
  set_tests_properties(program_${stem} PROPERTIES
    LABELS program ENVIRONMENT "RELATA=$<TARGET_FILE:relata>")
endforeach()

if(RELATA_PYTHON)
  add_test(NAME python_relata
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tests/python/relata_test.py)
  set_tests_properties(python_relata PROPERTIES LABELS program
    ENVIRONMENT "RELATA=$<TARGET_FILE:relata>;PYTHONPATH=${CMAKE_BINARY_DIR}/python")
endif()

include(cmake/Fuzz.cmake)

# Prints what the readers read; tests/extract/read/main_text/measure.py compares it.
add_executable(dump_articles EXCLUDE_FROM_ALL tests/extract/read/main_text/dump_articles.cpp)
target_link_libraries(dump_articles PRIVATE relata_read relata_warnings)

# Prints which articles are near-duplicates, for tests/graph/near_duplicates/measure.py.
add_executable(dump_stories EXCLUDE_FROM_ALL tests/graph/near_duplicates/dump_stories.cpp)
target_link_libraries(dump_stories PRIVATE relata_read relata_graph relata_warnings)
