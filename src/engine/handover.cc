#include "engine/handover.h"

#include <utility>

namespace bridle {
namespace {

constexpr std::size_t kRows = 512;
constexpr std::size_t kBytes = 1 << 18;
constexpr std::size_t kAhead = 2;  // batches that wait at most

}  // namespace

void Handover::push(std::uint64_t origin, std::span<const Value> values) {
  if (!filling_) filling_ = std::make_unique<Batch>();
  Batch& batch = *filling_;
  batch.width = values.size();
  batch.origins.push_back(origin);
  for (const Value& v : values) {
    const auto* text = std::get_if<std::string_view>(&v);
    batch.values.push_back(text ? Value(batch.text.keep(*text)) : v);
    if (text) batch.bytes += text->size();
  }
  if (batch.origins.size() >= kRows || batch.bytes >= kBytes) send();
}

void Handover::give(const Batch& batch) {
  const std::span<const Value> all(batch.values);
  for (std::size_t i = 0; i < batch.origins.size(); ++i)
    to_.push(batch.origins[i], all.subspan(i * batch.width, batch.width));
}

void Handover::send() {
  if (!thread_.joinable()) {
    ended_ = false;
    thread_ = std::jthread([this] { take_all(); });
  }
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return waiting_.size() < kAhead; });
  waiting_.push_back(std::move(filling_));
  if (!spare_.empty()) {
    filling_ = std::move(spare_.back());
    spare_.pop_back();
  }
  changed_.notify_all();
}

void Handover::take_all() {
  for (std::unique_lock lock(mutex_);;) {
    changed_.wait(lock, [&] { return !waiting_.empty() || ended_; });
    if (waiting_.empty()) return;
    std::unique_ptr<Batch> batch = std::move(waiting_.front());
    waiting_.pop_front();
    changed_.notify_all();
    lock.unlock();
    give(*batch);
    batch->text.clear();
    batch->values.clear();
    batch->origins.clear();
    batch->bytes = 0;
    lock.lock();
    spare_.push_back(std::move(batch));
  }
}

void Handover::finish() {
  if (thread_.joinable()) {
    if (filling_ && !filling_->origins.empty()) send();
    {
      const std::scoped_lock lock(mutex_);
      ended_ = true;
    }
    changed_.notify_all();
    thread_.join();
  } else if (filling_) {
    give(*filling_);
  }
  filling_.reset();
}

}  // namespace bridle
