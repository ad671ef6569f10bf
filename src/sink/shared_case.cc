#include "sink/shared_case.h"

#include <algorithm>
#include <deque>

#include "artefact/artefact.h"
#include "base/sha256.h"
#include "base/text.h"
#include "sink/case_key.h"
#include "sink/file_text.h"
#include "sink/findings_about.h"
#include "sink/result.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kAround = 15 * 60 * kSecond;  // what happened together with a finding

void know(Pseudonyms& names, const Device& device, Share level) {
  const std::pair<std::string_view, std::string_view> kOwn[] = {{device.serial, "device"},
                                                                {device.udid, "device"},
                                                                {device.imei, "device"},
                                                                {device.phone, "phone"},
                                                                {device.name, "name"}};
  for (const auto& [text, sort] : kOwn) {
    if (text.empty()) continue;
    if (level == Share::full)
      names.leave(text);
    else
      names.know(text, sort);
  }
}

}  // namespace

std::optional<Kind> SharedCase::kind_of(const Finding& finding) {
  const auto known = artefacts();
  const auto at = std::ranges::find(known, finding.artefact, &Artefact::id);
  if (at == known.end()) return {};
  const auto field = std::ranges::find((*at)->fields, finding.field, &Field::name);
  if (field == (*at)->fields.end()) return {};
  return field->kind;
}

Result<SharedCase> SharedCase::open(fs::path folder, Sharing how) {
  SharedCase out(std::move(folder), how);
  const std::string json = file_text(out.folder_ / "result.json");
  if (json.empty()) return fail(Errc::missing, "the folder holds no case");
  out.outcome_ = TRY(read_result(json));
  out.anchor_ = hex(sha256(as_bytes(json)));
  out.facts_ = TRY(read_case_facts(out.folder_));
  Pseudonyms names(TRY(case_key(out.folder_)));
  for (const Device& device : out.facts_.devices) know(names, device, how.level);
  for (const Finding& f : out.outcome_.findings) {
    const auto kind = kind_of(f);
    if (f.indicator && kind && privacy_of(f.field, *kind) == Privacy::identifier)
      names.leave(f.value);
    for (const NamedTime& time : f.times) out.moments_[exhibit_id(f.exhibit)].push_back(time.at.us);
  }
  for (auto& [exhibit, moments] : out.moments_) std::ranges::sort(moments);
  out.redactor_ = std::make_unique<Redactor>(std::move(names), how.level, how.names);
  out.redact();
  out.count();
  return out;
}

void SharedCase::redact() {
  shared_ = outcome_;
  Redactor& redactor = *redactor_;
  for (Coverage& c : shared_.coverage) c.why = redactor.words("coverage.why", c.why);
  if (how_.level == Share::verdict) {
    shared_.findings.clear();
    shared_.gaps.clear();
    return;
  }
  for (Finding& f : shared_.findings) {
    f.value = redactor.seen(f, kind_of(f));
    f.why = redactor.words("findings.why", f.why);
    f.locator.path = redactor.words("findings.file_path", f.locator.path);
    f.locator.domain = redactor.words("findings.file_domain", f.locator.domain);
  }
  for (Gap& gap : shared_.gaps) {
    gap.path = redactor.words("gaps.file_path", gap.path);
    gap.why = redactor.words("gaps.why", gap.why);
  }
}

void SharedCase::count() {
  for (const Finding& f : outcome_.findings) {
    const auto at = std::ranges::find_if(
        counts_, [&](const FindingCount& c) { return c.claim == f.claim && c.level == f.level; });
    if (at == counts_.end())
      counts_.push_back({f.claim, f.level, 1});
    else
      ++at->findings;
  }
}

// Whether one of the record's times lies near one of a finding in the same exhibit.
bool SharedCase::near(const StoredRecord& record) const {
  const auto at = moments_.find(record.exhibit);
  if (at == moments_.end()) return false;
  return std::ranges::any_of(record.values, [&](const Value& value) {
    const auto* time = std::get_if<Time>(&value);
    if (!time) return false;
    const auto next = std::ranges::lower_bound(at->second, time->us - kAround);
    return next != at->second.end() && *next <= time->us + kAround;
  });
}

// One artefact's rows, those that this level takes, as they may leave.
struct SharedCase::Rows {
  SharedCase& of;
  RecordReader in;
  FindingsAbout about;
  std::deque<std::string> texts = {};
  std::vector<Value> values = {};
  std::pair<std::string, std::string> path = {}, domain = {};  // the last one, and as it leaves
  std::optional<SharedRow> first = {};
  std::uint64_t read = 0;

  Result<std::optional<SharedRow>> find();
  SharedRow taken(const StoredRecord& record, std::vector<std::size_t> findings);
};

Result<std::optional<SharedRow>> SharedCase::Rows::find() {
  for (;;) {
    const auto record = TRY(in.next());
    if (!record) return std::nullopt;
    ++read;
    std::vector<std::size_t> findings = about.record(*record);
    const Share level = of.how_.level;
    if (level == Share::full || !findings.empty() || (level == Share::context && of.near(*record)))
      return taken(*record, std::move(findings));
  }
}

SharedRow SharedCase::Rows::taken(const StoredRecord& record, std::vector<std::size_t> findings) {
  const auto fields = in.fields();
  const std::string artefact = in.artefact();
  texts.clear();
  values.clear();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const StoredField& field = fields[i];
    values.push_back(of.redactor_->value(artefact, field.name, field.kind, record.values[i],
                                         texts.emplace_back()));
    if (of.how_.level > Share::matched || values.back() == record.values[i]) continue;
    for (const std::size_t f : findings)
      if (of.outcome_.findings[f].field == field.name)
        values.back() = std::string_view(of.shared_.findings[f].value);
  }
  const auto place = [&](const char* column, std::string_view text, auto& last) {
    if (text != last.first)
      last = {std::string(text), of.redactor_->words(artefact + column, text)};
    return std::string_view(last.second);
  };
  return {.record = {.exhibit = record.exhibit,
                     .path = place(".file_path", record.path, path),
                     .domain = place(".file_domain", record.domain, domain),
                     .sha256 = record.sha256,
                     .row = record.row,
                     .recovered = record.recovered,
                     .values = values},
          .findings = std::move(findings),
          .place = read - 1};
}

Result<void> SharedCase::share_file(const fs::path& path,
                                    const std::function<Result<void>(SharedTable&)>& take) {
  RecordReader in = TRY(RecordReader::open(path));
  FindingsAbout about(outcome_, in.artefact());
  if (how_.level == Share::matched && about.none()) return {};
  SharedTable table{
      .name = in.artefact(), .title = in.title(), .row = in.row(), .table = in.table()};
  table.fields.assign(in.fields().begin(), in.fields().end());
  Rows rows{.of = *this, .in = std::move(in), .about = std::move(about)};
  rows.first = TRY(rows.find());
  if (!rows.first) return {};
  table.next = [&rows]() -> Result<std::optional<SharedRow>> {
    if (rows.first) return std::exchange(rows.first, std::nullopt);
    return rows.find();
  };
  return take(table);
}

Result<void> SharedCase::each_artefact(const std::function<Result<void>(SharedTable&)>& take) {
  if (how_.level == Share::verdict) return {};
  for (const fs::path& path : record_files(folder_ / "records")) TRY(share_file(path, take));
  return {};
}

Result<void> SharedCase::one_artefact(std::string_view id,
                                      const std::function<Result<void>(SharedTable&)>& take) {
  if (how_.level == Share::verdict) return {};
  for (const fs::path& path : record_files(folder_ / "records"))
    if (path.stem() == id) TRY(share_file(path, take));
  return {};
}

}  // namespace bridle
