#include "format/notification_history.h"

#include <vector>

#include "format/protobuf.h"

namespace bridle {
namespace {

class History {
 public:
  History(Bytes file, const NotificationReaders& readers) : file_(file), readers_(readers) {}

  Result<void> read() {
    return each_field(file_, file_, [this](const ProtoField& f) {
      if (f.number != 1 && f.number != 3) return;
      const auto done = f.number == 1 ? pool(f.bytes) : notification(f.bytes);
      if (!done) readers_.broken(done.error());
    });
  }

 private:
  Result<void> pool(Bytes message) {
    return each_field(file_, message, [this](const ProtoField& f) {
      if (f.number == 2) pool_.push_back(as_text(f.bytes));
    });
  }

  std::string_view pooled(const ProtoField& f) const {
    return f.value == 0 || f.value > pool_.size() ? "" : pool_[f.value - 1];
  }

  Result<void> notification(Bytes message) {
    ShownNotification n{.at = place_in(file_, message)};
    const auto read = each_field(file_, message, [&](const ProtoField& f) {
      if (f.number == 1) n.package = as_text(f.bytes);
      if (f.number == 2) n.package = pooled(f);
      if (f.number == 3) n.channel = as_text(f.bytes);
      if (f.number == 4) n.channel = pooled(f);
      if (f.number == 5) n.channel_id = as_text(f.bytes);
      if (f.number == 6) n.channel_id = pooled(f);
      if (f.number == 7) n.uid = static_cast<std::int64_t>(f.value);
      if (f.number == 8) n.user = static_cast<std::int64_t>(f.value);
      if (f.number == 9) n.posted_ms = static_cast<std::int64_t>(f.value);
      if (f.number == 10) n.title = as_text(f.bytes);
      if (f.number == 11) n.text = as_text(f.bytes);
      if (f.number == 13) n.conversation = as_text(f.bytes);
      if (f.number == 14) n.conversation = pooled(f);
    });
    readers_.notification(n);
    return read;
  }

  Bytes file_;
  const NotificationReaders& readers_;
  std::vector<std::string_view> pool_;
};

}  // namespace

Result<void> read_notifications(Bytes file, const NotificationReaders& readers) {
  return History(file, readers).read();
}

}  // namespace bridle
