// How much each app sent and received, and when: also of apps that are gone, and tethering.
//
//   Xt stats:                                         also Dev, UID and UID tag stats
//     ident=[{type=WIFI, …, networkId="x", …}] uid=10123 set=DEFAULT tag=0x0
//       NetworkStatsHistory: bucketDuration=7200
//         st=1767884184 rb=1 rp=2 tb=3 tp=4 op=0      (start, bytes and packets in and out)
// --checkin, in CHECKIN NETSTATS:
//   uid                                               which of the four
//   c,w,10123,d,0                                     sort of network, user id, set, tag
//   d,7200
//   b,1767884184,1,2,3,4,0
// Times up to Android 5 are milliseconds. Source: AOSP com.android.server.net
// NetworkStatsCollection, android.net NetworkStatsHistory (dump, dumpCheckin).

#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:netstats", "dumpstate:CHECKIN NETSTATS"};

constexpr Field kFields[] = {
    {"time", Kind::time, "when the bucket begins; of a total, its first one"},
    {"last", Kind::time, "of a total, when its last bucket begins"},
    {"what", Kind::text, "bucket, or total of the buckets before it"},
    {"table", Kind::text, "what was counted: dev and xt all traffic, uid by app, tag by purpose"},
    {"uid", Kind::number, "user id of the app; -1 all, -4 apps that are gone, -5 tethering"},
    {"set", Kind::text, "DEFAULT in the background, FOREGROUND, or others"},
    {"tag", Kind::text, "what the app said it was for"},
    {"network", Kind::content, "which network"},
    {"received", Kind::number, "bytes that came"},
    {"sent", Kind::number, "bytes that went"},
    {"received_packets", Kind::number, "packets that came"},
    {"sent_packets", Kind::number, "packets that went"},
};

struct Traffic {
  std::int64_t received = 0, received_packets = 0, sent = 0, sent_packets = 0;
};

std::optional<Time> start_of(std::int64_t n) {
  constexpr std::int64_t kLargestSeconds = 100'000'000'000;
  if (n < 0) return {};
  return n > kLargestSeconds ? unix_milliseconds(n) : unix_milliseconds(n * 1000);
}

class Reader {
 public:
  explicit Reader(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::string_view text = trim(line);
    if (const auto table = table_named(text)) {
      put_total();
      waiting_ = false;
      found_ = true;
      table_ = *table;
    } else if (text.starts_with("ident=[")) {
      put_total();
      key(at, text);
    } else if (text.starts_with("c,") && split(text, ',').size() == 5) {
      put_total();
      checkin_key(at, text);
    } else if (text.starts_with("st=") || text.starts_with("bucketStart=")) {
      bucket(at, text);
    } else if (text.starts_with("b,")) {
      checkin_bucket(at, text);
    }
  }

  void end(std::uint64_t begins) {
    if (waiting_) out_.gap(at_, "traffic that is not told");
    put_total();
    if (!found_) out_.gap(begins, "no table of traffic");
  }

 private:
  // The table that a line begins; nothing if it begins none.
  static MaybeText table_named(std::string_view text) {
    constexpr std::pair<std::string_view, std::string_view> kTables[] = {
        {"Dev stats:", "dev"},
        {"Xt stats:", "xt"},
        {"UID stats:", "uid"},
        {"UID tag stats:", "tag"},
    };
    for (const auto& [name, table] : kTables)
      if (text == name || text == table) return table;
    return {};
  }

  void key(std::uint64_t at, std::string_view text) {
    at_ = at;
    waiting_ = true;
    const std::size_t end = text.rfind("] uid=");
    const std::string_view rest = end == std::string_view::npos ? "" : text.substr(end + 2);
    network_ = text.substr(7, std::min(end, text.size()) - 7);
    uid_ = number_word(rest, "uid");
    set_ = word(rest, "set").value_or("");
    tag_ = word(rest, "tag").value_or("");
    if (!uid_) out_.gap(at, "traffic that cannot be told of whom");
  }

  // "c,w,10123,d,0"
  void checkin_key(std::uint64_t at, std::string_view text) {
    at_ = at;
    waiting_ = true;
    const auto parts = split(text, ',');
    network_ = parts[1] == "w" ? "wifi" : parts[1] == "m" ? "mobile" : std::string(parts[1]);
    uid_ = number(parts[2]);
    set_ = parts[3] == "d" ? "DEFAULT" : parts[3] == "f" ? "FOREGROUND" : std::string(parts[3]);
    tag_ = parts[4];
    if (!uid_) out_.gap(at, "traffic that cannot be told of whom");
  }

  void bucket(std::uint64_t at, std::string_view text) {
    const bool old = text.starts_with("bucketStart=");
    const auto value = [&](std::string_view now, std::string_view before) {
      return number_word(text, old ? before : now);
    };
    const auto start = value("st", "bucketStart");
    const auto rb = value("rb", "rxBytes"), tb = value("tb", "txBytes");
    if (!start || !rb || !tb) return out_.gap(at, "a bucket that cannot be read");
    put_bucket(at, start_of(*start),
               {.received = *rb,
                .received_packets = value("rp", "rxPackets").value_or(0),
                .sent = *tb,
                .sent_packets = value("tp", "txPackets").value_or(0)});
  }

  void checkin_bucket(std::uint64_t at, std::string_view text) {
    const auto parts = split(text, ',');
    std::optional<std::int64_t> n[6];
    for (std::size_t i = 1; i < parts.size() && i < 6; ++i) n[i] = number(parts[i]);
    if (!n[1] || !n[2] || !n[3] || !n[4] || !n[5])
      return out_.gap(at, "a bucket that cannot be read");
    put_bucket(
        at, start_of(*n[1]),
        {.received = *n[2], .received_packets = *n[3], .sent = *n[4], .sent_packets = *n[5]});
  }

  void put_bucket(std::uint64_t at, std::optional<Time> start, const Traffic& t) {
    waiting_ = false;
    if (!first_) first_ = start;
    last_ = start;
    constexpr std::int64_t kMost = std::int64_t{1} << 60;  // no sum of them can overflow …
    const auto add = [](std::int64_t& sum, std::int64_t n) {
      if (n > 0 && n < kMost - sum) sum += n;  // … and none is negative
    };
    add(total_.received, t.received);
    add(total_.received_packets, t.received_packets);
    add(total_.sent, t.sent);
    add(total_.sent_packets, t.sent_packets);
    ++buckets_;
    put(at, "bucket", t, std::nullopt);
  }

  void put_total() {
    if (buckets_ > 0) put(at_, "total", total_, last_);
    total_ = {};
    first_ = last_ = {};
    buckets_ = 0;
  }

  void put(std::uint64_t at, std::string_view what, const Traffic& t, std::optional<Time> last) {
    out_.row<kFields>(at, last ? first_ : last_, last, what, some(table_), uid_, some(set_),
                      some(tag_), some(network_), t.received, t.sent, t.received_packets,
                      t.sent_packets);
  }

  Rows& out_;
  std::string table_, network_, set_, tag_;
  std::optional<std::int64_t> uid_;
  std::uint64_t at_ = 0;  // of the key
  Traffic total_;
  std::optional<Time> first_, last_;
  std::uint64_t buckets_ = 0;
  bool waiting_ = false;  // for the first bucket of a key
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(out));
}

}  // namespace

ARTEFACT(android_net_stats) = {
    .id = "android_net_stats",
    .title = "Traffic of each app",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the line begins",
};

}  // namespace bridle
