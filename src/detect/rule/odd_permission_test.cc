#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

std::vector<Made> grant(std::string_view client, std::string_view answer = "allowed") {
  return {{"service", sv("kTCCServiceMicrophone")}, {"client", sv(client)}, {"answer", sv(answer)}};
}

Shown phone() {
  Shown out("odd_permission");
  for (const char* app : {"com.a.example", "com.b.example", "com.c.example", "com.d.example"})
    out.record("ios_applications", {{"app", sv(app)}, {"source", sv("com.apple.AppStore")}});
  out.record("ios_applications",
             {{"app", sv("com.e.example")}, {"source", sv("com.load.example")}});
  return out;
}

TEST(Rules, OddPermission) {
  Shown shown = phone();
  shown.record("ios_tcc", grant("/private/var/tmp/x"))
      .record("ios_tcc", grant("com.gone.example"))
      .record("ios_tcc", grant("com.e.example"))
      .record("ios_locationd_clients",
              {{"app", sv("com.gone.example")}, {"authorization", whole(2)}})
      .record("ios_locationd_clients", {{"executable", sv("/var/db/x/exampled")}});
  EXPECT_EQ(shown.claims(),
            (Claims{"executed lead /private/var/tmp/x", "posture lead com.gone.example",
                    "posture lead com.e.example", "executed lead /var/db/x/exampled"}));
  EXPECT_EQ(shown.reasons(),
            (Claims{"a program that lies among the owner's data may use the microphone",
                    "an app that the backup does not list may use the microphone, the place",
                    "an app that no known store gave out may use the microphone",
                    "a program that lies among the owner's data may use the place"}));
}

TEST(Rules, OddPermissionSparesOrdinaryOnes) {
  EXPECT_EQ(phone()
                .golden("ios_tcc", "reasons")
                .record("ios_tcc", grant("com.a.example"))
                .record("ios_tcc", grant("com.a.example.watchkitapp"))
                .record("ios_tcc", grant("com.food.example.Clip"))
                .record("ios_tcc", grant("com.apple.siri"))
                .record("ios_tcc", grant("/usr/libexec/exampled"))
                .record("ios_tcc", grant("com.gone.example", "denied"))
                .record("ios_locationd_clients",
                        {{"app", sv("com.gone.example")}, {"authorization", whole(1)}})
                .record("ios_locationd_clients",
                        {{"app", sv("com.removed.example")}, {"authorization", whole(2)}})
                .claims(),
            Claims{"posture lead com.app.example"});  // allowed in the golden file, and not listed
  // A file that lists no apps tells nothing about those that it does not list.
  EXPECT_EQ(Shown("odd_permission").record("ios_tcc", grant("com.gone.example")).claims(),
            Claims{});
}

}  // namespace
}  // namespace bridle
