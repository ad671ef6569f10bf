#include "format/typedstream.h"

#include <charconv>
#include <optional>
#include <vector>

#include "base/reader.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kLittle = "\x04\x0bstreamtyped";
constexpr std::string_view kBig = "\x04\x0btypedstream";
constexpr int kDepth = 100;

constexpr std::uint8_t kTwoBytes = 0x81;
constexpr std::uint8_t kFourBytes = 0x82;
constexpr std::uint8_t kFloating = 0x83;
constexpr std::uint8_t kNew = 0x84;
constexpr std::uint8_t kNil = 0x85;
constexpr std::uint8_t kEnd = 0x86;
constexpr std::uint8_t kFirstReference = 0x92;

class TypedStream {
 public:
  TypedStream(Bytes bytes, const std::function<void(const TypedPiece&)>& sink)
      : in_(bytes), left_(16 * bytes.size()), sink_(sink), big_(as_text(bytes).starts_with(kBig)) {}

  Result<void> read() {
    in_.take(kLittle.size());
    number(in_.u8());
    while (!error_ && !in_.at_end()) group(in_.u8(), "", 0);
    if (!error_) TRY(in_.done());
    if (error_) return std::unexpected(*error_);
    return {};
  }

 private:
  void bad(const char* what) {
    if (!error_) error_ = Error{Errc::malformed, what, in_.pos()};
  }

  bool stopped() {
    if (in_.failed() && !error_)
      error_ = Error{Errc::truncated, "the typedstream breaks off", in_.pos()};
    return error_.has_value();
  }

  std::uint64_t sized(std::size_t n) {
    const Bytes b = in_.take(n);
    return big_ ? big_endian(b, b.size()) : little_endian(b, b.size());
  }

  std::uint64_t number(std::uint8_t head) {
    if (head == kTwoBytes) return sized(2);
    if (head == kFourBytes) return sized(4);
    return head;
  }

  Bytes counted() {
    const auto head = in_.u8();
    if (head < 0x80 || head == kTwoBytes || head == kFourBytes) return in_.take(number(head));
    bad("a length that is no number");
    return {};
  }

  // References are signed numbers themselves, counted up from -110.
  template <class T>
  std::optional<T> earlier(std::uint8_t head, const std::vector<T>& row) {
    std::uint64_t n{};
    if (head == kTwoBytes)
      n = static_cast<std::uint16_t>(sized(2) + 110);
    else if (head == kFourBytes)
      n = static_cast<std::uint32_t>(sized(4) + 110);
    else if (head >= kFirstReference)
      n = head - kFirstReference;
    else
      n = head + std::uint64_t{110};
    if (n < row.size()) return row[n];
    bad("a reference to something that does not exist");
    return {};
  }

  std::string_view shared_text(std::uint8_t head) {
    if (head == kNil) return {};
    if (head != kNew) return earlier(head, texts_).value_or("");
    texts_.push_back(as_text(counted()));
    return texts_.back();
  }

  // A type encoding and its values; `in_class` is the class of the object they belong to.
  void group(std::uint8_t head, std::string_view in_class, int depth) {
    std::string_view types = shared_text(head);
    if (types.empty()) return bad("an empty type encoding");
    while (!types.empty() && !stopped()) value(types, in_class, depth);
  }

  // Reads a value of the first type, which is taken off the encoding.
  void value(std::string_view& types, std::string_view in_class, int depth) {
    if (depth > kDepth) return bad("objects nested too deep");
    if (left_-- == 0) return bad("more values than the stream can hold");
    const char type = types.front();
    types.remove_prefix(1);
    switch (type) {
      case '@':
        return object(depth);
      case '#':
        class_chain();
        return;
      case '+':
        return piece(counted(), in_class);
      case '*':
        return c_string();
      case '%':
      case ':':
        shared_text(in_.u8());
        return;
      case 'c':
      case 'C':
      case 'B':
        in_.u8();
        return;
      case 'f':
        return floating(4);
      case 'd':
        return floating(8);
      case '[':
        return array(types, in_class, depth);
      case '{':
        return structure(types, in_class, depth);
      default:
        if (!contains("sSiIlLqQ", std::string_view(&type, 1))) return bad("an unknown type");
        number(in_.u8());
    }
  }

  void floating(std::size_t size) {
    const auto head = in_.u8();
    if (head == kFloating)
      in_.take(size);
    else
      number(head);
  }

  void c_string() {
    const auto head = in_.u8();
    if (head == kNil) return;
    if (head != kNew) {
      earlier(head, objects_);
      return;
    }
    objects_.push_back("");
    shared_text(in_.u8());
  }

  void object(int depth) {
    const auto head = in_.u8();
    if (head == kNil || stopped()) return;
    if (head != kNew) {
      earlier(head, objects_);
      return;
    }
    objects_.push_back("");
    const std::string_view name = class_chain();
    while (!stopped()) {
      const auto next = in_.u8();
      if (next == kEnd || stopped()) return;
      group(next, name, depth + 1);
    }
  }

  // The name of the first class; its superclasses follow it.
  std::string_view class_chain() {
    std::optional<std::string_view> first;
    while (!stopped()) {
      const auto head = in_.u8();
      if (head == kNil) break;
      if (head != kNew) {
        const auto name = earlier(head, objects_);
        if (!first) first = name;
        break;
      }
      const auto name = shared_text(in_.u8());
      number(in_.u8());  // version
      objects_.push_back(name);
      if (!first) first = name;
    }
    return first.value_or("");
  }

  // "[12c]": twelve bytes; in NSData that is the content.
  void array(std::string_view& types, std::string_view in_class, int depth) {
    std::uint64_t count{};
    const auto [end, ec] = std::from_chars(types.data(), types.data() + types.size(), count);
    if (ec != std::errc{}) return bad("an array without a length");
    types.remove_prefix(static_cast<std::size_t>(end - types.data()));
    if (types.starts_with("c]") || types.starts_with("C]")) {
      types.remove_prefix(2);
      return piece(in_.take(count), in_class);
    }
    const std::string_view element = types;
    for (std::uint64_t i = 0; i < count && !stopped(); ++i) {
      types = element;
      const auto before = in_.pos();
      if (!types.empty()) value(types, in_class, depth + 1);
      if (in_.pos() == before) return bad("an array of nothing");
    }
    if (!types.starts_with(']')) return bad("an array without an end");
    types.remove_prefix(1);
  }

  void structure(std::string_view& types, std::string_view in_class, int depth) {
    const auto name = types.find('=');
    if (name == std::string_view::npos) return bad("a structure without a name");
    types.remove_prefix(name + 1);
    while (!types.empty() && types.front() != '}' && !stopped()) value(types, in_class, depth + 1);
    if (types.empty()) return bad("a structure without an end");
    types.remove_prefix(1);
  }

  void piece(Bytes bytes, std::string_view in_class) {
    if (stopped()) return;
    const auto kind =
        contains(in_class, "String") ? TypedPiece::Kind::text : TypedPiece::Kind::data;
    const auto at = in_.pos() - bytes.size();
    sink_({.at = at, .kind = kind, .class_name = in_class, .bytes = bytes});
  }

  Reader in_;
  std::uint64_t left_;  // an encoding may hold empty structures, which take no bytes
  const std::function<void(const TypedPiece&)>& sink_;
  bool big_;
  std::optional<Error> error_;
  std::vector<std::string_view> texts_;
  std::vector<std::string_view> objects_;  // the names of classes, "" for what is none
};

}  // namespace

bool looks_like_typedstream(Bytes bytes) {
  return as_text(bytes).starts_with(kLittle) || as_text(bytes).starts_with(kBig);
}

Result<void> typedstream_pieces(Bytes bytes, const std::function<void(const TypedPiece&)>& sink) {
  if (!looks_like_typedstream(bytes)) return fail(Errc::malformed, "no typedstream");
  return TypedStream(bytes, sink).read();
}

Result<std::string_view> attributed_text(Bytes bytes) {
  std::optional<std::string_view> text;
  const auto read = typedstream_pieces(bytes, [&](const TypedPiece& piece) {
    if (!text && piece.kind == TypedPiece::Kind::text) text = as_text(piece.bytes);
  });
  if (text) return *text;
  if (!read) return std::unexpected(read.error());
  return fail(Errc::missing, "no text in the typedstream");
}

}  // namespace bridle
