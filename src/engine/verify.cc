#include "engine/verify.h"

#include "engine/verify_intake.h"
#include "engine/verify_log.h"

namespace bridle {

std::expected<Verified, std::string> verify(const VerifyOptions& options) {
  const auto name = options.folder.string();
  std::error_code none;
  if (!std::filesystem::exists(options.folder / "custody.jsonl", none) &&
      !std::filesystem::exists(options.folder / "result.json", none))
    return std::unexpected(name + " holds no whole case: the run that wrote it did not end");
  const auto found = case_hashes(options.folder);
  if (!found) return std::unexpected(name + ": " + found.error().what);
  Verified out;
  const auto log = read_custody(options.folder);
  if (!log) {
    out.faults.push_back({"log-missing", "custody.jsonl", std::string(log.error().what) + "."});
  } else {
    verify_chain(*log, out);
    verify_files(*log, *found, out);
    verify_seals(*log, *found, options, out);
  }
  const IntakeManifest manifest = verify_manifest(options, out);
  if (const auto done = verify_exhibits(options, manifest, out); !done)
    return std::unexpected(done.error());
  return out;
}

}  // namespace bridle
