// What the owner's letter says.
#pragma once

#include <cstdint>

namespace bridle {

// The keys of its phrases; what they say stands in letter_en.cc and beside it.
enum class Letter : std::uint8_t {
  // the first line, in the order of Verdict
  title,
  first_invalid,
  first_match,
  first_lead,
  first_inconclusive,
  first_no_match,
  means_title,
  means_invalid,
  means_match,
  means_lead,
  means_inconclusive,
  means_no_match,
  not_means_title,
  not_means_invalid,
  not_means_match,
  not_means_lead,
  not_means_inconclusive,
  not_means_no_match,
  found_title,
  // in the order of Class
  found_executed,
  found_delivered,
  found_targeted,
  found_posture,
  found_context,
  close_fit,
  not_certain,
  looked_title,
  looked_nothing,
  looked_whole,
  not_looked_title,
  not_looked_none,
  not_looked,
  not_looked_more,
  // kinds of traces; the separator of a list stands first
  comma,
  of_messages,
  of_calls,
  of_web,
  of_apps,
  of_media,
  of_network,
  of_settings,
  of_system,
  of_contacts,
  of_other,
  steps_title,
  step_keep,
  step_other_device,
  step_call,
  step_remember,
  step_new_copy,
  step_password,
  step_update,
  step_keep_copy,
  step_call_if_warned,
  whom_title,
  what_access_now,
  what_amnesty,
  what_civicert,
  what_smex,
  caution_title,
  caution,
  footer,
  count
};

}  // namespace bridle
