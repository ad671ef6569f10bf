// A page over plain http sent the browser, within a second, to a site of another owner with the
// looks of a delivery server: how network injection shows in a history.
//
// Source: Amnesty International, Forensic Methodology Report (2021): yahoo.fr by http, and three
// milliseconds later a host of four labels on port 30495.
// Known false alarms: advertising redirects (https, ports as usual, hosts of many labels): they do
// not fire. MVT asks only for another host within a second.

#include <algorithm>

#include "base/text.h"
#include "detect/indicator/registrable.h"
#include "detect/indicator/url.h"
#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"ios_safari_history"};
constexpr std::string_view kBenign[] = {"a captive portal of a hotel or an airport",
                                        "a shortener or an advertiser with an odd port"};

void watch(const Record& r, std::vector<Note>& notes) {
  const auto from = r.text("url");
  const auto to = r.text("redirect_to_url");
  if (!from.starts_with("http://") || to.empty()) return;
  const auto left = r.time("time");
  const auto arrived = r.time("redirect_to_time");
  if (!left || !arrived || std::abs(arrived->us - left->us) >= kSecond) return;
  const Url source = split_url(from);
  const Url target = split_url(to);
  const auto labels = std::ranges::count(target.host, '.') + 1;
  const bool odd_port = !target.port.empty();
  const bool one_short_word = target.path.size() > 1 && target.path.size() <= 16 &&
                              std::ranges::count(target.path, '/') == 1 && target.query.empty();
  if (registrable(source.host) == registrable(target.host)) return;
  if (!odd_port && !(labels >= 4 && one_short_word)) return;
  notes.push_back({.what = odd_port ? "port" : "labels",
                   .field = "redirect_to_url",
                   .value = std::string(to),
                   .extra = {std::string(from), std::to_string((arrived->us - left->us) / 1000)}});
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < notes.size(); ++i)
    claims.push_back({.note = i,
                      .claim = Class::delivered,
                      .level = Level::lead,
                      .why = "an unencrypted page (" + notes[i].extra[0] +
                             ") sent the browser to another "
                             "site with the looks of a delivery server within " +
                             notes[i].extra[1] +
                             " ms: somebody on the network may have put the redirect there"});
}

}  // namespace

RULE(redirect_chain) = {
    .id = "redirect_chain",
    .sees =
        "unencrypted pages that sent the browser to an odd host of another site within a second",
    .source = "Amnesty International, Forensic Methodology Report (2021)",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "where the phone was then, and processes with network use within minutes",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
