#include "cli/mvt.h"
#include "cli/verbs.h"

namespace bridle {
namespace {

using Asked = std::shared_ptr<MvtAsked>;

void add_module(CLI::App& verb, const Asked& asked) {
  verb.add_option("-m,--module", asked->module, "this module alone");
}

void add_zone(CLI::App& verb, const Asked& asked) {
  verb.add_option("-t,--timezone", asked->timezone,
                  "show times by the clock of this zone, as Europe/Paris");
}

void add_password(CLI::App& verb, const Asked& asked) {
  verb.add_flag("-n,--non-interactive", asked->no_questions, "ask nothing");
  verb.add_option("-p,--backup-password", asked->password, "password of the Android backup");
}

void add_commands(CLI::App& group, int& code) {
  add_mvt_group_options(group, code);
  const auto add = [&](const MvtCommand& command, const char* path) {
    auto asked = std::make_shared<MvtAsked>();
    auto* const verb = add_mvt_check(group, command, path, asked);
    verb->callback([asked, &code] { code = run_mvt_check(*asked); });
    return std::pair(verb, asked);
  };
  const auto [acquisition, acquired] = add(mvt_android_check_androidqf, "androidqf_path");
  add_module(*acquisition, acquired);
  add_password(*acquisition, acquired);
  acquisition->add_flag("-H,--hashes", acquired->hashes, "hashes of all files in info.json");
  acquisition->add_flag("-V,--virustotal", acquired->virustotal, "not possible here");
  acquisition->add_option("-d,--delay", acquired->delay, "accepted");
  const auto [report, reported] = add(mvt_android_check_bugreport, "bugreport_path");
  add_module(*report, reported);
  add_zone(*report, reported);
  reported->hashes = true;
  const auto [backup, backed] = add(mvt_android_check_backup, "backup_path");
  add_password(*backup, backed);
  backed->hashes = true;
  const auto [logs, logged] = add(mvt_android_check_intrusion_logs, "logs_path");
  add_module(*logs, logged);
  add_zone(*logs, logged);
  add_mvt_check_iocs(group, mvt_android_check_iocs, code);
  add_mvt_refusal(group, "check-adb",
                  "MVT removed it too: acquire with AndroidQF, then use check-androidqf", code,
                  kMvtFailed);
}

}  // namespace

void add_mvt_android(CLI::App& app, int& code) {
  auto* const group = app.add_subcommand("mvt-android", "the commands of mvt-android");
  group->preparse_callback([group, &code](std::size_t) { add_commands(*group, code); });
}

}  // namespace bridle
