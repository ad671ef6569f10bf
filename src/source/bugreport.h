// Android bugreports: a zip with a main text (dumpstate), tombstones and other files, or that text
// alone; also what `dumpsys` printed.
//
//   main_entry.txt   names the main text; often missing, then the text is told by its content
//   FS/…             files as they lay on the phone      proto/…  what services gave as protobuf
// Source: AOSP frameworks/native cmds/dumpstate/bugreport-format.md.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "source/android_tree.h"

namespace bridle {

// The main text of a bugreport among the files of a store.
struct DumpText {
  std::size_t file;
  std::string root;  // the folder that the bugreport's files lie in: "" or with its slash
  std::shared_ptr<const Content> content;
};
std::optional<DumpText> find_dump_text(const Store& store);

// Adds the files ("bugreport") and the sections of the text ("dumpstate", "dumpsys").
void add_bugreport(AndroidTree& tree, const AndroidTree::Container& in, const DumpText& text);

// Adds the sections alone.
void add_dump_sections(AndroidTree& tree, const AndroidTree::Container& in, const DumpText& text);

// A zip inside a container: a bugreport, or a zip around one. What is none becomes a gap.
void add_bugreport_zip(AndroidTree& tree, const AndroidTree::Container& in, std::size_t file);

// Null if the store is no bugreport.
std::unique_ptr<Tree> open_bugreport(Store& store, const OpenOptions& options);

}  // namespace bridle
