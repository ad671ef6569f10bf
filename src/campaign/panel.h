// One cell of a campaign, laid out and drawn.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "campaign/campaign.h"

namespace bridle::campaign {

// Whoever a cell names, by id.
struct Directory {
  std::map<std::string, const Suspect*> accounts, servers;  // and what is shared
  std::map<std::string, const Reached*> phones;
};

Directory directory_of(const Campaign& campaign);

struct Panel {
  std::string svg;
  std::int64_t height;
};

// `top` is where it begins in the drawing.
Panel panel_of(const Cell& cell, const Directory& who, std::int64_t top);

std::string svg_text(std::int64_t x, std::int64_t y, const char* style, const std::string& text);

// The heads of the three columns of all panels.
std::string column_heads(std::int64_t y);

}  // namespace bridle::campaign
