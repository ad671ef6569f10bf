# packs/*.txt and builtin.csv as functions that return their text (src/detect/indicator/compiled.h).
set(functions "")
foreach(file warning/popular.txt warning/shared.txt warning/shorteners.txt warning/tlds.txt
             warning/networks.txt warning/resolvers.txt warning/certificates.txt
             warning/names.txt compromised.txt watchware.txt builtin.csv)
  set(path ${CMAKE_SOURCE_DIR}/packs/${file})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
  file(READ ${path} text)
  get_filename_component(name ${file} NAME_WE)
  string(APPEND functions "std::string_view ${name}() {\n  return R\"text(${text})text\";\n}\n")
endforeach()
configure_file(src/detect/indicator/compiled.cc.in ${CMAKE_BINARY_DIR}/compiled.cc @ONLY)
