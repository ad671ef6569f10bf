#include "campaign/picture.h"

#include <algorithm>
#include <map>

#include "campaign/panel.h"

namespace bridle::campaign {
namespace {

constexpr std::int64_t kWidth = 1120, kLeft = 40, kRight = 1080;
constexpr std::int64_t kBars = 130, kTallest = 56;  // where the bars stand, and the highest
constexpr std::int64_t kHeads = 176, kFirstPanel = 188;
constexpr std::int64_t kDay = 86'400 * kSecond;

constexpr const char* kStyle =
    "<style>text{font-family:sans-serif;fill:#222}.h{font-size:20px;font-weight:bold}"
    ".p{font-size:14px;font-weight:bold}.n{font-size:12px}.s{font-size:8px;fill:#555}"
    ".e{text-anchor:end}.m{font-size:12px;fill:#555}</style>\n";

std::string number(std::int64_t n) {
  return std::to_string(n);
}

std::string counted(std::size_t n, const char* one, const char* many) {
  return std::to_string(n) + " " + (n == 1 ? one : many);
}

std::string headline(const Campaign& campaign) {
  return counted(campaign.accounts.size(), "account", "accounts") + ", " +
         counted(campaign.servers.size(), "server", "servers") + ", " +
         std::to_string(campaign.phones.size()) + " of " +
         counted(campaign.homes.size(), "phone", "phones");
}

std::map<std::int64_t, std::int64_t> calls_by_day(const Campaign& campaign) {
  std::map<std::int64_t, std::int64_t> out;
  for (const Suspect& account : campaign.accounts)
    for (const Evidence& one : account.evidence) ++out[one.time.us / kDay];
  return out;
}

// The calls of all named accounts, a bar for each day.
std::string bars(const Campaign& campaign) {
  const auto days = calls_by_day(campaign);
  if (days.empty()) return {};
  const std::int64_t first = days.begin()->first, span = days.rbegin()->first - first + 1;
  const std::int64_t wide = std::max<std::int64_t>((kRight - kLeft) / span - 1, 1);
  std::int64_t most = 1;
  for (const auto& [day, calls] : days) most = std::max(most, calls);
  std::string out = "<g fill=\"#8a3324\">";
  for (const auto& [day, calls] : days) {
    const std::int64_t high = std::max<std::int64_t>(kTallest * calls / most, 1);
    out += "<rect x=\"" + number(kLeft + (day - first) * (kRight - kLeft) / span) + "\" y=\"" +
           number(kBars - high) + "\" width=\"" + number(wide) + "\" height=\"" + number(high) +
           "\"><title>" + iso8601({day * kDay}).substr(0, 10) + ": " + number(calls) +
           "</title></rect>";
  }
  out += "</g>\n<path d=\"M40 130H1080\" stroke=\"#999\"/>\n";
  out += svg_text(kLeft, kBars + 16, "m", iso8601({first * kDay}).substr(0, 10));
  out += svg_text(kRight, kBars + 16, "m e", iso8601({days.rbegin()->first * kDay}).substr(0, 10));
  return out + svg_text(kLeft, 64, "m", "calls by day, at most " + number(most)) + "\n";
}

}  // namespace

std::string campaign_svg(const Campaign& campaign) {
  const Directory who = directory_of(campaign);
  std::string body = svg_text(kLeft, 38, "h", headline(campaign)) + bars(campaign) +
                     (campaign.cells.empty() ? "" : column_heads(kHeads));
  std::int64_t top = kFirstPanel;
  for (std::size_t i = 0; i < campaign.cells.size(); ++i) {
    const Cell& cell = campaign.cells[i];
    body += "<path d=\"M40 " + number(top) + "H1080\" stroke=\"#ddd\"/>\n";
    body += svg_text(
        kLeft, top + 20, "p",
        "Cell " + std::to_string(i + 1) + ": " + counted(cell.phones.size(), "phone", "phones"));
    const Panel panel = panel_of(cell, who, top);
    body += panel.svg;
    top += panel.height;
  }
  const std::string size = number(kWidth) + " " + number(top + 20);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + "\" width=\"" +
         number(kWidth) + "\">\n" + kStyle +
         "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n" + body + "</svg>\n";
}

}  // namespace bridle::campaign
