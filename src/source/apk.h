// An Android app as a file: the members of its archive, as Android finds them, by the directory.
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/content.h"
#include "format/apk_v1.h"
#include "format/zip.h"
#include "source/tree.h"

namespace bridle {

class Apk {
 public:
  static constexpr std::uint64_t kLargestMember = 256 << 20;  // that is read as a whole

  // The content must stay. Errc::missing or malformed if it is no archive.
  static Result<Apk> open(const Content& content);

  const Content& content() const { return *content_; }
  const zip::End& end() const { return end_; }
  std::span<const zip::Entry> entries() const { return entries_; }

  // The last member of that name; null if there is none.
  const zip::Entry* find(std::string_view path) const;

  // The member's bytes piece by piece, or as a whole in the arena. Errc::malformed if they are not
  // what the directory states; Errc::too_large.
  Result<void> read(const zip::Entry& member, const std::function<void(Bytes)>& sink) const;
  Result<Bytes> whole(const zip::Entry& member, Arena& arena) const;

  ApkMembers members() const;

 private:
  const Content* content_ = nullptr;
  zip::End end_;
  std::vector<zip::Entry> entries_;
};

// The tree of an exhibit that is one app; null if it is none.
std::unique_ptr<Tree> open_apk(Store& store, const OpenOptions& options);

}  // namespace bridle
