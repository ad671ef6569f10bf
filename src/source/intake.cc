#include "source/intake.h"

#include "base/text.h"

namespace bridle {
Digests::Digests(const Store& store) : store_(store), slots_(store.files().size()) {}

// True if the caller is to compute it.
bool Digests::claim(Slot& slot) {
  State expected = State::none;
  return slot.state.compare_exchange_strong(expected, State::busy, std::memory_order_acq_rel);
}

void Digests::settle(std::size_t index, const Result<Digest>& digest) {
  Slot& slot = slots_[index];
  State state = State::done;
  if (digest) {
    slot.digest = *digest;
  } else if (digest.error().what == kHashingStopped) {
    state = State::none;
  } else {
    state = State::failed;
    const std::lock_guard lock(mutex_);
    errors_.emplace(index, digest.error());
  }
  slot.state.store(state, std::memory_order_release);
  slot.state.notify_all();
}

Result<Digest> Digests::of(std::size_t index) {
  Slot& slot = slots_[index];
  for (;;) {
    const State state = slot.state.load(std::memory_order_acquire);
    if (state == State::done) return slot.digest;
    if (state == State::failed) {
      const std::lock_guard lock(mutex_);
      return std::unexpected(errors_.at(index));
    }
    if (state == State::busy) {
      slot.state.wait(State::busy, std::memory_order_acquire);
    } else if (abandoned_) {
      return fail(Errc::missing, kHashingStopped);
    } else if (claim(slot)) {
      const std::atomic<bool> never{false};
      HashWork alone(never);
      HashQueue only(store_, {index});
      compute([&] { return only.next(); }, alone);
    }
  }
}

std::optional<const MediaType*> Digests::type(std::size_t index) const {
  const Slot& slot = slots_[index];
  if (slot.state.load(std::memory_order_acquire) != State::done) return {};
  return slot.type;
}

void Digests::compute(const NextFile& next, HashWork& work) {
  hash_files(
      store_, next, [&](std::size_t i, const Result<Digest>& digest) { settle(i, digest); }, work,
      [&](std::size_t i, Bytes head) { slots_[i].type = told_type(head); });
}

void Digests::hash(HashQueue& queue, HashWork& work) {
  const auto next = [&]() -> std::optional<std::size_t> {
    while (!work.stop.load(std::memory_order_relaxed)) {
      const auto index = queue.next();
      if (!index || claim(slots_[*index])) return index;
    }
    return {};
  };
  compute(next, work);
}

void Digests::compare(HashQueue& queue, std::vector<std::size_t>& differing) const {
  const std::atomic<bool> never{false};
  HashWork alone(never);
  const auto next = [&]() -> std::optional<std::size_t> {
    for (;;) {
      const auto index = queue.next();
      const bool known =
          index && slots_[*index].state.load(std::memory_order_acquire) == State::done;
      if (!index || known) return index;
    }
  };
  const auto take = [&](std::size_t i, const Result<Digest>& again) {
    if (!again || *again != slots_[i].digest) differing.push_back(i);
  };
  hash_files(store_, next, take, alone);
}

std::vector<StoreGap> Digests::gaps() const {
  const std::lock_guard lock(mutex_);
  std::vector<StoreGap> out;
  out.reserve(errors_.size());
  for (const auto& [index, error] : errors_)
    out.push_back({store_.files()[index].path, error.at, error.what, Loss::unreadable});
  return out;
}

std::string sums_line(const Digest& digest, std::string_view path) {
  if (path.find_first_of("\\\n\r") == std::string_view::npos)
    return hex(digest) + "  " + std::string(path) + '\n';
  std::string name;
  for (const char c : path) {
    if (c == '\\')
      name += "\\\\";
    else if (c == '\n')
      name += "\\n";
    else if (c == '\r')
      name += "\\r";
    else
      name += c;
  }
  return "\\" + hex(digest) + "  " + name + '\n';
}

Result<Digest> tree_digest(const Store& store, Digests& digests) {
  if (store.is_one_file()) return digests.of(0);
  Sha256 hash;
  for (std::size_t i = 0; i < store.files().size(); ++i) {
    const auto digest = digests.of(i);
    if (digest) hash.add(as_bytes(sums_line(*digest, store.files()[i].path)));
    if (!digest && digest.error().what == kHashingStopped) return digest;
  }
  return hash.finish();
}

}  // namespace bridle
