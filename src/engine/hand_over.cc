#include "engine/hand_over.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <system_error>

#include "source/descriptor.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestReason = 500;

class Group {
 public:
  Group(std::span<const std::string> names, const fs::path& making, const fs::path& kept)
      : kept_(kept) {
    for (std::size_t i = 0; i < names.size(); ++i)
      if (const auto at = place(making / names[i], names[i])) {
        numbers_.push_back(i);
        cases_.push_back(*at);
      } else {
        refuse(i, (kept / names[i]).string() + ": the case cannot be moved there");
      }
  }

  // Whoever takes a case on may rely on it as on its own files.
  void sync() const {
    const Descriptor folder(::open(kept_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder) syncfs(folder.get());
  }

  void hand_on(const HandOn& take) {
    if (cases_.empty()) return;
    const auto done = take(cases_);
    if (!done)
      for (const std::size_t number : numbers_) refuse(number, done.error());
    else
      for (const NotTaken& one : *done)
        if (const auto at = std::ranges::find(cases_, one.folder); at != cases_.end())
          refuse(numbers_[static_cast<std::size_t>(at - cases_.begin())], one.why);
  }

  void remove() const {
    std::error_code ignored;  // it goes with the folder
    for (const fs::path& one : cases_) fs::remove_all(one, ignored);
  }

  Message refused() const { return refused_; }

 private:
  std::optional<fs::path> place(fs::path made, const std::string& name) const {
    if (kept_.empty()) return made;
    std::error_code failed;
    fs::path out = kept_ / name;
    if (!fs::exists(made, failed)) return out;  // of an earlier batch
    fs::rename(made, out, failed);
    if (failed) return {};
    return out;
  }

  void refuse(std::size_t number, const std::string& why) {
    refused_.numbers.push_back(number);
    refused_.texts.push_back(why.substr(0, kLongestReason));
  }

  const fs::path& kept_;
  std::vector<std::size_t> numbers_;
  std::vector<fs::path> cases_;
  Message refused_{.said = Said::finished};
};

}  // namespace

Message hand_over(const BatchOptions& options, std::span<const std::string> names,
                  const fs::path& making, const HandOn& hand_on) {
  Group group(names, making, options.kept);
  if (!options.kept.empty()) group.sync();
  group.hand_on(hand_on);
  if (options.kept.empty()) group.remove();
  return group.refused();
}

}  // namespace bridle
