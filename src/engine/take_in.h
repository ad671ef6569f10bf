// Opens what was received: its listing, its tree, and what can be read in one go only.
#pragma once

#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/examine.h"
#include "engine/exhibit.h"
#include "engine/worker.h"

namespace bridle {

// The exhibits' listings. One that did an earlier worker in is taken as the file or folder that it
// is, and nothing looks into it.
std::expected<std::vector<Exhibit>, Refusal> take_in(const std::vector<std::string>& paths,
                                                     const Workplace& with);

// What the artefacts of a catalogue read.
std::vector<std::string_view> reads_of(std::span<const Artefact* const> catalogue);

// Their trees, of the files that are to be read.
void open_trees(std::vector<Exhibit>& exhibits, std::vector<std::string_view> reads,
                const Secret& secret, const Workplace& with);

// Files that can only be read in order are fetched at once for all jobs of a turn.
void fetch(std::span<const Exhibit> exhibits, std::span<const Job> jobs, Turn turn,
           std::vector<Gap>& gaps, const Workplace& with);

}  // namespace bridle
