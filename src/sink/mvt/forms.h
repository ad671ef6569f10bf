// The forms of values that the tables of MVT's modules use, beside as_it_is.
#pragma once

#include "sink/mvt/module.h"

namespace bridle {

void constant(MvtMembers& out, const MvtRow& row, std::string_view text);

// The first of several fields that has a text: their names stand in a line, with blanks between.
void first_text(MvtMembers& out, const MvtRow& row, std::string_view fields);

// The record's own place.
void row_number(MvtMembers& out, const MvtRow& row, std::string_view field);
void file_path(MvtMembers& out, const MvtRow& row, std::string_view field);
void file_name(MvtMembers& out, const MvtRow& row, std::string_view field);
void file_domain(MvtMembers& out, const MvtRow& row, std::string_view field);
void file_id(MvtMembers& out, const MvtRow& row, std::string_view field);      // "3d0d7e5f…"
void stored_path(MvtMembers& out, const MvtRow& row, std::string_view field);  // "3d/3d0d7e5f…"

// Times.
void phone_time(MvtMembers& out, const MvtRow& row, std::string_view field);  // by its clock
void phone_second(MvtMembers& out, const MvtRow& row, std::string_view field);
void apple_time(MvtMembers& out, const MvtRow& row, std::string_view field);   // seconds since 2001
void chrome_time(MvtMembers& out, const MvtRow& row, std::string_view field);  // µs since 1601
void unix_time(MvtMembers& out, const MvtRow& row, std::string_view field);    // seconds, fraction
void unix_time_ms(MvtMembers& out, const MvtRow& row, std::string_view field);
void unix_time_ms_text(MvtMembers& out, const MvtRow& row, std::string_view field);
void unix_time_ns(MvtMembers& out, const MvtRow& row, std::string_view field);

// Numbers and words.
void yes_no(MvtMembers& out, const MvtRow& row, std::string_view field);
void yes_if_any(MvtMembers& out, const MvtRow& row, std::string_view field);
void real_number(MvtMembers& out, const MvtRow& row, std::string_view field);
void file_mode(MvtMembers& out, const MvtRow& row, std::string_view field);     // "0o40755"
void android_user(MvtMembers& out, const MvtRow& row, std::string_view field);  // "u0a123"
void number_as_text(MvtMembers& out, const MvtRow& row, std::string_view field);
void leading_number(MvtMembers& out, const MvtRow& row,
                    std::string_view field);                                   // of "11 (SIGSEGV)"
void in_brackets(MvtMembers& out, const MvtRow& row, std::string_view field);  // of the same

// Lists.
void text_lines(MvtMembers& out, const MvtRow& row, std::string_view field);
void comma_list(MvtMembers& out, const MvtRow& row, std::string_view field);
// Links in texts: the names of the fields stand in a line, with blanks between them.
void links_in(MvtMembers& out, const MvtRow& row, std::string_view fields);
std::vector<std::string> links_of(const MvtRow& row, std::string_view fields);

}  // namespace bridle
