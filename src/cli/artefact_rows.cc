// What one artefact reads out of one file, a line of JSON for each row and gap. For the golden
// tests and for those who write an artefact; not shown in the help. With --again it reads the file
// anew for each line of standard input and tells how that went: what is changed in fifty places
// need not start the program fifty times.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "artefact/called.h"
#include "base/text.h"
#include "cli/verbs.h"
#include "sink/json.h"
#include "source/case_files.h"
#include "source/tree.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

// The keys stand in the order of the fields, so this is not the canonical writer.
class Printer : public Rows {
 public:
  enum class Form : std::uint8_t { lines, count };
  Printer(const Artefact& artefact, Form form) : artefact_(artefact), form_(form) {}

  void push(RowOrigin origin, std::span<const Value> values) override {
    std::string line = "{\"row\":" + std::to_string(origin.row);
    if (!origin.recovered.empty()) {
      line += ",\"recovered\":";
      append_json(line, origin.recovered);
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (std::holds_alternative<std::monostate>(values[i])) continue;
      line += ',';
      append_json(line, artefact_.fields[i].name);
      line += ':';
      append(line, values[i]);
    }
    put(line + "}");
  }

  void gap(std::uint64_t at, std::string_view why) override {
    std::string line = "{\"gap\":";
    append_json(line, why);
    put(line + ",\"at\":" + std::to_string(at) + "}");
    gaps_ = true;
  }

  bool gaps() const { return gaps_; }
  std::uint64_t lines() const { return lines_; }

 private:
  void put(const std::string& line) {
    ++lines_;
    if (form_ == Form::lines) std::cout << line << '\n';
  }

  static void append(std::string& line, const Value& value) {
    Json out(Json::Form::lines);
    if (const auto* n = std::get_if<std::int64_t>(&value)) out.value(*n);
    if (const auto* r = std::get_if<double>(&value)) out.value(*r);
    if (const auto* t = std::get_if<Time>(&value)) out.value(iso8601(*t));
    if (const auto* s = std::get_if<std::string_view>(&value)) out.value(*s);
    const std::string text = out.take();
    line += std::string_view(text).substr(0, text.size() - 1);
  }

  const Artefact& artefact_;
  Form form_;
  std::uint64_t lines_ = 0;
  bool gaps_ = false;
};

std::optional<std::string> slurp(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string all{std::istreambuf_iterator<char>(in), {}};
  if (!in) return {};
  return all;
}

// The exhibit that the file would be a part of: what lies beside it.
class Beside : public Tree {
 public:
  explicit Beside(const std::string& file) : folder_(fs::path(file).parent_path()) {
    std::error_code stop;
    const fs::path top = folder_.empty() ? "." : folder_;
    for (fs::recursive_directory_iterator entry(top, stop), end; !stop && entry != end;
         entry.increment(stop))
      if (entry->is_regular_file(stop))
        files_.push_back({.path = entry->path().lexically_relative(top),
                          .size = entry->file_size(stop),
                          .mtime_ns = 0});
    std::ranges::sort(files_, {}, &Stored::path);
    if (!folder_.empty()) note_above();
    for (const Stored& stored : files_)
      if (stored.path.starts_with("Media/")) note_media(top / stored.path, stored.path);
  }

  std::string_view kind() const override { return "ios-backup"; }
  // Some files need one that lies in the folder above theirs, or those that messages brought: the
  // only others to be opened.
  std::span<const Node> nodes() const override { return nodes_; }
  Listing listing() const override { return {.files = files_, .root = ""}; }
  Result<std::unique_ptr<Content>> open(const Node& node) const override {
    return std::make_unique<MemoryContent>(as_bytes(bytes_[node.key]));
  }
  bool holds(std::string_view id) const override {
    return id.size() > 2 && !contains(id, "/") && fs::exists(folder_ / id.substr(0, 2) / id);
  }

 private:
  void note_above() {
    std::error_code stop;
    const fs::path above = folder_.has_parent_path() ? folder_.parent_path() : ".";
    for (const auto& entry : fs::directory_iterator(above, stop)) {
      auto all = entry.is_regular_file(stop) ? slurp(entry.path()) : std::nullopt;
      if (!all) continue;
      nodes_.push_back({.domain = "",
                        .path = entry.path().lexically_normal(),
                        .stored = kMade,
                        .key = bytes_.size()});
      bytes_.push_back(std::move(*all));
    }
  }

  // Files that messages brought. When a fixture was made says nothing: all have one time.
  void note_media(const fs::path& file, const std::string& path) {
    constexpr std::int64_t kWhen = 1'714'600'000'000'000'000;
    auto all = slurp(file);
    if (!all) return;
    nodes_.push_back({.domain = "media",
                      .path = path,
                      .stored = kMade,
                      .key = bytes_.size(),
                      .mtime_ns = kWhen});
    bytes_.push_back(std::move(*all));
  }

  fs::path folder_;
  std::vector<Stored> files_;
  std::vector<Node> nodes_;
  std::vector<std::string> bytes_;
};

struct Asked {
  std::string id, file, wal, journal, domain, path;
  bool again = false;
};

int read_once(const Artefact& artefact, const Asked& asked, Printer& out) {
  std::string bytes[3];
  const std::string* paths[3] = {&asked.file, &asked.wal, &asked.journal};
  std::optional<MemoryContent> contents[3];
  for (int i = 0; i < 3; ++i) {
    if (paths[i]->empty()) continue;
    auto read = slurp(*paths[i]);
    if (!read) {
      std::cerr << "bridle: " << *paths[i] << " cannot be read\n";
      return 2;
    }
    bytes[i] = std::move(*read);
    contents[i].emplace(as_bytes(bytes[i]));
  }
  Arena arena;
  const Beside tree(asked.file);
  const CaseFiles files({{.tree = &tree}});
  const File file{.domain = asked.domain,
                  .path = asked.path.empty() ? asked.file : asked.path,
                  .content = &*contents[0],
                  .wal = contents[1] ? &*contents[1] : nullptr,
                  .journal = contents[2] ? &*contents[2] : nullptr,
                  .tree = &tree,
                  .arena = &arena,
                  .files = &files};
  if (const auto parsed = artefact.parse(file, out); !parsed)
    out.gap(parsed.error().at, parsed.error().what);
  return out.gaps() ? 3 : 0;
}

int run(const Asked& asked) {
  const Artefact* const artefact = artefact_called(asked.id);
  if (!artefact) {
    std::cerr << "bridle: no artefact " << asked.id << "\n";
    return 2;
  }
  if (!asked.again) {
    Printer out(*artefact, Printer::Form::lines);
    return read_once(*artefact, asked, out);
  }
  for (std::string line; std::getline(std::cin, line);) {
    Printer out(*artefact, Printer::Form::count);
    const int code = read_once(*artefact, asked, out);
    std::cout << code << ' ' << out.lines() << std::endl;
  }
  return 0;
}

}  // namespace

void add_artefact_rows(CLI::App& app, int& code) {
  auto* const verb = app.add_subcommand("artefact-rows", "")->group("");
  auto asked = std::make_shared<Asked>();
  verb->add_option("id", asked->id)->required();
  verb->add_option("file", asked->file)->required();
  verb->add_option("--wal", asked->wal);
  verb->add_option("--journal", asked->journal);
  verb->add_option("--domain", asked->domain);
  verb->add_option("--path", asked->path);
  verb->add_flag("--again", asked->again);
  verb->callback([asked, &code] { code = run(*asked); });
}

}  // namespace bridle
