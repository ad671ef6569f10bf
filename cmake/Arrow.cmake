# Apache Arrow and Parquet from the pyarrow wheel that `make setup` put under .deps/python: its
# headers and libraries are its documented way of being linked against.
file(GLOB arrow_root ${CMAKE_SOURCE_DIR}/.deps/python/lib/python3*/site-packages/pyarrow)
if(NOT arrow_root)
  message(FATAL_ERROR "pyarrow is not there: run `make setup` first")
endif()
add_library(Arrow::arrow SHARED IMPORTED)
add_library(Arrow::parquet SHARED IMPORTED)
file(GLOB arrow_library ${arrow_root}/libarrow.so.[0-9]*)
file(GLOB parquet_library ${arrow_root}/libparquet.so.[0-9]*)
set_target_properties(Arrow::arrow PROPERTIES IMPORTED_LOCATION ${arrow_library})
set_target_properties(Arrow::parquet PROPERTIES IMPORTED_LOCATION ${parquet_library})
target_include_directories(Arrow::arrow SYSTEM INTERFACE ${arrow_root}/include)
target_link_libraries(Arrow::parquet INTERFACE Arrow::arrow)
