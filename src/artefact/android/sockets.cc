// Connections that were open when the report was made, and whose they are. Sockets of the phone
// itself (unix) are left out.
//
// `netstat`: Proto Recv-Q Send-Q Local Address  Foreign Address  State  [User Inode PID/Program]
//   tcp        0      0 192.0.2.5:41234  203.0.113.7:443  ESTABLISHED
// `ss -eionptu`: Netid State Recv-Q Send-Q Local Address:Port Peer Address:Port, and what more
//   tcp ESTAB 0 0 192.0.2.5:41234 203.0.113.7:443 users:(("com.x",pid=123,fd=4)) uid:10123 ino:5 …
// Source: AOSP external/toybox toys/net/netstat.c, external/iproute2 misc/ss.c.

#include <algorithm>
#include <string>
#include <vector>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "dumpstate:NETSTAT",
    "dumpstate:DETAILED SOCKET STATE",
    "dumpstate:SOCKETS",
};

constexpr Field kFields[] = {
    {"protocol", Kind::text, "tcp, udp, tcp6 and others"},
    {"state", Kind::text, "of the connection"},
    {"local", Kind::ip, "the phone's address"},
    {"local_port", Kind::number, "the phone's port"},
    {"remote", Kind::ip, "the other side's address"},
    {"remote_port", Kind::number, "the other side's port"},
    {"process", Kind::process, "the program, where that is told"},
    {"pid", Kind::number, "number of its process"},
    {"uid", Kind::number, "user id that opened it"},
};

struct Place {
  std::string_view address;
  std::optional<std::int64_t> port;
};

// "192.0.2.5:443", "[2001:db8::1]:443", "2001:db8::1:443", "192.0.2.5%wlan0:443", "*:*"
Place place_of(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return {.address = text, .port = {}};
  std::string_view address = text.substr(0, colon);
  if (address.starts_with('[')) address = address.substr(1, address.find(']') - 1);
  return {.address = address.substr(0, address.find('%')), .port = number(text.substr(colon + 1))};
}

std::vector<std::string_view> words_in(std::string_view line) {
  auto words = split(line, ' ');
  std::erase_if(words, [](std::string_view word) { return word.empty(); });
  return words;
}

bool is_protocol(std::string_view word) {
  return word.starts_with("tcp") || word.starts_with("udp") || word.starts_with("raw") ||
         word.starts_with("icmp");
}

class Reader {
 public:
  explicit Reader(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const auto words = words_in(line);
    if (words.empty()) return;
    if (contains(line, "Foreign Address") || contains(line, "Peer Address:Port")) {
      found_ = contains(line, "State");
      ss_ = words[0] == "Netid";
    } else if (is_protocol(words[0])) {
      put(at, line, words);
    }
  }

  void end(std::uint64_t begins) {
    if (!found_) out_.gap(begins, "no list of connections");
  }

 private:
  void put(std::uint64_t at, std::string_view line, const std::vector<std::string_view>& words) {
    const std::size_t first = ss_ ? 4 : 3;  // where the addresses stand
    if (words.size() < first + 2 || !number(words[first - 1]))
      return out_.gap(at, "a connection that cannot be read");
    const Place local = place_of(words[first]), remote = place_of(words[first + 1]);
    std::string_view state = ss_ ? words[1] : words.size() > 5 ? words[5] : "";
    if (!state.empty() && is_digit(state[0])) state = "";  // of datagrams: the user id follows
    const Owner owner = ss_ ? owner_in(line) : owner_among(words);
    out_.row<kFields>(at, words[0], some(state), some(local.address), local.port,
                      some(remote.address), remote.port, some(owner.process), owner.pid, owner.uid);
  }

  struct Owner {
    std::string_view process = {};
    std::optional<std::int64_t> pid = {}, uid = {};
  };

  // users:(("com.x",pid=123,fd=4)) uid:10123
  static Owner owner_in(std::string_view line) {
    const std::size_t uid = line.find(" uid:");
    const std::string_view rest = uid == std::string_view::npos ? "" : line.substr(uid + 5);
    return {.process = between(line, "((\"", "\"").value_or(""),
            .pid = number_word(line, "pid"),
            .uid = number(rest.substr(0, rest.find(' ')))};
  }

  // … 10123 45678 123/com.x
  static Owner owner_among(const std::vector<std::string_view>& words) {
    Owner out;
    const std::string_view last = words.back();
    const std::size_t slash = last.find('/');
    if (words.size() < 8 || slash == std::string_view::npos) return out;
    out.pid = number(last.substr(0, slash));
    out.process = last.substr(slash + 1);
    out.uid = number(words[words.size() - 3]);
    return out;
  }

  Rows& out_;
  bool ss_ = false, found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(out));
}

}  // namespace

ARTEFACT(android_sockets) = {
    .id = "android_sockets",
    .title = "Open connections",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::contacted,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the line begins",
};

}  // namespace bridle
