// What the owner's shortcuts do and what starts them: a shortcut can fetch and run things at given
// times.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/Shortcuts/Shortcuts.sqlite",
    "private/var/mobile/Library/Shortcuts/Shortcuts.sqlite",
};

constexpr Field kFields[] = {
    {"created", Kind::time, "when it was made", "apple_time0(s.ZCREATIONDATE)"},
    {"modified", Kind::time, "when it was last changed", "apple_time0(s.ZMODIFICATIONDATE)"},
    {"last_run", Kind::time, "when it last ran", "apple_time0(s.ZLASTRUNEVENTDATE)",
     Need::sometimes},
    {"name", Kind::content, "its name", "s.ZNAME"},
    {"description", Kind::content, "what it does, in words of the system", "s.ZACTIONSDESCRIPTION"},
    {"actions", Kind::content, "texts of its actions: links, scripts, names of the actions",
     "a.texts"},
    {"triggers", Kind::number, "how many things start it", "t.n", Need::sometimes},
    {"trigger_types", Kind::text, "what they are", "t.kinds", Need::sometimes},
    {"trigger_texts", Kind::content, "texts of what starts it", "t.texts", Need::sometimes},
    {"hidden", Kind::number, "1 if not shown in the library", "s.ZHIDDENFROMLIBRARYANDSYNC",
     Need::sometimes},
    {"source", Kind::text, "where it came from", "s.ZSOURCE", Need::sometimes},
    {"associated_app", Kind::app, "app that it belongs to", "s.ZASSOCIATEDAPPBUNDLEIDENTIFIER",
     Need::sometimes},
    {"run_count", Kind::number, "how often it ran", "s.ZRUNEVENTSCOUNT", Need::sometimes},
};

constexpr Query kQueries[] = {
    {.from = "ZSHORTCUT s LEFT JOIN (SELECT ZSHORTCUT, group_concat(plist_text(ZDATA), "
             "char(10)) AS texts FROM ZSHORTCUTACTIONS GROUP BY ZSHORTCUT) a ON a.ZSHORTCUT "
             "= s.Z_PK LEFT JOIN (SELECT ZSHORTCUT, count(*) AS n, "
             "group_concat(ZTRIGGERTYPE, char(10)) AS kinds, group_concat(plist_text(ZDATA), "
             "char(10)) AS texts FROM ZTRIGGER GROUP BY ZSHORTCUT) t ON t.ZSHORTCUT = s.Z_PK",
     .row = "s.Z_PK"},
    {.from = "ZSHORTCUT s LEFT JOIN (SELECT ZSHORTCUT, group_concat(plist_text(ZDATA), "
             "char(10)) AS texts FROM ZSHORTCUTACTIONS GROUP BY ZSHORTCUT) a ON a.ZSHORTCUT "
             "= s.Z_PK LEFT JOIN (SELECT ZSHORTCUT, count(*) AS n, NULL AS kinds, "
             "group_concat(plist_text(ZDATA), char(10)) AS texts FROM ZTRIGGER GROUP BY "
             "ZSHORTCUT) t ON t.ZSHORTCUT = s.Z_PK",
     .row = "s.Z_PK"},
    {.from = "ZSHORTCUT s LEFT JOIN (SELECT ZSHORTCUT, group_concat(plist_text(ZDATA), "
             "char(10)) AS texts FROM ZSHORTCUTACTIONS GROUP BY ZSHORTCUT) a ON a.ZSHORTCUT "
             "= s.Z_PK ",
     .row = "s.Z_PK"},
};

}  // namespace

ARTEFACT(ios_shortcuts) = {
    .id = "ios_shortcuts",
    .title = "Shortcuts",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::configured,
    .parse = sqlite<kQueries, kFields>,
    .row = "Z_PK of ZSHORTCUT",
    .table = "ZSHORTCUT",
};

}  // namespace bridle
