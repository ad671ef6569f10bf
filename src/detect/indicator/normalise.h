// An indicator's value in the form in which it is compared, and what sort of value it really is.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "detect/indicator/pack.h"

namespace bridle {

struct Normalised {
  IndicatorType type;
  std::string value;
};

// `said` is the pack's word. Network values are typed by the value itself: an address or a URL in
// a domain field is an address or a URL; hashes by their length. The reason, a literal, if the
// value can never match.
std::expected<Normalised, const char*> normalise(IndicatorType said, std::string_view raw);

// What a bare value of a list is; nothing if it could be anything. Ambiguous names such as
// "com.example.app" are app ids if they begin like one ("com.", "org.", "net.") and hosts
// otherwise.
std::optional<IndicatorType> tell(std::string_view value);

// Undoes the ways in which lists keep links from being clicked: hxxp, [.], (dot), [:], [at].
std::string refang(std::string_view s);

// "/var/tmp//x" to "/private/var/tmp/x"; a slash at the end stays.
std::string canonical_path(std::string_view path);

// The same; the text stands in `into` only if it differs from `path`.
std::string_view canonical_path(std::string_view path, std::string& into);

// Digits of a telephone number without signs, blanks and "00" or "+" in front; empty if it has
// other characters. The user part of a WhatsApp id is taken.
std::string phone_digits(std::string_view s);

bool is_hex(std::string_view s);

}  // namespace bridle
