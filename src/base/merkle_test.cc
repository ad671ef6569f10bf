#include "base/merkle.h"

#include <gtest/gtest.h>

#include <string>

#include "base/text.h"

namespace bridle {
namespace {

std::string root_of(std::initializer_list<std::string_view> lines) {
  MerkleRoot root;
  for (const auto line : lines) root.add(line);
  return hex(root.finish());
}

// RFC 6962 as Certificate Transparency's own test vectors have it (inputs "", 00, 10, 2021, …).
TEST(MerkleRoot, GivesTheKnownRoots) {
  const std::string_view zero("\0", 1);
  EXPECT_EQ(root_of({}), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(root_of({""}), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  EXPECT_EQ(root_of({"", zero}),
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
  EXPECT_EQ(root_of({"", zero, "\x10"}),
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
  EXPECT_EQ(root_of({"", zero, "\x10", "\x20\x21", "\x30\x31", "\x40\x41\x42\x43",
                     "\x50\x51\x52\x53\x54\x55\x56\x57"}),
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c");
}

}  // namespace
}  // namespace bridle
