#include "detect/indicator/pack.h"

#include <utility>

#include "base/sha256.h"
#include "base/text.h"
#include "detect/indicator/compiled.h"
#include "detect/indicator/json.h"
#include "detect/indicator/readers.h"

namespace bridle {
namespace {

constexpr std::size_t kLargest = std::size_t{1} << 30;
constexpr std::string_view kMark = "\xef\xbb\xbf";  // byte order mark

Result<void> read_json(std::string_view text, Pack& pack) {
  const JsonDocument json = TRY(JsonDocument::parse(text));
  if (is_misp(json.root())) return read_misp(json.root(), pack);
  return is_tinycheck(json.root()) ? read_tinycheck(json.root(), pack)
                                   : read_stix(json.root(), pack);
}

Result<void> read_any(std::string_view text, Pack& pack) {
  if (trim(text).empty()) return fail(Errc::malformed, "the pack is empty");
  const char first = trim(text).front();
  // A list may begin with the bracket of an IPv6 address.
  if (first == '{' || (first == '[' && text.find('{') != std::string_view::npos))
    return read_json(text, pack);
  const auto zero = text.find('\0');
  if (zero != std::string_view::npos) return fail(Errc::malformed, "the pack is no text", zero);
  if (is_openioc(text)) return read_openioc(text, pack);
  if (is_echap(text)) return read_echap(text, pack);
  if (is_csv(text)) return read_csv(text, pack);
  return read_list(text, pack);
}

}  // namespace

std::string_view name(IndicatorType type) {
  using enum IndicatorType;
  switch (type) {
    case domain:
      return "domain";
    case url:
      return "url";
    case ip:
      return "ip";
    case cidr:
      return "cidr";
    case email:
      return "email";
    case process:
      return "process";
    case IndicatorType::name:
      return "name";
    case path:
      return "path";
    case md5:
      return "md5";
    case sha1:
      return "sha1";
    case sha256:
      return "sha256";
    case certificate:
      return "certificate";
    case app:
      return "app";
    case profile:
      return "profile";
    case property:
      return "property";
    case phone:
      return "phone";
  }
  return "";
}

Result<Pack> read_pack(std::string_view file_name, Bytes content) {
  if (content.size() > kLargest) return fail(Errc::too_large, "the pack is larger than 1 GiB");
  Pack pack{.name = std::string(file_name),
            .sha256 = hex(sha256(content)),
            .indicators = {},
            .skipped = {}};
  std::string_view text = as_text(content);
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  TRY(read_any(text, pack));
  return pack;
}

Result<Pack> builtin_pack() {
  return read_pack("builtin", as_bytes(compiled::builtin()));
}

}  // namespace bridle
