// Messengers, by the bundle ids that their makers publish them under.
#pragma once

#include <algorithm>
#include <string_view>

namespace bridle {

inline constexpr std::string_view kMessengers[] = {
    "ch.threema.iapp",
    "com.burbn.instagram",
    "com.facebook.Messenger",
    "com.google.Tachyon",
    "com.hammerandchisel.discord",
    "com.imo.imoim",
    "com.iwilab.KakaoTalk",
    "com.kik.chat",
    "com.loki-project.loki-messenger",
    "com.skype.skype",
    "com.tencent.xin",
    "com.toyopagroup.picaboo",
    "com.viber",
    "com.wearezeta.zclient.ios",
    "im.vector.app",
    "jp.naver.line",
    "net.whatsapp.WhatsApp",
    "net.whatsapp.WhatsAppSMB",
    "org.whispersystems.signal",
    "ph.telegra.Telegraph",
    "vn.com.vng.zingalo",
};

constexpr bool is_messenger(std::string_view app) {
  return std::ranges::find(kMessengers, app) != std::end(kMessengers);
}

}  // namespace bridle
