#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

// The others are its ordinary twins: a scan, a form with scripts, what could not be examined.
TEST(Rules, Jbig2SymbolOverflow) {
  Shown shown("jbig2_symbol_overflow");
  for (const char* name :
       {"encrypted", "forcedentry", "form", "picture", "refinements", "scan", "watchface"})
    shown.golden("media_documents", name);
  EXPECT_EQ(shown.claims(),
            (Claims{"delivered lead b.gif", "delivered lead fax.jb2", "delivered lead c.gif"}));
  EXPECT_EQ(
      shown.reasons().at(0),
      "a picture in JBIG2 in it refers to 4294967296 symbols, so that a sum of 32 bits wraps, "
      "as FORCEDENTRY (CVE-2021-30860) had");
}

}  // namespace
}  // namespace bridle
