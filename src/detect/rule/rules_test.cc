// Each rule on records made by hand: what it must see, and the ordinary twins that it must not.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "detect/rule.h"

namespace bridle {
namespace {

struct Made {
  std::string_view field;
  Value value;
};

// Shows records to one rule and gives its claims as "class level value".
class Shown {
 public:
  explicit Shown(std::string_view id) {
    for (const Rule* r : rules())
      if (r->id == id) rule_ = r;
  }

  Shown& record(std::string_view artefact, const std::vector<Made>& made) {
    std::vector<Field> fields;
    std::vector<Value> values;
    for (const Made& m : made) {
      fields.push_back({m.field, Kind::text, ""});
      values.push_back(m.value);
    }
    std::vector<Note> fresh;
    if (std::ranges::find(rule_->watches, artefact) != rule_->watches.end())
      rule_->watch(Record(artefact, fields, values, ++row_), fresh);
    for (Note& n : fresh) {
      n.artefact = artefact;
      notes_.push_back(std::move(n));
    }
    return *this;
  }

  std::vector<std::string> claims() const {
    std::vector<Claim> claims;
    rule_->judge(notes_, claims);
    std::vector<std::string> out;
    for (const Claim& c : claims)
      out.push_back(std::string(name(c.claim)) + " " + std::string(name(c.level)) + " " +
                    notes_[c.note].value);
    return out;
  }

 private:
  const Rule* rule_ = nullptr;
  std::vector<Note> notes_;
  std::uint64_t row_ = 0;
};

using Claims = std::vector<std::string>;

Time at(double seconds) {
  return Time{static_cast<std::int64_t>(seconds * 1e6) + 1'650'000'000 * kSecond};
}
std::string_view sv(const char* s) {
  return s;
}

TEST(Rules, HaveWholeCards) {
  EXPECT_FALSE(rules().empty());
  for (const Rule* r : rules()) {
    EXPECT_FALSE(r->id.empty() || r->sees.empty() || r->source.empty() || r->watches.empty() ||
                 r->benign.empty() || r->confirm.empty())
        << r->id;
    EXPECT_TRUE(r->watch && r->judge) << r->id;
  }
}

TEST(Rules, CrashReportsOff) {
  const std::vector<Made> off = {{"key", sv("ShouldSubmit")}, {"value", sv("false")}};
  EXPECT_EQ(Shown("crash_reports_off").record("ios_crash_reporter", off).claims(),
            Claims{"delivered lead ShouldSubmit=false"});
  EXPECT_EQ(Shown("crash_reports_off")
                .record("ios_crash_reporter", {{"key", sv("ShouldSubmit")}, {"value", sv("true")}})
                .claims(),
            Claims{});
  EXPECT_EQ(Shown("crash_reports_off")
                .record("ios_crash_reporter", off)
                .record("ios_crash_reporter", {{"key", sv("ExcResourceDiagInfo_backboardd")}})
                .claims(),
            Claims{});
}

TEST(Rules, NulInAccount) {
  EXPECT_EQ(Shown("nul_in_account")
                .record("ios_id_status_cache",
                        {{"user", std::string_view("mailto:a\0\0b@x.example", 22)}})
                .claims(),
            Claims{std::string("delivered lead mailto:a\0\0b@x.example", 37)});
  EXPECT_EQ(Shown("nul_in_account")
                .record("ios_id_status_cache", {{"user", sv("mailto:ab@x.example")}})
                .claims(),
            Claims{});
}

std::vector<Made> orphan(std::int64_t id, double seconds) {
  return {{"orphan", std::int64_t{1}}, {"process_id", id}, {"time", at(seconds)}};
}

TEST(Rules, OrphanNetworkUse) {
  EXPECT_EQ(
      Shown("orphan_network_use")
          .record("ios_datausage", orphan(7, 0))
          .record("ios_datausage", orphan(7, 5))
          .record("ios_datausage", {{"orphan", std::int64_t{0}}, {"process_id", std::int64_t{8}}})
          .claims(),
      Claims{"executed lead ZLIVEUSAGE row of process 7, which has no process record"});
  Shown many("orphan_network_use");
  for (int i = 0; i < 40; ++i) many.record("ios_datausage", orphan(100 + i, i * .5));
  EXPECT_EQ(many.claims(),
            Claims{"context lead ZLIVEUSAGE row of process 100, which has no process record"});
}

std::vector<Made> event(const char* summary, const char* notes, const char* organiser,
                        double created, double end) {
  return {{"summary", sv(summary)},
          {"description", sv(notes)},
          {"organizer_email", sv(organiser)},
          {"created", at(created)},
          {"end", at(end)}};
}

TEST(Rules, BackdatedInvitation) {
  constexpr double kYear = 365 * 86400.0;
  EXPECT_EQ(Shown("backdated_invitation")
                .record("ios_calendar", event("Meeting", "Notes", "a@x.example", kYear, 0))
                .claims(),
            Claims{"delivered lead Meeting / Notes from a@x.example"});
  EXPECT_EQ(Shown("backdated_invitation")
                .record("ios_calendar", event("Meeting", "Notes", "", kYear, 0))  // an own event
                .record("ios_calendar", event("Prize", "Click", "s@x.example", 0, kYear))  // spam
                .claims(),
            Claims{});
  Shown import("backdated_invitation");
  for (int i = 0; i < 20; ++i)
    import.record("ios_calendar", event("Seminar", "", "t@x.example", kYear + i, i));
  EXPECT_EQ(import.claims(), Claims{});
}

TEST(Rules, DisguisedAttachment) {
  EXPECT_EQ(Shown("disguised_attachment")
                .record("ios_attachment_files", {{"path", sv("a.gif")},
                                                 {"type", sv("pdf")},
                                                 {"extension", sv("gif")},
                                                 {"jbig2", std::int64_t{2}}})
                .record("ios_attachment_files",
                        {{"path", sv("b.jpg")}, {"type", sv("heic")}, {"extension", sv("jpg")}})
                .record("ios_attachment_files",
                        {{"path", sv("c.pdf")}, {"type", sv("pdf")}, {"extension", sv("pdf")}})
                .claims(),
            Claims{"delivered lead a.gif"});
}

TEST(Rules, AttachmentInVarTmp) {
  EXPECT_EQ(
      Shown("attachment_in_var_tmp")
          .record("ios_sms_attachments",
                  {{"path", sv("/var/tmp/x-1")}, {"direction", sv("received")}})
          .record("ios_sms_attachments", {{"path", sv("/var/tmp/y-1")}, {"direction", sv("sent")}})
          .record("ios_sms_attachments",
                  {{"path", sv("~/Library/SMS/Attachments/a/x-1")}, {"direction", sv("received")}})
          .claims(),
      Claims{"delivered lead /var/tmp/x-1"});
}

TEST(Rules, ThreatNotification) {
  const char* text =
      "ALERT: State-sponsored attackers may be targeting your iPhone. Read the mail.";
  const char* copy =
      "ALERT: State-sponsored attackers may be targeting your iPhone: https://x.example";
  const char* told = "WhatsApp has disrupted a spyware campaign.";
  EXPECT_EQ(
      Shown("threat_notification")
          .record("ios_sms", {{"attributed_text", sv(text)}})
          .record("ios_sms", {{"text", sv(copy)}})
          .record("ios_sms", {{"text", sv("Did you get «ALERT: State-sponsored attackers»?")}})
          .record("ios_whatsapp_messages", {{"text", sv(told)}, {"sender", sv("0@s.whatsapp.net")}})
          .record("ios_whatsapp_messages",
                  {{"text", sv(told)}, {"sender", sv("12025550101@s.whatsapp.net")}})
          .claims(),
      (Claims{std::string("targeted lead ") + text, std::string("targeted lead ") + copy,
              std::string("targeted lead ") + told}));
}

std::vector<Made> redirect(const char* from, const char* to, double seconds) {
  return {{"url", sv(from)},
          {"redirect_to_url", sv(to)},
          {"time", at(0)},
          {"redirect_to_time", at(seconds)}};
}

TEST(Rules, RedirectChain) {
  const char* odd = "https://a1.b2.kestrel.example:30495/x7Gq2";
  EXPECT_EQ(Shown("redirect_chain")
                .record("ios_safari_history", redirect("http://news.example/", odd, .003))
                .claims(),
            Claims{std::string("delivered lead ") + odd});
  EXPECT_EQ(Shown("redirect_chain")
                .record("ios_safari_history", redirect("http://news.example/", odd, 2))  // late
                .record("ios_safari_history", redirect("http://a.shop.example/",
                                                       "https://b.shop.example:8443/", .1))  // own
                .record("ios_safari_history", redirect("https://www.news.example/r",
                                                       "https://ad.eu.track.example/click?1", .1))
                .record("ios_safari_history",
                        redirect("http://news.example/", "https://www.news2.example/long/path", .1))
                .claims(),
            Claims{});
}

TEST(Rules, OddProfile) {
  EXPECT_EQ(Shown("odd_profile")
                .record("ios_configuration_profiles",
                        {{"name", sv("Corp")}, {"payload_type", sv("com.apple.mdm")}})
                .record("ios_configuration_profiles",
                        {{"name", sv("School")}, {"payload_type", sv("com.apple.wifi.managed")}})
                .claims(),
            Claims{"posture lead Corp (com.apple.mdm)"});
}

TEST(Rules, UnusualAppSource) {
  EXPECT_EQ(
      Shown("unusual_app_source")
          .record("ios_applications",
                  {{"app", sv("org.example.a")}, {"source", sv("com.apple.AppStore")}})
          .record("ios_applications", {{"app", sv("org.example.b")},
                                       {"source", sv("com.apple.AppStore.ProductPageExtension")}})
          .record("ios_applications", {{"app", sv("org.example.c")}})
          .record("ios_applications",
                  {{"app", sv("org.example.d")}, {"source", sv("com.unknown.loader")}})
          .claims(),
      Claims{"posture lead org.example.d from com.unknown.loader"});
}

std::vector<Made> file(const char* path, double seconds) {
  return {{"path", sv(path)}, {"modified", at(seconds)}, {"changed", at(seconds)}};
}

TEST(Rules, TriangulationSequence) {
  const char* image = "/private/var/root/Library/Preferences/com.apple.ImageIO.plist";
  const std::vector<Made> helper = {{"process", sv("nehelper")}, {"time", at(80)}};
  const Claims both = {"delivered lead Library/Preferences/com.apple.ImageIO.plist",
                       "delivered lead nehelper"};
  EXPECT_EQ(Shown("triangulation_sequence")
                .record("ios_manifest", file(image, 20))
                .record("ios_datausage", helper)
                .claims(),
            both);
  // Alone, too far apart, or with a real attachment beside it: ordinary.
  EXPECT_EQ(Shown("triangulation_sequence").record("ios_datausage", helper).claims(), Claims{});
  EXPECT_EQ(Shown("triangulation_sequence")
                .record("ios_manifest", file(image, 900))
                .record("ios_datausage", helper)
                .claims(),
            Claims{});
  EXPECT_EQ(
      Shown("triangulation_sequence")
          .record("ios_manifest", file(image, 20))
          .record("ios_manifest",
                  file("/private/var/mobile/Library/SMS/Attachments/a1/01/GUID/IMG_1.jpg", 30))
          .record("ios_datausage", helper)
          .claims(),
      Claims{});
}

}  // namespace
}  // namespace bridle
