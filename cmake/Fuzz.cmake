# Fuzz targets: fuzz/NAME_fuzz.cpp with its seed corpus fuzz/corpus/NAME. With libFuzzer (preset
# `asan`) the tests with the label "fuzz" search for ten seconds each from the corpus on; without it
# unit tests replay the corpus. To search for longer:
#   build-asan/fuzz_NAME -max_total_time=600 FOLDER fuzz/corpus/NAME
# where FOLDER gets what is found on the way.
option(RELATA_FUZZ "Build the fuzz targets with libFuzzer, which needs clang" OFF)
set(RELATA_FUZZ_TARGETS readers rules text query graph_file records)
foreach(target IN LISTS RELATA_FUZZ_TARGETS)
  set(corpus ${CMAKE_SOURCE_DIR}/fuzz/corpus/${target})
  add_executable(fuzz_${target} fuzz/${target}_fuzz.cpp)
  target_link_libraries(fuzz_${target}
    PRIVATE relata_read relata_graph relata_extract relata_warnings)
  if(RELATA_FUZZ)
    target_link_options(fuzz_${target} PRIVATE -fsanitize=fuzzer)
    set(found ${CMAKE_BINARY_DIR}/fuzz/${target})
    file(MAKE_DIRECTORY ${found}/corpus)
    add_test(NAME fuzz_${target} COMMAND fuzz_${target} -max_total_time=10 -timeout=60
      -print_final_stats=1 -artifact_prefix=${found}/ ${found}/corpus ${corpus})
    set_tests_properties(fuzz_${target} PROPERTIES LABELS fuzz)
  else()
    target_sources(fuzz_${target} PRIVATE fuzz/replay.cpp)
    add_test(NAME fuzz_${target} COMMAND fuzz_${target} ${corpus})
    set_tests_properties(fuzz_${target} PROPERTIES LABELS unit)
  endif()
  add_dependencies(unit_tests fuzz_${target})
endforeach()
