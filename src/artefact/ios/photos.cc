// Pictures in the library, with when they came and which app brought them.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "CameraRollDomain:Media/PhotoData/Photos.sqlite",
    "private/var/mobile/Media/PhotoData/Photos.sqlite",
};

constexpr Field kFields[] = {
    {"created", Kind::time, "when it was taken", "apple_time0(a.ZDATECREATED)"},
    {"added", Kind::time, "when it came into the library", "apple_time0(a.ZADDEDDATE)"},
    {"modified", Kind::time, "when it was last changed", "apple_time0(a.ZMODIFICATIONDATE)"},
    {"trashed", Kind::time, "when it was removed", "apple_time0(a.ZTRASHEDDATE)"},
    {"path", Kind::path, "where the file lies", "coalesce(a.ZDIRECTORY || '/', '') || a.ZFILENAME"},
    {"original_name", Kind::path, "its name when it came", "x.ZORIGINALFILENAME"},
    {"uti", Kind::text, "Apple's name of its type", "a.ZUNIFORMTYPEIDENTIFIER"},
    {"imported_by", Kind::app, "app that brought it", "x.ZIMPORTEDBYBUNDLEIDENTIFIER",
     Need::sometimes},
    {"created_by", Kind::app, "app that made it", "x.ZCREATORBUNDLEID", Need::sometimes},
    {"edited_by", Kind::app, "app that changed it", "x.ZEDITORBUNDLEID", Need::sometimes},
    {"bytes", Kind::number, "its size when it came", "x.ZORIGINALFILESIZE", Need::sometimes},
    {"hidden", Kind::number, "1 if hidden", "a.ZHIDDEN"},
    {"kind", Kind::number, "0 photo, 1 video", "a.ZKIND"},
    {"camera_make", Kind::text, "maker of the camera", "e.ZCAMERAMAKE"},
    {"camera_model", Kind::text, "model of the camera", "e.ZCAMERAMODEL"},
    {"uuid", Kind::text, "its id", "a.ZUUID"},
};

constexpr Query kQueries[] = {
    {.from = "ZASSET a LEFT JOIN ZADDITIONALASSETATTRIBUTES x ON x.Z_PK = "
             "a.ZADDITIONALATTRIBUTES LEFT JOIN ZEXTENDEDATTRIBUTES e ON e.Z_PK = "
             "a.ZEXTENDEDATTRIBUTES",
     .row = "a.Z_PK"},
    {.from = "ZGENERICASSET a LEFT JOIN ZADDITIONALASSETATTRIBUTES x ON x.Z_PK = "
             "a.ZADDITIONALATTRIBUTES LEFT JOIN ZEXTENDEDATTRIBUTES e ON e.Z_PK = "
             "a.ZEXTENDEDATTRIBUTES",
     .row = "a.Z_PK"},
    {.from = "ZGENERICASSET a LEFT JOIN ZADDITIONALASSETATTRIBUTES x ON x.Z_PK = "
             "a.ZADDITIONALATTRIBUTES LEFT JOIN (SELECT NULL AS ZCAMERAMAKE, NULL AS "
             "ZCAMERAMODEL) e",
     .row = "a.Z_PK"},
};

}  // namespace

ARTEFACT(ios_photos) = {
    .id = "ios_photos",
    .title = "Photos and videos",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::stored,
    .parse = sqlite<kQueries, kFields>,
    .row = "Z_PK of ZASSET, of ZGENERICASSET before iOS 14",
    .table = "ZASSET",
};

}  // namespace bridle
