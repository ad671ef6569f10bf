// The list of whom one believes, as `ssh-keygen -Y verify -f` reads it: one key a line,
//   principals [options] key-type base64-key [comment]
// with names separated by commas, and among the options (separated by commas, too)
// `namespaces="…"`, `valid-after="…"` and `valid-before="…"`; '#' begins a comment.
// https://man.openbsd.org/ssh-keygen.1, ALLOWED SIGNERS
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace bridle {

struct AllowedSigner {
  std::string principals;
  std::string key;         // bytes of the public key
  std::string namespaces;  // patterns, separated by commas; empty: all
  std::optional<Time> after, before;
};

struct AllowedSigners {
  std::vector<AllowedSigner> signers;
  std::vector<std::size_t> unread;  // numbers of lines that are not understood; the first is 1
};

// Times without a zone are taken as UTC; lines with options that are not understood are not used.
AllowedSigners allowed_signers(std::string_view text);

// The first that may sign with this key for this purpose at this time, or null.
const AllowedSigner* allows(const AllowedSigners& list, std::string_view key,
                            std::string_view purpose, Time at);

}  // namespace bridle
