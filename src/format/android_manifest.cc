#include "format/android_manifest.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "format/android_attributes.h"
#include "format/axml.h"

namespace bridle {
namespace {

using namespace android_attribute;

constexpr std::array<std::string_view, 5> kComponents = {"activity", "activity-alias", "service",
                                                         "receiver", "provider"};
// Deeper elements mean nothing to Android.
constexpr std::size_t kDeepest = 5;
// No package has a longer name; a hostile one must not be copied for each of its components.
constexpr std::size_t kLongestPackage = 255;

class ManifestReader {
 public:
  ManifestReader(Axml& xml, Arena& arena) : xml_(xml), arena_(arena) {}
  Result<AndroidManifest> read();

 private:
  void start(const AxmlEvent& event);
  void in_manifest(const AxmlEvent& event);
  void in_application(const AxmlEvent& event);
  void in_component(const AxmlEvent& event);
  void in_filter(const AxmlEvent& event);
  void manifest(const AxmlEvent& event);
  void application(const AxmlEvent& event);
  void component(const AxmlEvent& event, ManifestComponent::Kind kind);
  void meta_data(const AxmlEvent& event, std::vector<ManifestMetaData>& into);

  std::string_view text(const AxmlAttribute* attribute);
  std::string_view class_name(const AxmlAttribute* attribute);
  Stated<std::string_view> stated_text(const AxmlAttribute* attribute);

  Axml& xml_;
  Arena& arena_;
  AndroidManifest out_;
  std::size_t depth_ = 0;
  std::array<std::string_view, kDeepest> path_;  // names of the open elements
  bool seen_application_ = false;
  bool first_application_ = false;  // whether the open one is it
  bool open_component_ = false;
};

template <class T>
Stated<T> stated(const AxmlAttribute* attribute, std::optional<T> (AxmlAttribute::*read)() const) {
  if (!attribute) return {};
  if (const auto resource = attribute->reference()) return {.value = {}, .resource = *resource};
  return {.value = (attribute->*read)(), .resource = 0};
}

Stated<bool> truth(const AxmlEvent& event, std::uint32_t id) {
  return stated<bool>(event.find(id), &AxmlAttribute::boolean);
}

std::optional<std::int64_t> integer(const AxmlAttribute* attribute) {
  return attribute ? attribute->integer() : std::nullopt;
}

// Numbers are texts too, as for Android's TypedArray.getString.
std::string_view ManifestReader::text(const AxmlAttribute* attribute) {
  if (!attribute) return {};
  if (const auto text = attribute->text()) return *text;
  if (attribute->reference()) return {};
  if (const auto value = attribute->integer()) return arena_.keep(std::to_string(*value));
  return {};
}

Stated<std::string_view> ManifestReader::stated_text(const AxmlAttribute* attribute) {
  if (!attribute) return {};
  if (const auto resource = attribute->reference()) return {.value = {}, .resource = *resource};
  return {.value = text(attribute), .resource = 0};
}

// ".Main" and "Main" stand for the package's Main.
std::string_view ManifestReader::class_name(const AxmlAttribute* attribute) {
  const std::string_view name = text(attribute);
  if (name.empty() || out_.package.size() > kLongestPackage) return name;
  if (name.front() == '.') return arena_.keep(std::string(out_.package) + std::string(name));
  if (!contains(name, ".")) return arena_.keep(std::string(out_.package) + "." + std::string(name));
  return name;
}

Result<AndroidManifest> ManifestReader::read() {
  bool any = false;
  while (true) {
    const auto event = xml_.next();
    if (!event && !any) return std::unexpected(event.error());
    if (!event) out_.damage = event.error();
    if (!event || !*event) break;
    const AxmlEvent& now = **event;
    if (now.kind == AxmlEvent::Kind::text) continue;
    if (now.kind == AxmlEvent::Kind::end) {
      if (depth_ > 0) --depth_;
      continue;
    }
    if (!any && now.name != "manifest")
      return fail(Errc::malformed, "the first element is no manifest", now.at);
    any = true;
    start(now);
    if (depth_ < kDeepest) path_[depth_] = now.name;
    ++depth_;
  }
  if (!any) return fail(Errc::malformed, "no element stands in the manifest");
  out_.oddities = xml_.oddities();
  return std::move(out_);
}

void ManifestReader::start(const AxmlEvent& event) {
  if (depth_ == 0) return manifest(event);
  if (depth_ == 1) return in_manifest(event);
  if (path_[1] != "application" || !first_application_) return;
  if (depth_ == 2) return in_application(event);
  if (!open_component_) return;
  if (depth_ == 3) return in_component(event);
  if (depth_ == 4 && path_[3] == "intent-filter") return in_filter(event);
}

void ManifestReader::manifest(const AxmlEvent& event) {
  const auto* const package = event.find("package");
  const auto* const split = event.find("split");
  if (package) out_.package = text(package);
  if (split) out_.split = text(split);
  out_.shared_user_id = text(event.find(kSharedUserId));
  out_.version_name = stated_text(event.find(kVersionName));
  const auto code = integer(event.find(kVersionCode));
  const auto major = integer(event.find(kVersionCodeMajor));
  if (code)
    out_.version_code = static_cast<std::int64_t>(
        static_cast<std::uint64_t>(major.value_or(0)) << 32 | static_cast<std::uint32_t>(*code));
}

void ManifestReader::in_manifest(const AxmlEvent& event) {
  if (event.name == "application") {
    first_application_ = !seen_application_;
    if (!seen_application_) application(event);
    seen_application_ = true;
  } else if (event.name.starts_with("uses-permission")) {  // and …-sdk-23, …-sdk-m
    out_.permissions.push_back(
        {.name = text(event.find(kName)), .max_sdk = integer(event.find(kMaxSdkVersion))});
  } else if (event.name == "permission") {
    out_.declared_permissions.push_back(text(event.find(kName)));
  } else if (event.name == "uses-sdk") {
    out_.min_sdk = text(event.find(kMinSdkVersion));
    out_.target_sdk = text(event.find(kTargetSdkVersion));
  }
}

void ManifestReader::application(const AxmlEvent& event) {
  out_.label = stated_text(event.find(kLabel));
  if (const auto* const icon = event.find(kIcon)) out_.icon = icon->reference().value_or(0);
  out_.application = class_name(event.find(kName));
  out_.debuggable = truth(event, kDebuggable);
  out_.allow_backup = truth(event, kAllowBackup);
  out_.test_only = truth(event, kTestOnly);
  out_.enabled = truth(event, kEnabled);
}

void ManifestReader::in_application(const AxmlEvent& event) {
  open_component_ = false;
  if (event.name == "meta-data") return meta_data(event, out_.meta_data);
  const auto* const kind = std::ranges::find(kComponents, event.name);
  if (kind == kComponents.end()) return;
  open_component_ = true;
  component(event, static_cast<ManifestComponent::Kind>(kind - kComponents.begin()));
}

void ManifestReader::component(const AxmlEvent& event, ManifestComponent::Kind kind) {
  ManifestComponent& c = out_.components.emplace_back();
  c.kind = kind;
  c.name = class_name(event.find(kName));
  c.target = class_name(event.find(kTargetActivity));
  c.exported = truth(event, kExported);
  c.enabled = truth(event, kEnabled);
  c.permission = text(event.find(kPermission));
  c.process = text(event.find(kProcess));
  c.authorities = text(event.find(kAuthorities));
  c.foreground_types =
      stated<std::int64_t>(event.find(kForegroundServiceType), &AxmlAttribute::integer);
  c.at = event.at;
}

void ManifestReader::in_component(const AxmlEvent& event) {
  ManifestComponent& component = out_.components.back();
  if (event.name == "meta-data") return meta_data(event, component.meta_data);
  if (event.name != "intent-filter") return;
  component.filters.push_back({});
  component.filters.back().priority = integer(event.find(kPriority)).value_or(0);
}

void ManifestReader::in_filter(const AxmlEvent& event) {
  IntentFilter& filter = out_.components.back().filters.back();
  if (event.name == "action") filter.actions.push_back(text(event.find(kName)));
  if (event.name == "category") filter.categories.push_back(text(event.find(kName)));
  if (event.name != "data") return;
  if (const auto scheme = text(event.find(kScheme)); !scheme.empty())
    filter.schemes.push_back(scheme);
  if (const auto host = text(event.find(kHost)); !host.empty()) filter.hosts.push_back(host);
}

void ManifestReader::meta_data(const AxmlEvent& event, std::vector<ManifestMetaData>& into) {
  const auto* const resource = event.find(kResource);
  into.push_back({.name = text(event.find(kName)),
                  .value = stated_text(resource ? resource : event.find(kValue))});
}

}  // namespace

std::string_view component_kind(ManifestComponent::Kind kind) {
  return kComponents[static_cast<std::size_t>(kind)];
}

bool AndroidManifest::has_launcher() const {
  const auto has = [](const std::vector<std::string_view>& texts, std::string_view text) {
    return std::ranges::find(texts, text) != texts.end();
  };
  const auto launches = [&](const IntentFilter& filter) {
    return has(filter.actions, "android.intent.action.MAIN") &&
           has(filter.categories, "android.intent.category.LAUNCHER");
  };
  return enabled.value.value_or(true) &&
         std::ranges::any_of(components, [&](const ManifestComponent& component) {
           return component.kind <= ManifestComponent::Kind::alias &&
                  component.enabled.value.value_or(true) &&
                  std::ranges::any_of(component.filters, launches);
         });
}

Result<AndroidManifest> android_manifest(Bytes bytes, Arena& arena) {
  Axml xml = TRY(Axml::parse(bytes, arena));
  return ManifestReader(xml, arena).read();
}

}  // namespace bridle
