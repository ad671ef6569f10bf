#include "source/apk.h"

#include <algorithm>

#include "base/reader.h"
#include "source/android_tree.h"
#include "source/inflate.h"

namespace bridle {
namespace {

constexpr std::uint64_t kMostDirectory = 256 << 20;

// A local header may state other sizes and another name: Android goes by the directory.
Result<std::uint64_t> data_at(const Content& apk, const zip::Entry& member) {
  std::array<std::byte, zip::kLocalHead> head{};
  TRY(apk.read(member.header_at, head));
  if (as_text(head).substr(0, 4) != "PK\x03\x04")
    return fail(Errc::malformed, "no header stands where the directory says", member.header_at);
  const std::uint64_t at = member.header_at + zip::kLocalHead +
                           little_endian(Bytes(head).subspan(26), 2) +
                           little_endian(Bytes(head).subspan(28), 2);
  if (at > apk.size() || member.packed > apk.size() - at)
    return fail(Errc::truncated, "the member reaches past the end", member.header_at);
  return at;
}

}  // namespace

Result<Apk> Apk::open(const Content& content) {
  Apk out;
  out.content_ = &content;
  std::vector<std::byte> tail(
      static_cast<std::size_t>(std::min<std::uint64_t>(content.size(), zip::kTail)));
  TRY(content.read(content.size() - tail.size(), tail));
  out.end_ = TRY(zip::end(tail, content.size()));
  if (out.end_.directory_size > kMostDirectory)
    return fail(Errc::too_large, "the archive's directory is over 256 MB", out.end_.directory_at);
  std::vector<std::byte> directory(static_cast<std::size_t>(out.end_.directory_size));
  TRY(content.read(out.end_.directory_at, directory));
  Reader in(directory);
  for (;;) {
    auto entry = TRY(zip::next(in));
    if (!entry) return out;
    entry->header_at += out.end_.put_before;
    out.entries_.push_back(std::move(*entry));
  }
}

const zip::Entry* Apk::find(std::string_view path) const {
  const auto at = std::find_if(entries_.rbegin(), entries_.rend(),
                               [&](const zip::Entry& e) { return e.path == path; });
  return at == entries_.rend() ? nullptr : &*at;
}

// Android takes every method but `stored` for deflate, and ignores the bit for encryption.
Result<void> Apk::read(const zip::Entry& member, const std::function<void(Bytes)>& sink) const {
  const std::uint64_t at = TRY(data_at(*content_, member));
  ContentStream plain(*content_, at, member.packed);
  InflateStream inflated(*content_, at, member.packed, Wrap::raw);
  Stream& in = member.method == zip::Method::stored ? static_cast<Stream&>(plain) : inflated;
  std::vector<std::byte> block(
      static_cast<std::size_t>(std::min<std::uint64_t>(member.size, 256 << 10)));
  for (std::uint64_t done = 0; done < member.size;) {
    const auto part = std::span(block).first(
        static_cast<std::size_t>(std::min<std::uint64_t>(block.size(), member.size - done)));
    const std::size_t got = TRY(in.read(part));
    if (got == 0) return fail(Errc::malformed, "the member is shorter than stated", at);
    sink(part.first(got));
    done += got;
  }
  return {};
}

Result<Bytes> Apk::whole(const zip::Entry& member, Arena& arena) const {
  if (member.size > kLargestMember)
    return fail(Errc::too_large, "a member of over 256 MB", member.header_at);
  const auto out = arena.take(static_cast<std::size_t>(member.size));
  std::size_t done = 0;
  TRY(read(member, [&](Bytes part) {
    std::ranges::copy(part, out.begin() + static_cast<std::ptrdiff_t>(done));
    done += part.size();
  }));
  return Bytes(out);
}

ApkMembers Apk::members() const {
  return {.entries = entries_, .read = [this](const zip::Entry& member, const auto& sink) {
            return read(member, sink);
          }};
}

std::unique_ptr<Tree> open_apk(Store& store, const OpenOptions& options) {
  const Store* const carrier = store.carrier();
  if (!carrier || !store.find("AndroidManifest.xml")) return nullptr;
  auto tree = std::make_unique<AndroidTree>(kAndroidApk, store, options);
  tree->add({.store = carrier, .place = "", .stored = kMade, .depth = 1}, 0, "apk",
            carrier->files()[0].path);
  tree->finish();
  return tree;
}

}  // namespace bridle
