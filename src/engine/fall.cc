#include "engine/fall.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <new>

namespace bridle {
namespace {

constexpr int kFalls[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGSYS};

// A handler of signals gets nothing else to look at.
Spots* noted_in = nullptr;

void note(int signal, siginfo_t* about, void*) {
  const int mine = gettid();
  if (signal == SIGSYS) noted_in->refused_call = about->si_syscall;
  for (Spots::Slot& slot : noted_in->slots) {
    if (slot.thread.load(std::memory_order_relaxed) != mine) continue;
    slot.signal = signal;
    break;
  }
  raise(signal);  // as it would have been: SA_RESETHAND
  _exit(128 + signal);
}

// Whoever asks for memory that is not there may be a small thing beside a large one.
void note_memory() {
  noted_in->out_of_memory = true;
  std::abort();
}

const Spots::Slot* fallen(const Spots& spots) {
  for (const Spots::Slot& slot : spots.slots)
    if (slot.thread.load() != 0 && slot.signal.load() != 0 && slot.spot().doing != Doing::nothing)
      return &slot;
  return nullptr;
}

// Hashing goes on beside everything else, and rarely is what ends a worker.
std::optional<Spot> only_one(const Spots& spots) {
  std::optional<Spot> hashed;
  for (const Spots::Slot& slot : spots.slots) {
    const Spot spot = slot.spot();
    if (slot.thread.load() == 0 || spot.doing == Doing::nothing) continue;
    if (spot.doing != Doing::hashing) return spot;
    hashed = spot;
  }
  return hashed;
}

}  // namespace

void note_falls(Spots& spots) {
  noted_in = &spots;
  struct sigaction action{};
  action.sa_sigaction = note;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | static_cast<int>(SA_RESETHAND) | SA_NODEFER;
  for (const int signal : kFalls) sigaction(signal, &action, nullptr);
  std::set_new_handler(note_memory);
}

std::string name_of_signal(int signal, int call) {
  switch (signal) {
    case SIGSEGV:
      return "segmentation fault";
    case SIGBUS:
      return "bus error";
    case SIGABRT:
      return "aborted";
    case SIGFPE:
      return "arithmetic error";
    case SIGILL:
      return "illegal instruction";
    case SIGKILL:
      return "killed";
    case SIGSYS:
      return "it asked the system for what reading never needs, call " + std::to_string(call);
    default:
      return "signal " + std::to_string(signal);
  }
}

Fall fall_of(const Spots& spots, int status, bool alone) {
  const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  const Spots::Slot* const slot = fallen(spots);
  Fall out;
  if (spots.out_of_memory)
    out.why = "memory did not suffice";
  else if (slot)
    out.why = name_of_signal(slot->signal, spots.refused_call);
  else if (signal != 0)
    out.why = name_of_signal(signal, spots.refused_call);
  else
    out.why = "it ended without a result";
  if (slot && (alone || !spots.out_of_memory)) out.spot = slot->spot();
  if (!slot && alone) out.spot = only_one(spots);
  return out;
}

}  // namespace bridle
