// Open files that are out of the ordinary: programs that run from where they should not, files that
// were deleted while in use, and memory that is mapped like a file. Other open files, of which a
// phone has tens of thousands, and sockets are left out.
//
// `lsof`:
//   COMMAND     PID       USER   FD      TYPE    DEVICE  SIZE/OFF       NODE NAME
//   com.x      1234     u0_a12  txt       REG     253,0    730328        626 /data/local/tmp/x
//   (deleted)
// Cells in the middle may be empty. Source: AOSP external/toybox toys/other/lsof.c.

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpstate:LIST OF OPEN FILES"};

constexpr Field kFields[] = {
    {"what", Kind::text, "program, deleted, memory or temporary; other files are left out"},
    {"path", Kind::path, "the file"},
    {"process", Kind::process, "the program that has it open, cut to 15 characters"},
    {"pid", Kind::number, "number of its process"},
    {"user", Kind::text, "under whose name it runs"},
    {"fd", Kind::text, "txt the program itself, mem mapped, or the number of the file"},
};

constexpr std::string_view kDeleted = " (deleted)";

bool below(std::string_view path, auto&& folders) {
  return std::ranges::any_of(folders, [&](std::string_view f) { return path.starts_with(f); });
}

// Why a file is listed; nothing if it is an ordinary one.
std::string_view sort_of(std::string_view path, std::string_view fd, bool deleted) {
  constexpr std::array<std::string_view, 10> kSystem = {
      "/system/", "/system_ext/", "/vendor/", "/product/", "/apex/",
      "/odm/",    "/sbin/",       "/oem/",    "/init",     "/bootstrap-apex/"};
  constexpr std::array<std::string_view, 2> kTemporary = {"/data/local/", "/tmp/"};
  // What the system itself keeps in unnamed memory.
  constexpr std::array<std::string_view, 6> kUsual = {
      "/memfd:jit-", "/memfd:AndroidRuntime", "/memfd:/jit", "/memfd:ui-", "/dev/", "/memfd:mesa"};
  if (!path.starts_with('/')) return "";
  if (below(path, kTemporary)) return "temporary";
  if (path.starts_with("/memfd:")) return below(path, kUsual) ? "" : "memory";
  if (deleted) return below(path, kUsual) ? "" : "deleted";
  return fd == "txt" && !below(path, kSystem) ? "program" : "";
}

class Reader {
 public:
  explicit Reader(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    if (line.starts_with("COMMAND ") && line.ends_with(" NAME")) found_ = true;
    const std::size_t begin = line.find(" /");
    if (!found_ || begin == std::string_view::npos) return nameless(at, line);
    std::string_view path = line.substr(begin + 1);
    if (contains(path, " (readlink: ")) return;  // threads of the kernel, which have no program
    const bool deleted = path.ends_with(kDeleted);
    if (deleted) path.remove_suffix(kDeleted.size());
    put(at, line.substr(0, begin), path, deleted);
  }

  void end(std::uint64_t begins) {
    if (!found_) out_.gap(begins, "no list of open files");
  }

 private:
  // A socket, or memory; but its sort is always told.
  void nameless(std::uint64_t at, std::string_view line) {
    auto cells = split(line, ' ');
    std::erase(cells, "");
    if (found_ && !cells.empty() && cells.size() < 5)
      out_.gap(at, "an open file that cannot be read");
  }

  // The first four cells are never empty.
  void put(std::uint64_t at, std::string_view cells, std::string_view path, bool deleted) {
    std::string_view cell[4];
    for (std::string_view& one : cell) {
      cells = trim(cells);
      const std::size_t end = std::min(cells.find(' '), cells.size());
      one = cells.substr(0, end);
      cells.remove_prefix(end);
    }
    const std::string_view what = sort_of(path, cell[3], deleted);
    if (what.empty()) return;
    out_.row<kFields>(at, what, path, some(cell[0]), number(cell[1]), some(cell[2]), some(cell[3]));
  }

  Rows& out_;
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(out));
}

}  // namespace

ARTEFACT(android_open_files) = {
    .id = "android_open_files",
    .title = "Open files out of the ordinary",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the line begins",
};

}  // namespace bridle
