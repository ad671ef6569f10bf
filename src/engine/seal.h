// Seals a case: a line of its custody log that holds the hash of every file is signed in OpenSSH's
// format, and may be stamped with a time by an authority.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace bridle {

struct SealOptions {
  std::filesystem::path folder;  // of the case
  std::string key;        // private key, or public one whose private half an agent or a token holds
  std::string reason;     // why it is sealed, in words; may be empty
  std::string authority;  // URL of a time stamp authority; empty: the request is kept for later
};

// What was done, a sentence each. The error is a sentence: nothing was sealed.
using Told = std::expected<std::vector<std::string>, std::string>;

// Needs the program ssh-keygen; refuses a case whose log or files are not as recorded.
Told seal(const SealOptions& options);

// Fetches what requests for time stamps wait for, by the program curl: nothing but a hash leaves.
Told fetch_stamps(const std::filesystem::path& folder, const std::string& authority);

// Takes in an answer that was fetched by other means.
Told take_stamp(const std::filesystem::path& folder, const std::filesystem::path& answer);

}  // namespace bridle
