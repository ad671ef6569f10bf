// A piece of work in a process of its own, which says one thing at its end. Whatever happens to it,
// the process that sent it lives on; it does not outlive that.
#pragma once

#include <sys/types.h>

#include <expected>
#include <functional>
#include <string>

#include "engine/packets.h"

namespace bridle {

class Errand {
 public:
  // For a process of one thread. The error is a sentence.
  static std::expected<Errand, std::string> send(const std::function<Message()>& work);
  Errand(Errand&& other) noexcept;
  Errand& operator=(Errand&& other) noexcept;
  ~Errand();  // ends it

  // Something can be read there once it has its answer, or is no more.
  int descriptor() const { return answer_.get(); }

  // Waits for it. The error says how it ended without an answer.
  std::expected<Message, std::string> back();

 private:
  Errand(pid_t process, Descriptor answer) : process_(process), answer_(std::move(answer)) {}
  pid_t process_ = 0;
  Descriptor answer_;
};

}  // namespace bridle
