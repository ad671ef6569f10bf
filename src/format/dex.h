// Android's code files: their texts and names, walked without copying.
//
//   offset  size  value
//   0       8     "dex\n" version "\0"; versions 035 to 041
//   8       24    Adler-32 of what follows, SHA-1 of what follows that
//   32      4     size of the file
//   36      4     size of this header: 112; 120 in version 041
//   40      4     12345678
//   44      12    link section, offset of the map
//   56      4+4   number of strings, their offset: u32 offsets of uleb128 length in UTF-16 units,
//   modified
//                 UTF-8, a zero
//   64      4+4   types: u32 string
//   72      4+4   prototypes     80  4+4  fields
//   88      4+4   methods: u16 type, u16 prototype, u32 string
//   96      4+4   class definitions of 32 bytes: u32 type, u32 flags, u32 type of the superclass,
//   u32, u32
//                 string of the source file, …
//   104     8     data section
//   112     4+4   version 041: size of the container, offset of this header in it
// Version 041 is a container: headers stand one behind the other, each `size of the file` after the
// one before, and all offsets count from the container's beginning, so that they may share texts.
// Numbers are little-endian. Source: https://source.android.com/docs/core/runtime/dex-format
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace bridle {

class Dex {
 public:
  // The code files in these bytes: one, or all of a container. Errc::malformed if it is none,
  // Errc::unsupported for other versions, Errc::truncated if a table reaches past the end.
  static Result<std::vector<Dex>> parse(Bytes bytes);

  int version() const { return version_; }
  // Bytes of the file as stated; what stands behind them is hidden from Android.
  std::uint64_t size() const { return size_; }

  std::uint32_t strings() const { return strings_.count; }
  std::uint32_t types() const { return types_.count; }
  std::uint32_t methods() const { return methods_.count; }
  std::uint32_t classes() const { return classes_.count; }

  struct Text {
    std::uint64_t at = 0;   // of its first byte
    std::string_view text;  // modified UTF-8: see modified_utf8.h
  };
  // Nothing if the text lies outside of the file. One without a zero ends with the file.
  std::optional<Text> string(std::uint32_t i) const;
  // "Lorg/example/Main;", or empty if there is none. Names end after 65,535 bytes.
  std::string_view type(std::uint32_t i) const;

  struct Method {
    std::string_view type, name;
  };
  Method method(std::uint32_t i) const;

  struct Class {
    std::string_view name, superclass, source_file;
  };
  Class class_definition(std::uint32_t i) const;

  // Hands over every text in the order of the table. Errc::malformed with the place of the first
  // one that lies outside, after all others; Errc::too_large, at once, if they overlap without
  // measure.
  template <class Sink>
  Result<void> each_string(Sink&& sink) const {
    std::optional<std::uint64_t> outside;
    std::uint64_t left = kOverlaps * bytes_.size();
    for (std::uint32_t i = 0; i < strings_.count; ++i) {
      const std::optional<Text> text = string(i);
      if (!text) {
        if (!outside) outside = strings_.at + 4 * std::uint64_t{i};
        continue;
      }
      if (text->text.size() > left) return fail(Errc::too_large, "texts that overlap", text->at);
      left -= text->text.size();
      sink(text->at, text->text);
    }
    if (outside) return fail(Errc::malformed, "a text outside of the file", *outside);
    return {};
  }

 private:
  // No writer lets texts share bytes at all.
  static constexpr std::uint64_t kOverlaps = 4;

  struct Table {
    std::uint64_t at = 0;
    std::uint32_t count = 0;
  };
  static Result<Dex> parse_one(Bytes container, std::uint64_t at);
  std::uint32_t u32(std::uint64_t at) const {
    return static_cast<std::uint32_t>(little_endian(bytes_.subspan(at), 4));
  }
  std::optional<Text> text_of(std::uint32_t i, std::size_t most) const;
  std::string_view name(std::uint32_t i) const;

  Bytes bytes_;
  int version_ = 0;
  std::uint64_t size_ = 0;
  Table strings_, types_, methods_, classes_;
};

}  // namespace bridle
