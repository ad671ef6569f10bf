#include <algorithm>

#include "campaign/write_campaign.h"
#include "sink/json.h"

namespace bridle::campaign {
namespace {

void write_texts(Json& out, std::string_view key, const std::vector<std::string>& texts) {
  out.key(key);
  out.begin_array();
  for (const std::string& text : texts) out.value(text);
  out.end_array();
}

std::string sentence(const Evidence& one) {
  std::string time = time_text(one);
  if (!time.empty()) time += ", ";
  return one.phone + ": " + one.what + ", " + time + one.source.artefact + " " +
         one.source.exhibit + " " + one.source.path + " row " + std::to_string(one.row);
}

void write(Json& out, const Suspect& one) {
  out.begin_object();
  out.optional("country", one.country);
  out.key("evidence");
  out.begin_array();
  for (const Evidence& evidence : one.evidence) out.value(sentence(evidence));
  out.end_array();
  out.member("id", one.id);
  out.optional("kind", one.kind);
  write_texts(out, "phones", one.phones);
  out.member("score", shown_score(one.score));
  out.member("why", one.why);
  out.end_object();
}

void write(Json& out, const Reached& one) {
  out.begin_object();
  out.optional("country", one.country);
  out.member("id", one.id);
  out.member("score", shown_score(one.score));
  out.end_object();
}

void write(Json& out, const Cell& one) {
  out.begin_object();
  write_texts(out, "accounts", one.accounts);
  write_texts(out, "phones", one.phones);
  write_texts(out, "servers", one.servers);
  write_texts(out, "shared", one.shared);
  out.end_object();
}

template <class V>
void write_all(Json& out, std::string_view key, const std::vector<V>& all) {
  out.key(key);
  out.begin_array();
  for (const V& one : all) write(out, one);
  out.end_array();
}

// From the first call of a named account to the last.
void write_window(Json& out, const std::vector<Suspect>& accounts) {
  Time first = kLatest, last = kEarliest;
  for (const Suspect& account : accounts)
    for (const Evidence& one : account.evidence) {
      first = std::min(first, one.time);
      last = std::max(last, one.time);
    }
  out.key("window");
  out.begin_array();
  if (first <= last) {
    out.value(iso8601(first));
    out.value(iso8601(last));
  }
  out.end_array();
}

}  // namespace

std::string campaign_json(const Campaign& campaign) {
  Json out;
  out.begin_object();
  write_all(out, "accounts", campaign.accounts);
  write_all(out, "cells", campaign.cells);
  write_all(out, "phones", campaign.phones);
  out.member("schema", "bridle-campaign/1");
  write_all(out, "servers", campaign.servers);
  write_all(out, "shared", campaign.shared);
  write_window(out, campaign.accounts);
  out.end_object();
  return out.take();
}

}  // namespace bridle::campaign
