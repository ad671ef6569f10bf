#include "sink/case_facts.h"

#include <simdjson.h>

#include <string_view>

#include "sink/file_text.h"
#include "sink/json_members.h"

namespace bridle {
namespace {

namespace dom = simdjson::dom;

using json::text;

Device device_of(const dom::element& exhibit) {
  dom::object device;
  if (exhibit["device"].get(device) != simdjson::SUCCESS) return {};
  return {.model = text(device, "model"),
          .os = text(device, "os"),
          .build = text(device, "build"),
          .serial = text(device, "serial"),
          .udid = text(device, "udid"),
          .imei = text(device, "imei"),
          .phone = text(device, "phone"),
          .name = text(device, "name")};
}

}  // namespace

Result<CaseFacts> read_case_facts(const std::filesystem::path& folder) {
  dom::parser parser;
  dom::object root;
  const std::string about = file_text(folder / "case.json");
  if (about.empty() || parser.parse(about).get(root) != simdjson::SUCCESS)
    return fail(Errc::malformed, "the folder holds no case.json that can be read");
  CaseFacts out{.id = text(root, "id")};
  dom::array exhibits;
  if (root["exhibits"].get(exhibits) == simdjson::SUCCESS)
    for (const dom::element exhibit : exhibits) out.devices.push_back(device_of(exhibit));
  const std::string run = file_text(folder / "run.json");
  if (!run.empty() && parser.parse(run).get(root) == simdjson::SUCCESS)
    if (const auto ended = parse_time(text(root, "ended"))) out.checked = *ended;
  return out;
}

}  // namespace bridle
