// An account that messaging looked up has two NUL characters in a row in its name: no person's
// address does, an attack on the parser's may.
//
// Source: the rule is MVT's (idstatuscache), which asks for it only while indicators are loaded.
// Known false alarms: none published.

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"ios_id_status_cache"};
constexpr std::string_view kBenign[] = {"a damaged or hand-made file"};

void watch(const Record& r, std::vector<Note>& notes) {
  const auto user = r.text("user");
  if (user.find(std::string_view("\0\0", 2)) != std::string_view::npos)
    notes.push_back(sign(r, "user",
                         "the name of an account that was looked up holds NUL characters, as no "
                         "ordinary address does"));
}

}  // namespace

RULE(nul_in_account) = {
    .id = "nul_in_account",
    .sees = "accounts that messaging looked up whose names hold two NUL characters in a row",
    .source = "Mobile Verification Toolkit, IDStatusCache",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "crashes of messaging services, or new processes, soon after the look-up",
    .watch = watch,
    .judge = each_by_itself<Class::delivered>,
};

}  // namespace bridle
