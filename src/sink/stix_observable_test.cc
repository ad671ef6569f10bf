#include "sink/stix_observable.h"

#include <gtest/gtest.h>

#include "sink/uuid.h"

namespace bridle::stix {
namespace {

using Sort = Observable::Sort;

// Computed apart from this code: UUIDv5 over the canonical JSON of the members that STIX names.
TEST(StixObservable, HasTheIdThatOthersGiveIt) {
  Objects objects("seed");
  EXPECT_EQ(objects.add(Observable{Sort::url, "https://a.example/x"}),
            "url--25bafed9-c0ee-5dc3-a302-2679727d24c5");
  EXPECT_EQ(objects.add(Observable{Sort::domain, "a.example"}),
            "domain-name--064f846b-2bd3-5015-8d6f-d260dbda99c1");
  EXPECT_EQ(objects.add(Observable{Sort::app, "com.example.\"x\"\n\u00e9"}),
            "software--26060434-e677-53b9-8f25-b33c8a90bf44");
  EXPECT_EQ(
      objects.add(Locator{
          .path = "Library/SMS/sms.db", .domain = "HomeDomain", .sha256 = std::string(64, 'a')}),
      "file--1cb0eaf0-0aac-5e85-a1ee-34fda8bdd832");
  EXPECT_EQ(objects.add(Observable{Sort::none, "words"}), "");
}

TEST(StixObservable, GivesAProcessTheIdOfItsCase) {
  EXPECT_EQ(Objects("seed").add(Observable{Sort::process, "kestreld"}),
            Objects("seed").add(Observable{Sort::process, "kestreld"}));
  EXPECT_NE(Objects("seed").add(Observable{Sort::process, "kestreld"}),
            Objects("other").add(Observable{Sort::process, "kestreld"}));
}

TEST(StixObservable, WritesPatterns) {
  EXPECT_EQ(pattern({Sort::url, "https://a.example/'\\"}),
            "[url:value = 'https://a.example/\\'\\\\']");
  EXPECT_EQ(pattern({Sort::hash, std::string(32, 'a')}),
            "[file:hashes.'MD5' = '" + std::string(32, 'a') + "']");
  EXPECT_EQ(pattern({Sort::none, "words"}), "");
}

TEST(Uuid, SaysItsVersion) {
  // RFC 9562, A.4
  EXPECT_EQ(uuid5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com"),
            "2ed6657d-e927-568b-95e1-2665a8aea6a2");
  EXPECT_EQ(uuid4_of(""), "e3b0c442-98fc-4c14-9afb-f4c8996fb924");
}

}  // namespace
}  // namespace bridle::stix
