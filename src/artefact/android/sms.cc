// Links that attackers sent as SMS or MMS, out of a backup that the owner allowed.
//
// apps/com.android.providers.telephony/d_f/NNNNNN_{sms,mms}_backup: a zlib stream of a JSON array
// {self_phone, address, body or mms_body, subject, date and date_sent (milliseconds since 1970),
// type (1 received, 2 sent, 3 draft, …; MMS: msg_box), read, status, recipients, mms_addresses}.
// Numbers are texts. Source: AOSP packages/providers/TelephonyProvider TelephonyBackupAgent.

#include "artefact/dump_text.h"
#include "artefact/json.h"
#include "base/text.h"
#include "format/zlib_text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "adb-backup:apps/com.android.providers.telephony/d_f/*_sms_backup",
    "adb-backup:apps/com.android.providers.telephony/d_f/*_mms_backup",
    "adb-backup:apps/com.android.providers.telephony/f/*_sms_backup",
    "adb-backup:apps/com.android.providers.telephony/f/*_mms_backup",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was received or sent"},
    {"sent", Kind::time, "when the sender sent it"},
    {"address", Kind::account, "the other side"},
    {"recipients", Kind::content, "everybody it went to, of a group"},
    {"subject", Kind::content, "its subject"},
    {"text", Kind::content, "what was written"},
    {"direction", Kind::text, "received, sent, draft, outbox, failed or queued"},
    {"own", Kind::account, "the owner's number"},
    {"read", Kind::number, "1 if read"},
    {"status", Kind::number, "state of the delivery: -1 none, 0 complete, 32 pending, 64 failed"},
};

std::optional<std::int64_t> number_of(const JsonObject& o, std::string_view name) {
  if (const auto n = json_number(o, name)) return n;
  const auto text = json_text(o, name);
  return text ? number(*text) : std::nullopt;
}

std::optional<Time> milliseconds(const JsonObject& o, std::string_view name) {
  const auto ms = number_of(o, name);
  if (!ms || *ms == 0) return {};
  // An MMS states seconds; until the year 5138 the two cannot be mixed up.
  constexpr std::int64_t kLargestSeconds = 100'000'000'000;
  if (*ms > 0 && *ms < kLargestSeconds && o["mms_body"].error() == simdjson::SUCCESS)
    return unix_seconds(static_cast<double>(*ms));
  return unix_milliseconds(*ms);
}

std::optional<std::string_view> direction(const JsonObject& o) {
  constexpr std::string_view kNames[] = {"received", "sent", "draft", "outbox", "failed", "queued"};
  const auto type = number_of(o, o["type"].error() == simdjson::SUCCESS ? "type" : "msg_box");
  if (!type || *type < 1 || *type > 6) return {};
  return kNames[*type - 1];
}

// A list of texts, or of objects of an MMS that hold an address each, one a line.
std::string joined(const JsonObject& o, std::string_view name) {
  std::string out;
  for (const JsonValue& value : json_array(o, name)) {
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS)
      text = json_text(as_object(value), "address").value_or("");
    if (text.empty()) continue;
    add_line(out, text);
  }
  return out;
}

Result<void> parse(const File& file, Rows& out) {
  const Bytes packed = TRY(file.bytes());
  const Unpacked text = TRY(unpack_zlib(packed));
  if (text.problem) out.gap(text.problem->at, text.problem->what);
  const MemoryContent content(as_bytes(text.text));
  File unpacked = file;
  unpacked.content = &content;
  return read_objects(unpacked, out, [&](std::uint64_t at, const JsonObject& m) {
    const std::string recipients = joined(m, "recipients");
    const std::string addresses = joined(m, "mms_addresses");
    const auto body = json_text(m, "body");
    out.row<kFields>(at, milliseconds(m, "date"), milliseconds(m, "date_sent"),
                     json_text(m, "address"), filled(recipients.empty() ? addresses : recipients),
                     json_text(m, m["sub"].error() == simdjson::SUCCESS ? "sub" : "subject"),
                     body ? body : json_text(m, "mms_body"), direction(m),
                     json_text(m, "self_phone"), number_of(m, "read"), number_of(m, "status"));
  });
}

}  // namespace

ARTEFACT(android_sms) = {
    .id = "android_sms",
    .title = "SMS and MMS of a backup",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::received,
    .parse = parse,
    .expect = Expect::usual,
    .row = "byte of the unpacked text at which the message begins",
    .core_of = "android-backup",
};

}  // namespace bridle
