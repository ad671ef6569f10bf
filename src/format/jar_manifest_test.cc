#include "format/jar_manifest.h"

#include <gtest/gtest.h>

#include <string>

#include "base/text.h"

namespace bridle {
namespace {

std::string shown(std::string_view text) {
  const auto manifest = jar_manifest(as_bytes(text));
  if (!manifest) return std::to_string(manifest.error().at) + " " + manifest.error().what;
  std::string out;
  const auto show = [&](const JarSection& section) {
    out += "[" + section.name + "]";
    for (const auto& [name, value] : section.attributes)
      out.append(name).append("=").append(value).append(",");
    out += std::to_string(section.bytes.size());
  };
  show(manifest->main);
  for (const JarSection& section : manifest->sections) show(section);
  return out;
}

TEST(JarManifest, ReadsSectionsWithAnyLineEnd) {
  EXPECT_EQ(shown("Manifest-Version: 1.0\r\n\r\nName: a\r\nSHA1-Digest: x\r\n\r\n"),
            "[]manifest-version=1.0,25[a]name=a,sha1-digest=x,27");
  EXPECT_EQ(shown("A: b\n\nName: lon\n g \rC: d"), "[]a=b,6[long ]c=d,name=long ,18");
  EXPECT_EQ(shown("A: b\n\n\n\nName: c\n\n\n"), "[]a=b,6[c]name=c,9");
  EXPECT_EQ(shown(""), "[]0");
}

TEST(JarManifest, RefusesWhatAndroidRefuses) {
  EXPECT_EQ(shown("A: b\n\nC: d\n"), "6 a section without a name");
  EXPECT_EQ(shown(std::string_view("A: b\0", 5)), "4 a zero byte in a manifest");
}

TEST(JarManifest, TakesTheStrongestDigest) {
  const std::string_view text =
      "SHA1-Digest: AAAA\nSHA-256-Digest: BBBB\nSHA-256-Digest-Manifest: ?\n";
  const auto manifest = jar_manifest(as_bytes(text));
  const auto digest = strongest_digest(manifest->main, "-digest");
  EXPECT_EQ(digest->hash, Hash::sha256);
  EXPECT_EQ(hex(as_bytes(digest->bytes)), "041041");
  EXPECT_EQ(strongest_digest(manifest->main, "-digest-manifest")->bytes, "");
  EXPECT_FALSE(strongest_digest(manifest->main, "-digest-other"));
}

}  // namespace
}  // namespace bridle
