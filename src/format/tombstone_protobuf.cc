#include <algorithm>
#include <functional>

#include "base/text.h"
#include "format/protobuf.h"
#include "format/tombstone.h"

namespace bridle {
namespace {

constexpr std::size_t kMost = 20'000;  // frames, mappings or files of one

std::string text(const ProtoField& f) {
  return std::string(as_text(f.bytes));
}

Result<void> each(Bytes message, const std::function<void(const ProtoField&)>& take) {
  ProtoReader reader(message);
  for (;;) {
    const auto field = TRY(reader.next());
    if (!field) return {};
    take(*field);
  }
}

std::string hex_number(std::uint64_t n) {
  std::string out;
  do out.insert(out.begin(), "0123456789abcdef"[n & 15]);
  while ((n >>= 4) != 0);
  return out;
}

// As the text form has it: "11 (SIGSEGV)", "1 (SEGV_MAPERR)".
std::string named(std::uint64_t number, const std::string& name) {
  const auto value = static_cast<std::int32_t>(number);
  return std::to_string(value) + (name.empty() ? "" : " (" + name + ")");
}

Result<void> read_signal(Bytes message, Tombstone& out) {
  std::uint64_t number = 0, code = 0;
  std::string name, code_name;
  TRY(each(message, [&](const ProtoField& f) {
    if (f.number == 1) number = f.value;
    if (f.number == 2) name = text(f);
    if (f.number == 3) code = f.value;
    if (f.number == 4) code_name = text(f);
    if (f.number == 9) out.fault_address = "0x" + hex_number(f.value);
  }));
  out.signal = named(number, name);
  out.code = named(code, code_name);
  return {};
}

Result<std::string> frame(Bytes message) {
  std::uint64_t pc = 0, offset = 0;
  std::string function, file;
  TRY(each(message, [&](const ProtoField& f) {
    if (f.number == 1) pc = f.value;
    if (f.number == 4) function = text(f);
    if (f.number == 5) offset = f.value;
    if (f.number == 6) file = text(f);
  }));
  std::string out = "pc " + hex_number(pc) + "  " + (file.empty() ? "<unknown>" : file);
  if (!function.empty()) out += " (" + function + "+" + std::to_string(offset) + ")";
  return out;
}

// One entry of the map of threads: its number and what it is.
Result<void> read_thread(Bytes entry, Tombstone& out) {
  std::optional<std::uint64_t> id;
  Bytes thread;
  TRY(each(entry, [&](const ProtoField& f) {
    if (f.number == 1) id = f.value;
    if (f.number == 2) thread = f.bytes;
  }));
  if (!id || static_cast<std::int64_t>(*id) != out.tid) return {};
  std::optional<Error> broken;
  TRY(each(thread, [&](const ProtoField& f) {
    if (f.number == 2) out.name = text(f);
    if (f.number != 4 || out.frames.size() == kMost) return;
    auto read = frame(f.bytes);
    if (!read)
      broken = read.error();
    else
      out.frames.push_back("#" + std::to_string(out.frames.size()) + " " + *read);
  }));
  if (broken) return std::unexpected(*broken);
  return {};
}

Result<std::string> text_in(Bytes message, std::uint32_t number) {
  std::string out;
  TRY(each(message, [&](const ProtoField& f) {
    if (f.number == number) out = text(f);
  }));
  return out;
}

void add_once(std::vector<std::string>& to, std::string name) {
  // Mappings of one file stand one after the other.
  if (!name.empty() && to.size() < kMost && (to.empty() || to.back() != name))
    to.push_back(std::move(name));
}

void read_plain(const ProtoField& f, Tombstone& out) {
  switch (f.number) {
    case 1: {
      constexpr std::string_view kNames[] = {"arm", "arm64", "x86", "x86_64", "riscv64"};
      out.abi = f.value < std::size(kNames) ? kNames[f.value] : std::to_string(f.value);
      return;
    }
    case 2:
      out.fingerprint = text(f);
      return;
    case 4:
      out.timestamp = text(f);
      out.time = parse_time(out.timestamp);
      return;
    case 5:
      out.pid = static_cast<std::int64_t>(f.value);
      return;
    case 6:
      out.tid = static_cast<std::int64_t>(f.value);
      return;
    case 7:
      out.uid = static_cast<std::int64_t>(f.value);
      return;
    case 9:
      out.command += (out.command.empty() ? "" : " ") + text(f);
      return;
    case 14:
      out.abort = text(f);
      return;
    case 20:
      out.uptime_s = static_cast<std::int64_t>(f.value);
      return;
    default:
      return;
  }
}

Result<void> read_message(const ProtoField& f, Tombstone& out) {
  if (f.number == 10) return read_signal(f.bytes, out);
  if (f.number == 15) out.cause = TRY(text_in(f.bytes, 1));
  if (f.number == 16) return read_thread(f.bytes, out);
  if (f.number == 17) add_once(out.mapped, TRY(text_in(f.bytes, 7)));
  if (f.number == 19) add_once(out.files, TRY(text_in(f.bytes, 2)));
  return {};
}

}  // namespace

Result<Tombstone> tombstone_of_protobuf(Bytes message) {
  Tombstone out;
  std::optional<Error> broken;
  TRY(each(message, [&](const ProtoField& f) { read_plain(f, out); }));
  TRY(each(message, [&](const ProtoField& f) {
    if (const auto read = read_message(f, out); !read && !broken) broken = read.error();
  }));
  if (broken) return std::unexpected(*broken);
  if (!out.pid && out.fingerprint.empty()) return fail(Errc::malformed, "it is no tombstone");
  return out;
}

}  // namespace bridle
