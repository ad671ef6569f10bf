#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/text.h"
#include "sink/export.h"
#include "sink/finding_words.h"
#include "sink/json.h"
#include "sink/private_file.h"
#include "sink/stix_observable.h"
#include "sink/uuid.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

// https://docs.oasis-open.org/cti/stix-common-objects: TLP 2.0.
constexpr std::string_view kAmber = "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421";
constexpr std::string_view kAmberStrict =
    "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003";
constexpr std::string_view kRed = "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1";

std::string_view marking(Share level) {
  if (level == Share::full) return kRed;
  return level == Share::context ? kAmberStrict : kAmber;
}

// "2026-01-02T03:04:05.678Z", as `created` and `modified` must be.
std::string to_millisecond(Time t) {
  std::string out = iso8601(t);
  out.erase(out.size() - 4, 3);
  return out;
}

void write_refs(Json& out, std::string_view key, const std::vector<std::string>& ids) {
  out.key(key);
  out.begin_array();
  for (const std::string& id : ids) out.value(std::string_view(id));
  out.end_array();
}

// "indicator--" and a UUID: an id that a pack of STIX gave, and that others know it by.
bool stix_id(std::string_view id) {
  constexpr std::string_view kStart = "indicator--";
  if (!id.starts_with(kStart) || id.size() != kStart.size() + 36) return false;
  id.remove_prefix(kStart.size());
  for (std::size_t i = 0; i < id.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? id[i] != '-' : !contains("0123456789abcdef", id.substr(i, 1))) return false;
  }
  return true;
}

struct Sighting {
  std::string indicator;  // its id
  std::string pattern;    // if the indicator is to be written, too
  std::string name;
  std::vector<std::string> observed;
  std::vector<Time> times;
};

class Bundle {
 public:
  explicit Bundle(const SharedCase& shared)
      : shared_(shared), objects_(shared.anchor()), author_(id("identity", "bridle")) {}

  std::string take() {
    out_.begin_object();
    out_.member("id", id("bundle", std::string(name(shared_.level()))));
    out_.key("objects");
    out_.begin_array();
    write_author();
    write_note("verdict", verdict_words(shared_), {author_});
    for (std::size_t i = 0; i < shared_.outcome().findings.size(); ++i) write_finding(i);
    for (const auto& [key, sighting] : sightings_) {
      if (!sighting.pattern.empty()) write_indicator(sighting);
      write_sighting(key, sighting);
    }
    objects_.write(out_);
    out_.end_array();
    out_.member("type", "bundle");
    out_.end_object();
    return out_.take();
  }

 private:
  // The same for the same thing in the same result.
  std::string id(const std::string& type, const std::string& what) const {
    return type + "--" +
           uuid4_of(shared_.anchor() + "\n" + std::string(name(shared_.level())) + "\n" + type +
                    "\n" + what);
  }

  void marked() {
    out_.key("object_marking_refs");
    out_.begin_array();
    out_.value(marking(shared_.level()));
    out_.end_array();
  }

  void write_author() {
    const std::string when = to_millisecond(shared_.checked());
    out_.begin_object();
    out_.member("created", when);
    out_.member("id", author_);
    out_.member("identity_class", "system");
    out_.member("modified", when);
    out_.member("name", "bridle " + shared_.outcome().version + ", case " + shared_.id());
    out_.member("spec_version", "2.1");
    out_.member("type", "identity");
    out_.end_object();
  }

  void write_note(const std::string& what, const std::string& content,
                  const std::vector<std::string>& about) {
    const std::string when = to_millisecond(shared_.checked());
    out_.begin_object();
    out_.member("abstract", what);
    out_.member("content", content);
    out_.member("created", when);
    out_.member("created_by_ref", author_);
    out_.member("id", id("note", what));
    out_.member("modified", when);
    marked();
    write_refs(out_, "object_refs", about);
    out_.member("spec_version", "2.1");
    out_.member("type", "note");
    out_.end_object();
  }

  void write_observed(const std::string& own, const Finding& f,
                      const std::vector<std::string>& seen) {
    const std::string when = to_millisecond(shared_.checked());
    const auto [first, last] = std::ranges::minmax_element(f.times, {}, &NamedTime::at);
    // STIX wants a time. A record that has none was seen when it was read.
    const bool dated = !f.times.empty();
    out_.begin_object();
    out_.member("created", when);
    out_.member("created_by_ref", author_);
    out_.member("first_observed", dated ? iso8601(first->at) : when);
    out_.member("id", own);
    out_.member("last_observed", dated ? iso8601(last->at) : when);
    out_.member("modified", when);
    out_.member("number_observed", std::uint64_t{1});
    marked();
    write_refs(out_, "object_refs", seen);
    out_.member("spec_version", "2.1");
    out_.member("type", "observed-data");
    out_.end_object();
  }

  void write_finding(std::size_t index) {
    const Finding& f = shared_.outcome().findings[index];
    const std::string own = id("observed-data", finding_id(index));
    const Observable seen = observable_of(f, SharedCase::kind_of(f));
    std::vector<std::string> refs = {objects_.add(f.locator)};
    if (std::string what = objects_.add(seen); !what.empty() && what != refs.front())
      refs.push_back(std::move(what));
    write_observed(own, f, refs);
    write_note(finding_id(index), finding_words(f), {own});
    if (f.indicator) sight(f, seen, own);
  }

  // An indicator without an id of STIX, whose value was held back, cannot be named to others.
  void sight(const Finding& f, const Observable& seen, const std::string& observed) {
    const bool known = stix_id(f.indicator->id);
    const std::string key = f.indicator->pack + "\n" + f.indicator->id;
    Sighting sighting{.indicator = known ? f.indicator->id : id("indicator", key),
                      .pattern = known ? "" : stix::pattern(seen),
                      .name = f.indicator->pack + ": " + f.indicator->id,
                      .observed = {},
                      .times = {}};
    if (!known && sighting.pattern.empty()) return;
    Sighting& of = sightings_.try_emplace(key, std::move(sighting)).first->second;
    of.observed.push_back(observed);
    for (const NamedTime& time : f.times) of.times.push_back(time.at);
  }

  void write_indicator(const Sighting& s) {
    const std::string when = to_millisecond(shared_.checked());
    out_.begin_object();
    out_.member("created", when);
    out_.member("created_by_ref", author_);
    out_.member("description", "An indicator of a pack that is not STIX, as far as it was seen.");
    out_.member("id", s.indicator);
    write_refs(out_, "indicator_types", {"malicious-activity"});
    out_.member("modified", when);
    out_.member("name", s.name);
    marked();
    out_.member("pattern", s.pattern);
    out_.member("pattern_type", "stix");
    out_.member("spec_version", "2.1");
    out_.member("type", "indicator");
    out_.member("valid_from", s.times.empty() ? when : iso8601(std::ranges::min(s.times)));
    out_.end_object();
  }

  void write_sighting(const std::string& key, const Sighting& s) {
    const std::string when = to_millisecond(shared_.checked());
    out_.begin_object();
    out_.member("count", std::uint64_t{s.observed.size()});
    out_.member("created", when);
    out_.member("created_by_ref", author_);
    if (!s.times.empty()) out_.member("first_seen", iso8601(std::ranges::min(s.times)));
    out_.member("id", id("sighting", key));
    if (!s.times.empty()) out_.member("last_seen", iso8601(std::ranges::max(s.times)));
    out_.member("modified", when);
    marked();
    write_refs(out_, "observed_data_refs", s.observed);
    out_.member("sighting_of_ref", s.indicator);
    out_.member("spec_version", "2.1");
    out_.member("type", "sighting");
    write_refs(out_, "where_sighted_refs", {author_});
    out_.end_object();
  }

  const SharedCase& shared_;
  stix::Objects objects_;
  std::string author_;
  std::map<std::string, Sighting> sightings_;
  Json out_;
};

}  // namespace

Result<void> export_stix(SharedCase& shared, const fs::path& output) {
  return write_private(output, Bundle(shared).take());
}

}  // namespace bridle
