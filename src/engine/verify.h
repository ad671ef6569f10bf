// Whether a case is still what it was when it was written and sealed: its files, its custody log,
// signatures, time stamps, and the exhibits behind it. Changes nothing.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace bridle {

struct VerifyOptions {
  std::filesystem::path folder;       // of the case
  std::vector<std::string> exhibits;  // in any order; those not given are not hashed again
  std::string signers;                // text of an allowed_signers file, or empty
  std::string authorities;            // certificates of time stamp authorities in PEM, or empty
  unsigned jobs = 0;                  // 0: as many as the machine has cores
};

// Something that is not as it was. The kinds are words for scripts: docs/custody.md lists them.
struct Fault {
  std::string kind;   // "file-altered", …
  std::string where;  // a file of the case or of an exhibit, or a line of the log
  std::string why;    // a sentence
};

struct Verified {
  std::vector<std::string> held;    // what was tried and found as it was
  std::vector<std::string> limits;  // what was not or cannot be tried
  std::vector<Fault> faults;
};

// The error is a sentence: the folder holds no case, or an exhibit cannot be opened.
std::expected<Verified, std::string> verify(const VerifyOptions& options);

}  // namespace bridle
