// What each thread of the worker is at, in memory that its supervisor sees: so that it can tell
// what ended the worker, and what it hangs at.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bridle {

enum class Doing : std::uint32_t { nothing, listing, opening, hashing, reading };

// One thing to do, the same in each worker that looks at the same exhibits.
struct Spot {
  Doing doing = Doing::nothing;
  std::uint32_t exhibit = 0;
  std::uint32_t artefact = 0;  // index into the catalogue; of `reading`
  std::uint64_t file = 0;      // name_of_file(), of `reading`

  bool operator==(const Spot&) const = default;
};

// A number for a file's domain and path.
std::uint64_t name_of_file(std::string_view domain, std::string_view path);

// Shared by two processes, of which one may be in hostile hands: numbers alone, each valid as it
// is.
class Spots {
 public:
  struct Slot {
    std::atomic<int> thread{0};  // its system id; 0: the slot is free
    std::atomic<std::uint32_t> doing{0}, exhibit{0}, artefact{0};
    std::atomic<std::uint64_t> file{0};
    std::atomic<std::uint64_t> beats{0};    // grows with what the thread gets done
    std::atomic<std::uint64_t> seconds{0};  // of processor time that may pass without a beat
    std::atomic<int> signal{0};             // that the thread fell to

    Spot spot() const;
  };

  std::array<Slot, 256> slots{};
  std::atomic<bool> stop{false};            // the person asked to stop
  std::atomic<bool> out_of_memory{false};   // the worker got no more
  std::atomic<int> refused_call{0};         // that the worker fell to
  std::atomic<std::uint64_t> patience{60};  // seconds of processor time without a beat, at least
};

// Memory for Spots that stays common with processes that are forked later.
class SharedSpots {
 public:
  SharedSpots();
  ~SharedSpots();
  SharedSpots(const SharedSpots&) = delete;
  SharedSpots& operator=(const SharedSpots&) = delete;
  explicit operator bool() const { return spots_ != nullptr; }  // false: no memory was to be had
  void reset(std::uint64_t patience);                           // for the next worker
  Spots& operator*() const { return *spots_; }
  Spots* operator->() const { return spots_; }

 private:
  Spots* spots_ = nullptr;
};

// Says what the calling thread is at for as long as it lives. One at a time for a thread.
class Busy {
 public:
  // `bytes`: how much is to be gone through, for the time that this may take without a beat.
  Busy(Spots& spots, const Spot& spot, std::uint64_t bytes);
  ~Busy();
  Busy(const Busy&) = delete;
  Busy& operator=(const Busy&) = delete;

  // Counts what the thread gets done.
  std::atomic<std::uint64_t>& beats() { return slot_ ? slot_->beats : unseen_; }

 private:
  Spots::Slot* slot_ = nullptr;  // null: more threads than slots
  std::atomic<std::uint64_t> unseen_{0};
};

}  // namespace bridle
