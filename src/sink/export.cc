#include "sink/export.h"

#include <sys/random.h>
#include <sys/stat.h>

#include <array>

#include "format/age_seal.h"
#include "sink/packed_folder.h"
#include "sink/private_file.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr std::array<ExportForm, 7> kForms = {
    {{.name = "case", .write = export_case},
     {.name = "csv", .write = export_csv, .folder = true},
     {.name = "misp", .write = export_misp},
     {.name = "parquet", .write = export_parquet, .folder = true},
     {.name = "sqlite", .write = export_sqlite},
     {.name = "stix", .write = export_stix},
     {.name = "timesketch",
      .write = export_timesketch,
      .extension = ".jsonl",
      .least = Share::matched}}};

std::string random_bytes(std::size_t n) {
  std::string out(n, '\0');
  if (::getrandom(out.data(), n, 0) != static_cast<ssize_t>(n)) out.clear();
  return out;
}

// A folder in the case for what is not encrypted yet: beside the records, which it is made of, and
// never where the output goes. Gone when it ends.
class Draft {
 public:
  explicit Draft(const fs::path& folder) : path_(folder / ".export") {
    std::error_code none;
    fs::remove_all(path_, none);
    made_ = ::mkdir(path_.c_str(), 0700) == 0;
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    std::error_code none;
    if (made_) fs::remove_all(path_, none);
  }

  bool made() const { return made_; }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
  bool made_ = false;
};

Result<void> make_folder(const fs::path& path) {
  std::error_code failed;
  if (fs::exists(path, failed) && !fs::is_empty(path, failed))
    return fail(Errc::io, "the folder for the export is not empty");
  fs::create_directories(path, failed);
  if (failed) return fail(Errc::io, "the folder for the export cannot be made");
  fs::permissions(path, fs::perms::owner_all, failed);
  return {};
}

Result<void> write_open(SharedCase& shared, const ExportForm& form, const fs::path& output) {
  if (form.folder) TRY(make_folder(output));
  return form.write(shared, output);
}

Result<void> write_sealed(SharedCase& shared, const ExportOrder& order) {
  const Draft draft(order.folder);
  if (!draft.made()) return fail(Errc::io, "the case's folder cannot be written");
  const fs::path plain = draft.path() / (order.form->folder ? "out" : "out.jsonl");
  TRY(write_open(shared, *order.form, plain));
  PrivateFile out = TRY(PrivateFile::create(order.output));
  age::Seal seal = TRY(age::Seal::begin(order.recipients, random_bytes,
                                        [&](std::string_view text) { out.write(text); }));
  const auto add = [&](std::string_view text) { return seal.add(text); };
  TRY(order.form->folder ? pack_folder(plain, add) : read_file(plain, add));
  TRY(seal.finish());
  return out.close();
}

Result<void> check(const ExportOrder& order) {
  std::error_code none;
  const bool sealed = !order.recipients.empty();
  if (order.sharing.level < order.form->least)
    return fail(Errc::unsupported, "this form has nothing at the level verdict");
  if (!sealed && !order.output.string().ends_with(order.form->extension))
    return fail(Errc::unsupported, "Timesketch takes only files whose name ends in .jsonl");
  if ((sealed || !order.form->folder) && fs::exists(order.output, none))
    return fail(Errc::io, "the file for the export is there already");
  return {};
}

}  // namespace

std::span<const ExportForm> export_forms() {
  return kForms;
}

Result<void> export_as(const ExportOrder& order) {
  TRY(check(order));
  SharedCase shared = TRY(SharedCase::open(order.folder, order.sharing));
  TRY(order.recipients.empty() ? write_open(shared, *order.form, order.output)
                               : write_sealed(shared, order));
  fs::path log = order.output.lexically_normal();
  if (!log.has_filename()) log = log.parent_path();  // "out/"
  log += ".redaction.json";
  return write_private(log, shared.redactions());
}

}  // namespace bridle
