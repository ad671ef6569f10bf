#include "artefact/intrusion_events.h"

#include <array>

#include "artefact/sqlite.h"
#include "base/text.h"
#include "format/intrusion_event.h"
#include "format/lines.h"

namespace bridle {
namespace {

constexpr std::string_view kSorts[] = {"dns_event", "connect_event", "security_event"};

bool known(std::string_view key) {
  for (const std::string_view sort : kSorts)
    if (key == sort) return true;
  return false;
}

}  // namespace

std::string_view event_sort(std::string_view line) {
  const auto begin = line.find('"');
  const auto end = begin == std::string_view::npos ? begin : line.find('"', begin + 1);
  return end == std::string_view::npos ? std::string_view()
                                       : line.substr(begin + 1, end - begin - 1);
}

namespace {

// The events of one sort, line by line.
class Events {
 public:
  Events(std::string_view sort, const EventReader& read, Rows& out)
      : sort_(sort), read_(read), out_(out) {}

  // One artefact tells of lines that are of no sort: the three read the same file.
  bool tells_all() const { return sort_ == kSorts[2]; }

  void line(std::uint64_t at, std::string_view text) {
    const auto key = event_sort(text);
    if (key != sort_ && !text.ends_with('}')) return out_.gap(at, "a line that ends early");
    if (key != sort_) {
      if (!known(key) && tells_all()) out_.gap(at, "a line that is no event of a known sort");
      return;
    }
    JsonObject whole, event;
    if (parser_.parse(text.data(), text.size()).get(whole) == simdjson::SUCCESS &&
        whole[sort_].get(event) == simdjson::SUCCESS)
      read_(at, event);
    else
      out_.gap(at, "an event that is no JSON object");
  }

 private:
  std::string_view sort_;
  const EventReader& read_;
  Rows& out_;
  simdjson::dom::parser parser_;
};

constexpr Field kStored[] = {
    {"event", Kind::content, "in base 16", "hex(a.intrusion_detection_event)"}};
constexpr Query kStore[] = {{.from = "intrusion_detection_events a", .row = "a.id"}};

// The store on the phone holds the same events in another form.
class Stored : public Rows {
 public:
  Stored(Events& events, Rows& out) : events_(events), out_(out) {}

  void push(RowOrigin id, std::span<const Value> values) override {
    const auto* const digits = std::get_if<std::string_view>(&values[0]);
    const auto bytes = digits ? from_hex(*digits) : std::nullopt;
    if (!bytes) return out_.gap(id.row, "an event that was not stored");
    if (const auto line = intrusion_event_line(as_bytes(*bytes)))
      events_.line(id.row, *line);
    else if (events_.tells_all())
      out_.gap(id.row, line.error().what);
  }
  void gap(std::uint64_t at, std::string_view why) override { out_.gap(at, why); }
  bool stopped() const override { return out_.stopped(); }

 private:
  Events& events_;
  Rows& out_;
};

bool is_database(const File& file) {
  constexpr std::string_view kMagic = "SQLite format 3";
  std::array<std::byte, kMagic.size()> head;
  return file.content->size() >= head.size() && file.content->read(0, head) &&
         as_text(head) == kMagic;
}

}  // namespace

Result<void> read_events(const File& file, Rows& out, std::string_view sort,
                         const EventReader& read) {
  Events events(sort, read, out);
  if (is_database(file)) {
    Stored stored(events, out);
    return sqlite_rows(file, kStore, kStored, stored);
  }
  Lines lines(*file.content);
  bool any = false;
  while (const auto line = lines.next()) {
    if (out.stopped()) return {};
    const auto text = trim(*line);
    if (text.empty()) continue;
    any = true;
    events.line(lines.at(), text);
  }
  if (lines.problem()) return std::unexpected(*lines.problem());
  if (!any) return fail(Errc::truncated, "the log is empty");
  return {};
}

std::string_view address_of(std::string_view text) {
  return text.substr(text.rfind('/') + 1);
}

}  // namespace bridle
