#include "view/started_check.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <utility>

#include "base/text.h"

extern char** environ;

namespace bridle {
namespace {

constexpr std::size_t kLongestSaid = 4000;

// The two ends of a pipe, closed unless they are let go.
struct Pipe {
  int read = -1, write = -1;
  Pipe() {
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) == 0) read = ends[0], write = ends[1];
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    if (read >= 0) ::close(read);
    if (write >= 0) ::close(write);
  }
};

std::vector<std::string> words_of(const std::string& program, const CheckAsked& asked) {
  std::vector<std::string> out = {program, "check",      "--progress",    "jsonl",
                                  "-o",    asked.output, "--password-fd", "0"};
  if (asked.password.empty()) out.resize(out.size() - 2);
  for (const std::string& pack : asked.packs) out.insert(out.end(), {"-i", pack});
  out.emplace_back("--");
  out.insert(out.end(), asked.exhibits.begin(), asked.exhibits.end());
  return out;
}

// Its standard input is the pipe that brings the password, its standard error the one we read.
std::optional<pid_t> spawn(std::vector<std::string> words, int input, int errors) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO);
  pid_t process = 0;
  const int failed =
      ::posix_spawn(&process, words.front().c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return {};
  return process;
}

}  // namespace

Result<std::unique_ptr<StartedCheck>> StartedCheck::start(const std::filesystem::path& program,
                                                          const CheckAsked& asked) {
  Pipe password, errors;
  if (password.read < 0 || errors.read < 0) return fail(Errc::io, "no pipe can be made");
  const auto process = spawn(words_of(program, asked), password.read, errors.write);
  if (!process) return fail(Errc::io, "the check cannot be started");
  // A password is shorter than what a pipe holds, so that this does not wait.
  const std::string line = asked.password.substr(0, 4096) + "\n";
  if (!asked.password.empty() && ::write(password.write, line.data(), line.size()) < 0)
    ::kill(*process, SIGTERM);
  return std::unique_ptr<StartedCheck>(
      new StartedCheck(*process, std::exchange(errors.read, -1), asked.output));
}

StartedCheck::StartedCheck(pid_t process, int errors, std::filesystem::path output)
    : process_(process),
      errors_(errors),
      output_(std::move(output)),
      follower_([this] { follow(); }) {}

StartedCheck::~StartedCheck() {
  stop();
  follower_.join();
  ::close(errors_);
}

void StartedCheck::stop() {
  const std::scoped_lock lock(mutex_);
  if (!news_.code) ::kill(process_, SIGTERM);
}

void StartedCheck::follow() {
  std::string waiting;
  std::array<char, 4096> block{};
  for (ssize_t got = 0;
       (got = ::read(errors_, block.data(), block.size())) > 0 || errno == EINTR;) {
    if (got <= 0) break;
    waiting.append(block.data(), static_cast<std::size_t>(got));
    for (std::size_t end = 0; (end = waiting.find('\n')) != std::string::npos;) {
      heard(waiting.substr(0, end));
      waiting.erase(0, end + 1);
    }
    if (waiting.size() > kLongestSaid) waiting.clear();
  }
  int status = 0;
  while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) continue;
  const std::scoped_lock lock(mutex_);
  news_.code = WIFEXITED(status) ? WEXITSTATUS(status) : 1;
  ++news_.number;
  changed_.notify_all();
}

void StartedCheck::heard(std::string line) {
  const std::scoped_lock lock(mutex_);
  if (line.starts_with('{')) {
    const bool finding = contains(line, "\"phase\":\"finding\"");
    news_.findings += finding;
    if (!finding) news_.progress = std::move(line);
  } else if (news_.said.size() + line.size() < kLongestSaid) {
    news_.said += std::move(line) + "\n";
  }
  ++news_.number;
  changed_.notify_all();
}

StartedCheck::News StartedCheck::after(std::uint64_t number) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, std::chrono::seconds(1), [&] { return news_.number > number; });
  return news_;
}

}  // namespace bridle
