#include "format/dump_sections.h"

#include <gtest/gtest.h>

namespace bridle {
namespace {

const std::string kDashes(79, '-');
const std::string kEquals(56, '=');
const std::string kText =
    kEquals + "\n== dumpstate: 2026-01-09 03:10:11\n" + kEquals + "\n\n" +
    "------ KERNEL LOG (dmesg) ------\n[ 1.0] a\n"
    "------ 0.1s was the duration of 'SYSTEM LOG' ------\n[ 2.0] b\n"
    "------ DUMPSYS CRITICAL (/system/bin/dumpsys) ------\n" +
    kDashes + "\nDUMP OF SERVICE CRITICAL activity:\nx\n--- not a border\n" +
    "--------- 0.017s was the duration of dumpsys activity, ending at: 2026-01-09 03:10:31\n"
    "between\n" +
    kDashes + "\r\nDUMP OF SERVICE window:\r\ny\r\n" + kEquals + "\n== Checkins\n" + kEquals +
    "\n" + "------ CHECKIN BATTERYSTATS (dumpsys -c) ------\n9,0\n" + kDashes +
    "\nDUMP OF SERVICE package:\nlast line without an end";

std::string told(const std::vector<DumpSection>& sections) {
  std::string out;
  for (const DumpSection& s : sections)
    out +=
        (s.service ? "service " : "command ") + s.name + ": [" + kText.substr(s.at, s.size) + "]\n";
  return out;
}

TEST(DumpSections, EndWhereTheNextBeginsAndNotAtTimes) {
  DumpSections sections;
  sections.add(kText);
  EXPECT_EQ(told(sections.finish()),
            "command KERNEL LOG: [[ 1.0] a\n------ 0.1s was the duration of 'SYSTEM LOG' ------\n"
            "[ 2.0] b\n]\n"
            "command DUMPSYS CRITICAL: []\n"
            "service activity: [x\n--- not a border\n--------- 0.017s was the duration of dumpsys "
            "activity, ending at: 2026-01-09 03:10:31\n]\n"
            "service window: [y\r\n]\n"
            "command CHECKIN BATTERYSTATS: [9,0\n]\n"
            "service package: [last line without an end]\n");
}

TEST(DumpSections, DoNotDependOnHowTheTextIsCut) {
  DumpSections whole;
  whole.add(kText);
  const std::string want = told(whole.finish());
  for (std::size_t size = 1; size < 90; ++size) {
    DumpSections pieces;
    for (std::size_t at = 0; at < kText.size(); at += size)
      pieces.add(std::string_view(kText).substr(at, size));
    EXPECT_EQ(told(pieces.finish()), want) << size;
  }
}

TEST(DumpSections, ADumpIsToldByItsHead) {
  EXPECT_TRUE(is_dump(kText));
  EXPECT_TRUE(is_dump("Currently running services:\n  activity\n"));
  EXPECT_FALSE(is_dump("some text"));
}

}  // namespace
}  // namespace bridle
