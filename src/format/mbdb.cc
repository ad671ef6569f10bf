#include "format/mbdb.h"

namespace bridle::mbdb {
namespace {

Bytes string(Reader& in) {
  const std::uint16_t size = in.u16be();
  return size == 0xffff ? Bytes{} : in.take(size);
}

}  // namespace

Result<void> head(Reader& in) {
  if (as_text(in.take(6)) != std::string_view("mbdb\x05\x00", 6))
    return fail(Errc::malformed, "not a Manifest.mbdb");
  return {};
}

Result<std::optional<Record>> next(Reader& in) {
  if (in.at_end()) return std::optional<Record>{};
  Record r;
  r.domain = as_text(string(in));
  r.path = as_text(string(in));
  r.target = as_text(string(in));
  string(in);  // the data's hash: SHA-1, and only of some files
  r.key = string(in);
  r.mode = in.u16be();
  in.take(8 + 4 + 4);  // inode, user, group
  r.modified = in.u32be();
  r.accessed = in.u32be();
  r.changed = in.u32be();
  r.size = in.u64be();
  r.protection_class = in.u8();
  const std::uint8_t properties = in.u8();
  for (unsigned i = 0; i < 2U * properties; ++i) string(in);
  TRY(in.done());
  return std::optional(r);
}

}  // namespace bridle::mbdb
