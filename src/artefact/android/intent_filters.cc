// What apps wait for: calls, messages, the phone's start; and which of them the owner made the
// default.
//
//   Activity Resolver Table:                          or Receiver, Service, Provider …
//     Non-Data Actions:                               or Full MIME Types:, Schemes: and so on
//         android.intent.action.BOOT_COMPLETED:
//           41fa7d1 com.x/.BootReceiver [filter 5f3a1b2 | (2 filters)]
//   Preferred Activities User 0:                      in the same form
// Source: AOSP services/core com.android.server.IntentResolver (dump), its users in
// com.android.server.pm.

#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:package"};

constexpr Field kFields[] = {
    {"package", Kind::app, "the app"},
    {"component", Kind::text, "its part that is started"},
    {"table", Kind::text, "activity, receiver, service, provider; preferred: the owner's choice"},
    {"sort", Kind::text, "what the key is: Schemes, Non-Data Actions and so on"},
    {"key", Kind::text, "what it waits for: an action, a scheme, a MIME type"},
    {"filters", Kind::number, "how many of its filters say so"},
    {"user", Kind::number, "whose choice it is"},
};

std::string_view table_of(std::string_view heading) {
  if (heading.starts_with("Activity Resolver Table:")) return "activity";
  if (heading.starts_with("Receiver Resolver Table:")) return "receiver";
  if (heading.starts_with("Service Resolver Table:")) return "service";
  if (heading.starts_with("Provider Resolver Table:")) return "provider";
  return heading.starts_with("Preferred Activities User ") ? "preferred" : "";
}

class Reader {
 public:
  explicit Reader(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    if (line.empty()) return;
    const std::size_t depth = indent(line);
    const std::string_view text = trim(line);
    if (depth == 0) return heading(text);
    if (table_.empty() || text.empty()) return;
    if (depth == 2 && text.ends_with(':')) {
      sort_ = text.substr(0, text.size() - 1);
      key_.clear();
    } else if (depth == 6 && text.ends_with(':')) {
      key_ = text.substr(0, text.size() - 1);
    } else if (depth == 8) {
      component(at, text);
    }
  }

  void end(std::uint64_t begins) {
    if (!found_) out_.gap(begins, "no table of intent filters");
  }

 private:
  void heading(std::string_view text) {
    table_ = table_of(text);
    const auto user = between(text, "Preferred Activities User ", ":");
    user_ = user ? number(*user) : std::nullopt;
    sort_.clear();
    key_.clear();
  }

  // "41fa7d1 com.x/.Main (2 filters)"
  void component(std::uint64_t at, std::string_view text) {
    found_ = true;
    const auto words = split(text, ' ');
    const auto package = words.size() < 2 ? std::nullopt : package_of(words[1]);
    if (!package) return out_.gap(at, "a component that cannot be read");
    const auto filters = between(text, "(", " filters)");
    out_.row<kFields>(at, package, words[1], table_, some(sort_), some(key_),
                      filters ? number(*filters) : std::optional<std::int64_t>(1), user_);
  }

  Rows& out_;
  std::string_view table_ = {};  // empty outside the tables
  std::string sort_, key_;
  std::optional<std::int64_t> user_;
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(out));
}

}  // namespace

ARTEFACT(android_intent_filters) = {
    .id = "android_intent_filters",
    .title = "What apps wait for, and default apps",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the line begins",
};

}  // namespace bridle
