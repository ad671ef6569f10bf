// A file of an exhibit as an artefact's parser gets it.
#pragma once

#include <memory>
#include <string_view>

#include "base/arena.h"
#include "base/content.h"

namespace bridle {

class CaseFiles;
class Tree;
struct Node;

struct File {
  std::string_view domain;           // of a backup; empty elsewhere
  std::string_view path;             // in the exhibit's own terms
  const Content* content = nullptr;  // never null
  const Content* wal = nullptr;      // the database's write-ahead log, if the exhibit holds one
  const Content* journal = nullptr;  // its rollback journal, likewise
  const Tree* tree = nullptr;        // the whole exhibit, for artefacts that list it
  std::uint64_t begins = 0;          // where in a larger file it begins, if it is a part of one
  Arena* arena = nullptr;            // for decoded text; cleared after the job
  // Which file of the case it is, for artefacts that ask for hashes or for other files; else null.
  const CaseFiles* files = nullptr;
  const Node* node = nullptr;
  std::size_t exhibit = 0;

  // The whole file in the job's arena; Errc::too_large above `limit` bytes.
  Result<Bytes> bytes(std::uint64_t limit = 256 << 20) const {
    if (content->size() > limit) return fail(Errc::too_large, "the file is too large", limit);
    const auto all = arena->take(static_cast<std::size_t>(content->size()));
    if (const auto read = content->read(0, all); !read) return std::unexpected(read.error());
    return all;
  }
};

}  // namespace bridle
