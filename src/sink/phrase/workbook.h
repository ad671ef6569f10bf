// What the analyst's workbook says.
#pragma once

#include <cstdint>

namespace bridle {

// The keys of its phrases; what they say stands in workbook_en.cc and beside it.
enum class Workbook : std::uint8_t {
  title,
  more_exhibits,
  contents,
  verdict,
  // figures, each under its number
  figure_matches,
  figure_leads,
  figure_records,
  figure_gaps,
  timeline_title,
  timeline_note,
  timeline_chart,
  timeline_undated,
  timeline_more,
  further,
  artefact_row,
  more_of_class,
  context_title,
  context_this,
  context_field,
  decision,
  confirmed,
  explained,
  open,
  initials,
  next_title,
  next_fresh_copy,
  next_keep_phone,
  next_second,
  next_leads,
  next_ask_owner,
  next_password,
  next_better,
  next_keep_case,
  next_unchecked,
  coverage_title,
  coverage_note,
  skipped_title,
  gaps_title,
  gaps_none,
  method_title,
  method,
  not_said,
  footer,
  count
};

}  // namespace bridle
