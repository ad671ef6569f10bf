#include "engine/worker_link.h"

#include <unistd.h>

#include <string_view>

#include "sink/result.h"

namespace bridle {

// Without its supervisor a worker has nothing to live for.
void WorkerLink::tell(const Message& message) {
  const std::scoped_lock lock(mutex_);
  if (!send_packet(to_, message)) _exit(1);
}

Result<Descriptor> WorkerLink::ask(const Message& message) {
  const std::scoped_lock lock(mutex_);
  if (!send_packet(to_, message)) _exit(1);
  auto answer = receive_packet(to_, room_);
  if (!answer) _exit(1);
  if (answer->message.said == Said::granted) return std::move(answer->file);
  const auto& texts = answer->message.texts;
  if (texts.empty()) return fail(Errc::io, "a file cannot be created");
  return fail(Errc::io, reasons_.emplace_back(texts.front()).c_str());
}

Result<void> WorkerLink::opened() {
  TRY(ask({.said = Said::opened}));
  return {};
}

void WorkerLink::begin(std::uint64_t bytes) {
  tell({.said = Said::begin, .numbers = {bytes}});
}

void WorkerLink::done(std::uint64_t bytes) {
  tell({.said = Said::done, .numbers = {bytes}});
}

void WorkerLink::reading(std::string_view artefact) {
  tell({.said = Said::reading, .texts = {std::string(artefact)}});
}

void WorkerLink::found(const Finding& f) {
  tell({.said = Said::found,
        .numbers = {static_cast<std::uint64_t>(f.claim), static_cast<std::uint64_t>(f.level)},
        .texts = {f.artefact, f.rule}});
}

Result<int> WorkerLink::create(const std::string& name) {
  Descriptor file = TRY(ask({.said = Said::create, .texts = {name}}));
  if (!file) return fail(Errc::io, "a file cannot be created");
  return file.release();
}

// The supervisor gives names once all is whole, and says then what did not work.
Result<void> WorkerLink::keep(const std::string& name) {
  tell({.said = Said::keep, .texts = {name}});
  return {};
}

void WorkerLink::drop(const std::string& name) {
  tell({.said = Said::drop, .texts = {name}});
}

void WorkerLink::deliver(const Outcome& outcome) {
  for (std::size_t i = 0; i < outcome.exhibits.size(); ++i) {
    const Device& d = outcome.exhibits[i].device;
    tell({.said = Said::device,
          .numbers = {i},
          .texts = {d.model, d.os, d.build, d.serial, d.udid, d.imei, d.phone, d.name}});
  }
  for (std::size_t i = 0; i < outcome.findings.size(); ++i)
    if (const auto& indicator = outcome.findings[i].indicator)
      tell({.said = Said::cited, .numbers = {i}, .texts = {indicator->value}});
  const std::string json = result_json(outcome);
  for (std::string_view rest = json; !rest.empty();) {
    const std::string_view part = rest.substr(0, kLongestText);
    tell({.said = Said::result, .texts = {std::string(part)}});
    rest.remove_prefix(part.size());
  }
  tell({.said = Said::finished});
}

}  // namespace bridle
