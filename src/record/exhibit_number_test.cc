#include "record/exhibit_number.h"

#include <gtest/gtest.h>

#include "record/outcome.h"

namespace bridle {
namespace {

TEST(ExhibitNumber, ReadsWhatIsWritten) {
  for (const std::size_t index : {0U, 1U, 998U, 999U, 12'345U})
    EXPECT_EQ(exhibit_number(exhibit_id(index)), index);
}

TEST(ExhibitNumber, RefusesWhatIsNoId) {
  for (const char* id : {"", "E-", "E-000", "E--1", "F-001", "E-1x", "E-100001"})
    EXPECT_EQ(exhibit_number(id), std::nullopt) << id;
}

}  // namespace
}  // namespace bridle
