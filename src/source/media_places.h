// Where phones keep pictures, films, sounds and documents that came from outside.
//
// What lies there is told by its first bytes, never by its name: a wide place costs one small read
// of each file. Apps whose folders hold nothing but their own packed caches are not named.
#pragma once

#include <iterator>
#include <span>
#include <string_view>

namespace bridle {

inline constexpr std::string_view kMediaPlaces[] = {
    "media:**",
    // iOS backups.
    "MediaDomain:Library/SMS/Attachments/**",
    "AppDomainGroup-group.net.whatsapp.*:Message/Media/**",
    "AppDomainGroup-group.viber.share.container:**",
    "AppDomainGroup-group.ph.telegra.Telegraph:**",
    "AppDomainGroup-group.com.facebook.Messenger:**",
    "AppDomainGroup-group.com.linecorp.line:**",
    "AppDomain-jp.naver.line:**",
    "AppDomain-com.tencent.xin:Documents/**",
    "AppDomainGroup-group.com.wearezeta.zclient.ios:**",
    // File systems of iOS: the folders of apps have ids for names.
    "private/var/mobile/Library/SMS/Attachments/**",
    "private/var/mobile/Containers/Shared/AppGroup/*/Message/Media/**",
    "private/var/mobile/Containers/Shared/AppGroup/*/Attachments/**",
    "private/var/mobile/Containers/Shared/AppGroup/*/telegram-data/**",
    // File systems of Android: shared storage under each of its names, messages with pictures, and
    // what WhatsApp keeps for itself.
    "data/media/*/**",
    "sdcard/**",
    "storage/**",
    "mnt/sdcard/**",
    "data/data/com.android.providers.telephony/app_parts/**",
    "data/user_de/*/com.android.providers.telephony/app_parts/**",
    "data/data/com.whatsapp*/files/**",
    // What the phone's own camera took, and pictures that were kept.
    "CameraRollDomain:Media/DCIM/**",
    "private/var/mobile/Media/DCIM/**",
};

// Those to which documents and fonts come: no app keeps them among a camera's pictures, which are
// most of a phone's files. One that lies there under a picture's name is told by its structure.
inline constexpr std::span<const std::string_view> kDocumentPlaces =
    std::span(kMediaPlaces).first(std::size(kMediaPlaces) - 2);

}  // namespace bridle
