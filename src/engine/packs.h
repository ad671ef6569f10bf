// Finds and reads the packs of a run.
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "detect/indicator/matcher.h"
#include "detect/indicator/pack.h"
#include "record/outcome.h"

namespace bridle {

// From the files and folders given, from BRIDLE_INDICATORS and MVT_STIX2 (colon-separated), and
// from the user's data folder ($XDG_DATA_HOME/bridle/indicators); with `builtin` also the pack
// compiled in. Each file once, by name and content. A file that was asked for and cannot be read
// is an error: a run without it would be taken for a run with it. Read on so many threads.
std::expected<std::vector<Pack>, std::string> load_packs(const std::vector<std::string>& asked,
                                                         bool builtin, unsigned threads);

// Packs, and what finds their indicators in values.
struct Indicators {
  explicit Indicators(std::vector<Pack> read) : packs(std::move(read)), matcher(packs) {}
  Indicators(const Indicators&) = delete;
  Indicators& operator=(const Indicators&) = delete;

  std::vector<Pack> packs;
  Matcher matcher;  // looks into the packs
};

// Of the same packs.
std::expected<std::unique_ptr<Indicators>, std::string> read_indicators(
    const std::vector<std::string>& asked, bool builtin, unsigned threads);

// The files and folders that load_packs() looks at; some may not be there.
std::vector<std::string> places_of_packs(const std::vector<std::string>& asked);

AppliedPack applied(const Pack& pack);

}  // namespace bridle
