# Benchmarks: stages by Google Benchmark (Debian's libbenchmark-dev), and the RE2 scan that
# bench/run compares with.
option(RELATA_BENCH "Build the benchmarks" OFF)
if(RELATA_BENCH)
  find_package(benchmark REQUIRED)
  add_executable(bench_stages bench/stages.cpp)
  target_link_libraries(bench_stages
    PRIVATE relata_read relata_extract benchmark::benchmark relata_warnings)
  target_compile_definitions(bench_stages PRIVATE RELATA_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  add_executable(bench_re2_scan bench/re2_scan.cpp)
  target_link_libraries(bench_re2_scan PRIVATE PkgConfig::RE2 relata_warnings)
endif()
