#include "format/keyed_archive.h"

namespace bridle {

Archived::Archived(PlistNode objects, PlistNode node) : objects_(objects), node_(node) {
  const auto number = node_.uid();
  if (!number) return;
  // An object is never a reference itself, so one step is enough; 0 is "$null".
  node_ = *number == 0 ? PlistNode{} : objects_.at(*number);
  if (node_.uid()) node_ = {};
}

Archived Archived::member(std::string_view name) const {
  return {objects_, node_.find(name)};
}

std::optional<std::string_view> Archived::class_name() const {
  return member("$class").node_.find("$classname").text();
}

std::optional<std::string_view> Archived::text() const {
  if (node_.type() == PlistNode::Type::string) return node_.text();
  for (const auto name : {"NS.string", "NS.relative"})
    if (const auto text = member(name).node_.text()) return text;
  return {};
}

std::optional<Bytes> Archived::data() const {
  if (node_.type() == PlistNode::Type::data) return node_.data();
  for (const auto name : {"NS.data", "NS.bytes", "NS.uuidbytes"})
    if (const auto data = member(name).node_.data()) return data;
  return {};
}

std::optional<Time> Archived::date() const {
  if (node_.type() == PlistNode::Type::date) return node_.date();
  const auto seconds = member("NS.time").real();
  return seconds ? apple_seconds(*seconds) : std::nullopt;
}

std::uint64_t Archived::size() const {
  return member("NS.objects").node_.size();
}

Archived Archived::at(std::uint64_t i) const {
  return {objects_, member("NS.objects").node_.at(i)};
}

Archived Archived::key(std::uint64_t i) const {
  return {objects_, member("NS.keys").node_.at(i)};
}

Archived Archived::find(std::string_view wanted) const {
  const PlistNode keys = member("NS.keys").node_;
  for (std::uint64_t i = 0; i < keys.size(); ++i)
    if (Archived(objects_, keys.at(i)).text() == wanted) return at(i);
  return {};
}

Result<KeyedArchive> KeyedArchive::open(const Plist& list) {
  const PlistNode root = list.root();
  const PlistNode objects = root.find("$objects");
  const PlistNode top = root.find("$top");
  if (objects.type() != PlistNode::Type::array || top.type() != PlistNode::Type::dictionary)
    return fail(Errc::malformed, "a property list that is no archive of objects", root.position());
  return KeyedArchive(objects, top);
}

Archived KeyedArchive::root() const {
  if (const auto found = top("root")) return found;
  return {objects_, top_.at(0)};
}

Archived KeyedArchive::top(std::string_view name) const {
  return {objects_, top_.find(name)};
}

}  // namespace bridle
