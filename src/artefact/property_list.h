// Artefacts that are property lists: opening one, and its values in the forms that rows take.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "artefact/artefact.h"
#include "format/plist.h"

namespace bridle {

// What reads the list's root. Bad places that it met are gaps afterwards.
using ListReader = std::function<void(const PlistNode& root)>;
// What takes the texts of a list whose end is missing: names and addresses are still worth a row.
using TextReader = std::function<void(std::uint64_t at, std::string_view text)>;

// Reads the file as one list. If it has lost its end, `rest` gets the texts that are left, and the
// loss is a gap; without `rest` it is an error.
Result<void> read_list(const File& file, Rows& out, const ListReader& read,
                       const TextReader& rest = {});

// A date, a number of seconds since 2001 (0 is none), or a date as text.
std::optional<Time> moment(const PlistNode& value);

// A simple value in words: text, number, "true" or "false"; nothing for data and collections.
std::optional<std::string_view> words(const PlistNode& value, Arena& arena);

// All texts under the value, one a line, each key before its value; of blobs in it too.
std::string all_texts(const PlistNode& value, Arena& arena);

// The value under the key, whatever the case of the key's letters.
PlistNode find_any_case(const PlistNode& dictionary, std::string_view key);

// For preferences, whose keys vary: a row for each simple value, with the keys that lead to it.
inline constexpr Field kPreferenceFields[] = {
    {"key", Kind::text, "where it stands: keys and places, joined by /"},
    {"value", Kind::content, "a text, a number, true or false, or hex of up to 64 bytes"},
    {"time", Kind::time, "a date"},
};
Result<void> preferences(const File& file, Rows& out);

}  // namespace bridle
