// Takes from a process what reading evidence does not need, before it sees any: docs/sandbox.md.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace bridle {

struct Confinement {
  std::vector<std::string> readable;  // beneath these paths it may read
  std::uint64_t memory = 0;           // bytes that it may use; 0: three quarters of the machine's
};

// Three quarters of the machine's memory; 0 if that cannot be told.
std::uint64_t usable_memory();

// For a process of one thread, for good. What the kernel does not have, in words; the rest holds.
std::vector<std::string> confine(const Confinement& to);

}  // namespace bridle
