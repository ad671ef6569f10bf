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

Result<void> write_case(const CaseFolder& folder, const Outcome& outcome, Run run) {
  using namespace std::chrono;
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
