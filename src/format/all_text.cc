#include "format/all_text.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/text.h"
#include "format/typedstream.h"

namespace bridle {
namespace {

// Lists share values, so that a small one can stand for endlessly many.
constexpr std::int64_t kSteps = 4'000'000;
constexpr int kDepth = 200;  // of containers
constexpr int kNesting = 6;  // of blobs in blobs
constexpr std::size_t kHeader = 4;
constexpr std::size_t kStepBytes = 64;  // how much text costs as much as a value

class TextWalk {
 public:
  TextWalk(Arena& arena, const TextSink& sink) : arena_(arena), sink_(sink) {}

  // Whether the bytes are of a form that holds texts.
  bool blob(Bytes bytes, int nesting) {
    if (looks_like_typedstream(bytes)) {
      stream(bytes, nesting);
      return true;
    }
    for (const std::size_t skip : {std::size_t{0}, kHeader}) {
      if (bytes.size() < skip || !looks_like_plist(bytes.subspan(skip))) continue;
      list(bytes.subspan(skip), nesting);
      return true;
    }
    return false;
  }

  void node(const PlistNode& at, int depth, int nesting) {
    if (!spend(0, at.position())) return;
    if (depth > kDepth) return lost({Errc::too_large, "values nested too deep", at.position()});
    if (const auto text = at.text()) return give(*text, at.position());
    if (const auto data = at.data()) return nested(*data, nesting);
    for (std::uint64_t i = 0; i < at.size() && left_ > 0; ++i) {
      if (const auto key = at.key(i)) node(key, depth + 1, nesting);
      node(at.at(i), depth + 1, nesting);
    }
  }

  Result<void> result() const {
    if (error_) return std::unexpected(*error_);
    return {};
  }

 private:
  void lost(Error error) {
    if (!error_) error_ = error;
  }

  bool spend(std::size_t bytes, std::uint64_t at) {
    left_ -= 1 + static_cast<std::int64_t>(bytes / kStepBytes);
    if (left_ > 0) return true;
    lost({Errc::too_large, "too many values to search all of them", at});
    return false;
  }

  void give(std::string_view text, std::uint64_t at) {
    if (!text.empty() && spend(text.size(), at)) sink_(text);
  }

  void nested(Bytes data, int nesting) {
    if (!spend(data.size(), 0)) return;
    if (nesting >= kNesting) return lost({Errc::too_large, "lists nested too deep in lists", 0});
    if (!blob(data, nesting + 1) && is_text(data)) sink_(as_text(data));
  }

  // Some programs keep addresses as plain data.
  static bool is_text(Bytes data) {
    const auto s = as_text(data);
    std::string mended;
    const auto control = [](char c) {
      return static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\r' && c != '\t';
    };
    return !s.empty() && std::ranges::none_of(s, control) &&
           valid_utf8(s, mended).data() == s.data();
  }

  void list(Bytes bytes, int nesting) {
    const auto list = Plist::parse(bytes, arena_);
    if (!list) {
      salvage_strings(bytes, [&](std::uint64_t at, std::string_view s) { give(s, at); });
      return lost(list.error());
    }
    node(list->root(), 0, nesting);
    if (const auto damage = list->damage()) lost(*damage);
  }

  void stream(Bytes bytes, int nesting) {
    const auto read = typedstream_pieces(bytes, [&](const TypedPiece& piece) {
      if (piece.kind == TypedPiece::Kind::data) return nested(piece.bytes, nesting);
      std::string mended;
      give(valid_utf8(as_text(piece.bytes), mended), piece.at);
    });
    if (!read) lost(read.error());
  }

  Arena& arena_;
  const TextSink& sink_;
  std::int64_t left_ = kSteps;
  std::optional<Error> error_{};
};

}  // namespace

Result<void> all_text(Bytes blob, Arena& arena, const TextSink& sink) {
  TextWalk walk(arena, sink);
  if (!walk.blob(blob, 0))
    return fail(Errc::unsupported, "neither a property list nor a typedstream");
  return walk.result();
}

Result<void> all_text(const PlistNode& node, Arena& arena, const TextSink& sink) {
  TextWalk walk(arena, sink);
  walk.node(node, 0, 0);
  return walk.result();
}

}  // namespace bridle
