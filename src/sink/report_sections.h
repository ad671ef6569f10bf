// The sections of the workbook that take a file of their own.
#pragma once

#include "sink/report_parts.h"
#include "sink/surroundings.h"

namespace bridle {

void write_timeline_section(ReportDraft& draft);
void write_findings_section(ReportDraft& draft, const Surroundings& surroundings);

}  // namespace bridle
