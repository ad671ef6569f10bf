// Rows of what WhatsApp on iPhones keeps beside a message in one value: a row for each part of it.
// Several rows may have the same number then.
#pragma once

#include <array>
#include <functional>
#include <iterator>
#include <span>

#include "artefact/sqlite.h"
#include "format/whatsapp_message_info.h"

namespace bridle {

// Takes what the fields without SQL hold for one part. They stand in front of the others.
using OnPart = std::function<void(std::span<const Value> parsed)>;
using InfoParts = MessageInfoReaders (*)(const OnPart& part);

// The tables' names that the fields with SQL may use: i the value's row, m its message, s the chat.
inline constexpr Query kMessageInfos[] = {
    {.from = "ZWAMESSAGEINFO i LEFT JOIN ZWAMESSAGE m ON m.Z_PK = i.ZMESSAGE LEFT JOIN "
             "ZWACHATSESSION s ON s.Z_PK = m.ZCHATSESSION",
     .row = "i.Z_PK"},
    {.from = "ZWAMESSAGEINFO i LEFT JOIN ZWAMESSAGE m ON m.Z_PK = i.ZMESSAGE LEFT JOIN (SELECT "
             "NULL AS ZCONTACTJID) s",
     .row = "i.Z_PK"},
    // Stores that know no such thing.
    {.from = "(SELECT Z_PK, NULL AS ZMESSAGE, NULL AS ZRECEIPTINFO FROM ZWAMESSAGE WHERE 0) i LEFT "
             "JOIN (SELECT NULL AS ZSTANZAID, NULL AS ZMESSAGEDATE) m LEFT JOIN (SELECT NULL AS "
             "ZCONTACTJID) s",
     .row = "i.Z_PK"},
};

// The fields of an artefact, and behind them the value that is taken apart, as hexadecimal digits.
template <const auto& fields>
inline constexpr auto kWithInfo = [] {
  std::array<Field, std::size(fields) + 1> out{};
  for (std::size_t i = 0; i < std::size(fields); ++i) out[i] = fields[i];
  out.back() = {"info", Kind::text, "what is taken apart", "hex(i.ZRECEIPTINFO)"};
  return out;
}();

// `fields` ends with the value. What cannot be read of values is one gap.
Result<void> message_info_rows(const File& file, std::span<const Field> fields, InfoParts parts,
                               Rows& out);

// For `.parse`, as sqlite<> is.
template <const auto& fields, InfoParts parts>
Result<void> message_info(const File& file, Rows& out) {
  return message_info_rows(file, kWithInfo<fields>, parts, out);
}

}  // namespace bridle
