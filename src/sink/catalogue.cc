#include "sink/catalogue.h"

#include <algorithm>
#include <array>
#include <utility>

#include "artefact/artefact.h"
#include "detect/rule.h"
#include "sink/json.h"

namespace bridle {
namespace {

std::string_view name(Expect e) {
  constexpr std::array<std::string_view, 3> kNames = {"core", "usual", "maybe"};
  return kNames[std::to_underlying(e)];
}

std::string_view name(Trace t) {
  constexpr std::array<std::string_view, 9> kNames = {"received",  "visited",    "contacted",
                                                      "looked_up", "ran",        "stored",
                                                      "installed", "configured", "known"};
  return kNames[std::to_underlying(t)];
}

// A bar would end the cell of a table.
std::string cell(std::string_view s) {
  std::string out;
  for (const char c : s) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

std::string page(const Artefact& a) {
  std::string out = "## " + std::string(a.id) + "\n\n" + std::string(a.title) + ".\n\n";
  out += "Expected: " + std::string(name(a.expect)) +
         (a.core_of.empty() ? "" : ", core of " + std::string(a.core_of)) +
         ". A match here means: " + std::string(name(a.trace)) + ". Row: " + std::string(a.row) +
         ".\n\nRead from:\n\n";
  for (const auto read : a.reads) out += "- `" + std::string(read) + "`\n";
  out += "\n| field | kind | what it is |\n| --- | --- | --- |\n";
  for (const Field& f : a.fields)
    out += "| " + std::string(f.name) + " | " + std::string(bridle::name(f.kind)) + " | " +
           cell(f.doc) + " |\n";
  return out + "\n";
}

}  // namespace

std::string catalogue_text() {
  std::size_t widest = 0;
  for (const Artefact* a : artefacts()) widest = std::max(widest, a->id.size());
  std::string out;
  for (const Artefact* a : artefacts())
    out += std::string(a->id) + std::string(widest + 2 - a->id.size(), ' ') +
           std::string(a->title) + "\n";
  return out;
}

std::string catalogue_markdown() {
  std::string out =
      "# Artefacts\n\nPrinted by `bridle artefacts --markdown`; do not edit. An artefact is a file "
      "or table with a known\nmeaning. If a *core* one was not read whole, nothing found means "
      "`inconclusive`; if a *usual* one is\nmissing, the result is incomplete; *maybe* depends on "
      "the phone.\n\n";
  for (const Artefact* a : artefacts()) out += page(*a);
  out.pop_back();
  return out;
}

std::string catalogue_json() {
  Json out;
  out.begin_array();
  for (const Artefact* a : artefacts()) {
    out.begin_object();
    out.member("expect", name(a->expect));
    out.key("fields");
    out.begin_array();
    for (const Field& f : a->fields) {
      out.begin_object();
      out.member("doc", f.doc);
      out.member("kind", bridle::name(f.kind));
      out.member("name", f.name);
      out.end_object();
    }
    out.end_array();
    out.member("id", a->id);
    out.key("reads");
    out.begin_array();
    for (const auto read : a->reads) out.value(read);
    out.end_array();
    out.member("row", a->row);
    out.member("title", a->title);
    out.member("trace", name(a->trace));
    out.end_object();
  }
  out.end_array();
  return out.take();
}

std::string rules_markdown() {
  std::string out =
      "# Rules\n\nPrinted by `bridle artefacts --rules`; do not edit. A rule is detection logic "
      "that is "
      "not an indicator. Each stands in\na file of its own under `src/detect/rule/`, with its "
      "known "
      "false alarms. What a rule says alone is a lead.\n";
  for (const Rule* r : rules()) {
    out += "\n## " + std::string(r->id) + "\n\nSees " + std::string(r->sees) +
           ".\n\n- Source: " + std::string(r->source) + "\n- Watches:";
    for (const auto watched : r->watches) out += " `" + std::string(watched) + "`";
    out += "\n- What else explains it:";
    for (const auto benign : r->benign)
      out += (benign == r->benign.front() ? " " : "; ") + std::string(benign);
    out += "\n- What would confirm it: " + std::string(r->confirm) + "\n";
  }
  return out;
}

}  // namespace bridle
