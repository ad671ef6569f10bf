#include "engine/decrypt.h"

#include <csignal>
#include <iterator>

#include "engine/decrypt_outputs.h"
#include "engine/plain_files.h"
#include "engine/supervise.h"
#include "source/inside.h"

namespace bridle {

std::expected<Decrypted, std::string> decrypt(const std::string& exhibit,
                                              const std::filesystem::path& output,
                                              const Secret& secret, Watcher& watcher,
                                              const std::atomic<bool>& stop) {
  if (const auto apart = check_apart(output.string(), exhibit); !apart)
    return std::unexpected(exhibit + ": " + apart.error().what);
  std::signal(SIGXFSZ, SIG_IGN);  // a limit on files is an error like a full disk
  DecryptOutputs outputs(output);
  auto done =
      supervise({.confinement = {.readable = {exhibit}}}, outputs, watcher, stop,
                [&](const Workplace& with) { return write_plain_files(exhibit, secret, with); });
  if (!done) return std::unexpected(std::move(done.error().why));
  tell_lacking(done->lacking, watcher);
  if (stop) return std::unexpected("stopped: the output is not whole");
  Decrypted out = outputs.written();
  for (Gap& gap : done->outcome.gaps)
    out.gaps.push_back({.path = std::move(gap.path), .at = gap.at, .why = std::move(gap.why)});
  return out;
}

}  // namespace bridle
