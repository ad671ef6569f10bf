#include "artefact/property_list.h"

#include <charconv>
#include <string>
#include <tuple>

#include "base/text.h"
#include "format/all_text.h"

namespace bridle {
namespace {

constexpr std::size_t kMaxDepth = 32;
constexpr std::uint64_t kMaxRows = 200'000;  // a list may refer to one part from many places
constexpr std::size_t kMaxPath = 4096;       // which stands in each row

class Flattener {
 public:
  Flattener(Arena& arena, Rows& out) : arena_(arena), out_(out) {}

  void add(const PlistNode& value, std::size_t depth) {
    if (rows_ >= kMaxRows || depth > kMaxDepth || path_.size() > kMaxPath) {
      if (!told_) out_.gap(value.position(), "the list is too large or too deep to tell whole");
      told_ = true;
      return;
    }
    switch (value.type()) {
      case PlistNode::Type::dictionary:
        for (std::uint64_t i = 0; i < value.size() && !told_; ++i)
          enter(value.key(i).text().value_or("?"), value.at(i), depth);
        return;
      case PlistNode::Type::array:
      case PlistNode::Type::set:
        for (std::uint64_t i = 0; i < value.size() && !told_; ++i)
          enter(std::to_string(i), value.at(i), depth);
        return;
      default:
        push(value);
    }
  }

 private:
  void enter(std::string_view key, const PlistNode& value, std::size_t depth) {
    const std::size_t before = path_.size();
    if (!path_.empty()) path_ += '/';
    path_ += key;
    add(value, depth + 1);
    path_.resize(before);
  }

  void push(const PlistNode& value) {
    std::optional<std::string_view> text = words(value, arena_);
    if (const auto data = value.data(); data && data->size() <= 64) text = arena_.keep(hex(*data));
    out_.row<kPreferenceFields>(rows_++, path_, text, value.date());
  }

  Arena& arena_;
  Rows& out_;
  std::string path_;
  std::uint64_t rows_ = 0;
  bool told_ = false;
};

constexpr std::size_t kMaxText = 1 << 20;  // of one value; shared parts may be referred to often

}  // namespace

Result<void> read_list(const File& file, Rows& out, const ListReader& read,
                       const TextReader& rest) {
  const Bytes bytes = TRY(file.bytes());
  const auto list = Plist::parse(bytes, *file.arena);
  if (!list) {
    if (!rest || !looks_like_plist(bytes)) return std::unexpected(list.error());
    out.gap(list.error().at, list.error().what);
    salvage_strings(bytes, rest);
    return {};
  }
  read(list->root());
  if (const auto damage = list->damage()) out.gap(damage->at, damage->what);
  return {};
}

std::optional<Time> moment(const PlistNode& value) {
  if (const auto date = value.date()) return date;
  if (const auto text = value.text()) return parse_time(*text);
  const auto seconds = value.real();
  if (!seconds || *seconds == 0) return {};
  return apple_seconds(*seconds);
}

std::optional<std::string_view> words(const PlistNode& value, Arena& arena) {
  if (const auto text = value.text()) return text;
  if (const auto truth = value.boolean()) return *truth ? "true" : "false";
  char digits[32];
  std::to_chars_result end{};
  if (const auto whole = value.integer(); whole)
    end = std::to_chars(digits, std::end(digits), *whole);
  else if (const auto broken = value.real(); broken)
    end = std::to_chars(digits, std::end(digits), *broken);
  else
    return {};
  return arena.keep({digits, static_cast<std::size_t>(end.ptr - digits)});
}

std::string all_texts(const PlistNode& value, Arena& arena) {
  std::string texts;
  // A bad place is told once for the whole list, by read_list.
  std::ignore = all_text(value, arena, [&](std::string_view text) {
    if (texts.size() > kMaxText) return;
    if (!texts.empty()) texts += '\n';
    texts += text;
  });
  return texts;
}

PlistNode find_any_case(const PlistNode& dictionary, std::string_view key) {
  if (dictionary.type() != PlistNode::Type::dictionary) return {};
  for (std::uint64_t i = 0; i < dictionary.size(); ++i)
    if (iequals(dictionary.key(i).text().value_or(""), key)) return dictionary.at(i);
  return {};
}

Result<void> preferences(const File& file, Rows& out) {
  return read_list(file, out,
                   [&](const PlistNode& root) { Flattener(*file.arena, out).add(root, 0); });
}

}  // namespace bridle
