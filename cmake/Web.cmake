# web/ as one function that gives its files (src/view/web_content.h).
set(entries "")
file(GLOB_RECURSE web_files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/web web/*.html web/*.css web/*.js
  web/*.json web/*.svg)
list(SORT web_files)
foreach(name ${web_files})
  set(path ${CMAKE_SOURCE_DIR}/web/${name})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
  file(READ ${path} text)
  string(APPEND entries "    {\"${name}\", R\"content(${text})content\"},\n")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/web_content.cc @ONLY CONTENT "#include \"view/web_content.h\"

namespace bridle {

std::span<const WebContent> web_contents() {
  static constexpr WebContent kFiles[] = {
@entries@  };
  return kFiles;
}

}  // namespace bridle
")
