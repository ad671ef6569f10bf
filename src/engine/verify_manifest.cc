#include <simdjson.h>

#include <algorithm>
#include <fstream>
#include <optional>

#include "base/merkle.h"
#include "base/text.h"
#include "engine/verify_intake.h"
#include "record/exhibit_number.h"
#include "sink/file_text.h"
#include "sink/json_members.h"
#include "sink/result.h"
#include "source/intake.h"

namespace bridle {
namespace {

namespace dom = simdjson::dom;

constexpr const char* kManifest = "intake/manifest.jsonl";

using json::text;

struct Entry {
  std::size_t exhibit = 0;
  ManifestLine line;
};

std::optional<Entry> entry(const std::string& line, dom::parser& parser) {
  dom::object object;
  if (parser.parse(line).get(object) != simdjson::SUCCESS) return {};
  Entry out;
  const auto exhibit = exhibit_number(text(object, "exhibit"));
  const auto sha256 = digest_from_hex(text(object, "sha256"));
  if (!exhibit || !sha256 || object["size"].get(out.line.size) != simdjson::SUCCESS) return {};
  out.exhibit = *exhibit;
  out.line.sha256 = *sha256;
  out.line.path = text(object, "path");
  if (const auto exact = from_hex(text(object, "path_hex")); exact && !exact->empty())
    out.line.path = *exact;
  return out;
}

// As tree_digest() (source/intake.h) computed it when the exhibit was taken in.
std::string digest_of(const std::vector<ManifestLine>& files) {
  if (files.size() == 1 && files.front().path.empty()) return hex(files.front().sha256);
  Sha256 all;
  for (const ManifestLine& file : files) all.add(as_bytes(sums_line(file.sha256, file.path)));
  return hex(all.finish());
}

struct Read {
  IntakeManifest manifest;
  Digest root{};
  std::uint64_t lines = 0;
  std::optional<std::uint64_t> unreadable;  // number of the first line that is none
};

Read read_manifest(const std::filesystem::path& folder) {
  std::ifstream in(folder / kManifest, std::ios::binary);
  Read out;
  MerkleRoot root;
  dom::parser parser;
  for (std::string line; std::getline(in, line);) {
    root.add(line);
    ++out.lines;
    auto one = entry(line, parser);
    if (one) {
      auto& exhibits = out.manifest.exhibits;
      exhibits.resize(std::max(exhibits.size(), one->exhibit + 1));
      exhibits[one->exhibit].push_back(std::move(one->line));
    } else if (!out.unreadable) {
      out.unreadable = out.lines;
    }
  }
  out.root = root.finish();
  return out;
}

// Whether SHA256SUMS has the same hashes in the same order.
bool sums_agree(const std::filesystem::path& folder, const IntakeManifest& manifest) {
  std::ifstream in(folder / "intake" / "SHA256SUMS", std::ios::binary);
  std::string line;
  for (const auto& files : manifest.exhibits)
    for (const ManifestLine& file : files)
      if (!std::getline(in, line) ||
          std::string_view(line).substr(line.starts_with('\\') ? 1 : 0, 64) != hex(file.sha256))
        return false;
  return !std::getline(in, line);
}

// What case.json says: the root, and the hashes of the exhibits in order.
struct Stated {
  std::string root;
  std::vector<std::string> exhibits;
};

Stated stated_in(const std::filesystem::path& folder) {
  dom::parser parser;
  const std::string json = file_text(folder / "case.json");
  dom::object top;
  dom::object intake;
  dom::array exhibits;
  Stated out;
  if (parser.parse(json).get(top) != simdjson::SUCCESS) return out;
  if (top["intake"].get(intake) == simdjson::SUCCESS) out.root = text(intake, "root");
  if (top["exhibits"].get(exhibits) == simdjson::SUCCESS)
    for (const dom::element one : exhibits)
      if (dom::object exhibit; one.get(exhibit) == simdjson::SUCCESS)
        out.exhibits.push_back(text(exhibit, "sha256"));
  return out;
}

}  // namespace

IntakeManifest verify_manifest(const VerifyOptions& options, Verified& into) {
  const std::size_t before = into.faults.size();
  const auto fault = [&](const char* kind, std::string where, const char* why) {
    into.faults.push_back({kind, std::move(where), why});
  };
  Read read = read_manifest(options.folder);
  if (read.unreadable)
    fault("manifest-unreadable",
          std::string(kManifest) + ", line " + std::to_string(*read.unreadable),
          "It is no line that bridle writes.");
  if (!sums_agree(options.folder, read.manifest))
    fault("sums-disagree", "intake/SHA256SUMS", "Its hashes are not those of the manifest.");
  const Stated stated = stated_in(options.folder);
  if (stated.root != hex(read.root))
    fault("root-disagrees", "case.json", "Its Merkle root is not that of the manifest.");
  const auto result = read_result(file_text(options.folder / "result.json"));
  for (std::size_t i = 0; i < stated.exhibits.size(); ++i) {
    const bool listed = i < read.manifest.exhibits.size();
    if (stated.exhibits[i] !=
        digest_of(listed ? read.manifest.exhibits[i] : std::vector<ManifestLine>()))
      fault("exhibit-hash-disagrees", exhibit_id(i),
            "Its hash in case.json is not that of its files in the manifest.");
    if (!result || i >= result->exhibits.size() || result->exhibits[i].sha256 != stated.exhibits[i])
      fault("result-disagrees", exhibit_id(i), "result.json and case.json state two hashes.");
  }
  if (into.faults.size() == before)
    into.held.push_back("manifest: " + std::to_string(read.lines) +
                        " files, Merkle root and exhibits' hashes agree");
  return std::move(read.manifest);
}

}  // namespace bridle
