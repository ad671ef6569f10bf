#include "sink/mvt/folder.h"

#include <algorithm>
#include <fstream>

#include "base/text.h"
#include "sink/mvt/json_text.h"
#include "sink/mvt/modules_writer.h"
#include "sink/mvt/timeline.h"
#include "sink/private_file.h"
#include "sink/record_reader.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

std::string array_of(const std::vector<std::string>& objects) {
  std::string out = "[";
  for (std::size_t i = 0; i < objects.size(); ++i) out += (i > 0 ? ",\n" : "\n") + objects[i];
  return out + (objects.empty() ? "]" : "\n]");
}

// The module that a finding belongs to though it shows no such record: one that reads the same
// place, or joins it to another record.
const MvtModule* teller_of(std::span<const MvtModule* const> modules, std::string_view artefact) {
  const auto tells = [&](const MvtModule* module) {
    return std::ranges::find(module->also, artefact) != module->also.end() ||
           std::ranges::any_of(module->sources, [&](const MvtSource& source) {
             return source.artefact == artefact ||
                    std::ranges::find(source.joins, artefact, &MvtJoin::artefact) !=
                        source.joins.end();
           });
  };
  const auto at = std::ranges::find_if(modules, tells);
  return at == modules.end() ? nullptr : *at;
}

// Module by module, then what no module shows.
std::vector<MvtAlert> alerts_of(const Outcome& outcome, const MvtModulesWriter& writer,
                                std::span<const MvtModule* const> modules,
                                const MvtRequest& asked) {
  std::vector<MvtAlert> out;
  const auto add = [&](const MvtModule* module) {
    for (std::size_t i = 0; i < outcome.findings.size(); ++i) {
      const MvtShown& shown = writer.shown()[i];
      const Finding& f = outcome.findings[i];
      const MvtModule* const of = shown.module ? shown.module : teller_of(modules, f.artefact);
      if (of != module) continue;
      out.push_back(mvt_alert(f, module, shown.module ? shown.event : mvt_event_of(f), asked.zone));
    }
  };
  for (const MvtModule* module : modules) add(module);
  if (asked.only.empty()) add(nullptr);
  return out;
}

Result<void> write_alerts(const fs::path& output, const std::vector<MvtAlert>& alerts,
                          std::span<const MvtModule* const> modules) {
  std::vector<std::string> all;
  std::map<std::string, std::vector<std::string>> by_module;
  for (const MvtAlert& alert : alerts) {
    all.push_back(mvt_alert_json(alert));
    by_module[alert.module].push_back(all.back());
  }
  TRY(write_private(output / "alerts.json", array_of(all)));
  for (const MvtModule* module : modules)
    if (const auto at = by_module.find(std::string(module->slug)); at != by_module.end())
      TRY(write_private(output / (at->first + "_detected.json"), array_of(at->second)));
  return write_mvt_alerts_timeline(output / "alerts_timeline.csv", alerts);
}

Result<void> write_timeline(const fs::path& output, std::string_view column, SortedLines& lines) {
  PrivateFile out = TRY(PrivateFile::create(output / "timeline.csv"));
  const std::string head[] = {std::string(column), "Plugin", "Event", "Description"};
  out.write(mvt_csv_line(head));
  TRY(lines.write_to(out));
  return out.close();
}

}  // namespace

const MvtModule* find_mvt_module(const MvtCommand& command, std::string_view name) {
  for (const auto modules : {command.modules, command.nested})
    for (const MvtModule* module : modules)
      if (module->name == name) return module;
  return nullptr;
}

Result<MvtTold> write_mvt_folder(const MvtRequest& asked, const Outcome& outcome) {
  std::vector<const MvtModule*> modules;
  for (const auto list : {asked.command->modules, asked.command->nested})
    for (const MvtModule* module : list)
      if ((asked.only.empty() || module->name == asked.only) &&
          std::ranges::find(modules, module) == modules.end())
        modules.push_back(module);
  MvtModulesWriter writer(asked.case_folder / "records", asked.output, outcome, asked.zone);
  SortedLines timeline(asked.scratch);
  MvtTold told;
  for (const MvtModule* module : modules)
    told.records.emplace_back(module, TRY(writer.write(*module, timeline)));
  told.alerts = alerts_of(outcome, writer, modules, asked);
  if (asked.output.empty()) return told;
  TRY(write_alerts(asked.output, told.alerts, modules));
  TRY(write_timeline(asked.output, asked.command->time_column, timeline));
  if (!writer.urls().empty())
    TRY(write_private(asked.output / "urls.json", array_of(writer.urls())));
  return told;
}

Zone mvt_phone_zone(const fs::path& case_folder) {
  auto in = RecordReader::open(case_folder / "records" / "android_getprop.parquet");
  if (!in) return {};
  const MvtColumns columns(in->fields());
  for (;;) {
    const auto record = in->next();
    if (!record || !*record) return {};
    const Zone utc;
    const MvtRow row{.record = **record, .columns = columns, .zone = utc};
    if (row.text("name") == "persist.sys.timezone")
      return Zone::named(row.text("value")).value_or(Zone());
  }
}

Result<void> write_mvt_info(const fs::path& output, const MvtRunNotes& notes) {
  MvtMembers out(1);
  out.key("target_path");
  out.text(notes.target);
  out.key("mvt_version");
  out.text(notes.version);
  out.key("date");
  out.text(notes.date);
  out.key("ioc_files");
  out.list(notes.packs);
  std::vector<std::string> hashes;
  if (!notes.sums.empty()) {
    std::ifstream in(notes.sums, std::ios::binary);
    std::error_code none;
    const bool single = fs::is_regular_file(notes.target, none);
    const fs::path above = fs::path(notes.target).lexically_normal().parent_path();
    for (std::string line; std::getline(in, line);) {
      const auto name = line.find("  ");
      if (name == std::string::npos) continue;
      MvtMembers one(3);
      one.key("file_path");
      one.text(single ? notes.target : (above / line.substr(name + 2)).string());
      one.key("sha256");
      one.text(line.substr(0, name));
      hashes.push_back(mvt_indent(2) + "{" + one.take() + "\n" + mvt_indent(2) + "}");
    }
  }
  out.key("hashes");
  std::string list = array_of(hashes);
  if (!hashes.empty()) list.insert(list.size() - 1, mvt_indent(1));
  out.written(list);
  return write_private(output / "info.json", "{" + out.take() + "\n}");
}

}  // namespace bridle
