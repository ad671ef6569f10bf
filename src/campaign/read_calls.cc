#include "campaign/read_calls.h"

#include <algorithm>
#include <tuple>

#include "campaign/account.h"
#include "campaign/shared_rows.h"

namespace bridle::campaign {
namespace {

// The fields of a store of calls, "" where it has none.
enum : std::uint8_t {
  when,
  peer,
  hidden,
  direction,
  seconds,
  outcome,
  video,
  bytes,
  group,
  listed
};

struct CallStore {
  std::string_view artefact;
  std::string_view fields[10];
};

constexpr CallStore kCalls[] = {
    {"android_whatsapp_calls",
     {"time", "peer", "peer_lid", "direction", "seconds", "outcome", "video", "bytes", "group"}},
    // What messages say of calls that the list of calls has lost.
    {"android_whatsapp_missed_calls", {"time", "peer", "", "", "", "", "video", "", "", "call"}},
    {"ios_whatsapp_calls",
     {"time", "peer", "", "direction", "seconds", "outcome", "video", "bytes_received", "group"}},
    {"ios_calls", {"time", "handle", "", "direction", "seconds", "answered"}},
};

// The other side of a message, and which way it went.
struct MessageStore {
  std::string_view artefact;
  std::string_view fields[2];
};

constexpr MessageStore kMessages[] = {
    {"android_whatsapp_messages", {"direction", "chat"}},
    {"android_whatsapp_old_messages", {"direction", "chat"}},
    {"ios_whatsapp_messages", {"direction", "chat"}},
    {"ios_sms", {"direction", "handle"}},
    {"android_sms", {"direction", "address"}},
};

bool was_answered(const SharedRow& row) {
  const std::string_view how = row.text(outcome);
  return row.real(seconds) > 0 || how == "answered" || how == "joined" || row.number(outcome) == 1;
}

void count(Usual& usual, const Call& call) {
  if (call.by == Whose::ours || call.answer == Answer::talked) return;
  ++usual.missed;
  if (call.picture == Picture::video) ++usual.video;
  if (call.bytes > 0) ++usual.carried;
}

class CallReader {
 public:
  CallReader(const AddressBooks& books, Words& words, Traces& out)
      : books_(books), words_(words), out_(out) {}

  void on(std::string_view artefact, const SharedRow& row) {
    const auto time = row.time(when);
    // Who calls a group is no stranger to it; a listed call has a row in the list of calls.
    if (!time || !row.text(group).empty() || row.as<std::int64_t>(listed)) return;
    std::string account = account_of(row.text(peer));
    if (account.empty()) account = account_of(row.text(hidden));
    if (account.empty()) return;
    Call call{.account = 0,
              .phone = words_.phones.number_of(row.phone()),
              .time = *time,
              .by = row.text(direction) == "sent" ? Whose::ours : Whose::theirs,
              .answer = was_answered(row) ? Answer::talked : Answer::none,
              .picture = row.number(video) == 1 ? Picture::video : Picture::voice,
              .bytes = row.number(bytes),
              .origin = {}};
    if (books_.knows(row.phone(), account)) return count(out_.usual, call);
    call.account = words_.accounts.number_of(account);
    call.origin = {words_.sources.number_of(source_of(row.record, call.phone, artefact)),
                   row.record.row};
    out_.calls.push_back(call);
  }

 private:
  const AddressBooks& books_;
  Words& words_;
  Traces& out_;
};

Result<void> read_written(const SharedRows& lake, Words& words, Traces& out) {
  for (const MessageStore& store : kMessages)
    TRY(lake.each(store.artefact, store.fields, [&](const SharedRow& row) {
      if (row.text(0) != "sent") return;
      const auto account = words.accounts.find(account_of(row.text(1)));
      const auto phone = words.phones.find(row.phone());
      if (account && phone) out.written.emplace_back(*account, *phone);
    }));
  std::ranges::sort(out.written);
  const auto twice = std::ranges::unique(out.written);
  out.written.erase(twice.begin(), twice.end());
  return {};
}

}  // namespace

Result<Traces> read_calls(const SharedRows& lake, const AddressBooks& books, Words& words) {
  Traces out;
  CallReader reader(books, words, out);
  for (const CallStore& store : kCalls)
    TRY(lake.each(store.artefact, store.fields,
                  [&](const SharedRow& row) { reader.on(store.artefact, row); }));
  std::ranges::stable_sort(out.calls, {}, [](const Call& call) {
    return std::tuple(call.account, call.phone, call.time);
  });
  TRY(read_written(lake, words, out));
  return out;
}

}  // namespace bridle::campaign
