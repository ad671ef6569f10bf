#include "sink/mvt/alerts.h"

#include <algorithm>

#include "sink/mvt/json_text.h"
#include "sink/shown.h"

namespace bridle {
namespace {

// Rules that stand for what MVT calls HIGH.
constexpr std::string_view kHighRules[] = {"backdated_invitation", "nul_in_account",
                                           "orphan_network_use", "root_programs",
                                           "threat_notification"};

constexpr std::pair<std::string_view, std::string_view> kLists[] = {
    {"app", "app_ids"},
    {"certificate", "app_cert_hashes"},
    {"cidr", "domains"},
    {"domain", "domains"},
    {"email", "emails"},
    {"ip", "domains"},
    {"md5", "files_md5"},
    {"name", "file_names"},
    {"path", "file_paths"},
    {"process", "processes"},
    {"profile", "ios_profile_ids"},
    {"property", "android_property_names"},
    {"sha1", "files_sha1"},
    {"sha256", "files_sha256"},
    {"url", "urls"}};

// MVT's name for the list that an indicator stands in.
std::string_view list_of(const Cited& indicator) {
  if (indicator.type == "hash")
    return indicator.value.size() == 32   ? "files_md5"
           : indicator.value.size() == 40 ? "files_sha1"
                                          : "files_sha256";
  const auto* const at = std::ranges::find(kLists, indicator.type,
                                           &std::pair<std::string_view, std::string_view>::first);
  return at == std::end(kLists) ? std::string_view(indicator.type) : at->second;
}

// The reason with what it is about, as whoever greps for a value expects.
std::string message_of(const Finding& finding) {
  constexpr std::size_t kMost = 300;  // characters
  std::string out = finding.why;
  const std::string value =
      shown(finding.indicator ? finding.indicator->value : finding.value, kMost);
  if (!value.empty()) out += ": \"" + value + "\"";
  if (finding.indicator && !finding.campaign.empty())
    out += " (" + shown(finding.campaign, kMost) + ")";
  return out;
}

}  // namespace

std::string_view mvt_level(const Finding& finding, const MvtModule* module) {
  if (finding.claim == Class::context) return "LOW";
  if (finding.indicator) {
    if (finding.level == Level::lead) return "HIGH";
    return module ? module->level : "CRITICAL";
  }
  if (finding.level == Level::match) return "CRITICAL";
  if (std::ranges::find(kHighRules, finding.rule) != std::end(kHighRules)) return "HIGH";
  return "MEDIUM";
}

std::string mvt_event_of(const Finding& finding) {
  MvtMembers out(1);
  out.key("artefact");
  out.text(finding.artefact);
  out.key("domain");
  out.text(finding.locator.domain);
  out.key("path");
  out.text(finding.locator.path);
  out.key("row");
  out.number(static_cast<std::int64_t>(finding.locator.row));
  out.key("field");
  out.text(finding.field);
  out.key("value");
  out.text(finding.value);
  for (const NamedTime& t : finding.times) {
    out.key("times/" + t.field);
    out.text(mvt_time(t.at));
  }
  return "{" + out.take() + "\n}";
}

MvtAlert mvt_alert(const Finding& finding, const MvtModule* module, std::string event,
                   const Zone& zone) {
  return {.level = std::string(mvt_level(finding, module)),
          .module = module ? std::string(module->slug) : finding.artefact,
          .message = message_of(finding),
          .event_time = finding.times.empty() ? "" : mvt_time(zone.shown(finding.times.front().at)),
          .event = std::move(event),
          .finding = &finding};
}

std::string mvt_alert_json(const MvtAlert& alert) {
  MvtMembers out(2);
  out.key("level");
  out.text(alert.level);
  out.key("module");
  out.text(alert.module);
  out.key("message");
  out.text(alert.message);
  out.key("event_time");
  out.text(alert.event_time);
  out.key("event");
  out.written(indented(alert.event, 2));
  out.key("matched_indicator");
  if (const auto& indicator = alert.finding->indicator) {
    MvtMembers cited(3);
    cited.key("value");
    cited.text(indicator->value);
    cited.key("type");
    cited.text(list_of(*indicator));
    cited.key("name");
    cited.text(alert.finding->campaign);
    cited.key("stix2_file_name");
    cited.text(indicator->pack);
    out.written("{" + cited.take() + "\n" + mvt_indent(2) + "}");
  } else {
    out.null();
  }
  out.key("rule");
  out.text(alert.finding->rule);
  out.key("class");
  out.text(name(alert.finding->claim));
  return mvt_indent(1) + "{" + out.take() + "\n" + mvt_indent(1) + "}";
}

}  // namespace bridle
