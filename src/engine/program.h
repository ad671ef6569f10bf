// Runs another program that the user's machine has, and waits for it.
#pragma once

#include <expected>
#include <string>
#include <vector>

namespace bridle {

// Its name is looked up in PATH; it shares the terminal, to ask for a passphrase. The error is a
// sentence: it is not there, or it ended with a failure.
std::expected<void, std::string> run_program(const std::vector<std::string>& words);

}  // namespace bridle
