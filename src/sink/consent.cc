#include "sink/consent.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "base/sha256.h"
#include "base/text.h"

namespace bridle {
namespace {

namespace dom = simdjson::dom;

constexpr std::array<std::string_view, 4> kReaders = {"analyst", "cert", "court", "publication"};
constexpr std::int64_t kDay = 86'400 * kSecond;

Result<std::string> needed(const dom::object& from, std::string_view key, const char* why) {
  std::string_view out;
  if (from[key].get(out) != simdjson::SUCCESS || out.empty()) return fail(Errc::malformed, why);
  return std::string(out);
}

// "2026-11-20": the day's first moment.
std::optional<Time> day(std::string_view text) {
  return text.size() == 10 ? parse_time(std::string(text) + "T00:00:00Z") : std::nullopt;
}

Result<std::vector<std::string>> texts(const dom::element& list, const char* why) {
  dom::array array;
  std::vector<std::string> out;
  if (list.get(array) != simdjson::SUCCESS) return fail(Errc::malformed, why);
  for (const dom::element one : array) {
    std::string_view text;
    if (one.get(text) != simdjson::SUCCESS) return fail(Errc::malformed, why);
    out.emplace_back(text);
  }
  return out;
}

Result<void> read_share(const dom::object& from, Consent& into) {
  dom::element share;
  if (from["share"].get(share) != simdjson::SUCCESS) return {};
  dom::object object;
  if (share.get(object) != simdjson::SUCCESS)
    return fail(Errc::malformed, "\"share\" is no object with a level and readers");
  into.level = share_named(TRY(needed(object, "level", "\"share\" states no level")));
  if (!into.level)
    return fail(Errc::malformed,
                "the level of \"share\" is none of verdict, matched, context, full");
  dom::element with;
  if (object["with"].get(with) != simdjson::SUCCESS) return {};
  into.with = TRY(texts(with, "\"with\" is no list of readers"));
  for (const std::string& reader : into.with)
    if (std::ranges::find(kReaders, reader) == kReaders.end())
      return fail(Errc::malformed, "a reader is none of analyst, cert, court, publication");
  return {};
}

// A misspelled limit must not pass for none.
bool all_known(const dom::object& top) {
  constexpr std::array<std::string_view, 8> kKeys = {"schema",   "owner",    "given", "purpose",
                                                     "language", "exhibits", "share", "keep_until"};
  return std::ranges::all_of(
      top, [&](const auto& member) { return std::ranges::find(kKeys, member.key) != kKeys.end(); });
}

Result<void> read_limits(const dom::object& top, Consent& into) {
  if (!all_known(top)) return fail(Errc::malformed, "it has a key that is not known");
  dom::element given;
  if (top["exhibits"].get(given) == simdjson::SUCCESS)
    into.exhibits = TRY(texts(given, "\"exhibits\" is no list of kinds"));
  TRY(read_share(top, into));
  if (top["keep_until"].get(given) != simdjson::SUCCESS) return {};
  std::string_view text;
  const auto last = given.get(text) == simdjson::SUCCESS ? day(text) : std::nullopt;
  if (!last) return fail(Errc::malformed, "\"keep_until\" is no day of the form 2026-11-20");
  into.ends = Time{last->us + kDay};
  return {};
}

std::optional<std::string> ended(const Consent& consent, Time now) {
  if (!consent.ends || now < *consent.ends) return {};
  return "the owner's consent ended on " + iso8601(Time{consent.ends->us - kDay}).substr(0, 10);
}

}  // namespace

Result<Consent> consent(std::string_view json) {
  dom::parser parser;
  dom::object top;
  if (parser.parse(json.data(), json.size()).get(top) != simdjson::SUCCESS)
    return fail(Errc::malformed, "it is no JSON object");
  if (TRY(needed(top, "schema", "it states no schema")) != "bridle-consent/1")
    return fail(Errc::malformed, "its schema is not bridle-consent/1");
  Consent out{.owner = TRY(needed(top, "owner", "it does not say who consents")),
              .purpose = TRY(needed(top, "purpose", "it does not say what for"))};
  const auto given = day(TRY(needed(top, "given", "it does not say when")));
  if (!given) return fail(Errc::malformed, "\"given\" is no day of the form 2026-11-20");
  out.given = *given;
  if (std::string_view text; top["language"].get(text) == simdjson::SUCCESS) out.language = text;
  TRY(read_limits(top, out));
  return out;
}

Result<GivenConsent> read_consent(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in) return fail(Errc::io, "it cannot be read");
  Consent read = TRY(consent(text));
  return GivenConsent{.consent = std::move(read), .text = std::move(text)};
}

Result<std::optional<Consent>> consent_of(const std::filesystem::path& folder) {
  const auto path = folder / "intake" / "consent.json";
  std::error_code none;
  if (!std::filesystem::exists(path, none)) return std::optional<Consent>();
  return std::optional(TRY(read_consent(path)).consent);
}

void write_consent(Json& out, const GivenConsent& given) {
  const Consent& consent = given.consent;
  const auto list = [&](std::string_view key, const std::vector<std::string>& texts) {
    out.key(key);
    out.begin_array();
    for (const std::string& text : texts) out.value(std::string_view(text));
    out.end_array();
  };
  out.begin_object();
  if (consent.exhibits) list("exhibits", *consent.exhibits);
  out.member("given", iso8601(consent.given).substr(0, 10));
  if (consent.ends) out.member("keep_until", iso8601(Time{consent.ends->us - kDay}).substr(0, 10));
  out.optional("language", consent.language);
  out.member("owner", consent.owner);
  out.member("purpose", consent.purpose);
  out.member("sha256", hex(sha256(as_bytes(given.text))));
  if (consent.level) {
    out.key("share");
    out.begin_object();
    out.member("level", name(*consent.level));
    list("with", consent.with);
    out.end_object();
  }
  out.end_object();
}

std::optional<std::string> refuses_exhibit(const Consent& consent, std::string_view kind,
                                           Time now) {
  if (auto why = ended(consent, now)) return why;
  const auto& kinds = consent.exhibits;
  if (!kinds || std::ranges::find(*kinds, kind) != kinds->end()) return {};
  return "the owner's consent does not name exhibits of the kind " + std::string(kind);
}

std::optional<std::string> refuses_sharing(const Consent& consent, Share level,
                                           std::string_view reader, Time now) {
  if (auto why = ended(consent, now)) return why;
  if (reader == "owner") return {};
  if (!consent.level) return "the owner did not consent that anything leaves the case";
  if (std::ranges::find(consent.with, reader) == consent.with.end())
    return "the owner's consent does not name the reader \"" + std::string(reader) + "\"";
  if (level <= *consent.level) return {};
  return "the owner's consent goes as far as \"" + std::string(name(*consent.level)) +
         "\", not \"" + std::string(name(level)) + "\"";
}

}  // namespace bridle
