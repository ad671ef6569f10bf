#include "campaign/panel.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>
#include <tuple>
#include <vector>

#include "sink/html.h"
#include "sink/shown.h"

namespace bridle::campaign {
namespace {

constexpr std::int64_t kAccounts = 190, kPhones = 540, kAfterPhones = 612, kServers = 850;
constexpr std::int64_t kHead = 34, kFoot = 26, kLine = 20;
constexpr std::int64_t kRoomy = 10, kTight = 3, kLabelled = 120;  // more phones have no labels
// Told apart with every usual sort of colour blindness (Okabe and Ito).
constexpr const char* kColours[] = {"#0072b2", "#d55e00", "#009e73", "#cc79a7",
                                    "#e69f00", "#56b4e9", "#7a5195", "#8c6d1f"};
constexpr std::size_t kLongest = 34, kShortName = 12;  // characters of a name

using Heights = std::map<std::string, std::int64_t>;

std::string number(std::int64_t n) {
  return std::to_string(n);
}

// Evenly from top to bottom.
Heights spread(std::span<const std::string> ids, std::int64_t top, std::int64_t height) {
  Heights out;
  const auto n = static_cast<std::int64_t>(ids.size());
  for (std::int64_t i = 0; i < n; ++i)
    out[ids[static_cast<std::size_t>(i)]] = top + height * (2 * i + 1) / (2 * n);
  return out;
}

// A line that leaves and arrives level.
std::string curve(std::int64_t x1, std::int64_t y1, std::int64_t x2, std::int64_t y2) {
  const std::string middle = number((x1 + x2) / 2);
  return "<path d=\"M" + number(x1) + " " + number(y1) + "C" + middle + " " + number(y1) + " " +
         middle + " " + number(y2) + " " + number(x2) + " " + number(y2) + "\"/>";
}

std::string dot(std::int64_t x, std::int64_t y, std::size_t phones, const std::string& title) {
  const auto radius = 3 + std::lround(std::sqrt(static_cast<double>(phones)));
  return "<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(radius) +
         "\"><title>" + escaped(title) + "</title></circle>";
}

// Phones of the cell that a suspect has an edge to.
std::vector<std::string> in(const Suspect& suspect, const Cell& cell) {
  std::vector<std::string> out;
  std::ranges::set_intersection(suspect.phones, cell.phones, std::back_inserter(out));
  return out;
}

class Drawing {
 public:
  Drawing(const Cell& cell, const Directory& who, std::int64_t top)
      : cell_(cell), who_(who), step_(cell.phones.size() > kLabelled ? kTight : kRoomy) {
    std::vector<std::string> right = cell.servers;
    right.insert(right.end(), cell.shared.begin(), cell.shared.end());
    const auto most = static_cast<std::int64_t>(std::max(cell.accounts.size(), right.size()));
    height_ = std::max(static_cast<std::int64_t>(cell.phones.size()) * step_, most * kLine);
    accounts_ = spread(by_first_call(), top + kHead, height_);
    servers_ = spread(right, top + kHead, height_);
    phones_ = spread(by_neighbours(), top + kHead, height_);
  }

  Panel draw() {
    draw_edges();
    for (const auto& [id, y] : accounts_) draw_account(id, y);
    for (const auto& [id, y] : servers_) draw_server(id, y);
    for (const auto& [id, y] : phones_) draw_phone(id, y);
    return {.svg = std::move(out_), .height = kHead + height_ + kFoot};
  }

 private:
  // Accounts stand in the order in which they first called.
  std::vector<std::string> by_first_call() {
    std::vector<std::tuple<Time, std::string>> order;
    for (const std::string& id : cell_.accounts) {
      Time first = kLatest;
      for (const Evidence& one : who_.accounts.at(id)->evidence) first = std::min(first, one.time);
      order.emplace_back(first, id);
    }
    std::ranges::sort(order);
    std::vector<std::string> out;
    for (const auto& [time, id] : order) {
      colours_[id] = kColours[out.size() % std::size(kColours)];
      out.push_back(id);
    }
    return out;
  }

  // Each phone stands where its accounts and servers are on the mean, so that few lines cross.
  std::vector<std::string> by_neighbours() const {
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> sums;  // of heights, how many
    for (const std::string& phone : cell_.phones) sums[phone] = {0, 0};
    const auto add = [&](const Suspect& suspect, std::int64_t y, std::int64_t weight) {
      for (const std::string& phone : in(suspect, cell_)) {
        sums[phone].first += y * weight;
        sums[phone].second += weight;
      }
    };
    for (const auto& [id, y] : accounts_) add(*who_.accounts.at(id), y, 4);
    for (const auto& [id, y] : servers_) add(*who_.servers.at(id), y, 1);
    std::vector<std::tuple<std::int64_t, std::string>> order;
    for (const auto& [phone, sum] : sums)
      order.emplace_back(sum.first * 64 / std::max<std::int64_t>(sum.second, 1), phone);
    std::ranges::sort(order);
    std::vector<std::string> out;
    for (const auto& [y, phone] : order) out.push_back(phone);
    return out;
  }

  void draw_edges() {
    out_ += "<g fill=\"none\" stroke-width=\"1.2\" stroke-opacity=\".5\">";
    for (const auto& [id, y] : accounts_) {
      out_ += "<g stroke=\"" + colours_[id] + "\">";
      for (const std::string& phone : in(*who_.accounts.at(id), cell_))
        out_ += curve(kAccounts, y, kPhones, phones_[phone]);
      out_ += "</g>\n";
    }
    out_ += "<g stroke=\"#777\">";
    for (const auto& [id, y] : servers_)
      for (const std::string& phone : in(*who_.servers.at(id), cell_))
        out_ += curve(step_ == kRoomy ? kAfterPhones : kPhones, phones_[phone], kServers, y);
    out_ += "</g></g>\n";
  }

  void draw_account(const std::string& id, std::int64_t y) {
    const Suspect& one = *who_.accounts.at(id);
    out_ += "<g fill=\"" + colours_[id] + "\">" + dot(kAccounts, y, one.phones.size(), one.why) +
            "</g>";
    out_ += svg_text(kAccounts - 14, y + 4, "n e",
                     shown(id, kLongest) + (one.country.empty() ? "" : " " + one.country)) +
            "\n";
  }

  void draw_server(const std::string& id, std::int64_t y) {
    const Suspect& one = *who_.servers.at(id);
    out_ += "<g fill=\"#333\">" + dot(kServers, y, one.phones.size(), one.why) + "</g>";
    out_ += svg_text(kServers + 16, y + 4, "n", shown(id, kLongest)) + "\n";
  }

  void draw_phone(const std::string& id, std::int64_t y) {
    const auto reached = who_.phones.find(id);
    const std::string country = reached == who_.phones.end() ? "" : reached->second->country;
    out_ += "<circle cx=\"" + number(kPhones) + "\" cy=\"" + number(y) + "\" r=\"" +
            (step_ == kRoomy ? "3" : "1.4") + "\"><title>" +
            escaped(shown(id, kLongest) + " " + country) + "</title></circle>";
    if (step_ == kRoomy)
      out_ += svg_text(kPhones + 6, y + 3, "s", shown(id, kShortName) + " " + country);
    out_ += "\n";
  }

  const Cell& cell_;
  const Directory& who_;
  std::int64_t step_, height_ = 0;
  std::map<std::string, std::string> colours_;
  Heights accounts_, servers_, phones_;
  std::string out_;
};

}  // namespace

std::string svg_text(std::int64_t x, std::int64_t y, const char* style, const std::string& text) {
  return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" class=\"" + style + "\">" +
         escaped(text) + "</text>";
}

std::string column_heads(std::int64_t y) {
  return svg_text(kAccounts - 14, y, "m e", "accounts") +
         svg_text(kPhones, y, "m", "phones that they called") +
         svg_text(kServers + 16, y, "m", "what those met and share") + "\n";
}

Directory directory_of(const Campaign& campaign) {
  Directory out;
  for (const Suspect& one : campaign.accounts) out.accounts[one.id] = &one;
  for (const Suspect& one : campaign.shared) out.servers[one.id] = &one;
  for (const Suspect& one : campaign.servers) out.servers[one.id] = &one;
  for (const Reached& one : campaign.phones) out.phones[one.id] = &one;
  return out;
}

Panel panel_of(const Cell& cell, const Directory& who, std::int64_t top) {
  return Drawing(cell, who, top).draw();
}

}  // namespace bridle::campaign
