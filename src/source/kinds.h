// Which files the kinds of exhibits can hold.
//
// What an artefact reads is "container:path". In an iOS backup the container is the domain, in file
// systems there is none; for Android it is the sort of thing that tools collect:
//   androidqf      a file of an AndroidQF acquisition     adb-backup     a file of a backup's tar
//   bugreport      a member of a bugreport's zip          intrusion-log  a file of that log
//   dumpstate      what a command of a bugreport printed, by its title: "SYSTEM PROPERTIES"
//   dumpsys        what a service printed: "appops"
//   whatsapp       a database of WhatsApp, of either platform: "1/msgstore.db"
//   whatsapp-backup  an encrypted backup of it as it was received, by its path
//   media          a picture, film, sound or document
// A file system has "listing:files" besides: an empty file that stands for Tree::listing().
#pragma once

#include <string_view>

namespace bridle {

inline constexpr std::string_view kIosBackup = "ios-backup";
inline constexpr std::string_view kIosFilesystem = "ios-filesystem";
inline constexpr std::string_view kAndroidQf = "android-androidqf";
inline constexpr std::string_view kAndroidBugreport = "android-bugreport";
inline constexpr std::string_view kAndroidBackup = "android-backup";
inline constexpr std::string_view kAndroidIntrusionLog = "android-intrusion-log";
inline constexpr std::string_view kAndroidApk = "android-apk";
inline constexpr std::string_view kAndroidFilesystem = "android-filesystem";
inline constexpr std::string_view kWhatsAppDatabase = "whatsapp-database";
inline constexpr std::string_view kWhatsAppBackup = "whatsapp-backup";
inline constexpr std::string_view kMediaFile = "media-file";

// Whether an exhibit of this kind can hold what an artefact of this id reads by this pattern.
bool can_hold(std::string_view kind, std::string_view artefact, std::string_view pattern);

// Whether a kind of container is made to be evidence, so that each of its parts that nothing here
// reads is told; and what such parts are called.
bool tells_unread(std::string_view container);
std::string_view title_of_unread(std::string_view container);

// The name that patterns are compared with.
std::string_view container_of(std::string_view pattern);

}  // namespace bridle
