// Where each app lies, and what the home screen keeps of it; apps that were removed may still stand
// here.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/FrontBoard/applicationState.db",
    "private/var/mobile/Library/FrontBoard/applicationState.db",
};

constexpr Field kFields[] = {
    {"app", Kind::app, "the app", "a.application_identifier"},
    {"key", Kind::text, "what is kept", "t.key"},
    {"texts", Kind::content, "its texts: paths of the program and of its data",
     "plist_text(k.value)"},
};

constexpr Query kQueries[] = {
    {.from = "kvs k LEFT JOIN application_identifier_tab a ON a.id = "
             "k.application_identifier LEFT JOIN key_tab t ON t.id = k.key",
     .row = "k.id"},
};

}  // namespace

ARTEFACT(ios_application_state) = {
    .id = "ios_application_state",
    .title = "Apps as the home screen knows them",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = sqlite<kQueries, kFields>,
    .row = "id of kvs",
    .table = "kvs",
};

}  // namespace bridle
