// A page over plain http sent the browser, within a second, to a site of another owner with the
// looks of a delivery server: how network injection shows in a history.
//
// Source: Amnesty International, Forensic Methodology Report (2021): yahoo.fr by http, and three
// milliseconds later a host of four labels on port 30495.
// Known false alarms: advertising redirects (https, ports as usual, hosts of many labels): they do
// not fire. MVT asks only for another host within a second.

#include "detect/rule/odd_redirect.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"ios_safari_history"};
constexpr std::string_view kBenign[] = {"a captive portal of a hotel or an airport",
                                        "a shortener or an advertiser with an odd port"};

void watch(const Record& r, std::vector<Note>& notes) {
  const auto redirect = odd_redirect(r);
  if (!redirect) return;
  notes.push_back(
      {.what = "an unencrypted page (" + std::string(redirect->from) +
               ") sent the browser to another site with the looks of a delivery server within " +
               std::to_string(redirect->after_us / 1000) +
               " ms: somebody on the network may have put the redirect there",
       .field = "redirect_to_url",
       .value = std::string(redirect->to)});
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
    .judge = each_by_itself<Class::delivered>,
};

}  // namespace bridle
