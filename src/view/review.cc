#include "view/review.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

#include "base/bytes.h"
#include "base/sha256.h"
#include "base/text.h"
#include "engine/actor.h"
#include "sink/custody.h"
#include "sink/file_text.h"
#include "sink/json_members.h"
#include "sink/private_file.h"
#include "sink/shown.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;
namespace dom = simdjson::dom;

constexpr std::size_t kLongestNote = 20'000;
constexpr std::uintmax_t kLargestFile = 1 << 20;
constexpr int kMost = 9999;

using json::text;

Result<Review> parsed(std::string_view json) {
  dom::parser parser;
  dom::object from;
  if (parser.parse(json.data(), json.size()).get(from) != simdjson::SUCCESS)
    return fail(Errc::malformed, "no object of JSON");
  Review out{.about = text(from, "about"),
             .decision = text(from, "decision"),
             .note = text(from, "note"),
             .actor = text(from, "actor"),
             .role = text(from, "role")};
  if (const auto at = parse_time(text(from, "time"))) out.at = *at;
  if (out.about != "case" && (!out.about.starts_with("F-") || !number(out.about.substr(2))))
    return fail(Errc::malformed, "it is about no finding and not about the case");
  if (!out.decision.empty() && !is_decision(out.about, out.decision))
    return fail(Errc::malformed, "no such decision");
  return out;
}

std::string file_name(int number) {
  std::string digits = std::to_string(number);
  digits.insert(0, 4 - std::min<std::size_t>(digits.size(), 4), '0');
  return "reviews/" + digits + ".json";
}

// The first that is free.
Result<std::string> free_name(const fs::path& folder) {
  std::error_code none;
  for (int number = 1; number <= kMost; ++number)
    if (!fs::exists(fs::symlink_status(folder / file_name(number), none))) return file_name(number);
  return fail(Errc::too_large, "the case holds as many reviews as can be numbered");
}

std::string file_content(const Review& review) {
  Json out;
  write_review(out, review);
  return out.take();
}

}  // namespace

bool is_decision(std::string_view about, std::string_view decision) {
  constexpr std::array<std::string_view, 3> kOfFindings = {"confirmed", "explained", "open"};
  if (about == "case") return decision == "signed-off";
  return std::ranges::find(kOfFindings, decision) != kOfFindings.end();
}

Result<Review> review_asked(std::string_view json) {
  auto out = TRY(parsed(json));
  if (out.note.size() > kLongestNote) return fail(Errc::too_large, "the note is too long");
  if (out.note.empty() && out.decision.empty())
    return fail(Errc::malformed, "neither a note nor a decision");
  return out;
}

Result<Review> add_review(const fs::path& folder, Review review) {
  Deed deed = deed_of_now(review.decision == "signed-off" ? "sign-off" : "review");
  review.at = deed.at;
  review.actor = deed.actor;
  review.role = deed.role;
  std::error_code failed;
  fs::create_directory(folder / "reviews", failed);
  if (failed) return fail(Errc::io, "the folder for reviews cannot be made");
  fs::permissions(folder / "reviews", fs::perms::owner_all, failed);
  const std::string name = TRY(free_name(folder));
  const std::string content = file_content(review);
  TRY(write_private(folder / name, content));
  deed.objects = {{name, hex(sha256(as_bytes(content)))}};
  deed.reason = review.about + (review.decision.empty() ? ": note" : ": " + review.decision);
  if (const auto added = append_deed(folder, deed); !added) {
    fs::remove(folder / name, failed);
    return std::unexpected(added.error());
  }
  return review;
}

std::vector<Review> reviews_of(const fs::path& folder) {
  std::vector<Review> out;
  std::error_code none;
  for (int number = 1; number <= kMost; ++number) {
    const fs::path path = folder / file_name(number);
    const auto size = fs::file_size(path, none);
    if (none) break;
    if (size > kLargestFile) continue;
    const std::string json = file_text(path);
    if (auto review = parsed(json)) out.push_back(std::move(*review));
  }
  return out;
}

void write_review(Json& out, const Review& review) {
  out.begin_object();
  out.member("about", review.about);
  out.member("actor", review.actor);
  out.member("decision", review.decision);
  out.member("note", review.note);
  out.member("role", review.role);
  out.member("schema", "bridle-review/1");
  out.member("time", iso8601(review.at));
  out.end_object();
}

void write_shown_review(Json& out, const Review& review) {
  Review visible = review;
  for (std::string* const text : {&visible.note, &visible.actor, &visible.role})
    *text = shown(*text, kLongestNote);
  write_review(out, visible);
}

}  // namespace bridle
