// Apps that read all notifications: the text of each message as it comes in.
//
//   Notification listeners:
//     Allowed notification listeners:
//       com.x/.Listener:com.y/.Z (user: 0 isPrimary: true)
//       userId: 0 value: com.x/.Listener              since Android 14
//     Has user set:
//       userId=0 value={com.x/.Listener}
//     All notification listeners (1) enabled for current profiles:
//       ComponentInfo{com.x/com.x.Listener}
//     Live notification listeners (1):
//       ComponentInfo{com.x/com.x.Listener} (user 0): android.service.notification.…
//     Snoozed notification listeners (0):
// Assistants are listed alike. Source: AOSP services/core com.android.server.notification
// ManagedServices (dump).

#include "artefact/dump_components.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:notification"};

constexpr Field kFields[] = {
    {"package", Kind::app, "the app"},
    {"component", Kind::text, "its service"},
    {"sort", Kind::text, "listener or assistant"},
    {"state", Kind::text, "allowed, user set, enabled, live, snoozed, one a line"},
    {"user", Kind::text, "users that it listens for, one a line; -1 all"},
};

struct List {
  std::string_view heading, state;
};
constexpr List kLists[] = {
    {"Allowed notification ", "allowed"}, {"Has user set:", "user set"},
    {"All notification ", "enabled"},     {"Live notification ", "live"},
    {"Snoozed notification ", "snoozed"},
};

// The component with its class in full, so that all lists name it alike.
std::string full(std::string_view component) {
  const std::size_t slash = component.find('/');
  std::string out(component);
  if (component.substr(slash + 1).starts_with('.'))
    out.insert(slash + 1, component.substr(0, slash));
  return out;
}

MaybeText user_of(std::string_view text) {
  for (const std::string_view before : {"(user: ", "(user ", "userId: ", "userId="}) {
    const std::size_t at = text.find(before);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = text.substr(at + before.size());
    return rest.substr(0, rest.find_first_not_of("-0123456789"));
  }
  return {};
}

class Reader {
 public:
  explicit Reader(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::size_t depth = indent(line);
    const std::string_view text = trim(line);
    if (text.empty()) return;
    if (depth <= list_depth_) list_ = nullptr;
    for (const List& list : kLists)
      if (text.starts_with(list.heading) && text.ends_with(':')) return begin(list, depth, text);
    if (list_ == nullptr) return;
    for (const std::string_view name : components_in(text.substr(0, text.find("): "))))
      (assistant_ ? assistants_ : listeners_)
          .add(at, full(name), list_->state, user_of(text).value_or(""));
  }

  // A report may begin with a part of this service that holds the notifications alone.
  void end(std::uint64_t begins) {
    put(listeners_, "listener");
    put(assistants_, "assistant");
    if (!found_ && !notifications_) out_.gap(begins, "no list of notification listeners");
  }

  void notifications() { notifications_ = true; }

 private:
  void begin(const List& list, std::size_t depth, std::string_view text) {
    list_ = &list;
    list_depth_ = depth;
    found_ = true;
    if (contains(text, "notification ")) assistant_ = contains(text, "assistants");
  }

  void put(const Components& all, std::string_view sort) {
    for (const Component& c : all.all())
      out_.row<kFields>(c.at, package_of(c.name), c.name, sort, c.states, some(c.users));
  }

  Rows& out_;
  Components listeners_, assistants_;
  const List* list_ = nullptr;  // the one that is read
  std::size_t list_depth_ = 0;
  bool assistant_ = false;
  bool found_ = false;
  bool notifications_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  DumpLines lines(file);
  Reader reader(out);
  while (const auto line = lines.next()) {
    if (line->starts_with("  Notification List:") && lines.at() == file.begins)
      reader.notifications();
    reader.line(lines.at(), *line);
  }
  reader.end(file.begins);
  return lines.done();
}

}  // namespace

ARTEFACT(android_notification_listeners) = {
    .id = "android_notification_listeners",
    .title = "Apps that read notifications",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the component stands first",
};

}  // namespace bridle
