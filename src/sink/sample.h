// A small whole outcome, for the tests of what is made from one.
#pragma once

#include "record/outcome.h"

namespace bridle {

inline Outcome sample_outcome() {
  Outcome out{.version = "0.1.0", .verdict = Verdict::match};
  out.exhibits = {{.kind = "ios-backup",
                   .sha256 = "aa00",
                   .device = {.model = "iPhone12,1", .os = "iOS 16.2"},
                   .path = "phone"}};
  out.packs = {{"pegasus.stix2", "dd00", 1549, {{"indicator--9", "unknown property"}}}};
  out.coverage = {{0, "ios_sms", State::partly, 1234, 1, "a page could not be read"}};
  out.findings = {{.claim = Class::targeted,
                   .level = Level::match,
                   .rule = "indicator.domain",
                   .campaign = "Pegasus",
                   .indicator = Cited{"pegasus.stix2", "indicator--1", "domain", "bad.example"},
                   .artefact = "ios_sms",
                   .locator = {"Library/SMS/sms.db", "HomeDomain", "bb00", "message", 77},
                   .field = "text",
                   .value = "https://bad.example/x\u202e",
                   .times = {{"time", Time{1'556'878'272'000'000}}},
                   .why = "A message holds a link to a known server.",
                   .benign = {"A researcher forwarded the link."},
                   .confirm = "The page behind the link, as kept by a third party.",
                   .with = {1}},
                  {.claim = Class::executed,
                   .level = Level::lead,
                   .rule = "odd_file",
                   .artefact = "ios_manifest",
                   .locator = {"Manifest.db", "", "cc00", "", 5},
                   .field = "path",
                   .value = "Library/odd",
                   .why = "A file that only this tool leaves."}};
  out.gaps = {{0, "Library/SMS/sms.db", "ios_sms", 4096, "the data ends early"},
              {0, "Manifest.plist", "", 0, "missing"}};
  return out;
}

}  // namespace bridle
