#include "campaign/reasons.h"

#include <algorithm>
#include <cstdio>
#include <set>

namespace bridle::campaign {
namespace {

std::string counted(std::uint64_t n, const char* one, const char* many) {
  return std::to_string(n) + (n == 1 ? one : many);
}

std::string phones(std::uint64_t n) {
  return counted(n, " phone", " phones");
}

std::string what_was(const Call& call) {
  const bool missed = call.by == Whose::theirs && call.answer == Answer::none;
  std::string out = missed ? "missed " : call.by == Whose::ours ? "own " : "answered ";
  out += call.picture == Picture::video ? "video call" : "call";
  if (call.bytes > 0) out += ", " + std::to_string(call.bytes) + " bytes came";
  return out;
}

std::string what_was(const Timed& one, const Source& source) {
  const bool link = source.artefact.find("messages") != std::string::npos ||
                    source.artefact.ends_with("sms") || source.artefact.ends_with("links");
  std::string out = link ? "link" : source.artefact.ends_with("dns") ? "look-up" : "connection";
  return out + (one.near == Near::after ? ", within ten minutes after a call"
                                        : " from a stranger, in the week before the first call");
}

struct Totals {
  std::uint64_t missed = 0, video = 0, burst = 0, carried = 0, talked = 0;
};

Totals totals(std::span<const Approach> all) {
  Totals out;
  for (const Approach& one : all) {
    out.missed += one.missed;
    out.video += one.video;
    out.burst = std::max(out.burst, one.burst);
    out.carried += one.carried > 0 ? 1 : 0;
    out.talked += one.talked ? 1 : 0;
  }
  return out;
}

std::string short_number(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1g", number);
  return text;
}

}  // namespace

std::string why_account(const WeighedAccount& account) {
  const Totals sum = totals(account.approaches);
  std::string out = "called " + phones(account.approaches.size()) +
                    " that did not know it: " + counted(sum.missed, " call", " calls") +
                    " not answered, " + std::to_string(sum.video) + " of them video";
  if (sum.burst > 1) out += ", up to " + std::to_string(sum.burst) + " within ten minutes";
  if (sum.carried > 0) out += ", data before an answer on " + phones(sum.carried);
  return out + (sum.talked == 0 ? "; nobody ever talked with it"
                                : "; " + phones(sum.talked) + " talked with it");
}

std::string why_server(const WeighedServer& server) {
  std::string out = "met by " + phones(server.phones.size());
  if (server.after > 0)
    out += "; by " + std::to_string(server.after) + " within ten minutes after a call";
  if (server.before > 0)
    out += "; by " + std::to_string(server.before) +
           " through a stranger's link in the week before the first call";
  const std::uint64_t uncalled = server.phones.size() - server.called;
  return out + "; " + (uncalled == 0 ? "no other phone" : phones(uncalled) + " without a call") +
         " met it; by chance: " + short_number(std::max(server.chance, 1e-300));
}

std::string why_thing(const WeighedThing& thing) {
  return "on " + std::to_string(thing.reached) + " of " + std::to_string(thing.of_reached) +
         " reached phones that show such, on " + std::to_string(thing.others) + " of " +
         std::to_string(thing.of_others) + " others; by chance, in the same countries: " +
         short_number(std::max(thing.chance, 1e-300));
}

std::vector<Evidence> calls_as_evidence(const WeighedAccount& account, const Words& words) {
  std::vector<Evidence> out;
  for (const Approach& one : account.approaches)
    for (const Call& call : one.calls)
      out.push_back({.phone = words.phones[call.phone],
                     .time = call.time,
                     .what = what_was(call),
                     .source = words.sources[call.origin.source],
                     .row = call.origin.row});
  return out;
}

std::vector<Evidence> meetings_as_evidence(const WeighedServer& server, const Words& words) {
  std::vector<Evidence> out;
  for (const Timed& one : server.timed) {
    const Source& source = words.sources[one.origin.source];
    out.push_back({.phone = words.phones[one.phone],
                   .time = one.time,
                   .what = what_was(one, source),
                   .source = source,
                   .row = one.origin.row});
  }
  return out;
}

}  // namespace bridle::campaign
