#include "engine/spots.h"

#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <memory>
#include <new>

#include "engine/sanitized.h"

namespace bridle {
namespace {

// Much slower than any parser here on any machine.
constexpr std::uint64_t kBytesASecond = kSanitized ? 100'000 : 1'000'000;
constexpr std::size_t kStack = 64 << 10;

// Where signals are handled: a thread that ran out of stack has none for it.
class SignalStack {
 public:
  SignalStack() : memory_(std::make_unique<std::byte[]>(kStack)) {
    const stack_t stack{.ss_sp = memory_.get(), .ss_flags = 0, .ss_size = kStack};
    sigaltstack(&stack, nullptr);
  }
  ~SignalStack() {
    const stack_t none{.ss_sp = nullptr, .ss_flags = SS_DISABLE, .ss_size = kStack};
    sigaltstack(&none, nullptr);
  }
  SignalStack(const SignalStack&) = delete;
  SignalStack& operator=(const SignalStack&) = delete;

 private:
  std::unique_ptr<std::byte[]> memory_;
};

}  // namespace

std::uint64_t name_of_file(std::string_view domain, std::string_view path) {
  std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a
  for (const std::string_view part : {domain, path}) {
    for (const char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    hash = (hash ^ 0xff) * 0x100000001b3;
  }
  return hash == 0 ? 1 : hash;  // 0 is no file
}

Spot Spots::Slot::spot() const {
  const std::uint32_t what = doing.load();
  return {.doing = what > static_cast<std::uint32_t>(Doing::reading) ? Doing::nothing
                                                                     : static_cast<Doing>(what),
          .exhibit = exhibit.load(),
          .artefact = artefact.load(),
          .file = file.load()};
}

SharedSpots::SharedSpots() {
  void* const shared =
      mmap(nullptr, sizeof(Spots), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared != MAP_FAILED) spots_ = new (shared) Spots;
}

SharedSpots::~SharedSpots() {
  if (spots_) munmap(spots_, sizeof(Spots));
}

void SharedSpots::reset(std::uint64_t patience) {
  new (spots_) Spots;
  spots_->patience = kSanitized ? 10 * patience : patience;
}

Busy::Busy(Spots& spots, const Spot& spot, std::uint64_t bytes) {
  thread_local const SignalStack stack;
  const int mine = gettid();
  for (Spots::Slot& slot : spots.slots) {
    int expected = 0;
    if (slot.thread.load(std::memory_order_relaxed) != 0) continue;
    if (!slot.thread.compare_exchange_strong(expected, mine)) continue;
    slot_ = &slot;
    break;
  }
  if (!slot_) return;
  slot_->exhibit = spot.exhibit;
  slot_->artefact = spot.artefact;
  slot_->file = spot.file;
  slot_->seconds = spots.patience + bytes / kBytesASecond;
  slot_->beats.fetch_add(1);
  slot_->doing = static_cast<std::uint32_t>(spot.doing);
}

Busy::~Busy() {
  if (!slot_) return;
  slot_->doing = static_cast<std::uint32_t>(Doing::nothing);
  slot_->thread = 0;
}

}  // namespace bridle
