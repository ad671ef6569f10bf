#include "engine/seal.h"

#include <iostream>
#include <memory>
#include <string>

#include "cli/verbs.h"

namespace bridle {
namespace {

struct Asked {
  std::string folder, answer;
  SealOptions options;
};

int run(Asked asked) {
  asked.options.folder = asked.folder;
  if (asked.options.key.empty() && asked.answer.empty() && asked.options.authority.empty()) {
    std::cerr << "bridle: seal needs --key, --time-authority or --stamp\n";
    return 2;
  }
  const Told told = !asked.options.key.empty() ? seal(asked.options)
                    : !asked.answer.empty()    ? take_stamp(asked.folder, asked.answer)
                                            : fetch_stamps(asked.folder, asked.options.authority);
  if (!told) {
    std::cerr << "bridle: " << told.error() << "\n";
    return 1;
  }
  for (const std::string& one : *told) std::cout << one << "\n";
  return 0;
}

}  // namespace

void add_seal(CLI::App& app, int& code) {
  auto* const verb =
      app.add_subcommand("seal", "sign a case with an SSH key; stamp it with the time");
  auto asked = std::make_shared<Asked>();
  verb->add_option("case", asked->folder, "case folder")->required();
  auto* const key = verb->add_option(
      "--key", asked->options.key,
      "Ed25519 key of OpenSSH; its .pub, if an agent or a hardware token holds the private half");
  verb->add_option("--reason", asked->options.reason, "why, in words")->needs(key);
  verb->add_option("--time-authority", asked->options.authority,
                   "URL of an RFC 3161 authority: curl sends it a hash and nothing else");
  verb->add_option("--stamp", asked->answer, "answer of an authority, fetched by other means")
      ->excludes(key);
  verb->callback([asked, &code] { code = run(*asked); });
}

}  // namespace bridle
