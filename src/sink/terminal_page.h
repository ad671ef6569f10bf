// Lines and paragraphs for a terminal, in its width and its colours.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "sink/terminal.h"

namespace bridle {

enum class Ink : std::uint8_t { plain, bold, dim, red, amber, green, blue };

class TerminalPage {
 public:
  explicit TerminalPage(Look look) : look_(look) {}

  void line(std::string_view text = {}, Ink ink = Ink::plain);
  // Words broken at the width; the first line begins with `lead`, the others as far in.
  void paragraph(std::string_view lead, std::string_view text, Ink ink = Ink::plain,
                 Ink lead_ink = Ink::plain);
  void heading(std::string_view text);
  void rule(Ink ink);

  std::string take() { return std::move(out_); }

 private:
  std::string inked(std::string_view text, Ink ink) const;

  Look look_;
  std::string out_;
};

}  // namespace bridle
