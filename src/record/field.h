// What an artefact's rows hold: each field is declared once, in this form, and nowhere else.
#pragma once

#include <cstdint>
#include <string_view>

namespace bridle {

// What a field means. Detection matches indicators by kind, the timeline takes every `time`, a
// shared report hides what is private, the column type follows; no artefact does any of this.
enum class Kind : std::uint8_t {
  text,         // words that say nothing private: states, names of settings
  content,      // what people wrote; may hold links anywhere
  number,       // 64-bit whole
  real,         // 64-bit floating point
  time,         // bridle::Time
  url,          // one URL
  domain,       // one host name
  ip,           // one address
  phone,        // telephone number or WhatsApp id
  email,        // e-mail address, `mailto:` allowed
  account,      // who: a phone number, an e-mail address or another handle
  path,         // of a file on the phone
  process,      // name or path of a program that ran
  app,          // bundle or package id
  certificate,  // hash of a signing certificate
  hash,         // MD5, SHA-1 or SHA-256 of a file, hex
  profile       // UUID or identifier of a configuration profile
};

std::string_view name(Kind kind);

// Whether every known generation of the store has this field. The lack of an `always` field is a
// gap: something that should be there could not be read.
enum class Need : std::uint8_t { always, sometimes };

struct Field {
  std::string_view name;
  Kind kind;
  std::string_view doc;
  const char* sql = nullptr;  // for SQLite artefacts: the expression that yields it
  Need need = Need::always;
};

}  // namespace bridle
