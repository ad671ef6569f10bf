#include "engine/decrypt.h"

#include <atomic>
#include <csignal>
#include <iostream>
#include <memory>
#include <string>

#include "cli/progress.h"
#include "cli/secret.h"
#include "cli/verbs.h"

namespace bridle {
namespace {

std::atomic<bool> stop{false};

struct Asked {
  std::string exhibit, output;
  SecretOptions secret;
};

int run(const Asked& asked) {
  const auto secret = read_secret(asked.secret, [] { return true; });
  if (!secret) {
    std::cerr << "bridle: " << secret.error() << "\n";
    return 2;
  }
  std::signal(SIGINT, [](int) { stop = true; });
  const auto progress = watch_progress(ProgressForm::none);
  const auto done = decrypt(asked.exhibit, asked.output, *secret, *progress, stop);
  if (!done) {
    std::cerr << "bridle: " << done.error() << "\n";
    return 3;
  }
  for (const TreeGap& gap : done->gaps)
    std::cerr << "not written: " << gap.path << ": " << gap.why << " (byte " << gap.at << ")\n";
  std::cerr << done->files << " files, " << done->bytes << " bytes, written to " << asked.output
            << "\nThey are as private as the phone: delete them when the work is done.\n";
  return done->gaps.empty() ? 0 : 3;
}

}  // namespace

void add_decrypt(CLI::App& app, int& code) {
  auto* const verb = app.add_subcommand("decrypt", "write an encrypted exhibit as plain files");
  auto asked = std::make_shared<Asked>();
  verb->add_option("exhibit", asked->exhibit,
                   "iOS backup, folder or archive, Android backup (.ab), or backups of WhatsApp")
      ->required();
  verb->add_option("-o,--output", asked->output, "folder: absent or empty")->required();
  verb->add_option("--password-fd", asked->secret.password_fd,
                   "read the password from this descriptor");
  verb->add_option("--key", asked->secret.key_file,
                   "file with the derived key of the backup, or key file of WhatsApp");
  verb->callback([asked, &code] { code = run(*asked); });
}

}  // namespace bridle
