# What the wheel holds (docs/decisions/0019): the program, the module that reads records, and the libraries that a
# bare system lacks. tools/build_wheel.py takes it from `cmake --install … --component wheel`.
if(CMAKE_BUILD_TYPE STREQUAL "None")  # Python does not load what sanitizers watch
  return()
endif()
find_package(Python3 COMPONENTS Interpreter Development.Module)
if(NOT Python3_Development.Module_FOUND)
  message(STATUS "Python's headers are not there: no wheel")
  return()
endif()
add_library(records_module MODULE src/python/records_module.cc src/python/record_stream.cc)
target_include_directories(records_module PRIVATE src)
target_include_directories(records_module SYSTEM PRIVATE ${Python3_INCLUDE_DIRS})
target_link_libraries(records_module PRIVATE Arrow::parquet)
target_compile_options(records_module PRIVATE ${warnings})
set_target_properties(records_module PROPERTIES PREFIX "" OUTPUT_NAME _records SUFFIX .abi3.so
  CXX_VISIBILITY_PRESET hidden INSTALL_RPATH "$ORIGIN/lib")
set_target_properties(bridle PROPERTIES INSTALL_RPATH "$ORIGIN/../lib")
# RPATH, not RUNPATH: it holds for the libraries that libraries need, too.
target_link_options(bridle PRIVATE -Wl,--disable-new-dtags)
target_link_options(records_module PRIVATE -Wl,--disable-new-dtags)

install(TARGETS bridle records_module RUNTIME_DEPENDENCY_SET taken_along
  RUNTIME DESTINATION bridle/bin COMPONENT wheel LIBRARY DESTINATION bridle COMPONENT wheel)
install(RUNTIME_DEPENDENCY_SET taken_along
  PRE_EXCLUDE_REGEXES "^ld-linux" "^lib(c|m|dl|rt|pthread|stdc\\+\\+|gcc_s)\\.so"
  LIBRARY DESTINATION bridle/lib COMPONENT wheel)
install(DIRECTORY python/bridle DESTINATION . COMPONENT wheel
  PATTERN __pycache__ EXCLUDE PATTERN "*.so" EXCLUDE)
install(FILES python/pyspark_bridle.py DESTINATION . COMPONENT wheel)  # Spark looks for it there
