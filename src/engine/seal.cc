#include "engine/seal.h"

#include <openssl/rand.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/text.h"
#include "engine/actor.h"
#include "engine/program.h"
#include "engine/verify_log.h"
#include "format/sshsig.h"
#include "format/time_token.h"
#include "sink/file_text.h"
#include "sink/private_file.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

std::unexpected<std::string> no(std::string why) {
  return std::unexpected(std::move(why));
}

// The log of a case that is as recorded, and the hashes of its files.
struct Intact {
  std::vector<CustodyLine> log;
  CaseHashes found;
};

std::expected<Intact, std::string> intact(const fs::path& folder) {
  auto found = case_hashes(folder);
  auto log = read_custody(folder);
  if (!found || !log) return no(folder.string() + " holds no whole case");
  Verified verified;
  verify_chain(*log, verified);
  verify_files(*log, *found, verified);
  if (verified.faults.empty()) return Intact{std::move(*log), std::move(*found)};
  const Fault& first = verified.faults.front();
  return no("the case is not as recorded, it is not sealed: " + first.where + ": " + first.why);
}

std::expected<std::string, std::string> fingerprint(const std::string& key) {
  const fs::path path = key.ends_with(".pub") ? key : key + ".pub";
  const auto blob = ssh_public_key(file_text(path));
  if (!blob) return no(path.string() + ": " + blob.error().what);
  return ssh_fingerprint(as_bytes(*blob));
}

// What custody_line() gives for the next line, which says by which key it is signed.
std::string next_line(const Intact& now, const std::string& key, const std::string& reason) {
  Deed deed = deed_of_now("seal");
  deed.key = key;
  deed.reason = reason;
  std::ranges::copy_if(now.found.files, std::back_inserter(deed.objects),
                       [](const auto& file) { return !file.first.starts_with("signatures/"); });
  return custody_line(deed, now.log.size(), now.log.back().text);
}

// ssh-keygen writes beside what it signs; both are taken away again.
std::expected<std::string, std::string> sign(const fs::path& scratch, const std::string& line,
                                             const std::string& key) {
  fs::path made = scratch;
  made += ".sig";
  if (const auto written = write_private(scratch, line); !written)
    return no(scratch.string() + ": " + written.error().what);
  const auto done =
      run_program({"ssh-keygen", "-q", "-Y", "sign", "-n", kSealPurpose, "-f", key, scratch});
  std::string signature = file_text(made);
  std::error_code none;
  fs::remove(scratch, none);
  fs::remove(made, none);
  if (!done) return no(done.error());
  const auto read = ssh_signature(signature);
  const auto fits = read ? is_signature_of(*read, as_bytes(line)) : std::unexpected(read.error());
  if (!fits) return no(std::string("the signature is not usable: ") + fits.error().what);
  if (!*fits) return no("the signature does not fit what was signed");
  return signature;
}

std::uint64_t any_number() {
  std::array<std::byte, 8> bytes{};
  RAND_bytes(as_writable_uchar(bytes), static_cast<int>(bytes.size()));
  return little_endian(bytes, bytes.size()) >> 1;
}

// The lines whose stamp is asked for and not there.
std::vector<std::uint64_t> waiting(const fs::path& folder, std::size_t lines) {
  std::vector<std::uint64_t> out;
  std::error_code none;
  for (std::uint64_t line = 1; line <= lines; ++line) {
    const std::string name = (folder / seal_name(line)).string();
    if (fs::exists(name + ".tsq", none) && !fs::exists(name + ".tsr", none)) out.push_back(line);
  }
  return out;
}

// Whether an answer is one to the request for this line.
bool answers(const TimeToken& token, const fs::path& folder, const CustodyLine& line) {
  const Digest hash = sha256(as_bytes(line.text + "\n"));
  return token.hash == hash && token.nonce &&
         time_request(hash, *token.nonce) ==
             file_text((folder / seal_name(line.number)).string() + ".tsq");
}

Told keep_stamp(const fs::path& folder, const CustodyLine& line, const std::string& answer) {
  const auto token = time_token(as_bytes(answer));
  if (!token) return no(token.error().what);
  if (!answers(*token, folder, line)) return no("the answer is for another request");
  const std::string name = seal_name(line.number) + ".tsr";
  if (const auto written = write_private(folder / name, answer); !written)
    return no(name + ": " + written.error().what);
  Deed deed = deed_of_now("timestamp");
  deed.objects = {{name, hex(sha256(as_bytes(answer)))}};
  if (const auto added = append_deed(folder, deed); !added) return no(added.error().what);
  return std::vector{name + ": line " + std::to_string(line.number) + " was there at " +
                     iso8601(token->at) + ", says \"" + token->authority + "\""};
}

}  // namespace

Told seal(const SealOptions& options) {
  const auto now = intact(options.folder);
  if (!now) return no(now.error());
  const auto key = fingerprint(options.key);
  if (!key) return no(key.error());
  const std::string line = next_line(*now, *key, options.reason);
  const std::string name = seal_name(now->log.size() + 1);
  const fs::path place = options.folder / name;
  const auto signature = sign(place, line, options.key);
  if (!signature) return no(signature.error());
  const auto request = time_request(sha256(as_bytes(line)), any_number());
  if (const auto added = append_line(options.folder, line); !added) return no(added.error().what);
  const auto kept = write_private(place.string() + ".sig", *signature);
  const auto asked = write_private(place.string() + ".tsq", request);
  if (!kept || !asked) return no(name + " cannot be written");
  std::vector<std::string> told = {name + ".sig: line " + std::to_string(now->log.size() + 1) +
                                   " of the custody log, by the key " + *key};
  if (!options.authority.empty()) {
    const auto fetched = fetch_stamps(options.folder, options.authority);
    if (fetched) std::ranges::copy(*fetched, std::back_inserter(told));
    if (!fetched) told.push_back("no time stamp yet: " + fetched.error());
  }
  return told;
}

Told fetch_stamps(const fs::path& folder, const std::string& authority) {
  const auto log = read_custody(folder);
  if (!log) return no(log.error().what);
  std::vector<std::string> told;
  for (const std::uint64_t line : waiting(folder, log->size())) {
    const std::string name = (folder / seal_name(line)).string();
    const std::string part = name + ".tsr.part";
    const auto done = run_program({"curl", "--silent", "--show-error", "--fail", "--header",
                                   "Content-Type: application/timestamp-query", "--data-binary",
                                   "@" + name + ".tsq", "--output", part, "--url", authority});
    const std::string answer = file_text(part);
    std::error_code none;
    fs::remove(part, none);
    if (!done) return no(done.error());
    const auto kept = keep_stamp(folder, (*log)[line - 1], answer);
    if (!kept) return kept;
    std::ranges::copy(*kept, std::back_inserter(told));
  }
  if (told.empty()) return no("no line of the case waits for a time stamp");
  return told;
}

Told take_stamp(const fs::path& folder, const fs::path& answer) {
  const auto log = read_custody(folder);
  if (!log) return no(log.error().what);
  const std::string bytes = file_text(answer);
  const auto token = time_token(as_bytes(bytes));
  if (!token) return no(answer.string() + ": " + token.error().what);
  for (const std::uint64_t line : waiting(folder, log->size()))
    if (answers(*token, folder, (*log)[line - 1]))
      return keep_stamp(folder, (*log)[line - 1], bytes);
  return no(answer.string() + ": it answers none of the requests that wait");
}

}  // namespace bridle
