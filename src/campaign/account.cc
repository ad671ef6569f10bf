#include "campaign/account.h"

#include "base/text.h"
#include "detect/indicator/normalise.h"

namespace bridle::campaign {
namespace {

constexpr std::size_t kShortest = 5;  // digits: below it stand services of the operator

std::string number(std::string_view written) {
  const std::string digits = phone_digits(written);
  return digits.size() < kShortest ? "" : "+" + digits;
}

}  // namespace

std::string account_of(std::string_view id) {
  const std::string low = lower(trim(id));
  const std::size_t at = low.find('@');
  if (at == std::string::npos) return number(low);
  const std::string_view server = std::string_view(low).substr(at + 1);
  if (server == "s.whatsapp.net" || server == "c.us") {
    // "33639980001:12@…" is one device of the account.
    return number(std::string_view(low).substr(0, std::min(at, low.find_first_of(".:"))));
  }
  return server == "g.us" || server == "broadcast" || server == "newsletter" ? "" : low;
}

}  // namespace bridle::campaign
