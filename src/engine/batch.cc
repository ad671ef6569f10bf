#include "engine/batch.h"

#include <poll.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "engine/errand.h"
#include "engine/hand_over.h"
#include "engine/phone_check.h"

namespace bridle {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kLongestWait{5};          // until a case is handed on
constexpr std::size_t kMostWaiting = 2 * kLargestGroup;  // each takes room on the disk
constexpr std::size_t kMostInVain = 10;  // cases refused in succession: no disk, no lake
constexpr int kBetweenLooksMs = 250;

class Batch {
 public:
  Batch(const BatchOptions& options, std::span<const Phone> phones, const Unfinished& making,
        const HandOn& hand_on, BatchWatcher& watcher)
      : options_(options),
        phones_(phones),
        making_(making.path()),
        hand_on_(hand_on),
        watcher_(watcher),
        results_(phones.size()) {}

  std::vector<std::optional<CheckedPhone>> run(const std::atomic<bool>& stop) {
    for (;;) {
      const bool more = next_ < phones_.size() && !stop && in_vain_ < kMostInVain;
      if (more) begin_some();
      if (!more && checks_.empty() && !handing_ && waiting_.empty()) return std::move(results_);
      if (is_time(more)) hand_some_over();
      listen();
    }
  }

 private:
  struct Check {
    std::size_t phone;
    Errand errand;
  };
  struct Handing {
    std::vector<std::size_t> phones;
    Errand errand;
  };

  void begin_some() {
    while (next_ < phones_.size() && checks_.size() < options_.at_once &&
           waiting_.size() < kMostWaiting) {
      const std::size_t n = next_++;
      auto errand = Errand::send([&] { return check_phone(options_, phones_[n], making_); });
      if (errand)
        checks_.push_back({n, std::move(*errand)});
      else
        note(n, std::unexpected(errand.error()));
    }
  }

  bool is_time(bool more_to_come) const {
    if (handing_ || waiting_.empty()) return false;
    return waiting_.size() >= kLargestGroup || Clock::now() - waiting_since_ >= kLongestWait ||
           (!more_to_come && checks_.empty());
  }

  void hand_some_over() {
    const std::size_t count = std::min(waiting_.size(), kLargestGroup);
    std::vector<std::size_t> group(waiting_.begin(),
                                   waiting_.begin() + static_cast<std::ptrdiff_t>(count));
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
    waiting_since_ = Clock::now();
    // As the phones stand, whichever ended first.
    std::ranges::sort(group);
    std::vector<std::string> names;
    for (const std::size_t n : group) names.push_back(phones_[n].name);
    auto errand = Errand::send([&] { return hand_over(options_, names, making_, hand_on_); });
    if (errand)
      handing_ = {std::move(group), std::move(*errand)};
    else
      note_handed(group, std::unexpected(errand.error()));
  }

  // Waits until something ended, or it is time to look.
  void listen() {
    std::vector<pollfd> ends;
    for (const Check& check : checks_) ends.push_back({check.errand.descriptor(), POLLIN, 0});
    if (handing_) ends.push_back({handing_->errand.descriptor(), POLLIN, 0});
    if (ends.empty() || poll(ends.data(), ends.size(), kBetweenLooksMs) <= 0) return;
    if (handing_ && ends.back().revents != 0) {
      const std::vector<std::size_t> group = std::move(handing_->phones);
      const auto said = handing_->errand.back();
      handing_.reset();
      note_handed(group, said);
    }
    for (std::size_t i = checks_.size(); i-- > 0;) {
      if (ends[i].revents == 0) continue;
      Check ended = std::move(checks_[i]);
      checks_.erase(checks_.begin() + static_cast<std::ptrdiff_t>(i));
      note(ended.phone, ended.errand.back());
    }
  }

  void note(std::size_t phone, const std::expected<Message, std::string>& said) {
    CheckedPhone& result = results_[phone].emplace(checked_phone(phones_[phone].name, said));
    // What the system lacks, each phone says again; what was lost, its result says too.
    for (const std::string& text : result.notices)
      if (told_.insert(text).second) watcher_.notice(result.name + ": " + text);
    watcher_.done(result);
    if (result.refused) return;
    if (waiting_.empty()) waiting_since_ = Clock::now();
    waiting_.push_back(phone);
  }

  void note_handed(std::span<const std::size_t> group,
                   const std::expected<Message, std::string>& said) {
    const auto refuse = [&](std::size_t phone, const std::string& why) {
      results_[phone]->refused = Refusal{.kind = Refusal::Kind::internal, .why = why};
      watcher_.notice(results_[phone]->name + ": " + why);
    };
    if (!said) {
      for (const std::size_t phone : group)
        refuse(phone, "handing its case on did not end well: " + said.error());
      in_vain_ += group.size();
      return;
    }
    for (std::size_t i = 0; i < said->numbers.size() && i < said->texts.size(); ++i)
      if (said->numbers[i] < group.size()) refuse(group[said->numbers[i]], said->texts[i]);
    in_vain_ = said->numbers.size() == group.size() ? in_vain_ + group.size() : 0;
  }

  const BatchOptions& options_;
  std::span<const Phone> phones_;
  const std::filesystem::path& making_;
  const HandOn& hand_on_;
  BatchWatcher& watcher_;
  std::vector<std::optional<CheckedPhone>> results_;
  std::size_t next_ = 0;
  std::vector<Check> checks_;
  std::vector<std::size_t> waiting_;  // to be handed on, as they ended
  Clock::time_point waiting_since_{};
  std::optional<Handing> handing_;
  std::size_t in_vain_ = 0;
  std::set<std::string> told_;
};

}  // namespace

std::vector<std::optional<CheckedPhone>> check_batch(const BatchOptions& options,
                                                     std::span<const Phone> phones,
                                                     const Unfinished& making,
                                                     const HandOn& hand_on, BatchWatcher& watcher,
                                                     const std::atomic<bool>& stop) {
  return Batch(options, phones, making, hand_on, watcher).run(stop);
}

}  // namespace bridle
