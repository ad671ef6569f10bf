#include "format/jar_manifest.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace bridle {
namespace {

class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}

  std::size_t pos() const { return pos_; }
  bool at_end() const { return pos_ == text_.size(); }

  // An attribute with the lines that go on with it; empty for an empty line.
  std::string attribute() {
    std::string out(line());
    while (!out.empty() && !at_end() && text_[pos_] == ' ') out += line().substr(1);
    return out;
  }

 private:
  std::string_view line() {
    const std::size_t end = std::min(text_.find_first_of("\r\n", pos_), text_.size());
    const std::string_view out = text_.substr(pos_, end - pos_);
    pos_ = std::min(end + (text_.substr(end).starts_with("\r\n") ? 2 : 1), text_.size());
    return out;
  }

  std::string_view text_;
  std::size_t pos_ = 0;
};

// False at the end.
bool next_section(Lines& lines, Bytes text, JarSection& out) {
  std::size_t start = lines.pos();
  std::string attribute;
  while (!lines.at_end() && attribute.empty()) {
    start = lines.pos();
    attribute = lines.attribute();
  }
  if (attribute.empty()) return false;
  bool first = true;
  while (!attribute.empty()) {
    const std::size_t colon = std::min(attribute.find(": "), attribute.size());
    std::string name = lower(std::string_view(attribute).substr(0, colon));
    std::string value = colon == attribute.size() ? "" : attribute.substr(colon + 2);
    if (first && name == "name") out.name = value;
    first = false;
    out.attributes.emplace(std::move(name), std::move(value));
    attribute = lines.at_end() ? "" : lines.attribute();
  }
  out.bytes = text.subspan(start, lines.pos() - start);
  return true;
}

constexpr std::array<std::pair<std::string_view, Hash>, 5> kHashes = {{{"sha-512", Hash::sha512},
                                                                       {"sha-384", Hash::sha384},
                                                                       {"sha-256", Hash::sha256},
                                                                       {"sha1", Hash::sha1},
                                                                       {"sha-1", Hash::sha1}}};

}  // namespace

std::string_view JarSection::find(std::string_view lower_case_name) const {
  const auto found = attributes.find(lower_case_name);
  return found == attributes.end() ? std::string_view() : found->second;
}

const JarSection* JarManifest::find(std::string_view name) const {
  const auto found = by_name.find(name);
  return found == by_name.end() ? nullptr : &sections[found->second];
}

Result<JarManifest> jar_manifest(Bytes text) {
  if (const auto zero = as_text(text).find('\0'); zero != std::string_view::npos)
    return fail(Errc::malformed, "a zero byte in a manifest", zero);
  JarManifest out;
  Lines lines(as_text(text));
  next_section(lines, text, out.main);
  for (JarSection section; next_section(lines, text, section); section = {}) {
    if (section.name.empty())
      return fail(Errc::malformed, "a section without a name",
                  static_cast<std::uint64_t>(section.bytes.data() - text.data()));
    out.sections.push_back(std::move(section));
  }
  for (std::size_t i = 0; i < out.sections.size(); ++i)
    out.by_name.emplace(out.sections[i].name, i);
  return out;
}

std::optional<JarDigest> strongest_digest(const JarSection& section, std::string_view ending) {
  for (const auto& [name, hash] : kHashes) {
    const auto found = section.attributes.find(std::string(name) + std::string(ending));
    if (found == section.attributes.end()) continue;
    auto bytes = from_base64(found->second);
    return JarDigest{.hash = hash, .bytes = bytes ? std::move(*bytes) : std::string()};
  }
  return {};
}

}  // namespace bridle
