#include "view/shown_campaign.h"

#include <algorithm>
#include <span>

#include "campaign/victims.h"
#include "sink/json.h"
#include "sink/shown.h"
#include "view/json_list.h"
#include "view/lake_cases.h"

namespace bridle {
namespace {

using campaign::Campaign;
using campaign::Evidence;
using campaign::Suspect;

constexpr std::size_t kLongest = 4000;
constexpr std::size_t kMostTraces = 2000;

std::string account_name(std::string_view id) {
  return shown_name(id);
}

// Nobody should get to such a server by a slip of the mouse.
std::string server_name(std::string_view id) {
  return defanged(id, kLongest);
}

using Naming = std::string (*)(std::string_view);

void write_names(Json& out, std::string_view key, const std::vector<std::string>& all,
                 Naming named) {
  out.key(key);
  out.begin_array();
  for (const std::string& one : all) out.value(named(one));
  out.end_array();
}

void write_trace(Json& out, const Evidence& one) {
  out.member("artefact", one.source.artefact);
  out.member("exhibit", one.source.exhibit);
  out.member("path", shown(one.source.path, kLongest));
  out.member("phone", shown_name(one.phone));
  out.member("row", one.row);
  out.member("time", campaign::time_text(one));
  out.member("what", one.what);
}

void write_suspects(Json& out, std::string_view key, const std::vector<Suspect>& all,
                    Naming named) {
  write_list(out, key, all, [&](const Suspect& one) {
    out.member("country", one.country);
    out.member("id", named(one.id));
    out.optional("kind", one.kind);
    write_names(out, "phones", one.phones, shown_name);
    out.member("score", campaign::shown_score(one.score));
    out.member("total", static_cast<std::uint64_t>(one.evidence.size()));
    const std::size_t told = std::min(one.evidence.size(), kMostTraces);
    write_list(out, "traces", std::span(one.evidence).first(told),
               [&](const Evidence& trace) { write_trace(out, trace); });
    out.member("why", shown(one.why, kLongest));
  });
}

void write_cells(Json& out, const std::vector<campaign::Cell>& cells) {
  write_list(out, "cells", cells, [&](const campaign::Cell& one) {
    write_names(out, "accounts", one.accounts, account_name);
    write_names(out, "phones", one.phones, shown_name);
    write_names(out, "servers", one.servers, server_name);
    write_names(out, "shared", one.shared, shown_name);
  });
}

void write_phones(Json& out, const std::vector<campaign::Reached>& phones) {
  write_list(out, "phones", phones, [&](const campaign::Reached& one) {
    out.member("country", one.country);
    out.member("id", shown_name(one.id));
    out.member("score", campaign::shown_score(one.score));
  });
}

void write_victims(Json& out, const Campaign& from) {
  write_list(out, "victims", campaign::victims(from), [&](const campaign::VictimCount& one) {
    out.member("country", one.country);
    out.member("examined", one.examined);
    out.member("high", one.interval.high);
    out.member("low", one.interval.low);
    out.member("reached", one.reached);
    out.member("week", one.week);
  });
}

}  // namespace

std::string shown_campaign_json(const Campaign& from) {
  Json out(Json::Form::lines);
  out.begin_object();
  write_suspects(out, "accounts", from.accounts, account_name);
  write_cells(out, from.cells);
  write_list(out, "homes", from.homes, [&](const auto& home) {
    out.member("country", home.second);
    out.member("name", shown_name(home.first));
  });
  out.member("hosts", from.hosts);
  write_phones(out, from.phones);
  write_suspects(out, "servers", from.servers, server_name);
  write_suspects(out, "shared", from.shared, shown_name);
  out.member("strangers", from.strangers);
  write_victims(out, from);
  out.end_object();
  return out.take();
}

}  // namespace bridle
