#include "detect/indicator/pack.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "base/text.h"
#include "detect/indicator/compiled.h"
#include "detect/indicator/warning_list.h"

namespace bridle {
namespace {

// One line for each indicator and each skipped value.
std::string read(std::string_view name, std::string_view content) {
  const auto pack = read_pack(name, as_bytes(content));
  if (!pack) return "error at " + std::to_string(pack.error().at) + ": " + pack.error().what;
  std::string out;
  for (const Indicator& i : pack->indicators) {
    out += std::string(bridle::name(i.type)) + " " + i.value + " (" + i.id;
    if (!i.campaign.empty()) out += ", " + i.campaign;
    if (i.caution != 0) out += ", caution " + std::to_string(i.caution);
    if (i.dual_use) out += ", dual use";
    if (i.vendor_site) out += ", vendor site";
    if (i.until) out += ", until " + iso8601(*i.until);
    out += ")\n";
  }
  for (const Skipped& s : pack->skipped) out += "skipped " + s.id + ": " + s.why + "\n";
  return out;
}

TEST(Pack, ReadsAStixBundle) {
  EXPECT_EQ(read("a.stix2", R"({"type":"bundle","objects":[
    {"type":"malware","id":"malware--1","name":"Family"},
    {"type":"malware","id":"malware--2","name":"Watchware, dual use"},
    {"type":"report","id":"report--1","name":"Report","object_refs":["indicator--2"]},
    {"type":"relationship","source_ref":"indicator--1","target_ref":"malware--1"},
    {"type":"relationship","source_ref":"indicator--2","target_ref":"malware--1"},
    {"type":"relationship","source_ref":"indicator--5","target_ref":"malware--2"},
    {"type":"indicator","id":"indicator--1","pattern":"[domain-name:value='WWW.Evil.example']",
     "valid_until":"2020-01-02T00:00:00Z"},
    {"type":"indicator","id":"indicator--2","pattern":"[url:value='https://x.example/?id=1']"},
    {"type":"indicator","id":"indicator--3","pattern":"[process:name='a']","revoked":true},
    {"type":"indicator","id":"indicator--4","pattern":"rule x {}","pattern_type":"yara"},
    {"type":"indicator","id":"indicator--5","pattern":"[app:id='com.Example.app']"},
    {"type":"indicator","id":"indicator--6"}, 5, null]})"),
            "domain evil.example (indicator--1, Family, until 2020-01-02T00:00:00.000000Z)\n"
            "url x.example?id=1 (indicator--2, Report)\n"
            "app com.example.app (indicator--5, Watchware, dual use, dual use)\n"
            "skipped indicator--3: revoked\n"
            "skipped indicator--4: a pattern in another language: yara\n"
            "skipped indicator--6: no pattern\n");
}

TEST(Pack, ReadsTheListOfTinyCheck) {
  EXPECT_EQ(read("iocs.json", R"({"iocs":[
    {"id":1,"type":"domain","tag":"pegasus","tlp":"white","value":"Evil.example"},
    {"id":2,"type":"ip4addr","tag":"stalkerware","value":"203.0.113.9"},
    {"id":3,"type":"domain","tag":"dual","value":"watch.example"},
    {"id":4,"type":"cidr","tag":"suspect","value":"203.0.113.0/24"},
    {"id":6,"type":"domain","tag":"apt"}]})"),
            "domain evil.example (iocs.json#1, pegasus)\n"
            "ip 203.0.113.9 (iocs.json#2, stalkerware)\n"
            "domain watch.example (iocs.json#3, dual, dual use)\n"
            "skipped iocs.json#4: what is tagged suspect is no trace of an attack\n"
            "skipped iocs.json#5: no value\n");
}

TEST(Pack, ReadsOpenIoc) {
  const auto item = [](std::string_view tag, std::string_view search, std::string_view value) {
    return "<IndicatorItem " + std::string(tag) + "><Context document=\"x\" search=\"" +
           std::string(search) + "\" /><Content type=\"string\">" + std::string(value) +
           "</Content></IndicatorItem>\n";
  };
  EXPECT_EQ(read("a.ioc",
                 "<?xml version=\"1.0\"?>\n<ioc id=\"1\"><description>A &amp; "
                 "B</description><definition><Indicator operator=\"OR\" id=\"2\">" +
                     item(R"(id="a" condition="is")", "Network/DNS", "evil.example") +
                     item(R"(id="b" condition="is")", "UrlHistoryItem/URL",
                          "http://x.example/?a=1&amp;b=2") +
                     item(R"(id="y.example" condition="is")", "Network/DNS", "") +
                     item(R"(id="c" condition="contains")", "FileItem/FileName", "tmp") +
                     "<Indicator operator=\"AND\" id=\"3\">" +
                     item(R"(id="e" condition="is")", "PortItem/remoteIP", "203.0.113.9") +
                     "</Indicator>" +
                     item(R"(id="f" condition="is")", "RouteEntryItem/Destination", "203.0.113.8") +
                     "<IndicatorItem id=\"g\" condition=\"is\"></Indicator>"),
            "domain evil.example (a, A & B)\n"
            "url x.example?a=1&b=2 (b, A & B)\n"
            "domain y.example (y.example, A & B)\n"
            "ip 203.0.113.8 (f, A & B)\n"
            "skipped c: the condition is not \"is\"\n"
            "skipped e: it counts only together with others\n"
            "skipped g: no content\n");
}

TEST(Pack, ReadsPatternsOfValuesOrSaysWhyNot) {
  const auto one = [](std::string_view pattern) {
    return read("a", R"({"type":"indicator","id":"i","pattern":")" + std::string(pattern) + "\"}");
  };
  EXPECT_EQ(one("[domain-name:value LIKE '%Evil-zone%']"), "domain %evil-zone% (i)\n");
  EXPECT_EQ(one("[domain-name:value LIKE '%dynamic-d%']"), "domain %dynamic-d% (i, caution 3)\n");
  EXPECT_EQ(one("[domain-name:value LIKE 'evil.example/%']"), "url evil.example/% (i)\n");
  EXPECT_EQ(one("[file:path LIKE '/var/tmp/_/evil']"), "path /private/var/tmp/_/evil (i)\n");
  EXPECT_EQ(one("[process:name MATCHES '^[a-z]{3}agentd$']"), "process ^[a-z]{3}agentd$ (i)\n");
  EXPECT_EQ(one("[process:name MATCHES '.*']"), "skipped i: the pattern matches ordinary values\n");
  EXPECT_EQ(one("[url:value LIKE 'http%']"), "skipped i: the pattern matches ordinary values\n");
  EXPECT_EQ(one("[file:name LIKE '%.a%']"), "skipped i: the pattern says too little\n");
  EXPECT_EQ(one("[url:value MATCHES '(?=x)y']"),
            "skipped i: the regular expression cannot be run in linear time: invalid perl "
            "operator: (?=\n");
  EXPECT_EQ(one("[url:value MATCHES '((a{9}){99}){99}']"),
            "skipped i: the regular expression cannot be run in linear time: invalid repetition "
            "size: {99}\n");
}

TEST(Pack, RefusesAPathWithoutOne) {
  EXPECT_EQ(read("a", R"([{"type":"indicator","id":"i","pattern":"[file:path='file://']"}])"),
            "skipped i: the path is empty\n");
}

TEST(Pack, ReadsAListOfObjects) {
  EXPECT_EQ(read("a", R"([{"type":"indicator","pattern":"[process:name='a']"}])"),
            "process a (a#1)\n");
}

TEST(Pack, SaysWhereAFileStopsBeingOne) {
  EXPECT_EQ(read("a", R"({"type":"bundle","objects":[{"type":)"),
            "error at 36: the text is not JSON");
  EXPECT_EQ(read("a", R"({"a":[1}})"), "error at 7: the text is not JSON");
  EXPECT_EQ(read("a", R"({"a":1})"),
            "error at 0: JSON, but neither a STIX bundle nor a MISP event");
  EXPECT_EQ(read("a", ""), "error at 0: the pack is empty");
  EXPECT_EQ(read("a", std::string_view("ab\0", 3)), "error at 2: the pack is no text");
  EXPECT_EQ(read("a", "what is this?\n"), "error at 0: no line holds an indicator");
}

TEST(Pack, TypesValuesByThemselves) {
  EXPECT_EQ(read("a.csv",
                 "type,value\n"
                 "domain,195.178.51.251\n"
                 "domain,host.example/x\n"
                 "domain,\"evil[.]example\"\n"
                 "url,hxxp[:]//evil(dot)example/\n"
                 "sha1,00112233445566778899aabbccddeeff\n"
                 "ip,10.0.0.0/7\n"
                 "ip,not an address\n"
                 "yara,rule\n"),
            "ip 195.178.51.251 (a.csv#2)\n"
            "url host.example/x (a.csv#3)\n"
            "domain evil.example (a.csv#4)\n"
            "domain evil.example (a.csv#5)\n"
            "md5 00112233445566778899aabbccddeeff (a.csv#6)\n"
            "skipped a.csv#7: the network is too wide to say anything\n"
            "skipped a.csv#8: not a host name\n"
            "skipped a.csv#9: values of type yara are not used\n");
}

TEST(Pack, ReadsColumnsOfValues) {
  EXPECT_EQ(read("s.csv",
                 "SHA256,Package Name,Certificate,Version,App\n"
                 "e38d7ba21a48ad32963bfe6cb0203afe0839eca9a73268a67422109da282eae3,com.example.a,"
                 "00112233445566778899aabbccddeeff00112233,9,Product\n"),
            "sha256 e38d7ba21a48ad32963bfe6cb0203afe0839eca9a73268a67422109da282eae3 "
            "(s.csv#2, Product)\n"
            "app com.example.a (s.csv#2, Product)\n"
            "certificate 00112233445566778899aabbccddeeff00112233 (s.csv#2, Product)\n");
  EXPECT_EQ(read("m.csv",
                 "uuid,event_id,category,type,value,comment,to_ids,date\n"
                 "u-1,1,Network activity,domain,\"a.example\",\"x\n\"\"y\"\"\",1,1\n"
                 "u-2,1,Network activity,domain|ip,b.example|192.0.2.1,,1,1\n"
                 "u-3,1,Network activity,domain,c.example,,0,1\n"),
            "domain a.example (u-1)\ndomain b.example (u-2)\nip 192.0.2.1 (u-2)\n"
            "skipped u-3: not meant for detection: to_ids is 0\n");
}

TEST(Pack, ReadsPlainLists) {
  EXPECT_EQ(read("hosts",
                 "# comment\n0.0.0.0 evil.com\n127.0.0.1\tevil2.com # why\n||evil3.com^\n"
                 "192.0.2.1:443\n192.0.2.0/24\na@evil.com\nevil4[.]com/x\n/var/tmp/x/\n"
                 "00112233445566778899aabbccddeeff\ncom.example.app\n???\n\n"),
            "domain evil.com (hosts#2)\ndomain evil2.com (hosts#3)\ndomain evil3.com (hosts#4)\n"
            "ip 192.0.2.1 (hosts#5)\ncidr 192.0.2.0/24 (hosts#6)\nemail a@evil.com (hosts#7)\n"
            "url evil4.com/x (hosts#8)\npath /private/var/tmp/x/ (hosts#9)\n"
            "md5 00112233445566778899aabbccddeeff (hosts#10)\ndomain com.example.app (hosts#11)\n"
            "skipped hosts#12: the URL has no host\n");
  EXPECT_EQ(read("processes.txt", "bh\nDiagnostic-2543\n"),
            "process bh (processes.txt#1)\nprocess Diagnostic-2543 (processes.txt#2)\n");
  EXPECT_EQ(read("list.txt", "com.example.app\n"), "app com.example.app (list.txt#1)\n");
}

TEST(Pack, ReadsStalkerwareYaml) {
  EXPECT_EQ(read("w.yaml",
                 "- name: Product\n  names:\n  - Product\n  type: watchware\n"
                 "  ios_bundles:\n    - com.example.ios\n  websites:\n  - www.product.example\n"
                 "  c2:\n    domains:\n    - c2.example\n    ips:\n    - 192.0.2.1\n"
                 "- name: Other\n  type: stalkerware\n  certificate_organizations:\n  - Org\n"),
            "app com.example.ios (w.yaml#6, Product, dual use)\n"
            "domain product.example (w.yaml#8, Product, dual use, vendor site)\n"
            "domain c2.example (w.yaml#11, Product, dual use)\n"
            "ip 192.0.2.1 (w.yaml#13, Product, dual use)\n"
            "skipped w.yaml#17: values under 'certificate_organizations' are not used\n");
}

TEST(Pack, ReadsMispEvents) {
  EXPECT_EQ(read("m.json", R"({"Event":{"info":"Case","Attribute":[
      {"uuid":"1","type":"ip-dst|port","value":"192.0.2.1|443","to_ids":true},
      {"uuid":"2","type":"link","value":"https://example.org/","to_ids":false}],
      "Object":[{"Attribute":[{"uuid":"3","type":"filename|md5",
        "value":"x.apk|00112233445566778899aabbccddeeff"}]}]}})"),
            "ip 192.0.2.1 (1, Case)\nmd5 00112233445566778899aabbccddeeff (3, Case)\n"
            "skipped 2: not meant for detection: to_ids is false\n");
}

TEST(Pack, FlagsWhatIsNotToBeTakenAtItsWord) {
  const auto caution = [](IndicatorType type, std::string_view value) {
    Indicator i{};
    i.type = type;
    i.value = value;
    return caution_of(i);
  };
  const auto shared = static_cast<unsigned>(Caution::shared_host);
  const auto popular = static_cast<unsigned>(Caution::popular);
  using enum IndicatorType;
  EXPECT_EQ(caution(domain, "dynamic-dns.net"), shared | popular);
  EXPECT_EQ(caution(domain, "gr.com"), shared);
  EXPECT_EQ(caution(domain, "bark.us"), popular);
  EXPECT_EQ(caution(domain, "evil.example"), 0U);
  EXPECT_EQ(caution(domain, "dns.google"), shared | popular);
  EXPECT_EQ(caution(domain, "7aac.gov.ua"), static_cast<unsigned>(Caution::compromised));
  EXPECT_EQ(caution(ip, "172.67.81.216"), shared);
  EXPECT_EQ(caution(ip, "104.25.28.15"), shared);
  EXPECT_EQ(caution(ip, "8.8.8.8"), shared);
  EXPECT_EQ(caution(ip, "192.0.2.1"), 0U);
  EXPECT_EQ(caution(certificate, "61ed377e85d386a8dfee6b864bd85b0bfaa5af81"),
            static_cast<unsigned>(Caution::public_key));
  EXPECT_EQ(caution(IndicatorType::name, "com.apple.photolibraryd.plist"),
            static_cast<unsigned>(Caution::generic_name));
}

TEST(Pack, HasSortedLists) {
  for (const std::string_view list :
       {compiled::popular(), compiled::shared(), compiled::shorteners(), compiled::tlds(),
        compiled::networks(), compiled::resolvers(), compiled::certificates(), compiled::names(),
        compiled::compromised()}) {
    auto lines = split(list, '\n');
    EXPECT_EQ(lines.back(), "");
    lines.pop_back();
    EXPECT_TRUE(std::ranges::is_sorted(lines)) << lines.front();
    for (const std::string_view line : lines) EXPECT_TRUE(is_listed(list, line)) << line;
  }
}

TEST(Pack, HasABuiltinOne) {
  const auto pack = builtin_pack();
  ASSERT_TRUE(pack.has_value());
  EXPECT_EQ(pack->skipped.size(), 0U);
}

// The public packs, read whole. Not part of the tree: they have their own licences.
TEST(Pack, ReadsThePublicPacksWhole) {
  const char* set = std::getenv("BRIDLE_SHARED");
  const std::filesystem::path root =
      std::filesystem::path(set ? set : BRIDLE_SOURCE_DIR "/../shared") / "exam" / "packs";
  if (!std::filesystem::exists(root)) GTEST_SKIP() << "no public packs beside the tree";
  const std::map<std::string, std::size_t> known = {{"pegasus", 1549},
                                                    {"cytrox", 343},
                                                    {"malware", 2187},
                                                    {"wintego_helios", 175},
                                                    {"novispy", 18},
                                                    {"predator", 585},
                                                    {"rcs", 40},
                                                    {"kingspawn", 167},
                                                    {"wyrmspy_dragonegg", 53},
                                                    {"operation_triangulation", 112},
                                                    {"eaglemsgspy", 51},
                                                    {"coruna", 216},
                                                    {"darksword", 43},
                                                    {"residentbat", 48},
                                                    {"candiru", 125},
                                                    {"cellebrite", 1}};
  for (const auto& [name, count] : known) {
    std::ifstream in(root / (name + ".stix2"), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto pack = read_pack(name, as_bytes(text));
    ASSERT_TRUE(pack.has_value()) << name;
    EXPECT_EQ(pack->indicators.size(), count) << name;
    EXPECT_EQ(pack->skipped.size(), 0U) << name;
  }
}

}  // namespace
}  // namespace bridle
