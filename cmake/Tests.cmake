find_package(GTest REQUIRED)
include(GoogleTest)

# src/**/x_test.cc stand beside what they test and run as one program.
add_executable(unit_tests ${tests})
target_link_libraries(unit_tests PRIVATE engine GTest::gtest_main)
target_compile_definitions(unit_tests PRIVATE BRIDLE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
gtest_discover_tests(unit_tests DISCOVERY_TIMEOUT 60)

find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME layers COMMAND ${Python3_EXECUTABLE} tools/layers.py WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
