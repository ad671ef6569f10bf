// The sections of the court exhibit that take files of their own.
#pragma once

#include "sink/report_court.h"
#include "sink/report_parts.h"

namespace bridle {

void write_custody_section(ReportDraft& draft, std::span<const CustodyLine> custody);
void write_rates_section(ReportDraft& draft);
void write_repeat_section(ReportDraft& draft);
void write_declaration_section(ReportDraft& draft);
void write_dictionary_section(ReportDraft& draft);

// A table of all findings with their places.
ReportAnnex findings_annex(const CourtSources& sources, const Language& say);

}  // namespace bridle
