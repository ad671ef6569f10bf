#include "detect/indicator/matcher.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/text.h"
#include "detect/indicator/values_of_hits.h"

namespace bridle {
namespace {

using enum IndicatorType;

Pack pack_of(std::string_view csv) {
  auto pack = read_pack("test.csv", as_bytes(csv));
  EXPECT_TRUE(pack.has_value());
  return pack ? *pack : Pack();
}

constexpr std::string_view kPack = R"(type,value
domain,evil.com
domain,cdn.sub.evil2.com
domain,www.evil3.com
domain,bücher.example
domain,dynamic-dns.net
domain,project.firebaseio.com
domain,appspot.com
url,http://bit.ly/1MAAWrO
url,https://shop.example/a/b/?id=1
domain,fgr1w2gnsdvsb.example/x
ip,1.2.3.4
domain,195.178.51.251
ip,198.51.100.0/24
ip,2001:db8::5
email,Bad.Person@mail.example
process,bh
process,BackupAgent
process,CommsCenterRootHelper
process,wifip2ppd
process,nehelprd
process,contextstoremgrd
process,aggregatenotd
process,vm_stats
process,Diagnosticd
process,com.apple.rapports.events
process,com.apple.Mappit.SnapshotService
file_path,/private/var/tmp/stop
file_path,/private/var/tmp/l/
file_path,/private/var/tmp/hooker
file_path,/private/var/tmp/com.apple.WebKit.Networking
file_path,/tmp/kusama.txt
file_path,/private/var/mobile/Library/Preferences/com.apple.photolibraryd.plist
file_path,/data/local/tmp/dropbox
filename,com.apple.photolibraryd.plist
filename,rce_loader.js
sha256,E38D7BA21A48AD32963BFE6CB0203AFE0839ECA9A73268A67422109DA282EAE3
md5,00112233445566778899aabbccddeeff
certificate,61:ED:37:7E:85:D3:86:A8:DF:EE:6B:86:4B:D8:5B:0B:FA:A5:AF:81
package,com.android.services
package,org.thoughtcrime.securesmsplus
package,org.traccar.client.hidden
profile,76DAB334-7E17-475D-A5D6-0794EB5818A5
property,sys.brand.note
phone,+1 202-555-0147
)";

// The values of the indicators that apply, joined by '|'.
std::string found(Kind kind, std::string_view value) {
  static const Pack pack = pack_of(kPack);
  static const Matcher matcher(std::span(&pack, 1));
  return values_of_hits(matcher, pack, kind, value);
}

TEST(Matcher, ReadsEveryValueOfThePack) {
  const Pack pack = pack_of(kPack);
  EXPECT_EQ(pack.skipped.size(), 0U);
  EXPECT_EQ(pack.indicators.size(), 44U);
}

// What was measured as missed elsewhere.
TEST(Matcher, FindsHostsHoweverTheyAreWritten) {
  for (const std::string_view url :
       {"https://cdn.sub.evil2.com/", "https://cdn.sub.evil2.com:8443/x",
        "https://user:pw@cdn.sub.evil2.com/x", "https://cdn.sub.evil2.com./x",
        "https://x.cdn.sub.evil2.com/", "https://CDN.Sub.Evil2.com/",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fcdn.sub.evil2.com%2F&h=AT0",
        "https://web.archive.org/web/2020/https://cdn.sub.evil2.com/"})
    EXPECT_EQ(found(Kind::url, url), "cdn.sub.evil2.com") << url;
  for (const std::string_view text :
       {"look: evil.com/a/b", "look: www.evil.com", "look (https://evil.com/x).",
        "https://evil.com, and", "see EVIL.COM!", "a@evil.com"})
    EXPECT_EQ(found(Kind::content, text), "evil.com") << text;
}

TEST(Matcher, FindsWwwIndicators) {
  EXPECT_EQ(found(Kind::url, "https://www.evil3.com/"), "evil3.com");
  EXPECT_EQ(found(Kind::url, "https://evil3.com/"), "evil3.com");
}

TEST(Matcher, ComparesInternationalNamesInOneForm) {
  EXPECT_EQ(found(Kind::url, "https://b\u00fccher.example/"), "xn--bcher-kva.example");
  EXPECT_EQ(found(Kind::url, "https://xn--bcher-kva.example/"), "xn--bcher-kva.example");
  EXPECT_EQ(found(Kind::domain, "B\u00dcCHER.example"), "xn--bcher-kva.example");
}

TEST(Matcher, NeverGoesUpToAParentOrPartsOfLabels) {
  EXPECT_EQ(found(Kind::domain, "sub.evil2.com"), "");
  EXPECT_EQ(found(Kind::domain, "notevil.com"), "");
  EXPECT_EQ(found(Kind::domain, "evil.com.example"), "");
  EXPECT_EQ(found(Kind::domain, "com"), "");
}

TEST(Matcher, TakesSharedZonesByTheirFullNameOnly) {
  EXPECT_EQ(found(Kind::domain, "anything.dynamic-dns.net"), "");
  EXPECT_EQ(found(Kind::domain, "dynamic-dns.net"), "dynamic-dns.net");
  EXPECT_EQ(found(Kind::domain, "other.firebaseio.com"), "");
  EXPECT_EQ(found(Kind::domain, "project.firebaseio.com"), "project.firebaseio.com");
  EXPECT_EQ(found(Kind::domain, "other.appspot.com"), "");
}

TEST(Matcher, ComparesLinksWhole) {
  EXPECT_EQ(found(Kind::content, "http://bit.ly/1MAAWrO"), "bit.ly/1MAAWrO");
  EXPECT_EQ(found(Kind::content, "bit.ly/1MAAWrO/?utm=x"), "bit.ly/1MAAWrO");
  EXPECT_EQ(found(Kind::content, "https://bit.ly/1maawro https://bit.ly/ bit.ly/other suo.im/1"),
            "");
  EXPECT_EQ(found(Kind::url, "http://shop.example/a/b?id=1"), "shop.example/a/b?id=1");
  EXPECT_EQ(found(Kind::url, "https://shop.example/a/b/?id=1#x"), "shop.example/a/b?id=1");
  EXPECT_EQ(found(Kind::url, "https://shop.example/a/b/?id=2"), "");
  EXPECT_EQ(found(Kind::url, "https://fgr1w2gnsdvsb.example/x/"), "fgr1w2gnsdvsb.example/x");
}

TEST(Matcher, ComparesAddressesAsNumbers) {
  EXPECT_EQ(found(Kind::url, "http://1.2.3.4/x"), "1.2.3.4");
  EXPECT_EQ(found(Kind::url, "http://11.2.3.45/x"), "");
  EXPECT_EQ(found(Kind::url, "https://example.org/?v=1.2.3.4"), "");
  EXPECT_EQ(found(Kind::url, "http://localhost/evil.com"), "");
  EXPECT_EQ(found(Kind::ip, "1.2.3.4:443"), "1.2.3.4");
  EXPECT_EQ(found(Kind::ip, "::ffff:1.2.3.4"), "1.2.3.4");
  EXPECT_EQ(found(Kind::ip, "195.178.51.251"), "195.178.51.251");
  EXPECT_EQ(found(Kind::ip, "198.51.100.77"), "198.51.100.0/24");
  EXPECT_EQ(found(Kind::ip, "198.51.101.77"), "");
  EXPECT_EQ(found(Kind::ip, "2001:0db8:0::0005"), "2001:db8::5");
  EXPECT_EQ(found(Kind::url, "http://[2001:db8::5]/x"), "2001:db8::5");
  EXPECT_EQ(found(Kind::ip, "8.8.8.8"), "");
  EXPECT_EQ(found(Kind::ip, "172.67.81.216"), "");
}

TEST(Matcher, ComparesAddressesOfLinksAsBrowsersReadThem) {
  for (const std::string_view url :
       {"http://16909060/", "http://0x01020304/x", "http://0x1.0x2.0x3.0x4/", "http://01.02.03.04",
        "http://1.2.772:8080/", "http://user@16909060/",
        "http://\U0001d7cf.\U0001d7d0.\U0001d7d1.\U0001d7d2/",
        "https://l.example/?u=http%3A%2F%2F16909060%2F"})
    EXPECT_EQ(found(Kind::url, url), "1.2.3.4") << url;
  for (const std::string_view other : {"16909060", "0x01020304", "tel://16909060", "1.2.772"})
    EXPECT_EQ(found(Kind::content, other), "") << other;
}

TEST(Matcher, FollowsParametersWithoutAScheme) {
  EXPECT_EQ(found(Kind::url, "https://l.example/?u=www.evil.com/path"), "evil.com");
  EXPECT_EQ(found(Kind::url, "https://l.example/?u=www.evil.com%2Fpath"), "evil.com");
  EXPECT_EQ(found(Kind::url, "https://l.example/?u=shop.example/a/b?id=1"), "");
  EXPECT_EQ(found(Kind::content, "https://l.example/?u=bit.ly/1MAAWrO&x=1"), "bit.ly/1MAAWrO");
  EXPECT_EQ(found(Kind::url, "https://l.example/?q=evil.com"), "");
}

TEST(Matcher, FindsPersons) {
  EXPECT_EQ(found(Kind::account, "mailto:bad.person@mail.example"), "bad.person@mail.example");
  EXPECT_EQ(found(Kind::email, "BAD.PERSON@mail.example"), "bad.person@mail.example");
  EXPECT_EQ(found(Kind::account, "nobad.person@mail.example"), "");
  EXPECT_EQ(found(Kind::account, "12025550147@s.whatsapp.net"), "12025550147");
  EXPECT_EQ(found(Kind::phone, "+1 (202) 555-0147"), "12025550147");
  EXPECT_EQ(found(Kind::account, "someone@mail.evil.com"), "evil.com");
}

TEST(Matcher, ComparesProgramsExactly) {
  EXPECT_EQ(found(Kind::process, "bh"), "bh");
  EXPECT_EQ(found(Kind::process, "com.x/bh"), "bh");
  EXPECT_EQ(found(Kind::process, "/private/var/db/com.apple.xpc.roleaccountd.staging/bh"), "bh");
  EXPECT_EQ(found(Kind::process, "bh/com.x"), "");
  for (const std::string_view ordinary :
       {"BackupAgent2", "CommCenterRootHelper", "wifip2pd", "nehelper", "contextstored",
        "aggregated", "vm_stat", "diagnosticd", "com.apple.rapport", "com.apple.rappor", "rapportd",
        "Bh", "b"})
    EXPECT_EQ(found(Kind::process, ordinary), "") << ordinary;
}

TEST(Matcher, KnowsNamesThatWereCutToSixteenCharacters) {
  EXPECT_EQ(found(Kind::process, "com.apple.Mappit"), "com.apple.Mappit.SnapshotService");
  EXPECT_EQ(found(Kind::process, "CommsCenterRootH"), "CommsCenterRootHelper");
  EXPECT_EQ(found(Kind::process, "CommsCenterRoot"), "");
  EXPECT_EQ(found(Kind::process, "CommsCenterRootHe"), "");
}

TEST(Matcher, ComparesPathsByComponents) {
  EXPECT_EQ(found(Kind::path, "/private/var/tmp/stop"), "/private/var/tmp/stop");
  EXPECT_EQ(found(Kind::path, "/var/tmp/stop"), "/private/var/tmp/stop");
  EXPECT_EQ(found(Kind::path, "private/var/tmp/hooker"), "/private/var/tmp/hooker");
  EXPECT_EQ(found(Kind::path, "/private/var/tmp/stopwatch.log"), "");
  EXPECT_EQ(found(Kind::path, "/private/var/tmp/l/x/y"), "/private/var/tmp/l/");
  EXPECT_EQ(found(Kind::path, "/private/var/tmp/l"), "/private/var/tmp/l/");
  EXPECT_EQ(found(Kind::path, "/private/var/tmp/launchd"), "");
  EXPECT_EQ(found(Kind::path, "/private/var/tmp/lockdownd_x"), "");
  EXPECT_EQ(found(Kind::path, "/private/tmp/kusama.txt"), "/private/tmp/kusama.txt");
  EXPECT_EQ(found(Kind::path, "/data/system/dropbox/x"), "");
  EXPECT_EQ(found(Kind::process, "/private/var/tmp/com.apple.WebKit.Networking"),
            "/private/var/tmp/com.apple.WebKit.Networking");
  EXPECT_EQ(found(Kind::process,
                  "/System/Library/Frameworks/WebKit.framework/XPCServices/"
                  "com.apple.WebKit.Networking.xpc/com.apple.WebKit.Networking"),
            "");
}

TEST(Matcher, TakesOrdinaryFileNamesWithTheirFolderOnly) {
  EXPECT_EQ(found(Kind::path,
                  "Library/Containers/com.apple.photolibraryd/Data/Library/Preferences/"
                  "com.apple.photolibraryd.plist"),
            "");
  EXPECT_EQ(found(Kind::path, "Library/Preferences/com.apple.photolibraryd.plist"),
            "/private/var/mobile/Library/Preferences/com.apple.photolibraryd.plist");
  EXPECT_EQ(found(Kind::path, "Library/Caches/rce_loader.js"), "rce_loader.js");
  EXPECT_EQ(found(Kind::path, "Library/Caches/xrce_loader.js"), "");
}

TEST(Matcher, ComparesIdentifiersWhole) {
  EXPECT_EQ(found(Kind::app, "com.android.services"), "com.android.services");
  EXPECT_EQ(found(Kind::app, "com.android.services.telephony.sip.SipIncomingCallReceiver"), "");
  EXPECT_EQ(found(Kind::app, "org.thoughtcrime.securesms"), "");
  EXPECT_EQ(found(Kind::app, "org.traccar.client"), "");
  EXPECT_EQ(found(Kind::app, "Diagnosticd"), "Diagnosticd");
  EXPECT_EQ(found(Kind::process, "com.android.services:remote"), "com.android.services");
  EXPECT_EQ(found(Kind::profile, "76dab334-7e17-475d-a5d6-0794eb5818a5"),
            "76dab334-7e17-475d-a5d6-0794eb5818a5");
  EXPECT_EQ(found(Kind::profile, "-"), "");
  EXPECT_EQ(found(Kind::profile, "abc"), "");
  EXPECT_EQ(found(Kind::text, "sys.brand.note"), "sys.brand.note");
  EXPECT_EQ(found(Kind::text, "sys.brand.notes"), "");
}

TEST(Matcher, ComparesHashes) {
  EXPECT_EQ(found(Kind::hash, "e38d7ba21a48ad32963bfe6cb0203afe0839eca9a73268a67422109da282eae3"),
            "e38d7ba21a48ad32963bfe6cb0203afe0839eca9a73268a67422109da282eae3");
  EXPECT_EQ(found(Kind::hash, "00112233445566778899AABBCCDDEEFF"),
            "00112233445566778899aabbccddeeff");
  EXPECT_EQ(found(Kind::certificate, "61ed377e85d386a8dfee6b864bd85b0bfaa5af81"),
            "61ed377e85d386a8dfee6b864bd85b0bfaa5af81");
  EXPECT_EQ(found(Kind::content, "00112233445566778899aabbccddeeff"), "");
}

TEST(Matcher, SaysEachIndicatorOnceInPackOrder) {
  EXPECT_EQ(found(Kind::content, "https://evil3.com evil.com EVIL.com x.evil3.com"),
            "evil.com|evil3.com");
}

TEST(Matcher, CitesThePartOfTheFieldThatItAppliesTo) {
  const Pack pack = pack_of("type,value\ndomain,evil.example\n");
  const Matcher matcher(std::span(&pack, 1));
  std::vector<Hit> hits;
  const std::string text = "see https://a.example/?u=https%3A%2F%2Fevil.example%2Fx now";
  matcher.match(Kind::content, text, hits);
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].value, "https://a.example/?u=https%3A%2F%2Fevil.example%2Fx");
}

// Keys are kept beside records (lake/lookups.h): when what is noted for a value changes, those that
// were written before must not be believed.
TEST(Matcher, NotesTheSameKeysAsEver) {
  std::vector<std::uint64_t> noted;
  std::vector<Hit> none;
  const Matcher noting(noted);
  constexpr std::string_view kValues[] = {"https://www.cdn.evil.example:8443/a/b?c=d#e",
                                          "b\u00fccher.example",
                                          "198.51.100.7",
                                          "2001:db8::5",
                                          "mailto:Bad.Person@mail.example",
                                          "+1 202-555-0147",
                                          "15550100@s.whatsapp.net",
                                          "/var/tmp/l/x.db",
                                          "Library/SMS/sms.db",
                                          "CommsCenterRootHelper",
                                          "com.example.app:remote",
                                          "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF",
                                          "text with evil.example in it",
                                          "abcdefghijklmnop"};
  for (int kind = 0; kind <= static_cast<int>(Kind::profile); ++kind)
    for (const std::string_view value : kValues) noting.match(static_cast<Kind>(kind), value, none);
  std::uint64_t sum = 0;
  for (const std::uint64_t key : noted) sum = sum * 31 + key;
  EXPECT_TRUE(none.empty());
  EXPECT_EQ(noted.size(), 464U);
  EXPECT_EQ(sum, 8474173155879857136U) << "raise the version in lake/lookups.cc when this changes";
}

}  // namespace
}  // namespace bridle
