// The App Privacy Report that the owner exported: which apps talked to which sites, and which used
// the camera, the microphone, the place, in the last days.
//
// A line of JSON for each entry: type "access" (begin or end of a use) or "networkActivity".

#include <simdjson.h>

#include "artefact/artefact.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "*:**/App_Privacy_Report*.ndjson",
    "**/App_Privacy_Report*.ndjson",
    "App_Privacy_Report*.ndjson",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when, or when it last happened"},
    {"first", Kind::time, "when it first happened"},
    {"type", Kind::text, "access or networkActivity"},
    {"app", Kind::app, "the app"},
    {"domain", Kind::domain, "site that it talked to"},
    {"owner", Kind::content, "who owns the site"},
    {"context", Kind::content, "page that made it talk"},
    {"initiated", Kind::text, "by the app or by a page in it"},
    {"hits", Kind::number, "how often"},
    {"domain_type", Kind::number, "as stored; seen: 1 tracker, 2 the app's own"},
    {"category", Kind::text, "what was used: camera, microphone, location, contacts, photos"},
    {"kind", Kind::text, "begin or end of the use"},
    {"identifier", Kind::text, "id that begin and end share"},
};

using Object = simdjson::dom::object;

std::optional<std::string_view> text(const Object& o, std::string_view key) {
  std::string_view value;
  if (o[key].get(value) != simdjson::SUCCESS) return {};
  return value;
}
std::optional<std::int64_t> whole(const Object& o, std::string_view key) {
  std::int64_t value = 0;
  if (o[key].get(value) != simdjson::SUCCESS) return {};
  return value;
}
std::optional<Time> time(const Object& o, std::string_view key) {
  const auto value = text(o, key);
  return value ? parse_time(*value) : std::nullopt;
}

void put(const Object& o, std::uint64_t at, Rows& out) {
  Object accessor;
  auto app = text(o, "bundleID");
  if (!app && o["accessor"].get(accessor) == simdjson::SUCCESS) app = text(accessor, "identifier");
  out.row<kFields>(at, time(o, "timeStamp"), time(o, "firstTimeStamp"), text(o, "type"), app,
                   text(o, "domain"), text(o, "domainOwner"), text(o, "context"),
                   text(o, "initiatedType"), whole(o, "hits"), whole(o, "domainType"),
                   text(o, "category"), text(o, "kind"), text(o, "identifier"));
}

Result<void> parse(const File& file, Rows& out) {
  const std::string_view all = as_text(TRY(file.bytes()));
  if (all.empty()) return fail(Errc::truncated, "the report is empty");
  simdjson::dom::parser parser;
  std::size_t at = 0;
  while (at < all.size() && !out.stopped()) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    const std::string_view line = trim(all.substr(at, end - at));
    Object object;
    if (!line.empty()) {
      if (parser.parse(line.data(), line.size()).get(object) == simdjson::SUCCESS)
        put(object, at, out);
      else
        out.gap(at, "the line is no JSON object");
    }
    at = end + 1;
  }
  return {};
}

}  // namespace

ARTEFACT(ios_app_privacy_report) = {
    .id = "ios_app_privacy_report",
    .title = "App Privacy Report",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::contacted,
    .parse = parse,
    .row = "byte at which the line begins",
};

}  // namespace bridle
