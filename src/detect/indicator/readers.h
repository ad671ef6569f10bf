// The kinds of files that packs come in. Each reader adds to `pack`, whose name is set, what it
// can read, and skips the rest with reasons.
#pragma once

#include <simdjson.h>

#include <string_view>

#include "base/result.h"
#include "detect/indicator/pack.h"

namespace bridle {

// STIX 2.x: a bundle, a list of objects, or a single one. An indicator's campaign is the first
// report that lists it, else the malware, campaign or threat actor that it indicates.
Result<void> read_stix(simdjson::dom::element root, Pack& pack);

// A MISP event: attributes, also those inside objects. What is not meant for detection (`to_ids`)
// is skipped.
bool is_misp(simdjson::dom::element root);
Result<void> read_misp(simdjson::dom::element root, Pack& pack);

// The list of TinyCheck and SpyGuard. What is no trace of an attack is skipped: whole networks of
// hosters, free names, trackers.
bool is_tinycheck(simdjson::dom::element root);
Result<void> read_tinycheck(simdjson::dom::element root, Pack& pack);

// OpenIOC: items that count alone and are compared whole.
bool is_openioc(std::string_view text);
Result<void> read_openioc(std::string_view text, Pack& pack);

// Comma-separated with a header line that names a `type` and a `value` column (MISP's export), or
// columns by what they hold.
bool is_csv(std::string_view text);
Result<void> read_csv(std::string_view text, Pack& pack);

// One value on each line; comments after '#', ';' or "//", hosts files, filter lists (||host^),
// defanged values. The file's name helps where the value is ambiguous (processes.txt).
Result<void> read_list(std::string_view text, Pack& pack);

// AssoEchap's list of stalkerware products: the subset of YAML that it is written in.
bool is_echap(std::string_view text);
Result<void> read_echap(std::string_view text, Pack& pack);

}  // namespace bridle
