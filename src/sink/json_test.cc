#include "sink/json.h"

#include <gtest/gtest.h>

namespace bridle {
namespace {

std::string quoted(std::string_view text) {
  std::string out;
  append_json(out, text);
  return out;
}

TEST(Json, WritesWhatIsInvisibleVisibly) {
  EXPECT_EQ(quoted("caf\u00e9 \"x\" \\ </script>"), "\"caf\u00e9 \\\"x\\\" \\\\ </script>\"");
  EXPECT_EQ(quoted("a\tb\r\n\x01\x7f"), R"("a\tb\r\n\u0001\u007f")");
  EXPECT_EQ(quoted("ab\u202ecd\u2066\u200b\ufeff\u00ad"),
            R"("ab\u202ecd\u2066\u200b\ufeff\u00ad")");
  EXPECT_EQ(quoted("\U000e0041\U0001f600"), "\"\\udb40\\udc41\U0001f600\"");
  EXPECT_EQ(quoted("bad \xff\xc0 end"), "\"bad \ufffd\ufffd end\"");
}

TEST(Json, WritesEachSortOfValue) {
  const auto write = [](Json::Form form) {
    Json out(form);
    out.begin_object();
    out.key("a");
    out.begin_array();
    out.value("x");
    out.value(true);
    out.value(std::uint64_t{18446744073709551615U});
    out.value(std::int64_t{-9});
    out.value(0.1);
    out.value(1e300 * 1e10);
    out.null();
    out.begin_object();
    out.end_object();
    out.end_array();
    out.key("b");
    out.begin_array();
    out.end_array();
    out.optional("c", "");
    out.member("d", std::string("e"));
    out.end_object();
    return out.take();
  };
  EXPECT_EQ(write(Json::Form::lines),
            "{\"a\":[\"x\",true,18446744073709551615,-9,0.1,null,null,{}],\"b\":[],\"d\":\"e\"}\n");
  EXPECT_EQ(write(Json::Form::indented),
            "{\n \"a\": [\n  \"x\",\n  true,\n  18446744073709551615,\n  -9,\n  0.1,\n  null,\n"
            "  null,\n  {}\n ],\n \"b\": [],\n \"d\": \"e\"\n}\n");
}

}  // namespace
}  // namespace bridle
