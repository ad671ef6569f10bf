// Subjects of mails in the phone's mail store.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/Mail/Protected Index",
    "private/var/mobile/Library/Mail/Protected Index",
};

constexpr Field kFields[] = {
    {"subject", Kind::content, "what was written", "s.subject"},
};

constexpr Query kQueries[] = {
    {.from = "subjects s", .row = "s.ROWID"},
};

}  // namespace

ARTEFACT(ios_mail_subjects) = {
    .id = "ios_mail_subjects",
    .title = "Subjects in Mail",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "rowid of subjects",
    .table = "subjects",
};

}  // namespace bridle
