// Lets a parser read on while its rows are being matched and written: rows are copied into batches
// that a second thread takes in order. One large file is then worth two cores, and the order of
// what comes out is the order of what went in.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <thread>
#include <vector>

#include "base/arena.h"
#include "record/rows.h"

namespace bridle {

class Handover : public Rows {
 public:
  // Rows go to `to`.push() from one thread at a time; gaps go to it at once.
  explicit Handover(Rows& to) : to_(to) {}
  ~Handover() override { finish(); }
  Handover(const Handover&) = delete;
  Handover& operator=(const Handover&) = delete;

  void push(std::uint64_t origin, std::span<const Value> values) override;
  void gap(std::uint64_t at, std::string_view why) override { to_.gap(at, why); }
  bool stopped() const override { return to_.stopped(); }

  // Returns when every row was taken. Further rows may follow.
  void finish();

 private:
  struct Batch {
    Arena text;
    std::vector<Value> values;
    std::vector<std::uint64_t> origins;
    std::size_t width = 0;  // values in a row
    std::size_t bytes = 0;  // of text
  };

  void send();
  void take_all();
  void give(const Batch& batch);

  Rows& to_;
  std::unique_ptr<Batch> filling_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::unique_ptr<Batch>> waiting_;
  std::vector<std::unique_ptr<Batch>> spare_;
  bool ended_ = false;
  std::jthread thread_;  // only once there is more than a batch
};

}  // namespace bridle
