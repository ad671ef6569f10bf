// PKCS #7 SignedData (RFC 2315) over content that is kept elsewhere, as META-INF/*.RSA, .DSA and
// .EC hold it, verified with the rules of Android 7 and later.
//
//   SEQUENCE { OID signedData, [0] SEQUENCE {
//     INTEGER version, SET digest algorithms, SEQUENCE { OID type of content },
//     [0] certificates, [1] revocation lists, SET of signers } }
//   a signer: SEQUENCE { INTEGER version, SEQUENCE { issuer, INTEGER serial } or [0] key id,
//     SEQUENCE { OID digest }, [0] signed attributes, SEQUENCE { OID signature }, OCTETS signature,
//     [1] other attributes }
//   a signed attribute: SEQUENCE { OID, SET of values }; the signature is then over the attributes
//   as
//     they stand, with the tag of a SET, and one of them is the digest of the content
#pragma once

#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "format/certificate.h"

namespace bridle {

enum class Pkcs7Verdict : std::uint8_t { valid, does_not_verify, malformed, unsupported };

struct Pkcs7 {
  std::vector<Certificate>
      certificates;  // all, in their order; those that cannot be read are left out
  // The signer's certificate and those that it was issued by, if it is valid.
  std::vector<Certificate> chain;
  Pkcs7Verdict verdict = Pkcs7Verdict::malformed;
};

// A signer whose digest or signature is wrong is passed over if a later one is right; one that
// breaks the format is not. Errc::malformed if the bytes are no signed data.
Result<Pkcs7> pkcs7(Bytes bytes, Bytes content);

}  // namespace bridle
