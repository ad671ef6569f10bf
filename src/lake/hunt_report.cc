#include "lake/hunt_report.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>

#include "sink/json.h"
#include "sink/result.h"
#include "sink/shown.h"

namespace bridle {
namespace {

constexpr std::size_t kMostShown = 40;  // characters of one cell

struct Count {
  std::size_t matches = 0, leads = 0, fresh = 0;
};

Count count(const HuntedCase& one) {
  Count out;
  for (const Finding& f : one.findings) ++(f.level == Level::match ? out.matches : out.leads);
  out.fresh = static_cast<std::size_t>(std::ranges::count(one.is_new, true));
  return out;
}

void write_case(Json& out, const HuntedCase& one) {
  out.begin_object();
  out.member("before", name(one.before));
  out.member("case", one.about.id);
  out.member("complete", one.complete);
  out.member("findings", std::uint64_t{one.findings.size()});
  out.member("findings_left_out", one.findings_left_out);
  out.member("gaps", one.gaps);
  out.member("name", one.about.name);
  out.member("new", std::uint64_t{count(one).fresh});
  out.member("verdict", name(one.verdict));
  out.member("version", one.version);
  out.end_object();
}

void write_findings(Json& out, const HuntedCase& one) {
  for (std::size_t i = 0; i < one.findings.size(); ++i) {
    out.begin_object();
    out.key("finding");
    write_finding(out, one.findings[i], i);
    out.member("name", one.about.name);
    out.member("new", bool{one.is_new[i]});
    out.end_object();
  }
}

void write_gap(Json& out, const Gap& gap) {
  out.begin_object();
  out.member("artefact", gap.artefact);
  out.member("path", gap.path);
  out.member("why", gap.why);
  out.end_object();
}

// Cells, the widest of each column deciding its width.
std::string aligned(const std::vector<std::array<std::string, 6>>& rows) {
  std::array<std::size_t, 6> widths{};
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  std::string out;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i)
      line += row[i] + std::string(widths[i] - row[i].size() + 2, ' ');
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
}

std::string summary(const Hunt& hunt) {
  std::map<Verdict, std::size_t> verdicts;
  std::size_t incomplete = 0;
  for (const HuntedCase& one : hunt.cases) {
    ++verdicts[one.verdict];
    incomplete += one.complete ? 0 : 1;
  }
  std::string out =
      std::to_string(hunt.cases.size()) + " cases, " + std::to_string(hunt.records) + " records:";
  for (const auto& [verdict, n] : verdicts)
    out += "  " + std::string(name(verdict)) + " " + std::to_string(n);
  out += "\n";
  if (incomplete > 0)
    out += std::to_string(incomplete) +
           " of them were not read whole: where they show nothing, that says little.\n";
  for (const Gap& gap : hunt.gaps) out += "not searched: " + gap.path + ": " + gap.why + "\n";
  return out;
}

}  // namespace

std::string hunt_json(const Hunt& hunt) {
  Json out;
  out.begin_object();
  out.key("cases");
  out.begin_array();
  for (const HuntedCase& one : hunt.cases) write_case(out, one);
  out.end_array();
  out.key("engine");
  out.begin_object();
  out.member("name", "bridle");
  out.member("version", BRIDLE_VERSION);
  out.end_object();
  out.key("findings");
  out.begin_array();
  for (const HuntedCase& one : hunt.cases) write_findings(out, one);
  out.end_array();
  out.key("gaps");
  out.begin_array();
  for (const Gap& gap : hunt.gaps) write_gap(out, gap);
  out.end_array();
  out.key("packs");
  out.begin_array();
  for (const AppliedPack& pack : hunt.packs) write_pack(out, pack);
  out.end_array();
  out.member("records", hunt.records);
  out.member("schema", "bridle-hunt/1");
  out.end_object();
  return out.take();
}

std::string hunt_table(const Hunt& hunt) {
  std::vector<std::array<std::string, 6>> rows = {
      {"case", "verdict", "before", "matches", "leads", "new"}};
  for (const HuntedCase& one : hunt.cases) {
    if (one.findings.empty()) continue;
    const Count n = count(one);
    rows.push_back({shown(one.about.name, kMostShown), std::string(name(one.verdict)),
                    std::string(name(one.before)), std::to_string(n.matches),
                    std::to_string(n.leads), std::to_string(n.fresh)});
  }
  return (rows.size() > 1 ? aligned(rows) + "\n" : "") + summary(hunt);
}

}  // namespace bridle
