// A check that was started from the page: `bridle check` as a program of its own, so that hostile
// evidence never meets the process that serves the page.
#pragma once

#include <sys/types.h>

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/result.h"

namespace bridle {

struct CheckAsked {
  std::vector<std::string> exhibits = {};
  std::vector<std::string> packs = {};
  std::string password = {};
  std::filesystem::path output = {};
};

class StartedCheck {
 public:
  // `program`: of bridle. Errc::io.
  static Result<std::unique_ptr<StartedCheck>> start(const std::filesystem::path& program,
                                                     const CheckAsked& asked);
  ~StartedCheck();  // asks it to stop, and waits until it did
  StartedCheck(const StartedCheck&) = delete;
  StartedCheck& operator=(const StartedCheck&) = delete;

  const std::filesystem::path& output() const { return output_; }
  void stop();

  struct News {
    std::uint64_t number = 0;      // rises with each piece of news
    std::string progress = {};     // the last line of `--progress jsonl`; empty before the first
    std::uint64_t findings = 0;    // seen so far, before corroboration
    std::string said = {};         // what it says itself, if not progress: why it refused
    std::optional<int> code = {};  // exit code, once it has ended
  };
  // Waits up to a second for news after that number.
  News after(std::uint64_t number);

 private:
  StartedCheck(pid_t process, int errors, std::filesystem::path output);
  void follow();
  void heard(std::string line);

  pid_t process_;
  int errors_;  // its standard error
  std::filesystem::path output_;
  std::mutex mutex_;
  std::condition_variable changed_;
  News news_;
  std::jthread follower_;
};

}  // namespace bridle
