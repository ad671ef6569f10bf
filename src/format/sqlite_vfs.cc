#include "format/sqlite_vfs.h"

#include <cstring>

namespace bridle {
namespace {

struct OpenFile : sqlite3_file {
  SqlitePages* pages;
};

SqlitePages& pages_of(sqlite3_file* file) {
  return *static_cast<OpenFile*>(file)->pages;
}

int x_close(sqlite3_file* /*file*/) {
  return SQLITE_OK;
}

// SQLite reads whole pages and parts of the header: never across two pages.
int x_read(sqlite3_file* file, void* to, int n, sqlite3_int64 at) {
  const std::span out(static_cast<std::byte*>(to), static_cast<std::size_t>(n));
  if (pages_of(file).read_at(static_cast<std::uint64_t>(at), out)) return SQLITE_OK;
  std::memset(to, 0, out.size());
  return SQLITE_IOERR_READ;
}

int x_write(sqlite3_file* /*file*/, const void* /*from*/, int /*n*/, sqlite3_int64 /*at*/) {
  return SQLITE_READONLY;
}
int x_truncate(sqlite3_file* /*file*/, sqlite3_int64 /*size*/) {
  return SQLITE_READONLY;
}
int x_sync(sqlite3_file* /*file*/, int /*flags*/) {
  return SQLITE_OK;
}

int x_file_size(sqlite3_file* file, sqlite3_int64* size) {
  const SqlitePages& pages = pages_of(file);
  *size = static_cast<sqlite3_int64>(pages.page_count()) * pages.page_size();
  return SQLITE_OK;
}

int x_lock(sqlite3_file* /*file*/, int /*level*/) {
  return SQLITE_OK;
}
int x_reserved(sqlite3_file* /*file*/, int* reserved) {
  *reserved = 0;
  return SQLITE_OK;
}
int x_control(sqlite3_file* /*file*/, int /*what*/, void* /*with*/) {
  return SQLITE_NOTFOUND;
}
int x_sector(sqlite3_file* /*file*/) {
  return 4096;
}
// Immutable: no locks, no looking whether somebody wrote meanwhile.
int x_device(sqlite3_file* /*file*/) {
  return SQLITE_IOCAP_IMMUTABLE;
}

constexpr sqlite3_io_methods kMethods = {
    .iVersion = 1,
    .xClose = x_close,
    .xRead = x_read,
    .xWrite = x_write,
    .xTruncate = x_truncate,
    .xSync = x_sync,
    .xFileSize = x_file_size,
    .xLock = x_lock,
    .xUnlock = x_lock,
    .xCheckReservedLock = x_reserved,
    .xFileControl = x_control,
    .xSectorSize = x_sector,
    .xDeviceCharacteristics = x_device,
    .xShmMap = nullptr,
    .xShmLock = nullptr,
    .xShmBarrier = nullptr,
    .xShmUnmap = nullptr,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int x_open(sqlite3_vfs* vfs, const char* /*name*/, sqlite3_file* file, int flags, int* out_flags) {
  file->pMethods = nullptr;
  if ((flags & SQLITE_OPEN_MAIN_DB) == 0) return SQLITE_CANTOPEN;  // no temporary files
  auto* const open = static_cast<OpenFile*>(file);
  open->pages = static_cast<SqlitePages*>(vfs->pAppData);
  open->pMethods = &kMethods;
  if (out_flags != nullptr) *out_flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB;
  return SQLITE_OK;
}

int x_delete(sqlite3_vfs* /*vfs*/, const char* /*name*/, int /*sync*/) {
  return SQLITE_READONLY;
}
int x_access(sqlite3_vfs* /*vfs*/, const char* /*name*/, int /*flags*/, int* found) {
  *found = 0;
  return SQLITE_OK;
}
int x_full_path(sqlite3_vfs* /*vfs*/, const char* name, int n, char* out) {
  sqlite3_snprintf(n, out, "%s", name);
  return SQLITE_OK;
}
// What evidence computes must be the same in every run: no chance and no clock.
int x_random(sqlite3_vfs* /*vfs*/, int n, char* out) {
  std::memset(out, 0, static_cast<std::size_t>(n));
  return n;
}
int x_sleep(sqlite3_vfs* /*vfs*/, int /*us*/) {
  return 0;
}
int x_time(sqlite3_vfs* /*vfs*/, double* days) {
  *days = 2440587.5;  // 1970-01-01
  return SQLITE_OK;
}
int x_error(sqlite3_vfs* /*vfs*/, int /*n*/, char* /*out*/) {
  return 0;
}

}  // namespace

SqliteVfs::SqliteVfs(SqlitePages pages) : pages_(std::move(pages)) {
  char name[32];
  sqlite3_snprintf(sizeof name, name, "pages-%p", static_cast<void*>(this));
  name_ = name;
  vfs_.iVersion = 1;
  vfs_.szOsFile = sizeof(OpenFile);
  vfs_.mxPathname = 64;
  vfs_.zName = name_.c_str();
  vfs_.pAppData = &pages_;
  vfs_.xOpen = x_open;
  vfs_.xDelete = x_delete;
  vfs_.xAccess = x_access;
  vfs_.xFullPathname = x_full_path;
  vfs_.xRandomness = x_random;
  vfs_.xSleep = x_sleep;
  vfs_.xCurrentTime = x_time;
  vfs_.xGetLastError = x_error;
}

// Registered for the moment of opening alone: the connection keeps what it found, and no other
// part of the program can come upon it.
sqlite3* SqliteVfs::connect() {
  sqlite3* db = nullptr;
  if (sqlite3_vfs_register(&vfs_, 0) != SQLITE_OK) return nullptr;
  const int rc =
      sqlite3_open_v2("evidence", &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, name_.c_str());
  sqlite3_vfs_unregister(&vfs_);
  if (rc == SQLITE_OK) return db;
  sqlite3_close(db);
  return nullptr;
}

}  // namespace bridle
