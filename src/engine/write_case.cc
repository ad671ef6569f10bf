#include "engine/write_case.h"

#include <unistd.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "engine/actor.h"
#include "engine/hash_store.h"
#include "sink/report_workbook.h"
#include "sink/result.h"

namespace bridle {
namespace {

std::string host_name() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

// The log's first line holds every file of the case: whoever trusts the line can trust them.
Result<Deed> checked(const CaseFolder& folder, const Outcome& outcome) {
  Deed deed = deed_of_now("check");
  deed.objects = TRY(case_hashes(folder.path())).files;
  for (std::size_t i = 0; i < outcome.exhibits.size(); ++i)
    deed.objects.emplace_back(exhibit_id(i), outcome.exhibits[i].sha256);
  deed.objects.emplace_back("result.json", hex(sha256(as_bytes(result_json(outcome)))));
  std::ranges::sort(deed.objects);
  return deed;
}

}  // namespace

// result.json comes last: a folder that holds one holds a whole case.
Result<void> write_case(const CaseFolder& folder, const Outcome& outcome, Run run,
                        const IntakeRoot& intake, const std::optional<GivenConsent>& consent) {
  TRY(folder.write_case(outcome, intake, consent));
  if (consent) TRY(write_private(folder.path() / "intake" / "consent.json", consent->text));
  TRY(write_private(folder.path() / "reports" / "analyst.html",
                    workbook_html(outcome, english(), {})));
  run.host = host_name();
  run.user = deed_of_now("").actor;
  run.ended = now();
  TRY(folder.write_run(run, outcome));
  const Deed deed = TRY(checked(folder, outcome));
  TRY(folder.add_deed(deed));
  return folder.write_result(outcome);
}

}  // namespace bridle
