// Reads one artefact in all exhibits of a case.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "artefact/artefact.h"
#include "engine/exhibit.h"
#include "engine/recorder.h"
#include "engine/worker.h"
#include "record/finding.h"
#include "source/case_files.h"

namespace bridle {

// One file of an artefact with what belongs to it.
struct Part {
  std::size_t exhibit;
  const Node* file;
  const Node* wal;      // null if there is none
  const Node* journal;  // likewise
};

struct Job {
  const Artefact* artefact;
  std::uint32_t number;     // in the catalogue
  std::vector<Part> parts;  // by exhibit, domain and path
  std::uint64_t bytes = 0;
};

// What jobs read.
struct Evidence {
  std::span<const Exhibit> exhibits;
  const CaseFiles& files;
};

// One job for each artefact that has anything to read, or that an exhibit should have.
std::vector<Job> plan(std::span<const Exhibit> exhibits,
                      std::span<const Artefact* const> catalogue);

struct Examined {
  std::vector<Coverage> coverage;  // one for each exhibit whose kind can hold the artefact
  std::vector<Finding> findings;
  std::vector<Noted> notes;
  std::vector<Gap> gaps;
  // Exhibit and index of the stored file; not of media
  // (docs/decisions/0012-media-after-hashing.md).
  std::vector<std::pair<std::size_t, std::size_t>> parsed;
  std::string broken;  // why its records could not be written, and so no case
};

// Whether a kind of exhibit can hold an artefact at all.
bool concerns(const Artefact& artefact, std::string_view kind);

// Its records go to records/<id>.parquet. Once they cannot be written the whole run stops.
Examined examine(const Job& job, const Evidence& evidence, const Detection& detection,
                 const Workplace& with);

}  // namespace bridle
