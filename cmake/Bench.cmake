# bench/x_bench.cc as one program, if google-benchmark is there.
find_package(benchmark QUIET)
if(benchmark_FOUND)
  file(GLOB benches CONFIGURE_DEPENDS bench/*_bench.cc)
  add_executable(bench EXCLUDE_FROM_ALL ${benches})
  target_link_libraries(bench PRIVATE engine benchmark::benchmark_main)
endif()
