// How a person gives the password or key of an exhibit: never on the command line.
#pragma once

#include <expected>
#include <functional>
#include <string>

#include "source/tree.h"

namespace bridle {

struct SecretOptions {
  int password_fd = -1;  // --password-fd
  std::string key_file;  // --key
};

// From the descriptor, the key file, BRIDLE_PASSWORD or the two variables of MVT; with none of
// them, on a terminal and if `ask` says that one is needed, by a prompt without echo. The error is
// a sentence.
std::expected<Secret, std::string> read_secret(const SecretOptions& options,
                                               const std::function<bool()>& ask);

}  // namespace bridle
