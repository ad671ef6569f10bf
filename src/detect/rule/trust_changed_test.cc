#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

std::vector<Made> event(std::string_view tag, std::string_view details) {
  return {{"tag", sv(tag)}, {"subject", sv("CN=Example Root")}, {"details", sv(details)}};
}

TEST(Rules, TrustChanged) {
  EXPECT_EQ(Shown("trust_changed").golden("android_intrusion_security", "basic").claims(),
            (Claims{"posture lead CN=Example Root", "posture lead key_integrity_violation",
                    "posture lead {\"verified_boot_state\":\"orange\",\"dm_verity_mode\":"
                    "\"enforcing\"}"}));
  auto refused = event("cert_authority_installed", "{}");
  refused.push_back({"success", whole(0)});
  EXPECT_EQ(Shown("trust_changed")
                .record("android_intrusion_security", refused)
                .record("android_intrusion_security",
                        event("os_startup", "{\"verified_boot_state\":\"green\"}"))
                .record("android_intrusion_security",
                        event("os_startup", "{\"verified_boot_state\":\"yellow\"}"))
                .claims(),
            Claims{});
}

}  // namespace
}  // namespace bridle
