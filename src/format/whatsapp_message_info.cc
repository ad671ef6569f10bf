#include "format/whatsapp_message_info.h"

#include <algorithm>

#include "base/text.h"
#include "format/protobuf.h"

namespace bridle {
namespace {

using Seconds = std::optional<std::uint64_t>;

class Info {
 public:
  Info(Bytes message, const MessageInfoReaders& readers) : all_(message), readers_(readers) {}

  // The time of sending, which the recipients' times count from, stands behind them.
  Result<void> read() {
    static_cast<void>(each_field(all_, all_, [this](const ProtoField& f) {
      if (f.number == 3 && f.value > 0) sent_ = f.value;
    }));
    return each_field(all_, all_, [this](const ProtoField& f) {
      if (f.number == 2 && readers_.recipient) part(recipient(f.bytes));
      if (f.number == 7 && readers_.sign) part(signs(f.bytes));
    });
  }

 private:
  void part(const Result<void>& done) const {
    if (!done) readers_.broken(done.error());
  }

  std::string who(Bytes packed);
  std::optional<Time> after(Seconds seconds, std::uint64_t at) const;
  std::optional<Time> time(std::uint64_t milliseconds, std::uint64_t at) const;
  Result<void> recipient(Bytes message);
  Result<void> signs(Bytes message);
  Result<void> of_other(Bytes message);
  Result<void> of_owner(Bytes message);
  Result<void> of_channel(Bytes message);

  Bytes all_;
  const MessageInfoReaders& readers_;
  Seconds sent_ = {};
};

std::string Info::who(Bytes packed) {
  if (packed.empty()) return {};
  std::string out = hex(packed.subspan(1));
  if (out.ends_with('f')) out.pop_back();
  if (out.empty() || !std::ranges::all_of(out, [](char c) { return is_digit(c); })) {
    readers_.broken(
        {Errc::malformed, "a recipient whose number is no number", place_in(all_, packed)});
    return {};
  }
  const auto server = std::to_integer<unsigned>(packed.front());
  return out + (server == 0x81 ? "@s.whatsapp.net" : server == 0x8c ? "@lid" : "");
}

constexpr std::uint64_t kMostSeconds = std::uint64_t{1} << 40;  // no sum of two overflows

std::optional<Time> Info::after(Seconds seconds, std::uint64_t at) const {
  if (!seconds || !sent_) return {};
  std::optional<Time> out;
  if (*seconds < kMostSeconds && *sent_ < kMostSeconds)
    out = unix_seconds(static_cast<double>(*sent_ + *seconds));
  if (!out) readers_.broken({Errc::malformed, "a receipt at no moment of the calendar", at});
  return out;
}

std::optional<Time> Info::time(std::uint64_t milliseconds, std::uint64_t at) const {
  const auto out = milliseconds >> 62 == 0
                       ? unix_milliseconds(static_cast<std::int64_t>(milliseconds))
                       : std::nullopt;
  if (!out) readers_.broken({Errc::malformed, "a sign at no moment of the calendar", at});
  return out;
}

Result<void> Info::recipient(Bytes message) {
  WhatsAppRecipient r;
  Seconds came, read;
  Result<void> devices;
  const auto done = each_field(all_, message, [&](const ProtoField& f) {
    if (f.number == 1) r.who = who(f.bytes);
    if (f.number == 5) read = f.value;
    if (f.number != 10) return;
    const auto device = each_field(all_, f.bytes, [&](const ProtoField& of) {
      if (of.number == 1) came = std::min(came.value_or(of.value), of.value);
    });
    if (!device) devices = device;
  });
  r.came = after(came, place_in(all_, message));
  r.read = after(read, place_in(all_, message));
  readers_.recipient(r);
  return done ? devices : done;
}

Result<void> Info::signs(Bytes message) {
  return each_field(all_, message, [this](const ProtoField& f) {
    if (f.number == 1) part(of_other(f.bytes));
    if (f.number == 2) part(of_owner(f.bytes));
    if (f.number == 3) part(of_channel(f.bytes));
  });
}

Result<void> Info::of_other(Bytes message) {
  WhatsAppSign s;
  const auto done = each_field(all_, message, [&](const ProtoField& f) {
    if (f.number == 1) s.id = as_text(f.bytes);
    if (f.number == 2) s.who = as_text(f.bytes);
    if (f.number == 3) s.sign = as_text(f.bytes);
    if (f.number == 4 && f.value > 0) s.time = time(f.value, place_in(all_, message));
  });
  readers_.sign(s);
  return done;
}

Result<void> Info::of_owner(Bytes message) {
  WhatsAppSign s{.owners = true};
  const auto done = each_field(all_, message, [&](const ProtoField& f) {
    if (f.number == 1) s.id = as_text(f.bytes);
    if (f.number == 2) s.sign = as_text(f.bytes);
    if (f.number == 3 && f.value > 0) s.time = time(f.value, place_in(all_, message));
  });
  readers_.sign(s);
  return done;
}

Result<void> Info::of_channel(Bytes message) {
  return each_field(all_, message, [this](const ProtoField& sum) {
    if (sum.number != 1) return;
    WhatsAppSign s{.people = 0};
    part(each_field(all_, sum.bytes, [&](const ProtoField& f) {
      if (f.number == 1) s.sign = as_text(f.bytes);
      if (f.number == 2) s.people = f.value;
    }));
    readers_.sign(s);
  });
}

}  // namespace

Result<void> read_message_info(Bytes message, const MessageInfoReaders& readers) {
  return Info(message, readers).read();
}

}  // namespace bridle
