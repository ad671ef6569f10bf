// What a worker leaves out, for an earlier one did not survive it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/spots.h"

namespace bridle {

class Omissions {
 public:
  // Null, or why this is to be left out.
  const std::string* why(const Spot& spot) const {
    for (const Omission& o : list_)
      if (applies(o, spot)) return &o.why;
    return nullptr;
  }

  // How much it takes with it: after some falls of one artefact the next one would cost another
  // run, and after many the rest of the exhibits is at stake.
  void add(const Spot& spot, std::string why) {
    std::size_t same = 0;
    for (const Omission& o : list_)
      same += o.spot.doing == spot.doing && o.spot.artefact == spot.artefact ? 1 : 0;
    const Reach reach = list_.size() + 1 >= kMost        ? Reach::all
                        : same + 1 >= kMostOfOneArtefact ? Reach::artefact
                                                         : Reach::spot;
    list_.push_back({.spot = spot, .reach = reach, .why = std::move(why)});
  }

 private:
  static constexpr std::size_t kMost = 12;
  static constexpr std::size_t kMostOfOneArtefact = 4;
  enum class Reach : std::uint8_t { spot, artefact, all };
  struct Omission {
    Spot spot;
    Reach reach;
    std::string why;
  };

  // An exhibit that is closed stays so, whatever was done with it when the worker fell.
  static bool applies(const Omission& o, const Spot& spot) {
    if (o.reach == Reach::all) return true;
    if (spot.doing != Doing::reading)
      return o.spot.doing != Doing::reading && o.spot.exhibit == spot.exhibit;
    if (o.spot.doing != Doing::reading) return false;
    return o.spot.artefact == spot.artefact && (o.reach == Reach::artefact || o.spot == spot);
  }

  std::vector<Omission> list_;
};

}  // namespace bridle
