#include "campaign/write_campaign.h"

#include <gtest/gtest.h>

#include "campaign/picture.h"

namespace bridle::campaign {
namespace {

Time on(const char* text) {
  return *parse_time(text);
}

Campaign a_campaign() {
  const Evidence call{.phone = "P1",
                      .time = on("2019-05-03T10:11:12Z"),
                      .what = "missed video call, 2100 bytes came",
                      .source = {0, "ios_whatsapp_calls", "E-001", "CallHistory.sqlite", "ab01"},
                      .row = 77};
  Campaign out;
  out.accounts = {{.id = "+12025550123",
                   .country = "US",
                   .score = 0.98765,
                   .phones = {"P1"},
                   .why = "called 1 phone",
                   .evidence = {call}}};
  out.servers = {
      {.id = "evil.example",
       .country = {},
       .score = 0.75,
       .phones = {"P1"},
       .why = "met by \"1\" phone",
       .evidence = {{.phone = "P1",
                     .time = on("2019-05-03T10:12:00Z"),
                     .what = "look-up",
                     .source = {0, "android_intrusion_dns", "E-002", "log, 1.txt", "cd02"},
                     .row = 0}}}};
  out.shared = {{.id = "com.evil.example",
                 .kind = "app",
                 .country = {},
                 .score = 0.6,
                 .phones = {"P1"},
                 .why = "on 1 of 1 reached phones",
                 .evidence = {{.phone = "P1",
                               .time = kEarliest,
                               .what = "android_packages",
                               .source = {0, "android_packages", "E-002", "packages.json", "ef"},
                               .row = 4}}}};
  out.phones = {{.id = "P1", .country = "FR", .score = 0.999, .first = call.time}};
  out.cells = {{.accounts = {"+12025550123"},
                .servers = {"evil.example"},
                .phones = {"P1"},
                .shared = {"com.evil.example"}}};
  out.homes = {{"P1", "FR"}, {"P2", "FR"}, {"P3", "FR"}, {"P4", "FR"}, {"P5", ""}};
  return out;
}

TEST(WriteCampaign, JsonIsThatOfTheContract) {
  EXPECT_EQ(campaign_json(a_campaign()), R"({
 "accounts": [
  {
   "country": "US",
   "evidence": [
    "P1: missed video call, 2100 bytes came, 2019-05-03T10:11:12.000000Z, ios_whatsapp_calls E-001 CallHistory.sqlite row 77"
   ],
   "id": "+12025550123",
   "phones": [
    "P1"
   ],
   "score": 0.988,
   "why": "called 1 phone"
  }
 ],
 "cells": [
  {
   "accounts": [
    "+12025550123"
   ],
   "phones": [
    "P1"
   ],
   "servers": [
    "evil.example"
   ],
   "shared": [
    "com.evil.example"
   ]
  }
 ],
 "phones": [
  {
   "country": "FR",
   "id": "P1",
   "score": 0.999
  }
 ],
 "schema": "bridle-campaign/1",
 "servers": [
  {
   "evidence": [
    "P1: look-up, 2019-05-03T10:12:00.000000Z, android_intrusion_dns E-002 log, 1.txt row 0"
   ],
   "id": "evil.example",
   "phones": [
    "P1"
   ],
   "score": 0.75,
   "why": "met by \"1\" phone"
  }
 ],
 "shared": [
  {
   "evidence": [
    "P1: android_packages, android_packages E-002 packages.json row 4"
   ],
   "id": "com.evil.example",
   "kind": "app",
   "phones": [
    "P1"
   ],
   "score": 0.6,
   "why": "on 1 of 1 reached phones"
  }
 ],
 "window": [
  "2019-05-03T10:11:12.000000Z",
  "2019-05-03T10:11:12.000000Z"
 ]
}
)");
}

TEST(WriteCampaign, NothingFoundIsSaidAsNothing) {
  EXPECT_EQ(campaign_json({}),
            "{\n \"accounts\": [],\n \"cells\": [],\n \"phones\": [],\n"
            " \"schema\": \"bridle-campaign/1\",\n \"servers\": [],\n \"shared\": [],\n "
            "\"window\": []\n}\n");
}

TEST(WriteCampaign, EachExhibitSaysWhereItLies) {
  EXPECT_EQ(exhibits_csv(a_campaign()),
            "of,id,score,phone,time,trace,artefact,exhibit,file,file_sha256,row\r\n"
            "account,'+12025550123,0.988,P1,2019-05-03T10:11:12.000000Z,"
            "\"missed video call, 2100 bytes "
            "came\",ios_whatsapp_calls,E-001,CallHistory.sqlite,ab01,77\r\n"
            "server,evil.example,0.75,P1,2019-05-03T10:12:00.000000Z,look-up,"
            "android_intrusion_dns,E-002,\"log, 1.txt\",cd02,0\r\n"
            "app,com.evil.example,0.6,P1,,android_packages,android_packages,E-002,packages.json,ef,"
            "4\r\n");
}

TEST(WriteCampaign, VictimsAreCountedByWeekAmongThoseExamined) {
  EXPECT_EQ(victims_csv(a_campaign()),
            "country,week,phones_examined,phones_reached,percent,low_95,high_95\r\n"
            "unknown,all,1,0,0.0,0.0,79.3\r\n"
            "FR,2019-04-29,4,1,25.0,4.6,69.9\r\n"
            "FR,all,4,1,25.0,4.6,69.9\r\n");
}

TEST(WriteCampaign, ThePictureNamesAllAndIsInert) {
  Campaign campaign = a_campaign();
  campaign.servers[0].why = "<script>";
  const std::string svg = campaign_svg(campaign);
  for (const char* part : {"+12025550123 US", "evil.example", "P1 FR", "1 account, 1 server",
                           "&lt;script&gt;", "2019-05-03"})
    EXPECT_NE(svg.find(part), std::string::npos) << part;
  EXPECT_EQ(svg.find("<script"), std::string::npos);
  EXPECT_EQ(svg, campaign_svg(campaign));
}

}  // namespace
}  // namespace bridle::campaign
