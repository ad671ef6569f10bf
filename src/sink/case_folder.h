// The folder of one case, as the contract lays it out. Readable by its owner only.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/merkle.h"
#include "base/result.h"
#include "base/sha256.h"
#include "base/time.h"
#include "record/outcome.h"
#include "sink/consent.h"
#include "sink/custody.h"
#include "sink/private_file.h"

namespace bridle {

// run.json: all that may differ between two runs.
struct Run {
  Time started{}, ended{};
  std::string host = {};
  std::string user = {};
  std::string output = {};
  std::vector<std::string> packs = {};  // paths
  bool builtin = true;                  // the built-in rules and pack were used
  unsigned jobs = 0;
  std::vector<std::pair<std::string, std::int64_t>> durations = {};  // stage, µs
  std::vector<std::string> unconfined = {};  // what the system lacked to confine the reading
};

// What was taken in, in two numbers: how many files, and the Merkle root of the lines of
// intake/manifest.jsonl (base/merkle.h).
struct IntakeRoot {
  std::uint64_t files = 0;
  Digest root = {};
};

// A file of an exhibit as it was taken in.
struct Taken {
  std::size_t exhibit = 0;
  std::string_view path = {};  // inside the exhibit; empty if the exhibit is one file
  std::uint64_t size = 0;
  std::optional<Time> modified = {};
  Digest sha256 = {};
};

class CaseFolder {
 public:
  // The folder must be absent or empty. Errc::io.
  static Result<CaseFolder> create(std::filesystem::path path);
  // One that is there. Errc::missing if it holds no case.
  static Result<CaseFolder> open(std::filesystem::path path);

  // Removes the folders that create() made, as far as they are empty.
  void take_back() const;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path records() const { return path_ / "records"; }

  Result<void> write_result(const Outcome& outcome) const;
  // `consent`: what the owner agreed to, if a record of it was given.
  Result<void> write_case(const Outcome& outcome, const IntakeRoot& intake,
                          const std::optional<GivenConsent>& consent = {}) const;
  Result<void> write_run(const Run& run, const Outcome& outcome) const;
  // Adds a line to custody.jsonl.
  Result<void> add_deed(const Deed& deed) const { return append_deed(path_, deed); }

 private:
  explicit CaseFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

// The same exhibits give the same id, in whatever order: "C-" and 16 hex digits.
std::string case_id(const Outcome& outcome);

// Writes intake/SHA256SUMS and intake/manifest.jsonl, in the order of the calls. Names in
// SHA256SUMS start with the exhibit's own name, so that `sha256sum -c` is run in the folder that
// holds the exhibits.
class Intake {
 public:
  // `files` are those of the case's folder, and must outlive it.
  static Result<Intake> create(NewFiles& files, const std::vector<Received>& exhibits);
  void add(const Taken& file);
  Result<IntakeRoot> close();

 private:
  Intake(PrivateFile sums, PrivateFile manifest)
      : sums_(std::move(sums)), manifest_(std::move(manifest)) {}
  std::vector<std::string> names_;  // of the exhibits
  PrivateFile sums_, manifest_;
  MerkleRoot root_;
  std::uint64_t files_ = 0;
};

}  // namespace bridle
