#include "engine/write_case.h"

#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>

#include "base/text.h"
#include "sink/report_html.h"
#include "sink/result.h"

namespace bridle {
namespace {

Result<void> write_intake(const CaseFolder& folder, const Outcome& outcome,
                          std::span<const Exhibit> exhibits) {
  auto intake = TRY(Intake::create(folder, outcome.exhibits));
  for (std::size_t i = 0; i < exhibits.size(); ++i) {
    const Exhibit& e = exhibits[i];
    const bool archive = e.carrier != nullptr;
    const Store& store = archive ? *e.store->carrier() : *e.store;
    Digests& digests = archive ? *e.carrier : *e.digests;
    for (std::size_t k = 0; k < store.files().size(); ++k) {
      const Stored& file = store.files()[k];
      const auto digest = digests.of(k);
      if (!digest) continue;  // a gap says so
      const auto modified = file.mtime_ns ? time_at_us(*file.mtime_ns / 1000, 0) : std::nullopt;
      intake.add({.exhibit = i,
                  .path = file.path,
                  .size = file.size,
                  .modified = modified,
                  .sha256 = *digest});
    }
  }
  return intake.close();
}

std::string host_name() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

std::string user_name() {
  const char* user = std::getenv("USER");
  return user ? user : std::to_string(getuid());
}

Deed checked(const Run& run, const Outcome& outcome) {
  Deed deed{.at = run.ended,
            .actor = run.user,
            .action = "check",
            .version = outcome.version,
            .objects = {},
            .reason = {}};
  for (std::size_t i = 0; i < outcome.exhibits.size(); ++i)
    deed.objects.emplace_back(exhibit_id(i), outcome.exhibits[i].sha256);
  deed.objects.emplace_back("result.json", hex(sha256(as_bytes(result_json(outcome)))));
  return deed;
}

}  // namespace

Result<void> write_case(const CaseFolder& folder, const Outcome& outcome,
                        std::span<const Exhibit> exhibits, Run run) {
  using namespace std::chrono;
  TRY(write_intake(folder, outcome, exhibits));
  TRY(folder.write_result(outcome));
  TRY(folder.write_case(outcome));
  TRY(write_private(folder.path() / "reports" / "analyst.html", report_html(outcome)));
  run.host = host_name();
  run.user = user_name();
  run.ended = Time{duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
  TRY(folder.add_deed(checked(run, outcome)));
  return folder.write_run(run, outcome);
}

}  // namespace bridle
