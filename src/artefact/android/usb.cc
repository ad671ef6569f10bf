// Devices that were plugged into the phone, and what the phone offered over its cable: tools that
// unlock phones show up as unlikely devices.
//
//   device_manager={
//     handler={
//       current_functions=ADB
//       connected=true …
//   host_manager={
//     devices=[
//       {
//         name=/dev/bus/usb/001/002
//         vendor_id=1133 product_id=49970 manufacturer_name=… product_name=… serial_number=…
//       }
//     ]
//     num_connects=3
//     connections=[
//       {
//         device_address=/dev/bus/usb/001/002
//         mode=0                                      0 connected, 1 by mistake, -1 disconnected
//         timestamp=1767886184123
//         manufacturer=1133
//         product=49970
//       }
//     ]
// One word stands in a line. Source: AOSP services/usb com.android.server.usb UsbDeviceManager,
// UsbHostManager (dump), DualDumpOutputStream.

#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:usb"};

constexpr Field kFields[] = {
    {"time", Kind::time, "when a device was plugged in or out"},
    {"what", Kind::text, "connection: of a device; device: there now; phone: as a device itself"},
    {"mode", Kind::text, "of a connection: 0 and CONNECT plugged in, -1 and DISCONNECT out"},
    {"address", Kind::text, "where on the bus"},
    {"vendor", Kind::number, "number of the device's maker"},
    {"product", Kind::number, "the maker's number of the device"},
    {"name", Kind::content, "names that the device tells, one a line"},
    {"serial", Kind::text, "its serial number"},
    {"functions", Kind::text, "what the phone offers: ADB, MTP and so on"},
    {"connected", Kind::number, "1 if the phone was connected to a computer"},
    {"locked", Kind::number, "1 if its screen was locked then"},
};

// What one block of braces tells.
struct Block {
  std::uint64_t at = 0;
  std::string_view what = {};  // empty if none is open
  std::string mode = {}, address = {}, names = {}, serial = {}, functions = {};
  std::optional<std::int64_t> vendor = {}, product = {}, ms = {};
  std::optional<bool> connected = {}, locked = {};
};

std::optional<bool> flag(std::string_view value) {
  if (value == "true") return true;
  return value == "false" ? std::optional(false) : std::nullopt;
}

void read_device(std::string_view key, std::string_view value, Block& b) {
  if (key == "device_address" || key == "name") b.address = value;
  if (key == "mode") b.mode = value;
  if (key == "timestamp") b.ms = number(value);
  if (key == "manufacturer" || key == "vendor_id") b.vendor = number(value);
  if (key == "product" || key == "product_id") b.product = number(value);
  if (key == "manufacturer_name" || key == "product_name") add_line(b.names, value);
  if (key == "serial_number") b.serial = value;
}

void read_phone(std::string_view key, std::string_view value, Block& b) {
  if (key == "current_functions" && value != "[") add_line(b.functions, value);
  if (key == "kernel_function_list" && b.functions.empty()) b.functions = value;
  if (key == "connected") b.connected = flag(value);
  if (key == "screen_locked") b.locked = flag(value);
}

class Reader {
 public:
  explicit Reader(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::string_view text = trim(line);
    const std::size_t depth = indent(line);
    if (text.starts_with("device_manager={")) found_ = true;
    if (depth <= block_depth_ && !block_.what.empty()) put();
    if (depth <= list_depth_) list_ = {};
    if (text == "handler={") {
      begin(at, depth, "phone");
    } else if (text == "connections=[" || text == "devices=[") {
      list_ = text == "devices=[" ? "device" : "connection";
      list_depth_ = depth;
    } else if (text == "{" && !list_.empty() && block_.what.empty()) {
      begin(at, depth, list_);
    } else if (text.ends_with("current_functions=[")) {
      functions_ = true;
    } else if (text == "]") {
      functions_ = false;
    } else if (const std::size_t sign = text.find('='); sign == std::string_view::npos) {
      if (functions_ && block_.what == "phone") add_line(block_.functions, text);
    } else if (depth == block_depth_ + 2) {  // deeper: parts of a device
      const std::string_view key = text.substr(0, sign), value = text.substr(sign + 1);
      if (block_.what == "phone")
        read_phone(key, value, block_);
      else if (!block_.what.empty())
        read_device(key, value, block_);
    }
  }

  void end(std::uint64_t begins) {
    put();
    if (!found_) out_.gap(begins, "no state of the cable");
  }

 private:
  void begin(std::uint64_t at, std::size_t depth, std::string_view what) {
    put();
    block_.at = at;
    block_.what = what;
    block_depth_ = depth;
  }

  void put() {
    const Block& b = block_;
    if (b.what == "connection" && !b.ms) out_.gap(b.at, "a connection without its time");
    if (!b.what.empty())
      out_.row<kFields>(b.at, b.ms ? unix_milliseconds(*b.ms) : std::nullopt, b.what, some(b.mode),
                        some(b.address), b.vendor, b.product, some(b.names), some(b.serial),
                        some(b.functions), b.connected, b.locked);
    block_ = {};
  }

  Rows& out_;
  Block block_;
  std::string_view list_ = {};  // of which sort the blocks are; empty outside the lists
  std::size_t list_depth_ = 0, block_depth_ = 0;
  bool functions_ = false;  // the list of functions is read
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(out));
}

}  // namespace

ARTEFACT(android_usb) = {
    .id = "android_usb",
    .title = "Devices on the phone's cable",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::configured,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the block begins",
};

}  // namespace bridle
