// AndroidQF acquisitions: a folder, or an archive of one with or without a folder in front.
//
//   acquisition.json  packages.json  files.json  getprop.txt  settings_*.txt  dumpsys.txt  …
//   bugreport.zip, bugreports/*.zip   backup.ab   intrusion_logs/**   apks/*   logs/**   tmp/**
// Source: github.com/mvt-project/androidqf, versions 1.5 to 1.8.3; facts in docs/formats.md.
#pragma once

#include <memory>

#include "source/android_tree.h"

namespace bridle {

// Null if the store is no acquisition.
std::unique_ptr<Tree> open_androidqf(Store& store, const OpenOptions& options);

// The same for one file that is encrypted with age; null for others.
std::unique_ptr<Tree> open_encrypted_androidqf(Store& store, const OpenOptions& options);

// Whether it is encrypted by a password.
bool is_encrypted_androidqf(const Store& store);

}  // namespace bridle
