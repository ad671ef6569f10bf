// The tables themselves are tested by tools/mvt_front_golden.py, with records that were read.
#include <gtest/gtest.h>

#include "sink/mvt/alerts.h"
#include "sink/mvt/forms.h"
#include "sink/mvt/json_text.h"
#include "sink/mvt/objects.h"
#include "sink/mvt/timeline.h"

namespace bridle {
namespace {

const std::vector<StoredField> kFields = {{"name", Kind::text, ""},
                                          {"op", Kind::text, ""},
                                          {"at", Kind::time, ""},
                                          {"n", Kind::number, ""}};

class Rows3 {
 public:
  MvtRow row(std::vector<Value> values, std::uint64_t number = 0) {
    values_ = std::move(values);
    record_ = {.exhibit = "E-001",
               .path = "Library/SMS/sms.db",
               .domain = "HomeDomain",
               .sha256 = "",
               .row = number,
               .values = values_};
    return {.record = record_, .columns = columns_, .zone = zone_};
  }
  Zone zone_;

 private:
  MvtColumns columns_{kFields};
  std::vector<Value> values_;
  StoredRecord record_;
};

std::string written(const MvtSource& source, const std::vector<std::vector<Value>>& records) {
  std::string out;
  Rows3 rows;
  MvtObjects objects(source, [&](const std::string& json, const std::vector<std::size_t>& about) {
    out += json;
    for (const std::size_t i : about) out += " F" + std::to_string(i);
    out += "\n";
  });
  std::size_t n = 0;
  for (const auto& values : records) objects.add(rows.row(values, n), {n}), ++n;
  objects.end();
  return out;
}

std::string value(MvtForm form, std::string_view field, std::vector<Value> values, Zone zone = {}) {
  Rows3 rows;
  rows.zone_ = std::move(zone);
  MvtMembers out(0);
  form(out, rows.row(std::move(values), 7), field);
  return out.take();
}

constexpr std::string_view kText = "a b";
const Time kTime{1'556'878'272'000'001};  // 2019-05-03 10:11:12.000001

TEST(Mvt, WritesMembersOfObjectsInObjects) {
  MvtMembers out(1);
  out.key("a");
  out.text("x\n\"");
  out.key("b/c");
  out.real(1);
  out.key("b/d/e");
  out.list({"1", "2"});
  out.key("f");
  out.null();
  EXPECT_EQ("{" + out.take() + "\n}",
            "{\n    \"a\": \"x\\n\\\"\",\n    \"b\": {\n        \"c\": 1.0,\n        \"d\": {\n"
            "            \"e\": [\n                \"1\",\n                \"2\"\n            ]\n"
            "        }\n    },\n    \"f\": null\n}");
}

TEST(Mvt, ValuesHaveItsForms) {
  const std::vector<Value> row = {kText, std::string_view("http://a https://b.example/?x=1\nz"),
                                  kTime, std::int64_t{16'877}};
  EXPECT_EQ(value(as_it_is, "name", row), "\"a b\"");
  EXPECT_EQ(value(as_it_is, "nothing", row), "null");
  EXPECT_EQ(value(as_it_is, "at", row), "\"2019-05-03 10:11:12.000001\"");
  EXPECT_EQ(value(phone_second, "at", row, *Zone::named("GMT+02:00")), "\"2019-05-03 12:11:12\"");
  EXPECT_EQ(value(unix_time_ms, "at", row), "1556878272000");
  EXPECT_EQ(value(unix_time_ns, "at", row), "1556878272000001000");
  EXPECT_EQ(value(apple_time, "at", row), "578571072.000001");
  EXPECT_EQ(value(chrome_time, "at", row), "13201351872000001");
  EXPECT_EQ(value(file_mode, "n", row), "\"0o40755\"");
  EXPECT_EQ(value(android_user, "n", row), "\"u0a6877\"");
  EXPECT_EQ(value(yes_no, "n", row), "true");
  EXPECT_EQ(value(row_number, "", row), "7");
  EXPECT_EQ(value(file_id, "", row), "\"3d0d7e5fb2ce288813306e4d4636395e047a3d28\"");
  EXPECT_EQ(value(stored_path, "", row), "\"3d/3d0d7e5fb2ce288813306e4d4636395e047a3d28\"");
  EXPECT_EQ(value(first_text, "nothing name", row), "\"a b\"");
  EXPECT_EQ(links_of(Rows3().row(row), "op name"),
            (std::vector<std::string>{"http://a", "https://b.example/?x=1"}));
}

constexpr MvtKey kName[] = {{"name", "name"}};
constexpr MvtKey kOp[] = {{"op", "op"}};
constexpr MvtKey kNumber[] = {{"", "n"}};
constexpr MvtList kNumbers[] = {{.name = "numbers", .keys = kNumber}};
constexpr MvtList kOps[] = {{.name = "ops", .keys = kOp, .inner = kNumbers}};
constexpr MvtSource kGrouped = {.artefact = "x", .keys = kName, .lists = kOps};

TEST(Mvt, RecordsInSuccessionBecomeOneObject) {
  const std::string_view a = "a", b = "b", r = "r", w = "w";
  EXPECT_EQ(written(kGrouped, {{a, r, {}, std::int64_t{1}},
                               {a, r, {}, std::int64_t{2}},
                               {a, w, {}, {}},
                               {b, {}, {}, {}}}),
            "{\n    \"name\": \"a\",\n    \"ops\": [\n        {\n            \"op\": \"r\",\n"
            "            \"numbers\": [\n                1,\n                2\n            ]\n"
            "        },\n        {\n            \"op\": \"w\",\n            \"numbers\": []\n"
            "        }\n    ]\n} F0 F1 F2\n"
            "{\n    \"name\": \"b\",\n    \"ops\": []\n} F3\n");
}

TEST(Mvt, RecordsOfTheWholeFileBecomeOneObject) {
  static constexpr MvtList kCount[] = {{.name = "count", .keys = kName, .count = true}};
  static constexpr MvtSource kWhole = {
      .artefact = "x", .keys = kName, .lists = kCount, .whole = true};
  const std::string_view a = "a", b = "b";
  EXPECT_EQ(written(kWhole, {{a, {}, {}, {}}, {b, {}, {}, {}}, {a, {}, {}, {}}}),
            "{\n    \"name\": \"a\",\n    \"count\": 2\n} F0 F2\n"
            "{\n    \"name\": \"b\",\n    \"count\": 1\n} F1\n");
}

TEST(Mvt, LevelsFollowTheFinding) {
  const auto level = [](Class claim, Level l, const char* rule, bool indicator,
                        const MvtModule* module = nullptr) {
    Finding f{.claim = claim, .level = l, .rule = rule};
    if (indicator) f.indicator = Cited{};
    return mvt_level(f, module);
  };
  static constexpr MvtModule kFiles = {"F", "f", {}, MvtShape::list, "HIGH"};
  EXPECT_EQ(level(Class::targeted, Level::match, "indicator.url", true), "CRITICAL");
  EXPECT_EQ(level(Class::delivered, Level::match, "indicator.path", true, &kFiles), "HIGH");
  EXPECT_EQ(level(Class::executed, Level::lead, "indicator.process", true), "HIGH");
  EXPECT_EQ(level(Class::context, Level::lead, "indicator.domain", true), "LOW");
  EXPECT_EQ(level(Class::targeted, Level::lead, "threat_notification", false), "HIGH");
  EXPECT_EQ(level(Class::posture, Level::lead, "hidden_watcher", false), "MEDIUM");
}

TEST(Mvt, CellsStandInQuotes) {
  const std::string cells[] = {"a", "say \"b\"", ""};
  EXPECT_EQ(mvt_csv_line(cells), "\"a\",\"say \"\"b\"\"\",\"\"\r\n");
}

}  // namespace
}  // namespace bridle
