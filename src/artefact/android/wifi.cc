// Wireless networks that the phone knows, and which app added each.
//
//   WifiConfigManager - Configured networks Begin ----
//    * ID: 0 SSID: "x" PROVIDER-NAME: null BSSID: null FQDN: null …      the mark if it is in use
//      … cuid=1000 cname=com.android.settings luid=1000 lname=com.android.settings …
//   WifiConfigManager - Configured networks End ----
// Source: AOSP packages/modules/Wifi WifiConfigManager (dump), android.net.wifi WifiConfiguration.

#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:wifi"};

constexpr Field kFields[] = {
    {"network", Kind::content, "its name"},
    {"station", Kind::content, "the one station that it is bound to"},
    {"number", Kind::number, "its number in the phone's list"},
    {"package", Kind::app, "the app that added it"},
    {"uid", Kind::number, "user id of that app"},
    {"changed_by", Kind::app, "the app that changed it last"},
    {"details", Kind::content, "what the phone tells of it in its first line"},
};

class Reader {
 public:
  explicit Reader(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    if (line.starts_with("WifiConfigManager - Configured networks ")) {
      put();
      found_ = true;
      inside_ = contains(line, "Begin");
    } else if (inside_ && contains(line, "ID: ") && contains(line, " SSID: ")) {
      put();
      begin(at, trim(line));
    } else if (open_) {
      member(trim(line));
    }
  }

  void end(std::uint64_t begins) {
    put();
    if (!found_) out_.gap(begins, "no list of networks");
  }

 private:
  // `* ID: 0 SSID: "x" PROVIDER-NAME: null BSSID: null …`
  void begin(std::uint64_t at, std::string_view text) {
    open_ = true;
    at_ = at;
    details_ = text;
    id_ = number(between(text, "ID: ", " ").value_or(""));
    const std::string_view rest = text.substr(text.find(" SSID: ") + 7);
    network_ = rest.starts_with('"') ? between(rest, "\"", "\"").value_or(rest)
                                     : rest.substr(0, rest.find(' '));
    station_ = between(text, " BSSID: ", " ").value_or("");
  }

  void member(std::string_view text) {
    if (const auto name = word(text, "cname")) added_ = *name;
    if (const auto name = word(text, "lname")) changed_ = *name;
    if (const auto uid = number_word(text, "cuid")) uid_ = uid;
  }

  void put() {
    if (!open_) return;
    open_ = false;
    out_.row<kFields>(at_, some(network_), some(station_), id_, some(added_), uid_, some(changed_),
                      some(details_));
    added_.clear();
    changed_.clear();
    uid_ = {};
  }

  Rows& out_;
  std::string network_, station_, added_, changed_, details_;
  std::optional<std::int64_t> id_, uid_;
  std::uint64_t at_ = 0;
  bool inside_ = false, open_ = false, found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(out));
}

}  // namespace

ARTEFACT(android_wifi) = {
    .id = "android_wifi",
    .title = "Wireless networks that the phone knows",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::configured,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the network begins",
};

}  // namespace bridle
