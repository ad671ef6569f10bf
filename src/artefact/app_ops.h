// The operations that Android counts and may forbid (microphone, camera, place and others), by the
// numbers that its files hold, in the words that `dumpsys appops` prints.
// Source: AOSP android.app.AppOpsManager; makers of phones add numbers of their own.
#pragma once

#include <cstdint>
#include <string>

namespace bridle {

// "RECORD_AUDIO"; the number itself if it is not known.
std::string op_name(std::int64_t op);

// What the app was: pers, top, fgsvcl, fgsvc, fg, bg, cch; the number itself if it is none of them.
std::string op_state(std::int64_t state);

// s itself, tp and up by a proxy, tpd and upd for another app; several with '|' between them.
std::string op_flags(std::int64_t flags);

// The place in a chain of apps that used something for one another: accessor, intermediary,
// receiver, trusted; empty for none.
std::string op_chain_role(std::int64_t flags);

// allow, ignore, deny, default, foreground; the number itself if it is none of them.
std::string op_mode(std::int64_t mode);

}  // namespace bridle
