#include "engine/hearing.h"

#include <algorithm>
#include <utility>

#include "engine/known_artefact.h"
#include "sink/result.h"

namespace bridle {
namespace {

constexpr std::size_t kLongestResult = 1 << 30;
constexpr std::size_t kMostOfAKind = 1'000'000;

// How many numbers and texts a message has at least.
struct Shape {
  std::size_t numbers, texts;
};

Shape shape_of(Said said) {
  switch (said) {
    case Said::create:
    case Said::keep:
    case Said::drop:
    case Said::reading:
    case Said::result:
      return {0, 1};
    case Said::begin:
    case Said::done:
      return {1, 0};
    case Said::found:
      return {2, 2};
    case Said::took:
    case Said::intake:
    case Said::cited:
    case Said::refused:
      return {1, 1};
    case Said::device:
      return {1, 8};
    default:
      return {0, 0};
  }
}

Device device_of(std::vector<std::string>& t) {
  return {.model = std::move(t[0]),
          .os = std::move(t[1]),
          .build = std::move(t[2]),
          .serial = std::move(t[3]),
          .udid = std::move(t[4]),
          .imei = std::move(t[5]),
          .phone = std::move(t[6]),
          .name = std::move(t[7])};
}

}  // namespace

bool Hearing::hear() {
  auto packet = receive_packet(worker_, room_);
  if (!packet) return false;
  Message& message = packet->message;
  const Shape least = shape_of(message.said);
  if (message.numbers.size() < least.numbers || message.texts.size() < least.texts) return false;
  return heed(message);
}

bool Hearing::heed(Message& message) {
  switch (message.said) {
    case Said::opened:
    case Said::create:
      return answer(message);
    case Said::keep:
      outputs_.keep(message.texts[0]);
      return true;
    case Said::drop:
      outputs_.drop(message.texts[0]);
      return true;
    case Said::begin:
    case Said::done:
    case Said::reading:
    case Said::found:
      return heed_progress(message);
    default:
      return heed_outcome(message);
  }
}

bool Hearing::answer(const Message& message) {
  if (message.said == Said::opened) {
    const auto opened = outputs_.open();
    return send_packet(worker_,
                       opened ? Message{.said = Said::granted}
                              : Message{.said = Said::denied, .texts = {opened.error().what}});
  }
  const auto file = outputs_.create(message.texts[0]);
  if (file) return send_packet(worker_, {.said = Said::granted}, *file);
  return send_packet(worker_, {.said = Said::denied, .texts = {file.error().what}});
}

bool Hearing::heed_progress(const Message& message) {
  const auto& [said, numbers, texts] = message;
  if (said == Said::begin) watcher_.begin(numbers[0]);
  if (said == Said::done) watcher_.done(numbers[0]);
  if (said == Said::reading && is_in(catalogue_, texts[0])) watcher_.reading(texts[0]);
  if (said != Said::found) return true;
  if (numbers[0] > static_cast<std::uint64_t>(Class::context) ||
      numbers[1] > static_cast<std::uint64_t>(Level::lead) || !is_in(catalogue_, texts[0]))
    return false;
  if (++found_ <= shown_) return true;
  Finding f;
  f.claim = static_cast<Class>(numbers[0]);
  f.level = static_cast<Level>(numbers[1]);
  f.artefact = texts[0];
  f.rule = texts[1];
  watcher_.found(f);
  return true;
}

bool Hearing::heed_outcome(Message& message) {
  auto& [said, numbers, texts] = message;
  if (said == Said::lacking) heard_.lacking = std::move(texts);
  if (said == Said::took)
    heard_.took.emplace_back(std::move(texts[0]), static_cast<std::int64_t>(numbers[0]));
  if (said == Said::device) devices_[numbers[0]] = device_of(texts);
  if (said == Said::intake) {
    const auto root = digest_from_hex(texts[0]);
    if (!root) return false;
    heard_.intake = {.files = numbers[0], .root = *root};
  }
  if (said == Said::cited) cited_[numbers[0]] = std::move(texts[0]);
  if (said == Said::result) json_ += texts[0];
  if (said == Said::refused)
    refused_ = {.kind = numbers[0] == 0 ? Refusal::Kind::usage : Refusal::Kind::internal,
                .why = std::move(texts[0])};
  finished_ = said == Said::finished;
  return said <= Said::finished && json_.size() <= kLongestResult &&
         heard_.took.size() + devices_.size() + cited_.size() <= kMostOfAKind;
}

Result<Supervised> Hearing::outcome(std::size_t exhibits) {
  Outcome outcome = TRY(read_result(json_));
  // What is shown and what is written must be the same thing.
  if (outcome.exhibits.size() != exhibits || result_json(outcome) != json_)
    return fail(Errc::malformed, "the worker's result does not hold together");
  for (auto& [index, device] : devices_)
    if (index < exhibits) outcome.exhibits[index].device = std::move(device);
  for (auto& [index, value] : cited_)
    if (index < outcome.findings.size() && outcome.findings[index].indicator)
      outcome.findings[index].indicator->value = std::move(value);
  if (result_json(outcome) != json_)
    return fail(Errc::malformed, "the worker's devices are not those of its result");
  heard_.outcome = std::move(outcome);
  return std::move(heard_);
}

}  // namespace bridle
