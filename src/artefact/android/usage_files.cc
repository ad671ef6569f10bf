// What was done with the phone in the last days, and which app was used when in the last years: as
// stored on the phone, where the dumpsys text has the last day alone.
//
// format/usage_stats.h has the layout since Android 10. Before that it is XML, with times after the
// begin that the file's name says:
//   <usagestats version="1" endTime="86400000">
//     <packages><package package="com.x" lastTimeActive="…" timeActive="…" appLaunchCount="2"/>…
//     <event-log><event package="com.x" class="com.x.Main" time="…" type="1" …/>
// Source: AOSP services/usage com.android.server.usage UsageStatsDatabase, UsageStatsXmlV1.

#include <algorithm>
#include <string>

#include "artefact/dump_text.h"
#include "artefact/usage_words.h"
#include "artefact/xml_events.h"
#include "format/usage_stats.h"
#include "source/tree.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "data/system_ce/*/usagestats/*ly/*",  // daily, weekly, monthly, yearly
    "data/system_ce/*/usagestats/mappings", "data/system_de/*/usagestats/pendingevents_*",
    "data/system/usagestats/*/*ly/*",       "data/system/usagestats/*/mappings",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when; of an app in a table, when it was last used"},
    {"type", Kind::text, "what happened; usage for a row of a table, known for a name alone"},
    {"package", Kind::app, "the app; empty if its name was removed"},
    {"token", Kind::number, "number that stands for the app"},
    {"class", Kind::text, "its part"},
    {"root", Kind::app, "app that began the task, if another"},
    {"channel", Kind::content, "sort of the notification, as the app calls it"},
    {"shortcut", Kind::text, "shortcut that was opened, by the app's name for it"},
    {"bucket", Kind::text, "how much the system takes the app to be used"},
    {"instance", Kind::number, "number of the screen of the app"},
    {"table", Kind::text, "daily, weekly, monthly, yearly; mappings, pendingevents"},
    {"used_ms", Kind::number, "of a row of a table, how long the app was used, milliseconds"},
    {"launches", Kind::number, "how often it was opened"},
    {"last_visible", Kind::time, "when it last was on the screen"},
    {"visible_ms", Kind::number, "how long it was, milliseconds"},
    {"last_service", Kind::time, "when it last worked with a notice shown"},
    {"service_ms", Kind::number, "how long it did, milliseconds"},
    {"last_part", Kind::time, "when any part of it was last used, in the background too"},
    {"user", Kind::number, "whose phone or profile"},
};

// What the path says: …/<user>/usagestats/<table>/<begin>, …/usagestats/<user>/<table>/<begin>.
struct Place {
  std::string_view table, above;
  std::optional<std::int64_t> begin, user;

  explicit Place(std::string_view path) {
    const auto parts = split(path, '/');
    const std::string_view name = parts.back();
    begin = number(name.substr(0, name.find_first_not_of("0123456789")));
    for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
      if (parts[i] != "usagestats") continue;
      user = number(parts[i - 1]);
      if (!user) user = number(parts[i + 1]);
    }
    const std::size_t folder = path.size() - name.size();
    above = path.substr(0, folder == 0 ? 0 : path.rfind('/', folder - 2) + 1);
    table = parts.size() > 1 ? parts[parts.size() - 2] : "";
    if (table.empty() || !begin) table = name.substr(0, name.find('_'));
  }
};

class Usage {
 public:
  Usage(const Place& place, Rows& out) : place_(place), out_(out) {}

  void event(const UsageEvent& e) {
    found_ = true;
    const auto when = e.is_absolute ? positive(e.ms) : after_begin(e.at, e.ms);
    note_name(e.at, e.package, e.token);
    const std::string bucket = usage_bucket(e.bucket), type = usage_type(e.type);
    out_.row<kFields>(e.at, when, type, some(e.package), nonzero(e.token), some(e.part),
                      e.root == e.package ? std::nullopt : some(e.root), some(e.channel),
                      some(e.shortcut), some(bucket), nonzero(e.instance), place_.table,
                      std::nullopt, std::nullopt, std::nullopt, std::nullopt, std::nullopt,
                      std::nullopt, std::nullopt, place_.user);
  }

  // Apps that were not used in the time of the table stand in it, too: they are passed over.
  void app(const UsedApp& a) {
    found_ = true;
    const auto last = last_of(a.at, a.last_used), visible = last_of(a.at, a.last_visible),
               service = last_of(a.at, a.last_service), part = last_of(a.at, a.last_part);
    if (!last && !visible && !service && !part && a.launches == 0) return;
    note_name(a.at, a.package, a.token);
    out_.row<kFields>(a.at, last, "usage", some(a.package), nonzero(a.token), std::nullopt,
                      std::nullopt, std::nullopt, std::nullopt, std::nullopt, std::nullopt,
                      place_.table, a.used_ms, a.launches, visible, nonzero(a.visible_ms), service,
                      nonzero(a.service_ms), part, place_.user);
  }

  // A file that breaks off between two entries says nothing of it: an empty one is told.
  void end() {
    if (!found_) out_.gap(0, "no usage is listed");
  }

  void known(std::uint64_t at, std::string_view package) {
    out_.row<kFields>(at, std::nullopt, "known", package, std::nullopt, std::nullopt, std::nullopt,
                      std::nullopt, std::nullopt, std::nullopt, std::nullopt, "mappings",
                      std::nullopt, std::nullopt, std::nullopt, std::nullopt, std::nullopt,
                      std::nullopt, std::nullopt, place_.user);
  }

 private:
  template <class Number>
  static std::optional<std::int64_t> nonzero(Number n) {
    return n == 0 ? std::nullopt : std::optional(static_cast<std::int64_t>(n));
  }
  static std::optional<Time> positive(std::int64_t ms) {
    return ms > 0 ? unix_milliseconds(ms) : std::nullopt;
  }

  // What was never used stands at the begin of 1970.
  std::optional<Time> after_begin(std::uint64_t at, std::int64_t ms) {
    std::int64_t sum = 0;
    if (place_.begin && !__builtin_add_overflow(*place_.begin, ms, &sum)) return positive(sum);
    if (!place_.begin && !told_begin_) out_.gap(at, "the file's name does not say when it begins");
    told_begin_ = true;
    return {};
  }
  std::optional<Time> last_of(std::uint64_t at, std::optional<std::int64_t> ms) {
    return ms ? after_begin(at, *ms) : std::nullopt;
  }

  void note_name(std::uint64_t at, std::string_view package, std::uint64_t token) {
    if (!package.empty() || told_name_) return;
    out_.gap(at, token == 0 ? "a use without its app" : "numbers of apps without their names");
    told_name_ = true;
  }

  const Place& place_;
  Rows& out_;
  bool told_begin_ = false, told_name_ = false;
  bool found_ = false;
};

// The older form.
class UsageXml {
 public:
  explicit UsageXml(Usage& usage) : usage_(usage) {}

  void event(const XmlEvent& e) {
    if (e.starts("event"))
      usage_.event({.at = e.at,
                    .package = e["package"].value_or(""),
                    .part = e["class"].value_or(""),
                    .root = e["taskRootPackage"].value_or(""),
                    .shortcut = e["shortcutId"].value_or(""),
                    .channel = e["notificationChannel"].value_or(""),
                    .ms = number_of(e, "time").value_or(0),
                    .type = number_of(e, "type").value_or(0),
                    .bucket = number_of(e, "standbyBucket").value_or(0),
                    .instance = number_of(e, "instanceId").value_or(0)});
    if (e.starts("package"))
      usage_.app({.at = e.at,
                  .package = e["package"].value_or(""),
                  .last_used = number_of(e, "lastTimeActive"),
                  .last_service = number_of(e, "lastTimeServiceUsed"),
                  .last_visible = number_of(e, "lastTimeVisible"),
                  .used_ms = number_of(e, "timeActive").value_or(0),
                  .service_ms = number_of(e, "timeServiceUsed").value_or(0),
                  .visible_ms = number_of(e, "timeVisible").value_or(0),
                  .launches = number_of(e, "appLaunchCount").value_or(0)});
  }

  void end() { usage_.end(); }

 private:
  Usage& usage_;
};

// The names lie in one file above the files of the intervals.
UsageNames names_beside(const File& file, std::string_view above, Rows& out) {
  if (!file.tree) return {};
  const std::string path = std::string(above) + "mappings";
  const auto found = std::ranges::find_if(file.tree->nodes(), [&](const Node& node) {
    return node.domain == file.domain && node.path == path;
  });
  if (found == file.tree->nodes().end()) return {};
  const auto content = file.tree->open(*found);
  File names = file;
  if (content) names.content = content->get();
  const auto bytes = content ? names.bytes() : Result<Bytes>(std::unexpected(content.error()));
  if (!bytes) {
    out.gap(bytes.error().at, bytes.error().what);
    return {};
  }
  // What is wrong with them is told where they are read themselves.
  std::optional<Error> damage;
  return UsageNames::read(*bytes, damage);
}

Result<void> parse(const File& file, Rows& out) {
  const Bytes bytes = TRY(file.bytes());
  const Place place(file.path);
  Usage usage(place, out);
  if (bytes.empty()) return fail(Errc::truncated, "the file is empty");
  if (place.table == "mappings") {
    std::optional<Error> damage;
    UsageNames::read(bytes, damage).each([&](std::uint64_t at, std::string_view name) {
      usage.known(at, name);
    });
    if (damage) return std::unexpected(*damage);
    return {};
  }
  if (as_text(bytes).starts_with("<") || as_text(bytes).starts_with(AbxReader::kMagic))
    return read_xml_events(file, UsageXml(usage));
  auto done = read_usage(bytes, names_beside(file, place.above, out),
                         {.event = [&](const UsageEvent& e) { usage.event(e); },
                          .app = [&](const UsedApp& a) { usage.app(a); },
                          .broken = [&](const Error& e) { out.gap(e.at, e.what); }});
  usage.end();
  return done;
}

}  // namespace

ARTEFACT(android_usage_files) = {
    .id = "android_usage_files",
    .title = "Use of the phone and of its apps, as stored on the phone",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .row = "byte at which the entry begins",
};

}  // namespace bridle
