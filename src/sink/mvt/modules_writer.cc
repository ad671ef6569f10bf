#include "sink/mvt/modules_writer.h"

#include <unordered_map>
#include <utility>

#include "sink/findings_about.h"
#include "sink/json.h"
#include "sink/mvt/forms.h"
#include "sink/mvt/json_text.h"
#include "sink/mvt/objects.h"
#include "sink/mvt/timeline.h"
#include "sink/private_file.h"
#include "sink/record_reader.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

using JoinedRows = std::unordered_map<std::int64_t, MvtJoined>;

Result<std::optional<RecordReader>> open_records(const fs::path& records,
                                                 std::string_view artefact) {
  const fs::path path = records / (std::string(artefact) + ".parquet");
  std::error_code none;
  if (!fs::exists(path, none)) return std::nullopt;
  return TRY(RecordReader::open(path));
}

// A number of the record: its own if the field has no name.
std::optional<std::int64_t> key_of(const MvtRow& row, std::string_view field) {
  return field.empty() ? static_cast<std::int64_t>(row.record.row) : row.number(field);
}

// All texts of the joined artefacts: some bytes for each message that has a link or a file.
Result<JoinedRows> joined_rows(const fs::path& records, const MvtSource& source) {
  JoinedRows out;
  const Zone utc;
  for (const MvtJoin& join : source.joins) {
    auto in = TRY(open_records(records, join.artefact));
    if (!in) continue;
    const MvtColumns columns(in->fields());
    for (;;) {
      const auto record = TRY(in->next());
      if (!record) break;
      const MvtRow row{.record = *record, .columns = columns, .zone = utc};
      const auto on = key_of(row, join.on);
      if (!on) continue;
      for (const std::string_view field : join.fields)
        if (const std::string_view text = row.text(field); !text.empty())
          out[*on].emplace_back(field, text);
    }
  }
  return out;
}

}  // namespace

// <slug>.json, made when the first object comes.
class MvtModulesWriter::ModuleFile {
 public:
  ModuleFile(const fs::path& output, const MvtModule& module) : module_(module) {
    if (!output.empty()) path_ = output / (std::string(module.slug) + ".json");
  }

  // `key` is where the object belongs in a file of shape by_file.
  void add(const std::string& json, std::string_view key) {
    ++count_;
    if (path_.empty() || (module_.shape == MvtShape::object && count_ > 1)) return;
    if (!out_) open();
    if (!out_) return;
    if (module_.shape == MvtShape::object) return out_->write(json);
    const bool by_file = module_.shape == MvtShape::by_file;
    if (by_file && (count_ == 1 || key != key_)) begin_file(key);
    out_->write(first_ ? "\n" : ",\n");
    first_ = false;
    const unsigned depth = by_file ? 2 : 1;
    out_->write(mvt_indent(depth) + indented(json, depth));
  }

  Result<std::size_t> close() {
    if (failed_) return fail(Errc::io, "a file of results cannot be written");
    if (!out_) return count_;
    if (module_.shape == MvtShape::list) out_->write("\n]");
    if (module_.shape == MvtShape::by_file) out_->write("\n    ]\n}");
    TRY(out_->close());
    return count_;
  }

 private:
  void open() {
    auto made = PrivateFile::create(path_);
    failed_ = !made;
    if (!made) return;
    out_ = std::move(*made);
    if (module_.shape != MvtShape::object) out_->write(module_.shape == MvtShape::list ? "[" : "{");
  }

  void begin_file(std::string_view key) {
    std::string line = key_.empty() ? "\n" : "\n    ],\n";
    line += mvt_indent(1);
    append_json(line, key);
    out_->write(line + ": [");
    key_ = key;
    first_ = true;
  }

  const MvtModule& module_;
  fs::path path_;
  std::optional<PrivateFile> out_;
  std::string key_;
  std::size_t count_ = 0;
  bool first_ = true;
  bool failed_ = false;
};

MvtModulesWriter::MvtModulesWriter(fs::path records, fs::path output, const Outcome& outcome,
                                   Zone zone)
    : records_(std::move(records)),
      output_(std::move(output)),
      outcome_(outcome),
      zone_(std::move(zone)),
      shown_(outcome.findings.size()) {}

void MvtModulesWriter::note_links(const MvtModule& module, const MvtSource& source,
                                  const MvtRow& row) {
  for (const MvtKey& key : source.keys) {
    if (key.form != links_in || key.name != "links") continue;
    for (const std::string& link : links_of(row, key.field)) {
      MvtMembers out(2);
      out.key("url");
      out.text(link);
      out.key("expanded_url");
      out.null();
      out.key("timestamp");
      if (const auto at = row.time("time"))
        out.text(mvt_time(*at));
      else
        out.null();
      out.key("source");
      out.text(module.slug);
      urls_.push_back(mvt_indent(1) + "{" + out.take() + "\n" + mvt_indent(1) + "}");
    }
  }
}

Result<void> MvtModulesWriter::write_source(const MvtModule& module, const MvtSource& source,
                                            ModuleFile& out, SortedLines& timeline) {
  auto in = TRY(open_records(records_, source.artefact));
  if (!in) return {};
  const JoinedRows joined = TRY(joined_rows(records_, source));
  const MvtColumns columns(in->fields());
  const FindingsAbout findings(outcome_, source.artefact);
  std::string key;
  MvtObjects objects(source, [&](const std::string& json, const std::vector<std::size_t>& about) {
    out.add(json, key);
    for (const std::size_t i : about)
      if (!shown_[i].module) shown_[i] = {.module = &module, .event = json};
  });
  for (;;) {
    const auto record = TRY(in->next());
    if (!record) break;
    MvtRow row{.record = *record, .columns = columns, .zone = zone_};
    if (const auto by = key_of(row, source.joined_by); by && joined.contains(*by))
      row.joined = &joined.at(*by);
    if (source.keep && !source.keep(row)) continue;
    if (module.shape == MvtShape::by_file && key != record->path) {
      objects.end();
      key = record->path;
    }
    objects.add(row, findings.record(*record));
    add_mvt_events(timeline, module, source, row);
    note_links(module, source, row);
  }
  objects.end();
  return {};
}

Result<std::size_t> MvtModulesWriter::write(const MvtModule& module, SortedLines& timeline) {
  ModuleFile out(output_, module);
  for (const MvtSource& source : module.sources) TRY(write_source(module, source, out, timeline));
  return out.close();
}

}  // namespace bridle
