#include "sink/observable.h"

#include <algorithm>

#include "base/text.h"

namespace bridle {
namespace {

using Sort = Observable::Sort;

bool held_back(std::string_view value) {
  return value.empty() || value.starts_with("withheld-");
}

// "name-kgmbcahijplo": it stands for a thing, and is none.
bool pseudonym(std::string_view value) {
  const auto dash = value.find('-');
  return dash != std::string_view::npos && value.size() == dash + 13 &&
         (value.starts_with("phone-") || value.starts_with("email-") ||
          value.starts_with("account-") || value.starts_with("name-") ||
          value.starts_with("device-"));
}

Sort address_sort(std::string_view value) {
  if (value.contains(':') && value.find_first_not_of("0123456789abcdefABCDEF:.") == value.npos)
    return Sort::ip6;
  const bool digits = value.find_first_not_of("0123456789.") == value.npos;
  return digits && std::ranges::count(value, '.') == 3 ? Sort::ip4 : Sort::none;
}

Sort account_sort(std::string_view value) {
  if (value.starts_with("email-") ||
      (value.contains('@') && value.contains('.') && !value.ends_with("@s.whatsapp.net")))
    return Sort::email;
  const bool number = value.find_first_not_of("+0123456789 -()") == value.npos;
  return number || value.starts_with("phone-") || value.ends_with("@s.whatsapp.net")
             ? Sort::phone
             : Sort::account;
}

// By what the indicator is about, where the field may hold anything.
Sort indicator_sort(const Finding& finding) {
  const std::string_view type =
      finding.indicator ? std::string_view(finding.indicator->type) : std::string_view();
  if (type == "domain") return Sort::domain;
  if (type == "ip" || type == "cidr") return address_sort(finding.value);
  if (type == "email" || type == "phone") return account_sort(finding.value);
  if (type == "process") return Sort::process;
  if (type == "name") return Sort::file_name;
  if (type == "path") return Sort::path;
  if (type == "app") return Sort::app;
  if (type == "profile") return Sort::profile;
  return Sort::none;
}

Sort sort_of(const Finding& finding, std::optional<Kind> kind) {
  const bool exact = kind && (finding.indicator || !finding.value.contains(' '));
  if (address_sort(finding.value) != Sort::none) return address_sort(finding.value);
  if (!exact) return indicator_sort(finding);
  switch (*kind) {
    case Kind::domain:
      return Sort::domain;
    case Kind::phone:
    case Kind::account:
    case Kind::email:
      return account_sort(finding.value);
    case Kind::path:
      return Sort::path;
    case Kind::process:
      return Sort::process;
    case Kind::app:
      return Sort::app;
    case Kind::profile:
      return Sort::profile;
    case Kind::certificate:
      return hash_algorithm(finding.value).empty() ? Sort::none : Sort::certificate;
    case Kind::hash:
      return hash_algorithm(finding.value).empty() ? Sort::none : Sort::hash;
    default:
      return indicator_sort(finding);
  }
}

}  // namespace

std::string_view hash_algorithm(std::string_view hex) {
  if (hex.find_first_not_of("0123456789abcdefABCDEF") != hex.npos) return {};
  if (hex.size() == 32) return "MD5";
  if (hex.size() == 40) return "SHA-1";
  return hex.size() == 64 ? "SHA-256" : "";
}

Observable observable_of(const Finding& finding, std::optional<Kind> kind) {
  std::string_view value = trim(finding.value);
  if (held_back(value)) return {};
  for (const std::string_view scheme : {"mailto:", "tel:"})
    if (value.starts_with(scheme)) value.remove_prefix(scheme.size());
  const bool one_word = value.find_first_of(" \t\r\n") == value.npos;
  if (value.contains("://") && one_word) return {Sort::url, std::string(value)};
  Finding plain = finding;
  plain.value = std::string(value);
  const Sort sort = sort_of(plain, kind);
  if (pseudonym(value) && sort != Sort::phone && sort != Sort::email && sort != Sort::account)
    return {};
  const bool host = sort == Sort::domain || sort == Sort::email;
  if (sort == Sort::none || (host && !one_word)) return {};
  // A pseudonym is no address.
  if (sort == Sort::email && pseudonym(value)) return {Sort::account, std::string(value)};
  return {sort, std::string(value)};
}

}  // namespace bridle
