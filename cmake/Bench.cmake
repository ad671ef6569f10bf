# bench/x_bench.cc as one program, if google-benchmark is there.
find_package(benchmark QUIET)
if(benchmark_FOUND)
  file(GLOB benches CONFIGURE_DEPENDS bench/*_bench.cc)
  add_executable(bench EXCLUDE_FROM_ALL ${benches})
  target_link_libraries(bench PRIVATE engine benchmark::benchmark_main)
endif()

add_executable(make_lake EXCLUDE_FROM_ALL bench/make_lake.cc)
target_link_libraries(make_lake PRIVATE engine)
