#include "format/allowed_signers.h"

#include <algorithm>

#include "base/text.h"
#include "format/sshsig.h"

namespace bridle {
namespace {

// The next word of a line: up to a blank that does not stand between quotes.
std::string_view word(std::string_view& line) {
  line = trim(line);
  bool quoted = false;
  std::size_t end = 0;
  for (; end < line.size() && (quoted || (line[end] != ' ' && line[end] != '\t')); ++end)
    if (line[end] == '"') quoted = !quoted;
  const auto out = line.substr(0, end);
  line.remove_prefix(end);
  return out;
}

// "YYYYMMDD", "YYYYMMDDHHMM" or "YYYYMMDDHHMMSS", with a Z or without.
std::optional<Time> moment(std::string_view s) {
  if (s.ends_with('Z')) s.remove_suffix(1);
  if ((s.size() != 8 && s.size() != 12 && s.size() != 14) || !std::ranges::all_of(s, is_digit))
    return {};
  std::string digits(s);
  digits.resize(14, '0');
  const auto part = [&](std::size_t at, std::size_t n) { return digits.substr(at, n); };
  return parse_time(part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2) + "T" + part(8, 2) + ":" +
                    part(10, 2) + ":" + part(12, 2) + "Z");
}

// One option taken in; false if it is not understood.
bool take_option(std::string_view option, AllowedSigner& into) {
  const auto equals = option.find('=');
  if (equals == std::string_view::npos) return false;
  const std::string name = lower(option.substr(0, equals));
  std::string_view value = option.substr(equals + 1);
  if (value.size() < 2 || !value.starts_with('"') || !value.ends_with('"')) return false;
  value = value.substr(1, value.size() - 2);
  if (name == "namespaces") {
    into.namespaces = value;
    return true;
  }
  if (name != "valid-after" && name != "valid-before") return false;
  auto& bound = name == "valid-after" ? into.after : into.before;
  bound = moment(value);
  return bound.has_value();
}

bool take_options(std::string_view options, AllowedSigner& into) {
  bool quoted = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= options.size(); ++i) {
    if (i < options.size() && options[i] == '"') quoted = !quoted;
    if (i < options.size() && (quoted || options[i] != ',')) continue;
    if (!take_option(options.substr(begin, i - begin), into)) return false;
    begin = i + 1;
  }
  return true;
}

std::optional<AllowedSigner> signer(std::string_view line) {
  AllowedSigner out;
  out.principals = word(line);
  std::string_view type = word(line);
  if (type.find_first_of("=\"") != std::string_view::npos || type == "cert-authority") {
    if (!take_options(type, out)) return {};
    type = word(line);
  }
  auto key = ssh_public_key(std::string(type) + " " + std::string(word(line)));
  if (!key) return {};
  out.key = std::move(*key);
  return out;
}

}  // namespace

AllowedSigners allowed_signers(std::string_view text) {
  AllowedSigners out;
  std::size_t number = 0;
  for (const std::string_view raw : split(text, '\n')) {
    ++number;
    const auto line = trim(raw);
    if (line.empty() || line.starts_with('#')) continue;
    if (auto one = signer(line))
      out.signers.push_back(std::move(*one));
    else
      out.unread.push_back(number);
  }
  return out;
}

const AllowedSigner* allows(const AllowedSigners& list, std::string_view key,
                            std::string_view purpose, Time at) {
  const auto fits = [&](const AllowedSigner& s) {
    const auto patterns = split(s.namespaces, ',');
    const bool meant = s.namespaces.empty() || std::ranges::any_of(patterns, [&](auto pattern) {
                         return glob(pattern, purpose);
                       });
    return s.key == key && meant && (!s.after || at >= *s.after) && (!s.before || at < *s.before);
  };
  const auto found = std::ranges::find_if(list.signers, fits);
  return found == list.signers.end() ? nullptr : &*found;
}

}  // namespace bridle
