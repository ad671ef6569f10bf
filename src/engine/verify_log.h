// Parts of `verify` that need nothing but the custody log and the folder beside it.
#pragma once

#include <span>

#include "engine/hash_store.h"
#include "engine/verify.h"
#include "sink/custody.h"

namespace bridle {

// Each line follows from the one before.
void verify_chain(std::span<const CustodyLine> log, Verified& into);

// The files of the case are those that the log names last, and no others.
void verify_files(std::span<const CustodyLine> log, const CaseHashes& found, Verified& into);

// Signatures and time stamps of single lines.
void verify_seals(std::span<const CustodyLine> log, const CaseHashes& found,
                  const VerifyOptions& options, Verified& into);

// The purpose that bridle's signatures state.
inline constexpr const char* kSealPurpose = "bridle-case";

// "signatures/0003" for line 3: the signature is there with .sig behind, a request for a time stamp
// with .tsq, and the stamp with .tsr.
std::string seal_name(std::uint64_t line);

}  // namespace bridle
