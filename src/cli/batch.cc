#include "cli/batch.h"

#include <algorithm>
#include <csignal>
#include <iostream>
#include <map>
#include <thread>

#include "cli/batch_progress.h"
#include "cli/batch_table.h"
#include "cli/fail_on.h"
#include "engine/batch.h"
#include "engine/confine.h"
#include "engine/packs.h"
#include "engine/phone_check.h"
#include "lake/case_to_add.h"
#include "lake/lake.h"
#include "sink/file_text.h"
#include "sink/result.h"
#include "source/inside.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

std::atomic<bool> stop{false};

int refuse(int code, const std::string& why) {
  std::cerr << "bridle: " << why << "\n";
  return code;
}

// Who asks once waits for the phones in hand; who asks twice does not.
void listen_for_stop() {
  for (const int signal : {SIGINT, SIGTERM})
    std::signal(signal, [](int given) {
      stop = true;
      std::signal(given, SIG_DFL);
    });
}

// The folder where cases are made: on the disk where they stay.
fs::path making_for(const BatchAsked& asked) {
  fs::path lake = fs::path(asked.lake).lexically_normal();
  if (!lake.has_filename()) lake = lake.parent_path();  // "lake/"
  return asked.kept.empty() ? fs::path(lake.string() + ".unfinished")
                            : fs::path(asked.kept) / ".unfinished";
}

// Why a batch cannot write where it is told to.
std::optional<std::string> not_apart(const BatchAsked& asked) {
  for (const std::string& written : {asked.lake, asked.kept})
    if (!written.empty())
      if (const auto apart = check_apart(written, asked.phones); !apart)
        return written + ": " + apart.error().what;
  return {};
}

int code_of(const CheckedPhone& phone) {
  if (!phone.refused) return phone.code;
  return phone.refused->kind == Refusal::Kind::usage ? 2 : 1;
}

int strongest(const BatchEnd& end, const std::string& fail_on) {
  int code = end.not_begun.empty() ? 0 : 3;
  for (const CheckedPhone& phone : end.phones)
    code = std::max(code, with_fail_on(code_of(phone), fail_on));
  return code;
}

// What the lake says of a phone that it has.
CheckedPhone known(const Segment& segment, const std::string& name) {
  const auto result = read_result(file_text(segment.path / "results" / (name + ".json")));
  if (result) return checked_phone(name, *result);
  return {.name = name,
          .refused = Refusal{.kind = Refusal::Kind::internal,
                             .why = std::string("its result in the lake: ") + result.error().what}};
}

// Takes out the phones that need no check, because the lake has them or could not.
std::expected<void, std::string> set_apart(const Lake& lake, std::vector<Phone>& phones,
                                           BatchEnd& end) {
  const auto view = LakeView::of(lake);
  if (!view) return std::unexpected(view.error().what);
  std::map<std::string, const Segment*> in_lake;
  for (const Segment& segment : view->segments)
    for (const LakeCase& one : segment.cases) in_lake[one.name] = &segment;
  std::erase_if(phones, [&](const Phone& phone) {
    if (const auto at = in_lake.find(phone.name); at != in_lake.end()) {
      end.phones.push_back(known(*at->second, phone.name));
      ++end.known;
      return true;
    }
    if (is_case_name(phone.name)) return false;
    end.phones.push_back(
        {.name = phone.name,
         .refused = Refusal{.kind = Refusal::Kind::usage,
                            .why = "a lake cannot call a case by the name of that folder"}});
    return true;
  });
  return {};
}

std::expected<std::vector<NotTaken>, std::string> add_to(const Lake& lake,
                                                         std::span<const fs::path> cases) {
  auto added = lake.add(cases);
  if (!added) return std::unexpected(std::move(added.error()));
  std::vector<NotTaken> out;
  for (Lake::Refused& one : added->refused)
    out.push_back({.folder = std::move(one.folder), .why = std::move(one.why)});
  return out;
}

// Those that are checked at a time share the threads and the memory.
void share(CheckOptions& check, unsigned& at_once, std::size_t phones) {
  const unsigned jobs =
      check.jobs != 0 ? check.jobs : std::max(1U, std::thread::hardware_concurrency());
  at_once = static_cast<unsigned>(std::clamp<std::size_t>(phones, 1, jobs));
  check.jobs = std::max(1U, jobs / at_once);
  check.memory = (check.memory != 0 ? check.memory : usable_memory()) / at_once;
}

void check_all(const BatchAsked& asked, std::span<const Phone> phones, const Unfinished& making,
               const HandOn& hand_on, BatchEnd& end) {
  BatchOptions options{.check = asked.check, .kept = asked.kept};
  share(options.check, options.at_once, phones.size());
  listen_for_stop();
  const auto progress = watch_batch(asked.progress, phones.size());
  auto results = check_batch(options, phones, making, hand_on, *progress, stop);
  for (std::size_t i = 0; i < phones.size(); ++i)
    if (results[i])
      end.phones.push_back(std::move(*results[i]));
    else
      end.not_begun.push_back(phones[i].name);
  std::ranges::sort(end.phones, {}, &CheckedPhone::name);
}

void print(const BatchEnd& end, const std::string& format) {
  if (format == "jsonl")
    for (const CheckedPhone& phone : end.phones) std::cout << phone_json(phone);
  if (format == "json") std::cout << phones_json(end.phones);
  std::cerr << batch_table(end, terminal_look(STDERR_FILENO));
}

}  // namespace

int run_batch(BatchAsked asked) {
  if (asked.check.consent) return refuse(2, "--consent is one person's: not with --batch");
  if (const auto why = not_apart(asked)) return refuse(2, *why);
  auto found = phones_in(asked.phones);
  if (!found) return refuse(2, found.error());
  auto indicators = read_indicators(asked.check.packs, asked.check.builtin, 1);
  if (!indicators) return refuse(2, indicators.error());
  asked.check.indicators = indicators->get();
  const auto lake = Lake::open_or_create(asked.lake);
  if (!lake) return refuse(2, asked.lake + ": " + lake.error().what);
  // First, so that a batch that was killed adds nothing after we looked.
  const auto making = Unfinished::take(making_for(asked));
  if (!making) return refuse(1, making.error());
  BatchEnd end{.others = std::move(found->others)};
  if (const auto done = set_apart(*lake, found->phones, end); !done)
    return refuse(1, asked.lake + ": " + done.error());
  check_all(
      asked, found->phones, *making,
      [&](std::span<const fs::path> cases) { return add_to(*lake, cases); }, end);
  print(end, asked.format);
  return strongest(end, asked.fail_on);
}

}  // namespace bridle
