#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "sink/export.h"
#include "sink/finding_words.h"
#include "sink/json.h"
#include "sink/observable.h"
#include "sink/private_file.h"
#include "sink/uuid.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

using Sort = Observable::Sort;

// A type of MISP and a category that it may stand in.
struct Typed {
  std::string_view type, category;
  bool of_attack = false;  // may alarm others (to_ids): what an attack owns, not a person
};

Typed type_of(const Observable& seen) {
  const std::string_view algorithm = hash_algorithm(seen.value);
  switch (seen.sort) {
    case Sort::url:
      return {"url", "Network activity", true};
    case Sort::domain:
      return {"domain", "Network activity", true};
    case Sort::ip4:
    case Sort::ip6:
      return {"ip-dst", "Network activity", true};
    case Sort::email:
      return {"email", "Network activity"};
    case Sort::phone:
      return {"phone-number", "Other"};
    case Sort::app:
      return {"mobile-application-id", "Payload installation", true};
    case Sort::path:
    case Sort::file_name:
    case Sort::process:
    case Sort::profile:
      return {"filename", "Artifacts dropped"};
    case Sort::hash:
      return {algorithm == "MD5"     ? "md5"
              : algorithm == "SHA-1" ? "sha1"
                                     : "sha256",
              "Artifacts dropped", true};
    case Sort::certificate:
      return {algorithm == "MD5"     ? "x509-fingerprint-md5"
              : algorithm == "SHA-1" ? "x509-fingerprint-sha1"
                                     : "x509-fingerprint-sha256",
              "Artifacts dropped", true};
    case Sort::account:
    case Sort::none:
      break;
  }
  return {"text", "Other"};
}

struct Attribute {
  Typed typed;
  std::string comment;
  bool alarm = false;
  std::vector<Time> times = {};
};

// By type and value: MISP takes each but once.
using Attributes = std::map<std::pair<std::string, std::string>, Attribute>;

Attributes attributes_of(const SharedCase& shared) {
  Attributes out;
  const auto& findings = shared.outcome().findings;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& f = findings[i];
    const Observable seen = observable_of(f, SharedCase::kind_of(f));
    const Typed typed = type_of(seen);
    // Words have no sort of their own: then the finding itself is what is told.
    const bool told = seen.sort == Sort::none;
    Attribute& to = out.try_emplace({std::string(typed.type), told ? finding_words(f) : seen.value},
                                    Attribute{.typed = typed, .comment = {}})
                        .first->second;
    to.comment += (to.comment.empty() ? "" : " ") + finding_id(i);
    if (!told) to.comment += ": " + finding_words(f);
    to.alarm |= typed.of_attack && f.indicator && f.level == Level::match &&
                f.claim != Class::posture && f.claim != Class::context;
    for (const NamedTime& time : f.times) to.times.push_back(time.at);
  }
  return out;
}

class Event {
 public:
  explicit Event(const SharedCase& shared) : shared_(shared) {}

  std::string take() {
    const std::string when = iso8601(shared_.checked());
    const Outcome& outcome = shared_.outcome();
    out_.begin_object();
    out_.key("Event");
    out_.begin_object();
    write_attributes();
    write_objects();
    write_tag();
    out_.member("analysis", "1");
    out_.member("date", when.substr(0, 10));
    out_.member("distribution", "0");
    out_.member("info", "bridle case " + shared_.id() + ": " + std::string(name(outcome.verdict)));
    out_.member("threat_level_id", outcome.verdict == Verdict::match  ? "1"
                                   : outcome.verdict == Verdict::lead ? "2"
                                                                      : "4");
    out_.member("timestamp", seconds(shared_.checked()));
    out_.member("uuid", uuid("event"));
    out_.end_object();
    out_.end_object();
    return out_.take();
  }

 private:
  static std::string seconds(Time t) { return std::to_string(t.us / kSecond); }

  std::string uuid(const std::string& what) const {
    return uuid4_of(shared_.anchor() + "\nmisp\n" + std::string(name(shared_.level())) + "\n" +
                    what);
  }

  void write_attributes() {
    out_.key("Attribute");
    out_.begin_array();
    for (const auto& [key, attribute] : attributes_of(shared_)) write(key.second, attribute);
    write(verdict_words(shared_), {.typed = {"text", "Internal reference"}, .comment = "verdict"});
    out_.end_array();
  }

  void write(const std::string& value, const Attribute& a) {
    out_.begin_object();
    if (!a.times.empty()) {
      out_.key("Sighting");
      out_.begin_array();
      for (const Time& time : a.times) {
        out_.begin_object();
        out_.member("date_sighting", seconds(time));
        out_.member("source", "bridle");
        out_.member("type", "0");
        out_.end_object();
      }
      out_.end_array();
    }
    out_.member("category", a.typed.category);
    out_.member("comment", a.comment);
    out_.member("disable_correlation", !a.alarm);
    if (!a.times.empty()) out_.member("first_seen", iso8601(std::ranges::min(a.times)));
    if (!a.times.empty()) out_.member("last_seen", iso8601(std::ranges::max(a.times)));
    out_.member("to_ids", a.alarm);
    out_.member("type", a.typed.type);
    out_.member("uuid", uuid("attribute\n" + std::string(a.typed.type) + "\n" + value));
    out_.member("value", value);
    out_.end_object();
  }

  struct Part {
    std::string_view relation, type, value;
  };

  void write_object(const std::vector<Part>& parts, std::string_view object,
                    std::string_view template_id, std::string_view version) {
    const std::string seed = "object\n" + std::string(object) + "\n" +
                             std::string(parts.back().value) + "\n" +
                             std::string(parts.front().value);
    out_.begin_object();
    out_.key("Attribute");
    out_.begin_array();
    for (const Part& part : parts) {
      out_.begin_object();
      out_.member("category", "Other");
      out_.member("disable_correlation", true);
      out_.member("object_relation", part.relation);
      out_.member("to_ids", false);
      out_.member("type", part.type);
      out_.member("uuid", uuid(seed + "\n" + std::string(part.relation)));
      out_.member("value", part.value);
      out_.end_object();
    }
    out_.end_array();
    out_.member("meta-category", "misc");
    out_.member("name", object);
    out_.member("template_uuid", template_id);
    out_.member("template_version", version);
    out_.member("uuid", uuid(seed));
    out_.end_object();
  }

  // Templates of github.com/MISP/misp-objects.
  void write_objects() {
    out_.key("Object");
    out_.begin_array();
    write_object({{"case-number", "text", shared_.id()}}, "forensic-case",
                 "3ea36022-ae93-455e-88b1-d43aca789cac", "1");
    const auto& exhibits = shared_.outcome().exhibits;
    for (std::size_t i = 0; i < exhibits.size(); ++i) {
      const std::string number = exhibit_id(i);
      const std::string about = exhibits[i].kind + ", SHA-256 " + exhibits[i].sha256;
      write_object({{"case-number", "text", shared_.id()},
                    {"additional-comments", "text", about},
                    {"type", "text", "Mobile Device"},
                    {"evidence-number", "text", number}},
                   "forensic-evidence", "fe44c648-63ef-43fc-b3de-af71a2e023e4", "2");
    }
    out_.end_array();
  }

  void write_tag() {
    const Share level = shared_.level();
    out_.key("Tag");
    out_.begin_array();
    out_.begin_object();
    out_.member("name", level == Share::full      ? "tlp:red"
                        : level == Share::context ? "tlp:amber+strict"
                                                  : "tlp:amber");
    out_.end_object();
    out_.end_array();
  }

  const SharedCase& shared_;
  Json out_;
};

}  // namespace

Result<void> export_misp(SharedCase& shared, const fs::path& output) {
  return write_private(output, Event(shared).take());
}

}  // namespace bridle
