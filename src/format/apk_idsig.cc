#include "format/apk_idsig.h"

#include "base/reader.h"
#include "format/apk_algorithm.h"
#include "format/merkle.h"

namespace bridle {
namespace {

using enum SigningVerdict;

constexpr std::uint32_t kVersion = 2, kSha256 = 1;
constexpr std::uint8_t kPageLog2 = 12;

Bytes sized(Reader& in) {
  return in.take(in.u32le());
}

void put(std::string& out, std::uint64_t value, unsigned size) {
  for (unsigned i = 0; i < size; ++i) out += static_cast<char>(value >> (8 * i) & 0xff);
}

void put(std::string& out, Bytes bytes) {
  put(out, bytes.size(), 4);
  out += as_text(bytes);
}

std::string signed_bytes(const ApkIdsig& idsig, std::uint64_t apk_size) {
  std::string body;
  put(body, apk_size, 8);
  put(body, idsig.hash_algorithm, 4);
  put(body, idsig.page_log2, 1);
  for (const Bytes part :
       {idsig.salt, idsig.root, idsig.apk_digest, idsig.certificate, idsig.additional})
    put(body, part);
  std::string out;
  put(out, body.size() + 4, 4);
  return out + body;
}

}  // namespace

Result<ApkIdsig> apk_idsig(Bytes bytes) {
  Reader in(bytes);
  ApkIdsig out;
  out.version = in.u32le();
  if (out.version != kVersion) return fail(Errc::unsupported, "not version 2 of scheme 4");
  Reader hashing(sized(in));
  Reader signing(sized(in));
  TRY(in.done());
  out.hash_algorithm = hashing.u32le();
  out.page_log2 = hashing.u8();
  out.salt = sized(hashing);
  out.root = sized(hashing);
  out.apk_digest = sized(signing);
  out.certificate = sized(signing);
  out.additional = sized(signing);
  out.public_key = sized(signing);
  out.algorithm = signing.u32le();
  out.signature = sized(signing);
  if (hashing.failed() || signing.failed())
    return fail(Errc::malformed, "a field of scheme 4 reaches past its part", 4);
  return out;
}

Result<SigningVerdict> verify_idsig(const ApkIdsig& idsig, const Content& apk) {
  const auto known = apk_algorithm(idsig.algorithm);
  if (!known || idsig.hash_algorithm != kSha256 || idsig.page_log2 != kPageLog2) return unsupported;
  const std::string message = signed_bytes(idsig, apk.size());
  if (!verifies(*known, idsig.public_key, as_bytes(message), idsig.signature))
    return does_not_verify;
  const auto by = certificate(idsig.certificate);
  if (!by) return malformed;
  if (by->public_key != as_text(idsig.public_key)) return key_mismatch;
  const std::string root =
      TRY(merkle_root(apk.size(), idsig.salt,
                      [&](std::uint64_t at, std::span<std::byte> to) { return apk.read(at, to); }));
  return root == as_text(idsig.root) ? valid : wrong_digest;
}

}  // namespace bridle
