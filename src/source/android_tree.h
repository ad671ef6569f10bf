// An Android exhibit: containers in containers (a bugreport inside an AndroidQF acquisition, an
// archive inside that), each with files of its own, under one list of nodes.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "source/kinds.h"
#include "source/sealed_backups.h"
#include "source/tree.h"
#include "source/wanted.h"

namespace bridle {

class AndroidTree : public Tree {
 public:
  AndroidTree(std::string_view kind, const Store& store, const OpenOptions& options)
      : kind_(kind), store_(store), wanted_(options.reads), options_(options), sealed_(options) {}

  std::string_view kind() const override { return kind_; }
  Device device() const override { return device_; }
  Zone zone() const override { return zone_.value_or(Zone()); }
  State state() const override { return state_; }
  std::string_view why() const override { return why_; }
  std::span<const Node> nodes() const override { return nodes_; }
  std::span<const TreeGap> gaps() const override { return gaps_; }
  std::vector<UnreadParts> unread() const override;
  Result<std::unique_ptr<Content>> open(const Node& node) const override;

  // A container whose files are found: those of the exhibit itself, or of an archive in it.
  struct Container {
    const Store* store;
    std::string place;       // path of the archive in the exhibit; empty for the exhibit
    std::size_t stored = 0;  // the received file that it lies in, if it is not the exhibit
    int depth = 0;           // 0 for the exhibit
  };

  // Adds the file as "container:path" if anybody wants it. True if so.
  bool add(const Container& in, std::size_t file, std::string_view container,
           std::string_view path);
  // Adds plain databases of WhatsApp that somebody put among the files: those that it took.
  std::set<std::size_t> add_whatsapp_databases(const Container& in);
  // Adds a part of a text that several nodes share.
  void add_part(const Container& in, std::size_t file, std::string_view container,
                std::string_view path, std::shared_ptr<const Content> text, std::uint64_t at,
                std::uint64_t size);

  // Takes an archive that lies in a container as a container. Its losses become gaps.
  Container nest(const Container& outer, std::size_t file, std::unique_ptr<Store> inner);

  // The place of a file as someone would find it.
  std::string place(const Container& in, std::size_t file) const;
  void gap(std::string path, std::uint64_t at, std::string why);
  void gap(std::string path, const Error& error) { gap(std::move(path), error.at, error.what); }
  void fail_with(State state, std::string why);

  bool wants(std::string_view container, std::string_view path) const;
  const OpenOptions& options() const { return options_; }

  // Reads what the phone says of itself, if nothing was read before.
  void read_properties_of(const Content& text);

  // Puts the nodes in order, unseals WhatsApp's backups and has at hand what must be fetched: call
  // it once, at the end.
  void finish();

 private:
  struct Origin {
    const Store* store;
    std::size_t file;
    std::shared_ptr<const Content> text;  // of a part; else null
    std::uint64_t at = 0, size = 0;
  };
  bool put(const Container& in, std::string_view container, std::string_view path, Origin from);
  void leave(std::string_view container, std::string_view path);
  void tell_unknown_zone();
  void unseal_backups();
  void fetch_wanted();

  std::string_view kind_;
  const Store& store_;
  Wanted wanted_;
  OpenOptions options_;
  Device device_;
  std::optional<Zone> zone_;
  bool described_ = false;
  State state_ = State::read;
  std::string why_;
  std::vector<Node> nodes_;
  std::vector<TreeGap> gaps_;
  std::vector<Origin> origins_;  // Node::key is an index into it
  struct Names {
    std::set<std::string, std::less<>> kept;
    bool more = false;
  };
  std::map<std::string, Names, std::less<>> unread_;  // what nobody wants to read, by container
  struct Inner {
    std::unique_ptr<Store> store;
    SealedBackups::Place place;
  };
  std::vector<Inner> inner_;
  SealedBackups sealed_;
  std::size_t databases_ = 0;  // plain ones of WhatsApp
};

}  // namespace bridle
