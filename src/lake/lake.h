// A lake: the records of many cases, to be searched again when new indicators are published and to
// be looked through for what several phones have in common. docs/lake.md
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "lake/segments.h"
#include "source/descriptor.h"

namespace bridle {

class Lake {
 public:
  // Errc::missing if there is none, Errc::unsupported if it is of another version, Errc::io.
  static Result<Lake> open(std::filesystem::path path);
  // Makes it if the folder is absent or empty.
  static Result<Lake> open_or_create(std::filesystem::path path);

  const std::filesystem::path& path() const { return path_; }
  // What seals identifiers, 32 bytes.
  const std::string& key() const { return key_; }

  // The names of the cases that it holds.
  Result<std::set<std::string>> names() const;

  struct Refused {
    std::filesystem::path folder;
    std::string why;
  };
  struct Added {
    std::vector<LakeCase> cases;
    std::vector<Refused> refused;  // no case, not allowed by its owner, or there already
    std::uint64_t records = 0;
  };
  // Adds cases under their folders' names, all in one step: whatever happens meanwhile, all of them
  // are there afterwards or none. The error is a sentence.
  std::expected<Added, std::string> add(std::span<const std::filesystem::path> cases) const;

  // Takes a case out: afterwards nothing of its records is in the lake. False if it is not there.
  std::expected<bool, std::string> remove(const std::string& name) const;

  // Makes one segment of many; with `all` of all, else of the small ones once they are many.
  enum class Which : std::uint8_t { many_small, all };
  Result<void> compact(Which which) const;

 private:
  Lake(std::filesystem::path path, std::string key)
      : path_(std::move(path)), key_(std::move(key)) {}

  std::filesystem::path path_;
  std::string key_;
};

// The segments as they are while it lives: nothing of them is removed meanwhile.
struct LakeView {
  static Result<LakeView> of(const Lake& lake);

  std::vector<Segment> segments;
  Descriptor held;

  // The files of an artefact's records, or of all artefacts', in an order that only their names
  // decide.
  std::vector<std::filesystem::path> files(std::string_view artefact = {}) const;
};

}  // namespace bridle
