# `tidy` runs clang-tidy over what changed since it last passed: one stamp and one list of the headers
# it depends on for each source file.
find_program(CLANG_TIDY clang-tidy-19)
if(NOT CLANG_TIDY)
  return()
endif()
set(tidy_stamps "")
file(GLOB module_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/python/*.cc)
foreach(file ${sources} ${tests} ${CMAKE_SOURCE_DIR}/src/cli/main.cc ${module_files})
  file(RELATIVE_PATH name ${CMAKE_SOURCE_DIR}/src ${file})
  string(REPLACE "/" "_" name ${name})
  set(stamp ${CMAKE_BINARY_DIR}/tidy/${name}.passed)
  add_custom_command(OUTPUT ${stamp} DEPFILE ${stamp}.d
    COMMAND sh ${CMAKE_SOURCE_DIR}/tools/tidy.sh ${CLANG_TIDY} ${CMAKE_BINARY_DIR} ${file} ${stamp}
    DEPENDS ${file} ${CMAKE_SOURCE_DIR}/.clang-tidy ${CMAKE_SOURCE_DIR}/tools/tidy.sh
    COMMENT "clang-tidy ${name}" VERBATIM)
  list(APPEND tidy_stamps ${stamp})
endforeach()
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/tidy)
add_custom_target(tidy DEPENDS ${tidy_stamps})
