#include <atomic>
#include <filesystem>
#include <iostream>

#include "cli/mvt.h"
#include "cli/progress.h"
#include "cli/secret.h"
#include "cli/verbs.h"
#include "engine/decrypt.h"
#include "sink/private_file.h"
#include "source/backup_key.h"
#include "source/store.h"

namespace bridle {
namespace {

struct Unlocking {
  std::string backup, destination, password, key_file;
  unsigned jobs = 4;
  bool hashes = false;
};

int say(std::string_view why, int code) {
  std::cerr << "bridle: " << why << "\n";
  return code;
}

std::expected<Secret, std::string> secret_of(const Unlocking& asked, const std::string& key_file) {
  if (!asked.password.empty()) {
    warn_of_password();
    return Secret{.password = asked.password, .key = {}};
  }
  return read_secret({.key_file = key_file}, [] { return true; });
}

int decrypt_backup(const Unlocking& asked) {
  if (!asked.password.empty() && !asked.key_file.empty())
    return say("-p and -k exclude each other", kMvtUsage);
  if (asked.hashes)
    return say("-H: the hashes of an encrypted backup's files are what bridle check writes",
               kMvtUsage);
  const auto secret = secret_of(asked, asked.key_file);
  if (!secret) return say(secret.error(), kMvtUsage);
  const std::atomic<bool> never{false};
  const auto progress = watch_progress(ProgressForm::none);
  const auto done = decrypt(asked.backup, asked.destination, *secret, *progress, never);
  if (!done) return say(done.error(), kMvtFailed);
  for (const TreeGap& gap : done->gaps) say("not written: " + gap.path + ": " + gap.why, 0);
  std::cout << done->files << " files written to " << asked.destination
            << "\nThey are as private as the phone: delete them when the work is done.\n";
  return done->gaps.empty() ? 0 : kMvtFailed;
}

int extract_key(const Unlocking& asked) {
  auto secret = secret_of(asked, "");
  if (!secret) return say(secret.error(), kMvtUsage);
  if (!secret->password) return say("a password is needed", kMvtUsage);
  const auto store = open_store(asked.backup);
  if (!store) return say(asked.backup + ": " + store.error().what, kMvtFailed);
  const auto key = backup_key(**store, *secret->password);
  if (!key) return say(asked.backup + ": " + key.error().what, kMvtFailed);
  if (asked.key_file.empty()) {
    std::cout << *key << "\n";
    return 0;
  }
  if (!write_private(asked.key_file, *key))
    return say(asked.key_file + ": cannot be written", kMvtFailed);
  std::cout << "The key is in " << asked.key_file << ": whoever has it can read the backup.\n";
  return 0;
}

void add_unlocking(CLI::App& group, int& code) {
  auto asked = std::make_shared<Unlocking>();
  auto* const verb =
      group.add_subcommand("decrypt-backup", "write an encrypted backup as plain files");
  verb->add_option("backup_path", asked->backup, "the backup")->required();
  verb->add_option("-d,--destination", asked->destination, "folder: absent or empty")->required();
  verb->add_option("-p,--password", asked->password, "password of the backup");
  verb->add_option("-k,--key-file", asked->key_file, "file with its key");
  verb->add_option("--jobs", asked->jobs, "accepted")->check(CLI::Range(1, 32));
  verb->add_flag("-H,--hashes", asked->hashes, "not possible here");
  verb->callback([asked, &code] { code = decrypt_backup(*asked); });
  auto keyed = std::make_shared<Unlocking>();
  auto* const key = group.add_subcommand("extract-key", "make the key that opens a backup");
  key->add_option("backup_path", keyed->backup, "the backup")->required();
  key->add_option("-p,--password", keyed->password, "password of the backup");
  key->add_option("-k,--key-file", keyed->key_file, "file for the key");
  key->callback([keyed, &code] { code = extract_key(*keyed); });
}

void add_commands(CLI::App& group, int& code) {
  add_mvt_group_options(group, code);
  for (const MvtCommand* command : {&mvt_ios_check_backup, &mvt_ios_check_fs}) {
    auto asked = std::make_shared<MvtAsked>();
    auto* const verb = add_mvt_check(
        group, *command, command == &mvt_ios_check_fs ? "dump_path" : "backup_path", asked);
    verb->add_option("-m,--module", asked->module, "this module alone");
    verb->add_flag("-f,--fast", asked->fast, "accepted: nothing is slow");
    verb->add_flag("-H,--hashes", asked->hashes, "hashes of all files in info.json");
    verb->callback([asked, &code] { code = run_mvt_check(*asked); });
  }
  add_unlocking(group, code);
  add_mvt_refusal(group, "check-sysdiagnose", "a sysdiagnose cannot be read yet", code, kMvtFailed);
  add_mvt_check_iocs(group, mvt_ios_check_iocs, code);
}

}  // namespace

void add_mvt_ios(CLI::App& app, int& code) {
  auto* const group = app.add_subcommand("mvt-ios", "the commands of mvt-ios");
  group->preparse_callback([group, &code](std::size_t) { add_commands(*group, code); });
}

}  // namespace bridle
