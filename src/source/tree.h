// An exhibit as evidence sees it: a kind, a device, and a tree of files in its own terms, read on
// demand. What the exhibit should hold and does not, or cannot be read, is told beside it.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/content.h"
#include "base/result.h"
#include "base/zone.h"
#include "record/finding.h"
#include "record/outcome.h"
#include "source/store.h"

namespace bridle {

// One file of the exhibit, or a part of one that has a name of its own.
struct Node {
  std::string domain;  // of a backup; the sort of container (source/kinds.h); or empty
  std::string path;
  std::size_t stored;   // index into the store's files: the received file that it lies in
  std::size_t key = 0;  // for the tree's own use
  // Where someone finds its bytes, if domain and path do not say: through containers, as
  // "bugreport.zip/bugreport-x.txt", and for a part of a file the byte at which it begins.
  std::string place = {};
  std::uint64_t begins = 0;
  std::optional<std::int64_t> mtime_ns = {};  // when the phone changed it last, if that is stated
};

// Node::stored of what the tree made itself: no received file holds it.
inline constexpr std::size_t kMade = static_cast<std::size_t>(-1);

// What a file system is known to hold, also where nobody wants to read it.
struct Listing {
  std::span<const Stored> files;
  std::string_view root;  // what their paths begin with in front of the file system's own
};

// A place that could not be read.
struct TreeGap {
  std::string path;
  std::uint64_t at;
  std::string why;
};

// Parts of one sort that the exhibit holds and that nothing here reads: silence about them means
// nothing.
struct UnreadParts {
  std::string container;           // source/kinds.h
  std::vector<std::string> names;  // in order; a number in them is a "#", so that they are few
  bool more = false;               // too many to keep them all
};

class Tree {
 public:
  virtual ~Tree() = default;

  virtual std::string_view kind() const = 0;  // a word of the contract: "ios-backup", …

  // What the exhibit says of its device, and the zone that its clock showed.
  virtual Device device() const { return {}; }
  virtual Zone zone() const { return {}; }

  // `read` if the files can be read; `encrypted`, `failed` or `partly` with the reason otherwise.
  virtual State state() const { return State::read; }
  virtual std::string_view why() const { return {}; }

  // The wanted files that the exhibit holds, by domain and path.
  virtual std::span<const Node> nodes() const = 0;
  virtual std::span<const TreeGap> gaps() const { return {}; }
  virtual Listing listing() const { return {}; }
  virtual std::vector<UnreadParts> unread() const { return {}; }

  // The content as the phone had it: inflated, decrypted, without padding.
  virtual Result<std::unique_ptr<Content>> open(const Node& node) const = 0;

  // Whether that content is the received file byte for byte, so that the hash of the one is the
  // hash of the other.
  virtual bool as_received(const Node&) const { return false; }

  // Whether the exhibit holds the content that its index calls by this id. Ids come from the
  // exhibit, so they are looked up among its files and never become paths.
  virtual bool holds(std::string_view) const { return true; }
};

// What the person gave to open what is encrypted.
struct Secret {
  std::optional<std::string> password;
  std::optional<std::string> key;                // a derived key, 32 bytes
  std::optional<std::string> age_key = {};       // a key file of age, as text
  std::optional<std::string> whatsapp_key = {};  // a key file of WhatsApp, as it is
};

struct OpenOptions {
  Secret secret;
  // Which files artefacts read, as in Artefact::reads. Others do not become nodes, so that memory
  // does not grow with the exhibit.
  std::vector<std::string_view> reads;
  const std::atomic<bool>* stop = nullptr;
};

// Tells the kind of a store by its content and opens it. Never fails: what is unknown gives a tree
// of kind "unknown" and state `unsupported`.
std::unique_ptr<Tree> open_tree(Store& store, const OpenOptions& options);

// Whether the exhibit says that it cannot be read without a secret.
bool is_encrypted(Store& store);

}  // namespace bridle
