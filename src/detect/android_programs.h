// Programs that every Android phone runs. A list of names that was made of iPhones may hold one by
// chance: Pegasus hid as `gatekeeperd` there, and Android's own keeper of the lock has that name.
// Source: the init files of AOSP (system/core/rootdir, frameworks/native, system/gatekeeper, …).
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace bridle {

inline bool is_android_program(std::string_view name) {
  constexpr std::array<std::string_view, 34> kPrograms = {"adbd",
                                                          "apexd",
                                                          "audioserver",
                                                          "bootanimation",
                                                          "cameraserver",
                                                          "credstore",
                                                          "drmserver",
                                                          "gatekeeperd",
                                                          "gpuservice",
                                                          "healthd",
                                                          "hwservicemanager",
                                                          "incidentd",
                                                          "init",
                                                          "installd",
                                                          "keystore",
                                                          "keystore2",
                                                          "lmkd",
                                                          "logd",
                                                          "mediaserver",
                                                          "netd",
                                                          "servicemanager",
                                                          "statsd",
                                                          "storaged",
                                                          "surfaceflinger",
                                                          "tombstoned",
                                                          "traced",
                                                          "traced_probes",
                                                          "ueventd",
                                                          "update_engine",
                                                          "vndservicemanager",
                                                          "vold",
                                                          "wificond",
                                                          "zygote",
                                                          "zygote64"};
  return std::ranges::find(kPrograms, name.substr(name.rfind('/') + 1)) != kPrograms.end();
}

}  // namespace bridle
