#include "campaign/meetings.h"

#include <algorithm>
#include <functional>
#include <string>
#include <tuple>
#include <unordered_set>

#include "base/text.h"
#include "campaign/account.h"
#include "campaign/shared_rows.h"
#include "detect/indicator/host.h"
#include "detect/indicator/url_finder.h"

namespace bridle::campaign {
namespace {

constexpr std::int64_t kAfter = 600 * kSecond;
constexpr std::int64_t kBefore = 7 * 86'400 * kSecond;

// The fields of a store that shows hosts, "" where it has none. `place` is a host or one link,
// `text` and `more` are what people wrote; `answers` are addresses that the host has.
enum : std::uint8_t { when, place, address, text, more, sender, direction, answers };

struct HostStore {
  std::string_view artefact;
  std::string_view fields[8];
};

// Names that were looked up come first: a connection to an address that one of them has is none
// to a nameless server.
constexpr HostStore kHosts[] = {
    {"android_intrusion_dns", {"time", "hostname", "", "", "", "", "", "addresses"}},
    {"android_intrusion_connect", {"time", "host", "address"}},
    {"ios_app_privacy_report", {"time", "domain"}},
    {"android_chrome_history", {"time", "url"}},
    {"ios_safari_history", {"time", "url"}},
    {"ios_chrome_history", {"time", "url"}},
    {"ios_firefox_history", {"time", "url"}},
    {"android_whatsapp_messages", {"time", "link", "", "text", "", "sender", "direction"}},
    {"android_whatsapp_old_messages", {"time", "", "", "text", "caption", "sender", "direction"}},
    {"ios_whatsapp_messages", {"time", "", "", "text", "", "sender", "direction"}},
    {"ios_whatsapp_links", {"time", "content1", "", "matched", "content2", "sender"}},
    {"android_sms", {"time", "", "", "text", "subject", "address", "direction"}},
    {"ios_sms", {"time", "", "", "text", "attributed_text", "handle", "direction"}},
};

struct HostsIn : FoundSink {
  std::vector<std::string>& out;
  explicit HostsIn(std::vector<std::string>& to) : out(to) {}
  void on(const Found& found) override {
    if (!found.email.empty()) return;
    if (const auto host = host_name(found.url.host)) out.push_back(*host);
  }
};

std::size_t key(std::string_view text) {
  return std::hash<std::string_view>()(text);
}

class MeetingReader {
 public:
  MeetingReader(const AddressBooks& books, const Attacks& attacks, Words& words, Meetings& out)
      : books_(books), attacks_(attacks), words_(words), out_(out) {}

  void on(std::string_view artefact, const SharedRow& row) {
    const auto time = row.time(when);
    if (!time) return;
    const std::uint32_t phone = words_.phones.number_of(row.phone());
    Span& span = out_.spans[phone];
    span.first = std::min(span.first, *time);
    span.last = std::max(span.last, *time);
    find_hosts(row);
    if (hosts_.empty()) return;
    const bool lure = is_lure(row);
    const auto attack = attacks_.find(phone);
    const auto where = attack == attacks_.end() ? std::nullopt : near(attack->second, *time, lure);
    for (const std::string& name : hosts_) {
      const std::uint32_t host = words_.hosts.number_of(name);
      Met& met = out_.met[std::uint64_t{host} << 32 | phone];
      ++met.times;
      if (lure) ++met.lures;
      if (where) out_.timed.push_back({host, phone, *where, *time, origin(artefact, phone, row)});
    }
  }

 private:
  void find_hosts(const SharedRow& row) {
    hosts_.clear();
    HostsIn sink(hosts_);
    for (const std::size_t field : {std::size_t{place}, std::size_t{text}, std::size_t{more}})
      find_urls(row.text(field), sink);
    for (const std::string_view one : split(row.text(answers), '\n')) answered_.insert(key(one));
    const std::string_view bare = row.text(address);
    if (hosts_.empty() && !bare.empty() && !answered_.contains(key(bare)))
      if (const auto parsed = parse_address(bare)) hosts_.push_back(text_of(*parsed));
    std::ranges::sort(hosts_);
    const auto twice = std::ranges::unique(hosts_);
    hosts_.erase(twice.begin(), twice.end());
  }

  bool is_lure(const SharedRow& row) const {
    const std::string who = account_of(row.text(sender));
    return !who.empty() && row.text(direction) != "sent" && !books_.knows(row.phone(), who);
  }

  Origin origin(std::string_view artefact, std::uint32_t phone, const SharedRow& row) {
    return {words_.sources.number_of(source_of(row.record, phone, artefact)), row.record.row};
  }

  const AddressBooks& books_;
  const Attacks& attacks_;
  Words& words_;
  Meetings& out_;
  std::vector<std::string> hosts_;
  std::unordered_set<std::size_t> answered_;
};

// What the moments near the attacks take of the span. A year at most counts: one wrong clock must
// not make all of them look rare.
void measure(Span& span, const std::vector<Time>& attacks) {
  constexpr double kYear = 366.0 * 86'400 * kSecond;
  std::int64_t covered = 0, until = kEarliest.us;
  for (const Time t : attacks) {
    covered += t.us + kAfter - std::max(t.us, until);
    until = t.us + kAfter;
  }
  const double whole = std::min(static_cast<double>(span.last.us - span.first.us), kYear);
  const auto share = [&](std::int64_t part) {
    return whole <= 0 ? 1 : std::min(static_cast<double>(part) / whole, 1.0);
  };
  span.after = share(covered);
  span.before = share(kBefore);
}

}  // namespace

std::optional<Near> near(const std::vector<Time>& attacks, Time time, bool lure) {
  const auto next = std::ranges::upper_bound(attacks, time);
  if (next != attacks.begin())
    return time.us - std::prev(next)->us <= kAfter ? std::optional(Near::after) : std::nullopt;
  const bool close = lure && !attacks.empty() && attacks.front().us - time.us <= kBefore;
  return close ? std::optional(Near::before) : std::nullopt;
}

Result<Meetings> read_meetings(const SharedRows& lake, const AddressBooks& books,
                               const Attacks& attacks, Words& words) {
  Meetings out;
  MeetingReader reader(books, attacks, words, out);
  for (const HostStore& store : kHosts)
    TRY(lake.each(store.artefact, store.fields,
                  [&](const SharedRow& row) { reader.on(store.artefact, row); }));
  std::ranges::sort(out.timed, {}, [](const Timed& one) {
    return std::tuple(one.host, one.phone, one.time, one.origin.source, one.origin.row);
  });
  for (auto& [phone, span] : out.spans)
    if (const auto attack = attacks.find(phone); attack != attacks.end())
      measure(span, attack->second);
  return out;
}

}  // namespace bridle::campaign
