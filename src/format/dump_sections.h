// The sections of a dumpstate text (the main text of a bugreport) and of what `dumpsys` prints.
//
//   == dumpstate: 2026-01-09 03:10:11                 the head, up to the first section
//   ------ TITLE (command or path: time) ------       output of a command or a file
//   ------ 0.101s was the duration of 'TITLE' ------  its end, which since Android 12 may stand in
//                                                     another section: never a border
//   (79 dashes)
//   DUMP OF SERVICE [CRITICAL |HIGH ]name:            output of a service
//   --------- 0.017s was the duration of dumpsys name, ending at: 2026-01-09 03:10:31
//                                                     its last line: it tells the year
//   ========================================================
//   == Android Framework Services                     a heading between sections
// Source: AOSP frameworks/native cmds/dumpstate (dumpstate.cpp, bugreport-format.md), dumpsys.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bridle {

struct DumpSection {
  bool service = false;  // of dumpsys; else of a command
  std::string name;      // "appops"; "SYSTEM PROPERTIES"
  std::uint64_t at = 0;  // first byte behind the line that names it
  std::uint64_t size = 0;
};

// Finds the sections of a text that is handed over in pieces of any size.
class DumpSections {
 public:
  void add(std::string_view piece);
  // All sections in the order of the text. More than a hundred thousand are not kept.
  std::vector<DumpSection> finish();

  bool too_many() const { return too_many_; }

 private:
  void line(std::string_view line, std::uint64_t at, std::uint64_t next);
  void end_carry(std::uint64_t next);
  void end_at(std::uint64_t at);
  void begin(bool service, std::string_view name, std::uint64_t at);

  std::vector<DumpSection> sections_;
  std::string
      carry_;  // the start of a line whose end is in the next piece; a byte too long at most
  std::uint64_t carry_at_ = 0;
  std::uint64_t read_ = 0;       // bytes handed over
  std::uint64_t border_at_ = 0;  // of the dashes before a service, or the signs before a heading
  char border_ = 0;              // '-' or '=' if the last line was one
  bool open_ = false;
  bool too_many_ = false;
};

// Whether a text is a bugreport or the output of dumpsys; `head` is its start, some kilobytes.
bool is_dump(std::string_view head);

}  // namespace bridle
