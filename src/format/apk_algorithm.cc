#include "format/apk_algorithm.h"

#include <algorithm>
#include <array>

namespace bridle {
namespace {

using Key = PublicKey::Kind;
using Padding = PublicKey::Padding;
using Digest = ApkDigestKind;

constexpr std::array kKnown = std::to_array<ApkAlgorithm>({
    {0x0101, Key::rsa, Padding::pss, Hash::sha256, Digest::chunked_sha256},
    {0x0102, Key::rsa, Padding::pss, Hash::sha512, Digest::chunked_sha512},
    {0x0103, Key::rsa, Padding::plain, Hash::sha256, Digest::chunked_sha256},
    {0x0104, Key::rsa, Padding::plain, Hash::sha512, Digest::chunked_sha512},
    {0x0201, Key::ec, Padding::plain, Hash::sha256, Digest::chunked_sha256},
    {0x0202, Key::ec, Padding::plain, Hash::sha512, Digest::chunked_sha512},
    {0x0301, Key::dsa, Padding::plain, Hash::sha256, Digest::chunked_sha256},
    {0x0421, Key::rsa, Padding::plain, Hash::sha256, Digest::tree_sha256},
    {0x0423, Key::ec, Padding::plain, Hash::sha256, Digest::tree_sha256},
    {0x0425, Key::dsa, Padding::plain, Hash::sha256, Digest::tree_sha256},
});

}  // namespace

std::optional<ApkAlgorithm> apk_algorithm(std::uint32_t number) {
  const auto* const found = std::ranges::find(kKnown, number, &ApkAlgorithm::number);
  if (found == kKnown.end()) return {};
  return *found;
}

bool is_stronger(ApkDigestKind a, ApkDigestKind b) {
  const auto rank = [](ApkDigestKind kind) {
    return kind == Digest::chunked_sha512 ? 2 : kind == Digest::tree_sha256 ? 1 : 0;
  };
  return rank(a) > rank(b);
}

bool verifies(const ApkAlgorithm& algorithm, Bytes public_key, Bytes message, Bytes signature) {
  const auto key = PublicKey::parse(public_key);
  return key && key->kind() == algorithm.key &&
         key->verifies(algorithm.hash, algorithm.padding, message, signature);
}

}  // namespace bridle
