// Notifications of the last day with their texts, if the owner has switched this history on: also
// of messages that were deleted after they came.

#include "format/notification_history.h"

#include "artefact/dump_text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"data/system_ce/*/notification_history/history/*"};

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was shown"},
    {"package", Kind::app, "the app"},
    {"title", Kind::content, "its title"},
    {"text", Kind::content, "its text"},
    {"channel", Kind::content, "sort of the notification, as the app calls it"},
    {"channel_id", Kind::text, "the app's own name for that sort"},
    {"conversation", Kind::content, "conversation that it belongs to"},
    {"uid", Kind::number, "user id of the app"},
    {"user", Kind::number, "whose phone or profile"},
};

Result<void> parse(const File& file, Rows& out) {
  const Bytes bytes = TRY(file.bytes());
  bool found = false;
  auto done = read_notifications(
      bytes, {.notification =
                  [&](const ShownNotification& n) {
                    found = true;
                    const auto time = n.posted_ms ? unix_milliseconds(*n.posted_ms) : std::nullopt;
                    if (!time) out.gap(n.at, "a notification without its time");
                    out.row<kFields>(n.at, time, some(n.package), some(n.title), some(n.text),
                                     some(n.channel), some(n.channel_id), some(n.conversation),
                                     n.uid, n.user);
                  },
              .broken = [&](const Error& e) { out.gap(e.at, e.what); }});
  if (done && !found) out.gap(0, "no notification is listed");
  return done;
}

}  // namespace

ARTEFACT(android_notification_history) = {
    .id = "android_notification_history",
    .title = "Notifications of the last day",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::received,
    .parse = parse,
    .row = "byte at which the notification begins",
};

}  // namespace bridle
