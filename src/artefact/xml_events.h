// Artefacts that are XML files of Android's services, as text or binary.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "artefact/artefact.h"
#include "base/text.h"
#include "base/time.h"
#include "format/system_xml.h"

namespace bridle {

// Hands all events to reader.event(event), and then calls reader.end(). The error that ended the
// document, if one did, is returned after that: what was read before it is kept.
template <class EventReader>
Result<void> read_xml_events(const File& file, EventReader&& reader) {
  SystemXml xml(TRY(file.bytes()), *file.arena);
  while (true) {
    const auto event = xml.next();
    if (event && *event) {
      reader.event(**event);
      continue;
    }
    reader.end();
    if (!event) return std::unexpected(event.error());
    return {};
  }
}

// The attribute as a number; nothing if it is absent, or none.
inline std::optional<std::int64_t> number_of(const XmlEvent& e, std::string_view attribute) {
  const auto value = e[attribute];
  return value ? number(*value) : std::nullopt;
}

// The attribute as a moment, milliseconds since 1970; nothing if it is absent, none, or 0.
inline std::optional<Time> milliseconds_of(const XmlEvent& e, std::string_view attribute) {
  const auto ms = number_of(e, attribute);
  return ms && *ms > 0 ? unix_milliseconds(*ms) : std::nullopt;
}

}  // namespace bridle
