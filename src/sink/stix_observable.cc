#include "sink/stix_observable.h"

#include "base/text.h"
#include "sink/uuid.h"

namespace bridle::stix {
namespace {

using Sort = Observable::Sort;

constexpr std::string_view kNameSpace = "00abedb4-aa42-466c-9c01-fed23315a9b7";  // STIX 2.1, 2.9

// RFC 8785, 3.2.2.2: only what must be escaped is.
std::string canonical(std::string_view text) {
  std::string mended, out = "\"";
  constexpr std::string_view kShort = "\b\t\n\f\r", kLetters = "btnfr";
  for (const char c : valid_utf8(text, mended)) {
    const auto at = kShort.find(c);
    if (at != std::string_view::npos)
      out.append("\\").append(1, kLetters[at]);
    else if (static_cast<unsigned char>(c) < 0x20)
      out += "\\u00" + hex(as_bytes({&c, 1}));
    else
      out.append(c == '"' || c == '\\' ? "\\" : "").append(1, c);
  }
  return out + '"';
}

// The members that make the id, in the order of their names.
std::string identity(const Object& o) {
  std::string out;
  const auto add = [&](std::string_view key, std::string_view value) {
    if (value.empty()) return;
    out += (out.empty() ? "{" : ",") + canonical(key) + ":" + canonical(value);
  };
  if (!o.hash.empty())
    out += "{\"hashes\":{" + canonical(o.hash_name) + ":" + canonical(o.hash) + "}";
  add("name", o.name);
  add("parent_directory_ref", o.parent);
  add("path", o.path);
  add("user_id", o.user);
  add("value", o.value);
  return out + "}";
}

void write_object(Json& out, const std::string& id, const Object& o) {
  out.begin_object();
  if (!o.hash.empty()) {
    out.key("hashes");
    out.begin_object();
    out.member(o.hash_name, o.hash);
    out.end_object();
  }
  out.member("id", id);
  out.optional("image_ref", o.image);
  out.optional("name", o.name);
  out.optional("parent_directory_ref", o.parent);
  out.optional("path", o.path);
  out.member("spec_version", "2.1");
  out.member("type", o.type);
  out.optional("user_id", o.user);
  out.optional("value", o.value);
  out.end_object();
}

std::string quoted(std::string_view value) {
  std::string out = "'";
  for (const char c : value) out.append(c == '\'' || c == '\\' ? "\\" : "").append(1, c);
  return out + "'";
}

std::string_view type_of(Sort sort) {
  switch (sort) {
    case Sort::url:
      return "url";
    case Sort::domain:
      return "domain-name";
    case Sort::ip4:
      return "ipv4-addr";
    case Sort::ip6:
      return "ipv6-addr";
    case Sort::email:
      return "email-addr";
    default:
      return {};
  }
}

}  // namespace

std::string Objects::add(Object object) {
  // A process has no members that make an id (STIX 2.1, 6.13).
  const std::string uuid = object.image.empty() ? uuid5(kNameSpace, identity(object))
                                                : uuid4_of(seed_ + "\nprocess\n" + object.image);
  std::string id = object.type + "--" + uuid;
  by_id_.emplace(id, std::move(object));
  return id;
}

std::string Objects::add(const Observable& seen) {
  if (const auto type = type_of(seen.sort); !type.empty())
    return add(Object{.type = std::string(type), .value = seen.value});
  switch (seen.sort) {
    case Sort::phone:
    case Sort::account:
      return add(Object{.type = "user-account", .user = seen.value});
    case Sort::app:
      return add(Object{.type = "software", .name = seen.value});
    case Sort::process:
      return add(Object{.type = "process", .image = add(Observable{Sort::path, seen.value})});
    case Sort::path:
      return add(Locator{.path = seen.value});
    case Sort::file_name:
    case Sort::profile:
      return add(Object{.type = "file", .name = seen.value});
    case Sort::hash:
      return add(Object{.type = "file",
                        .hash_name = std::string(hash_algorithm(seen.value)),
                        .hash = lower(seen.value)});
    case Sort::certificate:
      return add(Object{.type = "x509-certificate",
                        .hash_name = std::string(hash_algorithm(seen.value)),
                        .hash = lower(seen.value)});
    default:
      return {};
  }
}

std::string Objects::add(const Locator& at) {
  Object file{.type = "file"};
  const auto slash = at.path.rfind('/');
  file.name = slash == std::string::npos ? at.path : at.path.substr(slash + 1);
  if (file.name.empty()) file.name = at.path.empty() ? "unnamed" : at.path;
  std::string folder = at.domain;
  if (slash != std::string::npos && slash > 0)
    folder += (folder.empty() ? "" : "/") + at.path.substr(0, slash);
  if (!folder.empty()) file.parent = add(Object{.type = "directory", .path = folder});
  if (hash_algorithm(at.sha256) == "SHA-256") {
    file.hash_name = "SHA-256";
    file.hash = at.sha256;
  }
  return add(std::move(file));
}

void Objects::write(Json& out) const {
  for (const auto& [id, object] : by_id_) write_object(out, id, object);
}

std::string pattern(const Observable& seen) {
  std::string what;
  if (const auto type = type_of(seen.sort); !type.empty()) what = std::string(type) + ":value";
  if (seen.sort == Sort::phone || seen.sort == Sort::account) what = "user-account:user_id";
  if (seen.sort == Sort::app) what = "software:name";
  if (seen.sort == Sort::process || seen.sort == Sort::file_name || seen.sort == Sort::profile ||
      seen.sort == Sort::path)
    what = "file:name";
  if (seen.sort == Sort::hash || seen.sort == Sort::certificate)
    what = std::string(seen.sort == Sort::hash ? "file" : "x509-certificate") + ":hashes.'" +
           std::string(hash_algorithm(seen.value)) + "'";
  return what.empty() ? "" : "[" + what + " = " + quoted(seen.value) + "]";
}

}  // namespace bridle::stix
