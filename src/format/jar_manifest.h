// META-INF/MANIFEST.MF and *.SF: what the first scheme of app signing is written in.
//
// Lines of up to 72 bytes that end in CR LF, LF or CR; a line that begins with a space goes on with
// the one before. "Name: value"; an empty line ends a section. The first section is about the
// whole, each further one begins with "Name: path". Source:
// https://docs.oracle.com/javase/8/docs/technotes/guides/jar/jar.html
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "format/hash.h"

namespace bridle {

struct JarSection {
  std::string name;
  std::map<std::string, std::string, std::less<>> attributes;  // names in lower case
  Bytes bytes;                                                 // with the empty line behind it

  std::string_view find(std::string_view lower_case_name) const;
};

struct JarManifest {
  JarSection main;
  std::vector<JarSection> sections;
  std::map<std::string_view, std::size_t> by_name;  // the first of each name

  JarManifest() = default;
  JarManifest(JarManifest&&) = default;
  JarManifest& operator=(JarManifest&&) = default;

  const JarSection* find(std::string_view name) const;
};

// Views into the text. Errc::malformed if it holds a zero byte or a section without a name.
Result<JarManifest> jar_manifest(Bytes text);

// The digest whose attribute ends so, "-digest" for one: of several the strongest, as Android takes
// it since 4.3. Nothing if there is none that Android knows.
struct JarDigest {
  Hash hash;
  std::string bytes;
};
std::optional<JarDigest> strongest_digest(const JarSection& section, std::string_view ending);

}  // namespace bridle
