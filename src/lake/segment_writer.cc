#include "lake/segment_writer.h"

#include <functional>
#include <utility>

#include "detect/indicator/linked_hosts.h"
#include "lake/kept.h"
#include "lake/lake_table.h"
#include "lake/partitions.h"
#include "record/exhibit_number.h"
#include "sink/record_reader.h"

namespace bridle {
namespace {

// How the values of a file, and the path of what held the record, become those of the table; false
// if the record is left out.
using Change =
    std::function<bool(LakeTable&, const RecordSource&, std::vector<Value>&, std::string&)>;

Result<void> copy(const RecordSource& from, LakeTable& table, const Change& change,
                  Partitions& into) {
  RecordReader in = TRY(RecordReader::open(from.file));
  const std::vector<std::size_t> places = table.place(in);
  std::vector<Value> values;
  std::string path;
  for (;;) {
    const auto record = TRY(in.next());
    if (!record) return {};
    values.assign(table.artefact().fields.size(), {});
    for (std::size_t i = 0; i < places.size(); ++i) values[places[i]] = record->values[i];
    path = record->path;
    if (!change(table, from, values, path)) continue;
    into.append({.exhibit = exhibit_number(record->exhibit).value_or(0),
                 .path = path,
                 .domain = record->domain,
                 .sha256 = record->sha256,
                 .row = record->row,
                 .recovered = record->recovered},
                values);
  }
}

std::expected<std::uint64_t, NotCopied> write_artefact(const std::vector<RecordSource>& from,
                                                       const Change& change, LakeKeys& keys,
                                                       const std::filesystem::path& segment) {
  LakeTable table;
  const auto lost = [](const Error& error, const RecordSource& source) {
    return std::unexpected(NotCopied{.error = error, .case_name = source.case_name});
  };
  for (const RecordSource& source : from) {  // all fields, before the first row is written
    const auto file = RecordReader::open(source.file);
    if (!file) return lost(file.error(), source);
    table.place(*file);
  }
  Partitions into(segment / "records", table.artefact(), keys);
  for (const RecordSource& source : from)
    if (const auto done = copy(source, table, change, into); !done)
      return lost(done.error(), source);
  const auto records = into.close();
  if (!records) return lost(records.error(), {});
  return *records;
}

// Each artefact after the other, so that only one's files are open.
std::expected<std::uint64_t, NotCopied> write_all(const RecordSources& from, const Change& change,
                                                  LakeKeys& keys,
                                                  const std::filesystem::path& segment) {
  std::uint64_t records = 0;
  for (const auto& [artefact, sources] : from) {
    const auto written = write_artefact(sources, change, keys, segment);
    if (!written) return written;
    records += *written;
  }
  return records;
}

}  // namespace

std::expected<std::uint64_t, NotCopied> write_kept(const RecordSources& from, LakeKeys& keys,
                                                   const std::filesystem::path& segment) {
  std::vector<std::string> texts;
  const Change keep = [&](LakeTable& table, const RecordSource& source, std::vector<Value>& values,
                          std::string& path) {
    path = keys.seal.seal_in_path(path);
    const auto fields = table.artefact().fields;
    texts.resize(fields.size());
    for (std::size_t i = 1; i < values.size(); ++i) {
      const Value whole = std::exchange(values[i], kept(fields[i], values[i], keys.seal, texts[i]));
      if (!has_hosts_behind(fields[i].name, fields[i].kind)) continue;
      values[++i] = {};
      if (const auto* const text = std::get_if<std::string_view>(&whole))
        if (const auto hosts = linked_hosts(*text, texts[i]); !hosts.empty()) values[i] = hosts;
    }
    values[0] = std::string_view(source.case_name);
    return true;
  };
  return write_all(from, keep, keys, segment);
}

std::expected<std::uint64_t, NotCopied> write_again(const RecordSources& from,
                                                    std::string_view without, LakeKeys& keys,
                                                    const std::filesystem::path& segment) {
  const Change others = [&](LakeTable&, const RecordSource&, std::vector<Value>& values,
                            std::string&) {
    const auto* const name = std::get_if<std::string_view>(&values[0]);
    return !name || *name != without;
  };
  return write_all(from, others, keys, segment);
}

}  // namespace bridle
