// What a whole run says: everything that result.json and the reports are made of, and nothing that
// could differ between two runs on the same exhibits, packs, configuration and version.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "record/finding.h"

namespace bridle {

// What an exhibit says about the phone; empty where it says nothing.
struct Device {
  std::string model = {};  // "iPhone12,1"
  std::string os = {};     // "iOS 16.2"
  // In case.json only, for these name one person's phone:
  std::string build = {};
  std::string serial = {};
  std::string udid = {};
  std::string imei = {};
  std::string phone = {};
  std::string name = {};
};

// One received item; E-001 is the first.
struct Received {
  std::string kind = {};    // "ios-backup", … (contract, `exhibits.kind`)
  std::string sha256 = {};  // of its intake manifest, or of the file if it is one
  Device device = {};
  std::string path = {};  // where it lay; goes into run.json only
};

struct SkippedIndicator {
  std::string id = {};
  std::string why = {};
};

struct AppliedPack {
  std::string name = {};
  std::string sha256 = {};
  std::uint64_t indicators = 0;
  std::vector<SkippedIndicator> skipped = {};
};

struct Outcome {
  std::string version = {};  // of the engine
  Verdict verdict = Verdict::inconclusive;
  bool complete = false;
  std::vector<Received> exhibits = {};
  std::vector<AppliedPack> packs = {};
  std::vector<Coverage> coverage = {};
  std::vector<Finding> findings = {};  // F-0001 is the first
  std::vector<Gap> gaps = {};
};

std::string exhibit_id(std::size_t index);  // 0 is "E-001"
std::string finding_id(std::size_t index);  // 0 is "F-0001"

}  // namespace bridle
