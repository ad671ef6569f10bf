// Titles, first words and links of notes. One table holds notes, folders and attachments; what is
// written in full is packed and not read here.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "AppDomainGroup-group.com.apple.notes:NoteStore.sqlite",
    "private/var/mobile/Containers/Shared/AppGroup/*/NoteStore.sqlite",
};

constexpr Field kFields[] = {
    {"created", Kind::time, "when it was written",
     "coalesce(apple_time0(n.ZCREATIONDATE1), apple_time0(n.ZCREATIONDATE))", Need::sometimes},
    {"modified", Kind::time, "when it was last changed",
     "coalesce(apple_time0(n.ZMODIFICATIONDATE1), apple_time0(n.ZMODIFICATIONDATE))",
     Need::sometimes},
    {"title", Kind::content, "title of a note", "n.ZTITLE1", Need::sometimes},
    {"snippet", Kind::content, "its first words", "n.ZSNIPPET", Need::sometimes},
    {"attachment_title", Kind::content, "title of an attachment", "n.ZTITLE", Need::sometimes},
    {"url", Kind::url, "link in a note", "n.ZURLSTRING", Need::sometimes},
    {"summary", Kind::content, "what the linked page says", "n.ZSUMMARY", Need::sometimes},
    {"uti", Kind::text, "type of an attachment", "n.ZTYPEUTI", Need::sometimes},
    {"deleted", Kind::number, "1 if removed", "n.ZMARKEDFORDELETION", Need::sometimes},
    {"uuid", Kind::text, "its id", "n.ZIDENTIFIER", Need::sometimes},
};

constexpr Query kQueries[] = {
    {.from = "ZICCLOUDSYNCINGOBJECT n WHERE coalesce(n.ZTITLE1, n.ZSNIPPET, n.ZURLSTRING, "
             "n.ZTITLE, n.ZTYPEUTI) IS NOT NULL",
     .row = "n.Z_PK"},
    {.from = "ZICCLOUDSYNCINGOBJECT n", .row = "n.Z_PK"},
};

}  // namespace

ARTEFACT(ios_notes) = {
    .id = "ios_notes",
    .title = "Notes",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::known,
    .parse = sqlite<kQueries, kFields>,
    .row = "Z_PK of ZICCLOUDSYNCINGOBJECT",
    .table = "ZICCLOUDSYNCINGOBJECT",
};

}  // namespace bridle
