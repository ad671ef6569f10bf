// Findings as MVT's alerts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/zone.h"
#include "record/outcome.h"
#include "sink/mvt/module.h"

namespace bridle {

struct MvtAlert {
  std::string level;
  std::string module;  // slug, or the artefact if no module of MVT shows it
  std::string message;
  std::string event_time;  // empty if there is none
  std::string event;       // the object, JSON at depth 0
  const Finding* finding;
};

// LOW, MEDIUM, HIGH or CRITICAL (docs/mvt-front.md says why). `module` may be null.
std::string_view mvt_level(const Finding& finding, const MvtModule* module);

MvtAlert mvt_alert(const Finding& finding, const MvtModule* module, std::string event,
                   const Zone& zone);

// The alert as it stands in alerts.json, at depth 1.
std::string mvt_alert_json(const MvtAlert& alert);

// What a record that no module shows is told as.
std::string mvt_event_of(const Finding& finding);

}  // namespace bridle
