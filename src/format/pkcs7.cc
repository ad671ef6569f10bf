#include "format/pkcs7.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "format/der.h"
#include "format/hash.h"
#include "format/public_key.h"

namespace bridle {
namespace {

using namespace std::literals;

constexpr std::size_t kMostCertificates = 100, kMostSigners = 20;
constexpr std::string_view kContentType = "\x2a\x86\x48\x86\xf7\x0d\x01\x09\x03";
constexpr std::string_view kMessageDigest = "\x2a\x86\x48\x86\xf7\x0d\x01\x09\x04";

constexpr std::array<std::pair<std::string_view, Hash>, 6> kHashes = {{
    {"\x2a\x86\x48\x86\xf7\x0d\x02\x05"sv, Hash::md5},
    {"\x2b\x0e\x03\x02\x1a"sv, Hash::sha1},
    {"\x60\x86\x48\x01\x65\x03\x04\x02\x04"sv, Hash::sha224},
    {"\x60\x86\x48\x01\x65\x03\x04\x02\x01"sv, Hash::sha256},
    {"\x60\x86\x48\x01\x65\x03\x04\x02\x02"sv, Hash::sha384},
    {"\x60\x86\x48\x01\x65\x03\x04\x02\x03"sv, Hash::sha512},
}};

struct Signer {
  Bytes issuer, serial;
  Bytes hash;  // its object identifier
  std::optional<DerValue> attributes;
  Bytes signature;
};

std::optional<Signer> read_signer(Bytes bytes) {
  Der in(bytes);
  Signer out;
  const auto version = in.next(der::kInteger), by = in.next(der::kSequence);
  if (!version || !by) return {};
  Der name(by->content);
  const auto issuer = name.next(der::kSequence), serial = name.next(der::kInteger);
  const auto hash = in.next(der::kSequence);
  if (!issuer || !serial || !hash) return {};
  const auto oid = Der(hash->content).next(der::kOid);
  out.attributes = in.next(der::kFirstOf);
  const auto kind = in.next(der::kSequence), signature = in.next(der::kOctets);
  if (!oid || !kind || !signature) return {};
  out.issuer = issuer->all;
  out.serial = serial->content;
  out.hash = oid->content;
  out.signature = signature->content;
  return out;
}

// Issuer, serial number and subject as a certificate encodes them.
struct Names {
  Bytes issuer, serial, subject;
};
std::optional<Names> names(Bytes certificate) {
  const auto whole = Der(certificate).next(der::kSequence);
  const auto body = whole ? Der(whole->content).next(der::kSequence) : std::nullopt;
  if (!body) return {};
  Der in(body->content);
  in.next(der::kFirstOf);  // version
  const auto serial = in.next(der::kInteger), algorithm = in.next(der::kSequence);
  const auto issuer = in.next(der::kSequence), validity = in.next(der::kSequence);
  const auto subject = in.next(der::kSequence);
  if (!serial || !algorithm || !issuer || !validity || !subject) return {};
  return Names{.issuer = issuer->all, .serial = serial->content, .subject = subject->all};
}

// The single value of an attribute. False if there are several attributes or values of this kind.
bool attribute(Bytes attributes, std::string_view oid, std::optional<DerValue>& out) {
  Der in(attributes);
  while (!in.at_end()) {
    const auto one = in.next(der::kSequence);
    if (!one) return false;
    Der parts(one->content);
    const auto type = parts.next(der::kOid), values = parts.next(der::kSet);
    if (!type || !values) return false;
    if (as_text(type->content) != oid) continue;
    Der set(values->content);
    if (out) return false;
    out = set.next();
    if (!out || !set.at_end()) return false;
  }
  return true;
}

Pkcs7Verdict verify_attributes(const Signer& signer, Hash kind, Bytes type, Bytes content) {
  std::optional<DerValue> stated_type, stated_hash;
  const Bytes attributes = signer.attributes->content;
  if (!attribute(attributes, kContentType, stated_type) ||
      !attribute(attributes, kMessageDigest, stated_hash))
    return Pkcs7Verdict::malformed;
  if (!stated_type || !stated_hash) return Pkcs7Verdict::malformed;
  const bool same = as_text(stated_type->content) == as_text(type) &&
                    as_text(stated_hash->content) == hash(kind, content);
  return same ? Pkcs7Verdict::valid : Pkcs7Verdict::does_not_verify;
}

Pkcs7Verdict verify(const Signer& signer, const Certificate& by, Bytes type, Bytes content) {
  const auto* const kind =
      std::ranges::find(kHashes, as_text(signer.hash), &std::pair<std::string_view, Hash>::first);
  if (kind == kHashes.end()) return Pkcs7Verdict::unsupported;
  const auto key = PublicKey::parse(as_bytes(by.public_key));
  if (!key || !by.may_sign) return Pkcs7Verdict::malformed;
  std::string signed_bytes(as_text(content));
  if (signer.attributes) {
    const auto verdict = verify_attributes(signer, kind->second, type, content);
    if (verdict != Pkcs7Verdict::valid) return verdict;
    signed_bytes = as_text(signer.attributes->all);
    signed_bytes.front() = static_cast<char>(der::kSet);
  }
  return key->verifies(kind->second, PublicKey::Padding::plain, as_bytes(signed_bytes),
                       signer.signature)
             ? Pkcs7Verdict::valid
             : Pkcs7Verdict::does_not_verify;
}

std::vector<Certificate> read_certificates(Bytes bytes) {
  std::vector<Certificate> out;
  Der in(bytes);
  for (auto one = in.next(); one && out.size() < kMostCertificates; one = in.next())
    if (auto read = certificate(one->all)) out.push_back(std::move(*read));
  return out;
}

// From the signer's certificate to the last one whose issuer is there.
std::vector<Certificate> chain_of(const std::vector<Certificate>& all, std::size_t first) {
  std::vector<Certificate> out{all[first]};
  std::vector<bool> used(all.size());
  used[first] = true;
  while (true) {
    const auto last = names(as_bytes(out.back().bytes));
    if (!last) return out;
    std::size_t next = 0;
    for (; next < all.size(); ++next) {
      const auto by = names(as_bytes(all[next].bytes));
      if (!used[next] && by && same_name(by->subject, last->issuer)) break;
    }
    if (next == all.size()) return out;
    used[next] = true;
    out.push_back(all[next]);
  }
}

void verify_signers(Bytes signers, Bytes type, Bytes content, Pkcs7& out) {
  Der in(signers);
  out.verdict = Pkcs7Verdict::does_not_verify;
  for (std::size_t n = 0; !in.at_end(); ++n) {
    const auto value = in.next(der::kSequence);
    const auto signer = value ? read_signer(value->content) : std::nullopt;
    const auto is_by = [&](const Certificate& c) {
      const auto by = names(as_bytes(c.bytes));
      return by && as_text(by->serial) == as_text(signer->serial) &&
             same_name(by->issuer, signer->issuer);
    };
    const auto by = signer ? std::ranges::find_if(out.certificates, is_by) : out.certificates.end();
    const auto verdict = by == out.certificates.end() || n == kMostSigners
                             ? Pkcs7Verdict::malformed
                             : verify(*signer, *by, type, content);
    if (verdict == Pkcs7Verdict::malformed || verdict == Pkcs7Verdict::unsupported) {
      out.verdict = verdict;
      return out.chain.clear();
    }
    if (verdict != Pkcs7Verdict::valid || out.verdict == Pkcs7Verdict::valid) continue;
    out.verdict = verdict;
    out.chain = chain_of(out.certificates, static_cast<std::size_t>(by - out.certificates.begin()));
  }
}

}  // namespace

Result<Pkcs7> pkcs7(Bytes bytes, Bytes content) {
  const auto none = [] { return fail(Errc::malformed, "not PKCS #7 signed data"); };
  const auto whole = Der(bytes).next(der::kSequence);
  if (!whole) return none();
  Der outer(whole->content);
  outer.next(der::kOid);
  const auto tagged = outer.next(der::kFirstOf);
  const auto body = tagged ? Der(tagged->content).next(der::kSequence) : std::nullopt;
  if (!body) return none();
  Der in(body->content);
  const auto version = in.next(der::kInteger), hashes = in.next(der::kSet);
  const auto inner = in.next(der::kSequence);
  const auto certificates = in.next(der::kFirstOf);
  in.next(der::kFirstOf + 1);  // revocation lists
  const auto signers = in.next(der::kSet);
  const auto type = inner ? Der(inner->content).next(der::kOid) : std::nullopt;
  if (!version || !hashes || !type || !signers) return none();
  Pkcs7 out;
  if (certificates) out.certificates = read_certificates(certificates->content);
  verify_signers(signers->content, type->content, content, out);
  return out;
}

}  // namespace bridle
