#include <algorithm>
#include <optional>

#include "base/text.h"
#include "engine/verify_log.h"
#include "format/allowed_signers.h"
#include "format/sshsig.h"
#include "format/time_token.h"
#include "sink/file_text.h"

namespace bridle {
namespace {

constexpr std::string_view kFolder = "signatures/";

// "signatures/0003.sig": line 3, ".sig". Nothing for a name that bridle does not give.
struct SealFile {
  std::uint64_t line;
  std::string_view ending;
};
std::optional<SealFile> seal_file(std::string_view name) {
  const auto dot = name.find('.');
  if (dot == std::string_view::npos) return {};
  const auto line = number(name.substr(kFolder.size(), dot - kFolder.size()));
  const auto ending = name.substr(dot);
  if (!line || *line < 1 || (ending != ".sig" && ending != ".tsq" && ending != ".tsr")) return {};
  const SealFile out{static_cast<std::uint64_t>(*line), ending};
  return name.substr(0, dot) == seal_name(out.line) ? std::optional(out) : std::nullopt;
}

// A line of the log and what stands beside it.
struct Sealed {
  const CustodyLine& line;
  std::string name;     // "signatures/0003.sig"
  std::string content;  // of that file
};

bool check_signature(const Sealed& s, const AllowedSigners& list, Verified& into) {
  const auto fault = [&](const char* kind, std::string why) {
    into.faults.push_back({kind, s.name, std::move(why)});
    return false;
  };
  const auto signature = ssh_signature(s.content);
  if (!signature) return fault("signature-unreadable", std::string(signature.error().what) + ".");
  const std::string key = ssh_fingerprint(as_bytes(signature->key));
  if (key != s.line.deed.key)
    return fault("signature-other-key",
                 "It was made with the key " + key + "; the line names " + s.line.deed.key + ".");
  if (signature->purpose != kSealPurpose)
    return fault("signature-other-purpose", "It was made for \"" + signature->purpose + "\".");
  const auto fits = is_signature_of(*signature, as_bytes(s.line.text + "\n"));
  if (!fits) return fault("signature-unsupported", std::string(fits.error().what) + ".");
  if (!*fits)
    return fault("signature-invalid", "It is no signature of line " +
                                          std::to_string(s.line.number) + " as it stands there.");
  std::string held = s.name + ": line " + std::to_string(s.line.number) + ", by the key " + key;
  if (!list.signers.empty()) {
    const auto* who = allows(list, signature->key, kSealPurpose, s.line.deed.at);
    if (!who)
      return fault("signer-not-allowed",
                   "The list of signers does not allow the key " + key + " at that time.");
    held += " of " + who->principals;
  }
  into.held.push_back(std::move(held));
  return true;
}

// What a stamp is worth, in words.
std::string worth(TokenTrust trust, const TimeToken& token) {
  const std::string by = "\"" + token.authority + "\"";
  return trust == TokenTrust::trusted ? ", by " + by + ", whom a given authority stands behind"
                                      : ", by " + by + ", who was not compared with authorities";
}

void check_stamp(const Sealed& s, const std::string& authorities, Verified& into) {
  const auto fault = [&](const char* kind, std::string why) {
    into.faults.push_back({kind, s.name, std::move(why)});
  };
  const Bytes bytes = as_bytes(s.content);
  const auto token = time_token(bytes);
  if (!token) return fault("stamp-unreadable", std::string(token.error().what) + ".");
  if (token->hash != sha256(as_bytes(s.line.text + "\n")))
    return fault("stamp-other-line",
                 "It stamps something else than line " + std::to_string(s.line.number) + ".");
  const auto trust = trust_in(bytes, authorities);
  if (!trust || *trust == TokenTrust::forged)
    return fault("stamp-forged", "The signature in it does not fit.");
  if (*trust == TokenTrust::foreign)
    return fault("stamp-other-authority",
                 "None of the given authorities stands behind \"" + token->authority + "\".");
  into.held.push_back(s.name + ": line " + std::to_string(s.line.number) + " was there at " +
                      iso8601(token->at) + worth(*trust, *token));
}

void tell_unsealed(std::uint64_t sealed, std::size_t lines, Verified& into) {
  if (sealed == lines) return;
  into.limits.push_back(
      (sealed == 0 ? "no line of the custody log is signed"
                   : "the custody log is not signed behind line " + std::to_string(sealed)) +
      std::string(": who can write to the folder could have written it anew"));
}

}  // namespace

void verify_seals(std::span<const CustodyLine> log, const CaseHashes& found,
                  const VerifyOptions& options, Verified& into) {
  const auto list = allowed_signers(options.signers);
  for (const std::size_t line : list.unread)
    into.limits.push_back("line " + std::to_string(line) +
                          " of the list of signers is not understood and was not used");
  const auto is_there = [&](const std::string& name) {
    return std::ranges::binary_search(found.files, name, {}, [](const auto& f) { return f.first; });
  };
  std::uint64_t sealed = 0;
  for (const CustodyLine& line : log) {
    if (line.deed.key.empty()) continue;
    const std::string name = seal_name(line.number) + ".sig";
    if (!is_there(name))
      into.faults.push_back({"signature-missing", name, "The line says that it is signed."});
    else if (check_signature({line, name, file_text(options.folder / name)}, list, into))
      sealed = line.number;
  }
  for (const auto& [name, sha256] : found.files) {
    if (!name.starts_with(kFolder)) continue;
    const auto file = seal_file(name);
    if (!file)
      into.faults.push_back({"file-added", name, "It is no signature or time stamp of a line."});
    else if (file->line > log.size())
      into.faults.push_back(
          {"log-cut-short", name, "The custody log does not hold the line that it belongs to."});
    else if (file->ending == ".sig" && log[file->line - 1].deed.key.empty())
      into.faults.push_back(
          {"signature-unrecorded", name, "Its line does not say that it is signed."});
    else if (file->ending == ".tsr")
      check_stamp({log[file->line - 1], name, file_text(options.folder / name)},
                  options.authorities, into);
    else if (file->ending == ".tsq" && !is_there(seal_name(file->line) + ".tsr"))
      into.limits.push_back(name + ": asks for a time stamp; none was fetched yet");
  }
  tell_unsealed(sealed, log.size(), into);
  if (sealed != 0 && list.signers.empty())
    into.limits.push_back("the keys were not compared with a list of signers (--signers)");
}

}  // namespace bridle
