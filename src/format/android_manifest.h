// AndroidManifest.xml of an APK, as Android reads it: what the app is, may and listens to.
// Source: https://developer.android.com/guide/topics/manifest/manifest-intro and AOSP's
// ParsingPackageUtils: elements count only in their place, attributes by their resource id.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/result.h"

namespace bridle {

// A value, or the resource in resources.arsc that holds it, or neither.
template <class T>
struct Stated {
  std::optional<T> value{};
  std::uint32_t resource = 0;
};

struct ManifestPermission {
  std::string_view name;
  std::optional<std::int64_t> max_sdk;
};

struct IntentFilter {
  std::vector<std::string_view> actions, categories, schemes, hosts;
  std::int64_t priority = 0;
};

struct ManifestMetaData {
  std::string_view name;
  Stated<std::string_view> value;  // the resource is that of android:resource or android:value
};

struct ManifestComponent {
  enum class Kind : std::uint8_t { activity, alias, service, receiver, provider };
  Kind kind = Kind::activity;
  std::string_view name;      // of the class, with the package before it
  std::string_view target{};  // of an alias
  Stated<bool> exported{}, enabled{};
  std::string_view permission{};  // what a caller must have
  std::string_view process{};
  std::string_view authorities{};           // of a provider
  Stated<std::int64_t> foreground_types{};  // bits of ServiceInfo.FOREGROUND_SERVICE_TYPE_…
  std::vector<IntentFilter> filters{};
  std::vector<ManifestMetaData> meta_data{};
  std::uint64_t at = 0;

  // As Android holds it where nothing is stated: with a filter it is (before Android 12).
  bool reachable() const { return exported.value.value_or(!filters.empty()); }
};

// The name as the manifest has it: "activity-alias", "receiver", …
std::string_view component_kind(ManifestComponent::Kind kind);

struct AndroidManifest {
  std::string_view package, split, shared_user_id;
  std::optional<std::int64_t> version_code;  // versionCodeMajor in the upper half
  Stated<std::string_view> version_name;
  // A number, or the code name of a version that was not yet out.
  std::string_view min_sdk, target_sdk;
  Stated<std::string_view> label;
  std::uint32_t icon = 0;
  std::string_view application;  // class of the application
  Stated<bool> debuggable, allow_backup, test_only, enabled;
  std::vector<ManifestPermission> permissions;         // asked for
  std::vector<std::string_view> declared_permissions;  // defined for others
  std::vector<ManifestComponent> components;
  std::vector<ManifestMetaData> meta_data;  // of the application

  // What the file does that none written by Android's tools does, and where reading stopped if it
  // broke off: what stands before is given nevertheless.
  std::vector<Error> oddities;
  std::optional<Error> damage;

  // Whether an icon for it stands among the apps: an enabled activity with MAIN and LAUNCHER.
  bool has_launcher() const;
};

// Texts are views into the bytes and the arena. Errc::malformed if it is no binary XML or its first
// element is no manifest.
Result<AndroidManifest> android_manifest(Bytes bytes, Arena& arena);

}  // namespace bridle
