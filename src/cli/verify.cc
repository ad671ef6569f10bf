#include "engine/verify.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>

#include "cli/verbs.h"
#include "sink/json.h"
#include "sink/shown.h"

namespace bridle {
namespace {

constexpr std::size_t kMostShown = 400;  // characters of one text

struct Asked {
  std::string folder, signers, authorities, format = "text";
  VerifyOptions options;
};

// False if a file was named that cannot be read.
bool read_file(const std::string& path, std::string& into) {
  if (path.empty()) return true;
  std::ifstream in(path, std::ios::binary);
  into.assign(std::istreambuf_iterator<char>(in), {});
  if (in) return true;
  std::cerr << "bridle: " << path << " cannot be read\n";
  return false;
}

void write_texts(Json& out, std::string_view name, const std::vector<std::string>& texts) {
  out.key(name);
  out.begin_array();
  for (const std::string& text : texts) out.value(std::string_view(text));
  out.end_array();
}

std::string as_json(const Verified& verified) {
  Json out;
  out.begin_object();
  out.key("faults");
  out.begin_array();
  for (const Fault& fault : verified.faults) {
    out.begin_object();
    out.member("kind", fault.kind);
    out.member("where", fault.where);
    out.member("why", fault.why);
    out.end_object();
  }
  out.end_array();
  write_texts(out, "held", verified.held);
  write_texts(out, "limits", verified.limits);
  out.member("schema", "bridle-verify/1");
  out.end_object();
  return out.take();
}

std::string as_text(const Verified& verified) {
  std::string out;
  for (const std::string& one : verified.held) out += "held      " + shown(one, kMostShown) + "\n";
  for (const std::string& one : verified.limits)
    out += "not tried " + shown(one, kMostShown) + "\n";
  for (const Fault& fault : verified.faults)
    out += "WRONG     " + fault.kind + "  " + shown(fault.where, kMostShown) + ": " +
           shown(fault.why, kMostShown) + "\n";
  if (verified.faults.empty()) return out + "The case is as it was recorded.\n";
  return out + "The case is NOT as it was recorded: " + std::to_string(verified.faults.size()) +
         (verified.faults.size() == 1 ? " fault.\n" : " faults.\n");
}

int run(Asked asked) {
  asked.options.folder = asked.folder;
  if (!read_file(asked.signers, asked.options.signers) ||
      !read_file(asked.authorities, asked.options.authorities))
    return 2;
  const auto verified = verify(asked.options);
  if (!verified) {
    std::cerr << "bridle: " << verified.error() << "\n";
    return 2;
  }
  std::cout << (asked.format == "json" ? as_json(*verified) : as_text(*verified));
  return verified->faults.empty() ? 0 : 6;
}

}  // namespace

void add_verify(CLI::App& app, int& code) {
  auto* const verb = app.add_subcommand(
      "verify", "files, custody log, signatures, time stamps and exhibits of a case: as recorded?");
  auto asked = std::make_shared<Asked>();
  verb->add_option("case", asked->folder, "case folder")->required();
  verb->add_option("exhibit", asked->options.exhibits,
                   "the exhibits of the case, in any order: hashed again");
  verb->add_option("--signers", asked->signers, "whom to believe: an allowed_signers file");
  verb->add_option("--authorities", asked->authorities,
                   "certificates of time stamp authorities, PEM");
  verb->add_option("--jobs", asked->options.jobs, "how many threads (default: all cores)");
  verb->add_option("--format", asked->format, "what goes to standard output")
      ->check(CLI::IsMember({"text", "json"}));
  verb->callback([asked, &code] { code = run(*asked); });
}

}  // namespace bridle
