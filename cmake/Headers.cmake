# `headers` compiles each header alone, so that a file can include just what it uses.
file(GLOB_RECURSE header_files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/src src/*.h)
set(header_units "")
foreach(header ${header_files})
  string(REPLACE "/" "_" unit ${header})
  set(unit ${CMAKE_BINARY_DIR}/headers/${unit}.cc)
  file(GENERATE OUTPUT ${unit} CONTENT "#include \"${header}\"\n#include \"${header}\"\n")
  list(APPEND header_units ${unit})
endforeach()
add_library(headers OBJECT EXCLUDE_FROM_ALL ${header_units})
target_link_libraries(headers PRIVATE engine)
target_compile_definitions(headers PRIVATE BRIDLE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")  # for those of tests
