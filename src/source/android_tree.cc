#include "source/android_tree.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "format/android_properties.h"
#include "source/archive_store.h"
#include "source/whatsapp_store.h"

namespace bridle {
namespace {

constexpr std::size_t kMostUnread = 500;  // names that are kept of each container

// "SHOW MAP 123" becomes "SHOW MAP #", "FS/proc/7/mountinfo" "FS/proc/#/mountinfo": one name for
// what is there for each process.
std::string without_numbers(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size();) {
    const bool begins = i == 0 || name[i - 1] == ' ' || name[i - 1] == '/';
    std::size_t end = i;
    while (begins && end < name.size() && is_digit(name[end])) ++end;
    const bool number = end > i && (end == name.size() || name[end] == ' ' || name[end] == '/');
    out += number ? '#' : name[i];
    i = number ? end : i + 1;
  }
  return out;
}

}  // namespace

Result<std::unique_ptr<Content>> AndroidTree::open(const Node& node) const {
  if (SealedBackups::is_ours(node)) return sealed_.open(node);
  const Origin& from = origins_[node.key];
  if (from.text) return part_of(from.text, from.at, from.size);
  // Databases are read in no order, and only these hold them.
  return node.domain == "adb-backup" || node.domain == "whatsapp"
             ? from.store->open(from.file)
             : from.store->open_in_order(from.file);
}

std::string AndroidTree::place(const Container& in, std::size_t file) const {
  const std::string& path = in.store->files()[file].path;
  return in.place.empty() ? path : in.place + "/" + path;
}

bool AndroidTree::wants(std::string_view container, std::string_view path) const {
  return wanted_.wants(container.empty() ? std::string(path) : name_in_backup(container, path));
}

bool AndroidTree::add(const Container& in, std::size_t file, std::string_view container,
                      std::string_view path) {
  return put(in, container, path, {.store = in.store, .file = file, .text = nullptr});
}

std::set<std::size_t> AndroidTree::add_whatsapp_databases(const Container& in) {
  WhatsAppFound found{.number = databases_};
  look_for_whatsapp_databases(*in.store, options_, found);
  databases_ = found.number;
  std::set<std::size_t> taken;
  for (const Node& node : found.nodes)
    if (!contains(node.path, ".sqlite") && add(in, node.stored, "whatsapp", node.path))
      taken.insert(node.stored);
  return taken;
}

void AndroidTree::add_part(const Container& in, std::size_t file, std::string_view container,
                           std::string_view path, std::shared_ptr<const Content> text,
                           std::uint64_t at, std::uint64_t size) {
  put(in, container, path,
      {.store = in.store, .file = file, .text = std::move(text), .at = at, .size = size});
}

bool AndroidTree::put(const Container& in, std::string_view container, std::string_view path,
                      Origin from) {
  if (!wants(container, path)) {
    leave(container, path);
    return false;
  }
  nodes_.push_back({.domain = std::string(container),
                    .path = std::string(path),
                    .stored = in.depth == 0 ? from.file : in.stored,
                    .key = origins_.size(),
                    .place = place(in, from.file),
                    .begins = from.at});
  origins_.push_back(std::move(from));
  return true;
}

// What other apps put into a backup, a file system or an app is not made to be evidence, and is
// not told here.
void AndroidTree::leave(std::string_view container, std::string_view path) {
  if (!tells_unread(container)) return;
  auto at = unread_.find(container);
  if (at == unread_.end()) at = unread_.emplace(container, Names()).first;
  Names& names = at->second;
  std::string name = without_numbers(path);
  if (names.kept.size() < kMostUnread)
    names.kept.insert(std::move(name));
  else if (!names.kept.contains(name))
    names.more = true;
}

std::vector<UnreadParts> AndroidTree::unread() const {
  std::vector<UnreadParts> out;
  for (const auto& [container, names] : unread_)
    out.push_back({.container = container,
                   .names = {names.kept.begin(), names.kept.end()},
                   .more = names.more});
  return out;
}

AndroidTree::Container AndroidTree::nest(const Container& outer, std::size_t file,
                                         std::unique_ptr<Store> inner) {
  Container out{.store = inner.get(),
                .place = place(outer, file),
                .stored = outer.depth == 0 ? file : outer.stored,
                .depth = outer.depth + 1};
  for (const StoreGap& g : inner->gaps())
    if (g.loss != Loss::no_content)
      gap(g.path.empty() ? out.place : out.place + "/" + g.path, g.at, g.why);
  inner_.push_back({.store = std::move(inner),
                    .place = {.store = out.store, .inside = out.place, .stored = out.stored}});
  return out;
}

void AndroidTree::gap(std::string path, std::uint64_t at, std::string why) {
  gaps_.push_back({.path = std::move(path), .at = at, .why = std::move(why)});
}

void AndroidTree::fail_with(State state, std::string why) {
  state_ = state;
  why_ = std::move(why);
}

void AndroidTree::read_properties_of(const Content& text) {
  if (described_) return;
  described_ = true;
  const auto read = read_properties(text, [&](auto, auto name, auto value) {
    if (name == "ro.product.model") device_.model = value;
    if (name == "ro.build.version.release") device_.os = "Android " + std::string(value);
    if (name == "ro.build.display.id" || (name == "ro.build.id" && device_.build.empty()))
      device_.build = value;
    if (name == "ro.serialno" || name == "ro.boot.serialno") device_.serial = value;
    if (name != "persist.sys.timezone") return;
    zone_ = Zone::named(value);
    if (!zone_)
      gap("", 0, "no time zone has the name that the phone states: " + std::string(value));
  });
  static_cast<void>(read);  // what cannot be read is told by the artefact that reads it
}

// Logs and dumps show the phone's clock without a zone; everything else states moments.
void AndroidTree::tell_unknown_zone() {
  const bool shows_clock = std::ranges::any_of(nodes_, [](const Node& n) {
    return n.domain == "dumpsys" || n.domain == "dumpstate" || n.domain == "bugreport";
  });
  if (shows_clock && !zone_)
    gap("", 0, "the phone's time zone is not stated: where times have none, UTC is taken");
}

// In what people add to, and in the shared storage of a backup.
void AndroidTree::unseal_backups() {
  if (kind_ != kAndroidQf && kind_ != kAndroidBackup) return;
  sealed_.look_into({.store = &store_});
  for (const auto& [store, place] : inner_) {
    const auto files = SealedBackups::wanted(*store);
    if (files.empty()) continue;
    if (const auto fetched = store->fetch(files); !fetched) gap("", fetched.error());
    sealed_.look_into(place);
  }
  sealed_.unpack(databases_);
  std::ranges::copy(sealed_.gaps(), std::back_inserter(gaps_));
}

void AndroidTree::fetch_wanted() {
  for (const auto& [store, place] : inner_) {
    std::vector<std::size_t> files = sealed_.files_in(*store);
    for (const Node& node : nodes_)
      if (const Origin& from = origins_[node.key]; from.store == store.get() && !from.text)
        files.push_back(from.file);
    if (const auto fetched = store->fetch(files); !fetched) gap("", fetched.error());
  }
}

void AndroidTree::finish() {
  tell_unknown_zone();
  unseal_backups();
  fetch_wanted();
  std::ranges::copy(sealed_.nodes(), std::back_inserter(nodes_));
  std::ranges::move(sealed_.locked(), std::back_inserter(nodes_));
  std::ranges::sort(nodes_, {}, [](const Node& n) {
    return std::tuple<std::string_view, std::string_view, std::string_view, std::uint64_t>(
        n.domain, n.path, n.place, n.begins);
  });
}

}  // namespace bridle
