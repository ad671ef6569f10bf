#include "format/plist_xml.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "format/plist_builder.h"
#include "format/xml_entity.h"

namespace bridle {
namespace {

constexpr std::string_view kUidKey = "CF$UID";

class XmlReader {
 public:
  explicit XmlReader(std::string_view xml) : xml_(xml) {}

  Result<RewrittenPlist> read(Arena& arena) {
    while (!ended_ && next_mark()) TRY(mark());
    if (!ended_) damaged(Errc::truncated, "the property list breaks off");
    while (!open_.empty()) close();
    if (!root_) return fail(Errc::malformed, "no value stands in the XML", pos_);
    return RewrittenPlist{.bytes = as_bytes(arena.keep(out_.finish(*root_))), .damage = damage_};
  }

 private:
  struct Container {
    unsigned char kind;
    std::size_t first;  // of its references in refs_
    bool has_key = false;
    bool has_uid = false;
  };

  void damaged(Errc code, const char* what) {
    if (!damage_) damage_ = Error{code, what, pos_};
  }

  bool next_mark() {
    pos_ = std::min(xml_.find('<', pos_), xml_.size());
    return pos_ < xml_.size();
  }

  void skip_past(std::string_view end) {
    const auto at = xml_.find(end, pos_);
    if (at == std::string_view::npos) damaged(Errc::truncated, "the property list breaks off");
    pos_ = at == std::string_view::npos ? xml_.size() : at + end.size();
  }

  Result<void> mark() {
    const auto rest = xml_.substr(pos_);
    if (rest.starts_with("<!--")) {
      skip_past("-->");
    } else if (rest.starts_with("<?")) {
      skip_past("?>");
    } else if (rest.starts_with("<!")) {
      // An own definition could make any text out of a few bytes; no property list has one.
      if (contains(rest.substr(0, rest.find('>')), "["))
        return fail(Errc::unsupported, "an XML document type with definitions of its own", pos_);
      skip_past(">");
    } else if (rest.starts_with("</")) {
      end_tag(tag(2));
    } else {
      start_tag();
    }
    return {};
  }

  // The name in the tag at pos_, which is then behind it.
  std::string_view tag(std::size_t skip) {
    const auto from = pos_ + skip;
    const auto name_end = std::min(xml_.find_first_of("> /\t\r\n", from), xml_.size());
    skip_past(">");
    return xml_.substr(from, name_end - from);
  }

  static unsigned char container_kind(std::string_view name) {
    if (name == "dict") return 0xd;
    if (name == "array") return 0xa;
    return 0;
  }

  void end_tag(std::string_view name) {
    if (name == "plist") {
      ended_ = true;
      if (!open_.empty()) damaged(Errc::malformed, "the property list ends inside of a value");
    } else if (!open_.empty() && container_kind(name) == open_.back().kind) {
      close();
      ended_ = open_.empty();
    } else {
      damaged(Errc::malformed, "an end tag without its start");
    }
  }

  void start_tag() {
    last_integer_.reset();
    const auto name = tag(1);
    const bool empty = pos_ >= 2 && xml_.substr(pos_ - 2, 2) == "/>";
    if (name == "plist") {
      ended_ = empty;
      return;
    }
    if (const auto kind = container_kind(name)) {
      open_.push_back({.kind = kind, .first = refs_.size()});
      if (empty) close();
    } else {
      leaf(name, empty);
    }
    if (root_ && open_.empty()) ended_ = true;
  }

  void leaf(std::string_view name, bool empty) {
    constexpr std::string_view kLeaves[] = {"string", "integer", "real",  "date",
                                            "data",   "true",    "false", "key"};
    if (std::ranges::find(kLeaves, name) == std::end(kLeaves))
      return damaged(Errc::malformed, "an element that no property list has");
    text_.clear();
    if (!empty) read_text(name);
    if (name == "key")
      add_key(out_.bytes(7, text_));
    else
      add(leaf_value(name));
  }

  std::uint32_t leaf_value(std::string_view name) {
    if (name == "string") return out_.bytes(7, text_);
    if (name == "true") return out_.constant('\x09');
    if (name == "false") return out_.constant('\x08');
    if (name == "integer") return integer(trim(text_));
    if (name == "real") return real(trim(text_));
    if (name == "date") return date(trim(text_));
    if (const auto data = from_base64(text_)) return out_.bytes(4, *data);
    return unreadable("data that is not Base64");
  }

  std::uint32_t unreadable(const char* what) {
    damaged(Errc::malformed, what);
    return out_.constant('\0');
  }

  std::uint32_t integer(std::string_view s) {
    const bool minus = s.starts_with('-');
    if (minus || s.starts_with('+')) s.remove_prefix(1);
    const bool sixteen = s.starts_with("0x") || s.starts_with("0X");
    if (sixteen) s.remove_prefix(2);
    std::uint64_t v{};
    const auto [end, ec] = std::from_chars(s.data(), s.data() + s.size(), v, sixteen ? 16 : 10);
    constexpr auto kHighest = std::uint64_t{1} << 63;
    if (ec != std::errc{} || end != s.data() + s.size() || (minus && v > kHighest))
      return unreadable("an integer that is no number");
    if (!minus) last_integer_ = v;
    if (!minus && v >= kHighest) return out_.large_number(v);
    return out_.number(0x13, minus ? 0 - v : v, 8);
  }

  std::uint32_t real(std::string_view s) {
    if (s.starts_with('+')) s.remove_prefix(1);
    double v{};
    const auto [end, ec] = std::from_chars(s.data(), s.data() + s.size(), v);
    if (ec != std::errc{} || end != s.data() + s.size())
      return unreadable("a real that is no number");
    return out_.number(0x23, std::bit_cast<std::uint64_t>(v), 8);
  }

  std::uint32_t date(std::string_view s) {
    const auto time = parse_time(s);
    if (!time) return unreadable("a date that is none");
    const double seconds = static_cast<double>(time->us - kAppleEpoch) / 1e6;
    return out_.number(0x33, std::bit_cast<std::uint64_t>(seconds), 8);
  }

  // The text up to the end tag of the element, which is passed over.
  void read_text(std::string_view name) {
    while (next_text()) {
      const auto rest = xml_.substr(pos_);
      if (rest.starts_with("<![CDATA[")) {
        const auto from = pos_ + 9;
        skip_past("]]>");
        const auto to = xml_.find("]]>", from);
        text_ += xml_.substr(from, to - from);
      } else if (rest.starts_with("<!--")) {
        skip_past("-->");
      } else if (rest.starts_with("<?")) {
        skip_past("?>");
      } else if (rest.starts_with('&')) {
        entity(rest);
      } else {
        const bool closes = rest.starts_with("</") && rest.substr(2).starts_with(name);
        if (!closes) return damaged(Errc::malformed, "an element inside of a text");
        return skip_past(">");
      }
    }
    damaged(Errc::truncated, "the property list breaks off");
  }

  // Takes what stands before the next mark; false at the end of the document.
  bool next_text() {
    const auto to = std::min(xml_.find_first_of("<&", pos_), xml_.size());
    text_ += xml_.substr(pos_, to - pos_);
    pos_ = to;
    return pos_ < xml_.size();
  }

  void entity(std::string_view rest) {
    const auto end = rest.substr(0, 12).find(';');  // a name that breaks off is none
    const auto name = end == std::string_view::npos ? "" : rest.substr(1, end - 1);
    if (const auto c = xml_character(name)) {
      append_utf8(text_, *c);
      pos_ += name.size() + 2;
      return;
    }
    damaged(Errc::malformed, "an entity that no property list has");
    text_ += '&';
    ++pos_;
  }

  void add_key(std::uint32_t value) {
    if (open_.empty() || open_.back().kind != 0xd)
      return damaged(Errc::malformed, "a key outside of a dictionary");
    if (open_.back().has_key) {
      damaged(Errc::malformed, "a key without a value");
      refs_.pop_back();
    }
    refs_.push_back(value);
    open_.back().has_key = true;
    open_.back().has_uid = text_ == kUidKey;
  }

  void add(std::uint32_t value) {
    if (open_.empty()) {
      if (!root_) root_ = value;
      return;
    }
    Container& in = open_.back();
    if (in.kind == 0xd && !in.has_key) return damaged(Errc::malformed, "a value without a key");
    in.has_key = false;
    refs_.push_back(value);
  }

  void close() {
    const Container in = open_.back();
    open_.pop_back();
    if (in.has_key) {
      damaged(Errc::malformed, "a key without a value");
      refs_.pop_back();
    }
    const auto refs = std::span(refs_).subspan(in.first);
    // Archives write references to other objects as dictionaries with one well-known key.
    const bool is_uid = in.has_uid && refs.size() == 2 && last_integer_;
    const std::uint32_t value = is_uid ? out_.number(0x87, *last_integer_, 8)
                                       : out_.container(in.kind, refs, in.kind == 0xd ? 2 : 1);
    refs_.resize(in.first);
    add(value);
  }

  std::string_view xml_;
  std::size_t pos_ = 0;
  std::optional<std::uint64_t> last_integer_;
  bool ended_ = false;
  std::string text_;
  PlistBuilder out_;
  std::vector<Container> open_;
  std::vector<std::uint32_t> refs_;
  std::optional<std::uint32_t> root_;
  std::optional<Error> damage_;
};

}  // namespace

Result<RewrittenPlist> binary_from_xml(Bytes xml, Arena& arena) {
  const auto text = as_text(xml);
  if (text.starts_with("\xff\xfe")) return XmlReader(utf16le(xml.subspan(2))).read(arena);
  if (text.starts_with("\xfe\xff")) return XmlReader(utf16be(xml.subspan(2))).read(arena);
  return XmlReader(text).read(arena);
}

}  // namespace bridle
