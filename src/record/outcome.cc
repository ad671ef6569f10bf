#include "record/outcome.h"

namespace bridle {
namespace {

std::string numbered(std::string_view prefix, std::size_t index, std::size_t digits) {
  const std::string number = std::to_string(index + 1);
  std::string out(prefix);
  if (number.size() < digits) out.append(digits - number.size(), '0');
  return out + number;
}

}  // namespace

std::string exhibit_id(std::size_t index) {
  return numbered("E-", index, 3);
}
std::string finding_id(std::size_t index) {
  return numbered("F-", index, 4);
}

}  // namespace bridle
