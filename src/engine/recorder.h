// Takes one artefact's rows: writes each to its record file, matches its fields with the
// indicators, shows it to the rules, and keeps what came of it.
#pragma once

#include <atomic>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "artefact/artefact.h"
#include "detect/rule.h"
#include "engine/indicator_findings.h"
#include "record/finding.h"
#include "record/rows.h"
#include "sink/records.h"

namespace bridle {

// What detection needs, shared by all jobs and only read.
struct Detection {
  const Indicators& indicators;
  std::span<const Rule* const> rules;
};

// The file that rows come from at the moment.
struct Place {
  std::size_t exhibit = 0;
  std::string domain;
  std::string path;
  std::string sha256;
};

// What a rule noted, with the rule's index.
struct Noted {
  std::size_t rule;
  Note note;
};

class Recorder : public Rows {
 public:
  Recorder(const Artefact& artefact, const Detection& detection, RecordFile& file,
           const std::atomic<bool>& stop);

  void at(Place place) { place_ = std::move(place); }
  // Where rows and gaps are counted too, or null.
  void count_in(std::atomic<std::uint64_t>* beats) { beats_ = beats; }

  void push(RowOrigin origin, std::span<const Value> values) override;
  void gap(std::uint64_t at, std::string_view why) override;
  bool stopped() const override { return stop_; }

  std::uint64_t records = 0;
  std::vector<Finding> findings;
  std::vector<Noted> notes;
  std::vector<Gap> gaps;
  std::uint64_t findings_left_out = 0;  // beyond what a report can hold
  std::uint64_t gaps_left_out = 0;

 private:
  void keep(Finding finding, RowOrigin origin);
  void watch(std::span<const Value> values, RowOrigin origin);
  // Only one thread counts.
  void beat() {
    if (beats_)
      beats_->store(beats_->load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  }
  Locator locator(RowOrigin origin) const;

  const Artefact& artefact_;
  const Detection& detection_;
  RecordFile& file_;
  const std::atomic<bool>& stop_;
  std::atomic<std::uint64_t>* beats_ = nullptr;
  std::vector<std::size_t> watching_;  // indices of the rules that watch this artefact
  Place place_;
  IndicatorFindings indicators_;
  std::vector<Note> fresh_;
};

}  // namespace bridle
