#include "engine/supervise.h"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <optional>

#include "engine/fall.h"
#include "engine/hang_watch.h"
#include "engine/hearing.h"

namespace bridle {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kBetweenLooksMs = 250;
constexpr std::chrono::seconds kBetweenHangs{1};

std::unexpected<Refusal> broken(std::string why) {
  return std::unexpected(Refusal{.kind = Refusal::Kind::internal, .why = std::move(why)});
}

int wait_for(pid_t worker) {
  int status = 0;
  while (waitpid(worker, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

struct Ended {
  int status = 0;
  std::optional<Spot> hangs_at;
  bool nonsense = false;
};

// Listens until the worker said all or is no more.
Ended follow(pid_t worker, const Descriptor& from, Spots& spots, const std::atomic<bool>& stop,
             Hearing& hearing) {
  HangWatch hangs(spots, worker);
  Ended out;
  auto looked = Clock::now();
  while (!hearing.finished() && !hearing.refused()) {
    if (stop) spots.stop = true;
    pollfd waiting{.fd = from.get(), .events = POLLIN, .revents = 0};
    const int ready = poll(&waiting, 1, kBetweenLooksMs);
    if (ready > 0 && !hearing.hear()) {
      out.nonsense = (waiting.revents & POLLHUP) == 0;
      break;
    }
    if (Clock::now() - looked < kBetweenHangs) continue;
    looked = Clock::now();
    if ((out.hangs_at = hangs.look())) break;
  }
  kill(worker, SIGKILL);  // of no effect on one that is on its way out
  out.status = wait_for(worker);
  // One that fell by itself while it was answered said nothing wrong: it was not there any more.
  if (!WIFSIGNALED(out.status) || WTERMSIG(out.status) != SIGKILL) out.nonsense = false;
  return out;
}

Fall fall_of(const Ended& ended, const Spots& spots, bool alone) {
  Fall out = fall_of(spots, ended.status, alone);
  if (ended.hangs_at) {
    out.spot = ended.hangs_at;
    out.why = "it went on and on and got nothing done";
  } else if (ended.nonsense) {
    out.why = "it said what makes no sense";
  }
  return out;
}

std::string told(const Fall& fall, std::span<const Artefact* const> catalogue) {
  const bool reading = fall.spot && fall.spot->doing == Doing::reading;
  const std::string what = reading && fall.spot->artefact < catalogue.size()
                               ? "reading " + std::string(catalogue[fall.spot->artefact]->id)
                               : "looking into an exhibit";
  return what + " ended the worker (" + fall.why + "): again, without what it read there";
}

}  // namespace

std::expected<Supervised, Refusal> supervise(const Supervision& how, WorkerFiles& outputs,
                                             Watcher& watcher, const std::atomic<bool>& stop,
                                             const Work& work) {
  SharedSpots spots;
  Omissions left_out;
  std::uint64_t shown = 0;
  for (bool alone = false;;) {
    SocketPair sockets = socket_pair();
    if (!spots || !sockets.worker) return broken("the system gives no memory or no socket");
    spots.reset(how.patience);
    const pid_t mine = getpid();
    const pid_t worker = fork();
    if (worker < 0) return broken("the system gives no process");
    if (worker == 0)
      be_worker(
          work, how.confinement,
          {.supervisor = mine, .socket = sockets.worker.release(), .jobs = alone ? 1 : how.jobs},
          *spots, left_out);
    sockets.worker = Descriptor();
    Hearing hearing(sockets.supervisor, outputs, watcher, how.catalogue);
    hearing.skip(shown);
    const Ended ended = follow(worker, sockets.supervisor, *spots, stop, hearing);
    if (hearing.refused()) return std::unexpected(*hearing.refused());
    if (hearing.finished()) {
      auto done = hearing.outcome(how.exhibits);
      if (!done) return broken(done.error().what);
      return std::move(*done);
    }
    outputs.clear();
    shown = std::max(shown, hearing.found());
    const Fall fall = fall_of(ended, *spots, alone);
    if (fall.spot && !left_out.why(*fall.spot)) {
      left_out.add(*fall.spot, "reading this ended the worker: " + fall.why);
      watcher.notice(told(fall, how.catalogue));
    } else if (alone || fall.spot) {
      return broken("the worker ended, and nothing says at what: " + fall.why);
    } else {
      alone = true;
      watcher.notice("the worker ended (" + fall.why + "): again, one thing at a time");
    }
  }
}

void tell_lacking(const std::vector<std::string>& lacking, Watcher& watcher) {
  if (lacking.empty()) return;
  std::string line = "this system confines what reads the evidence in part only; it lacks:";
  for (const std::string& one : lacking) line += (&one == &lacking.front() ? " " : "; ") + one;
  watcher.notice(line);
}

}  // namespace bridle
