// Takes rows and keeps none: for fuzz targets, which only ask whether a parser survives.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "record/rows.h"

namespace bridle {

struct Nowhere : Rows {
  void push(RowOrigin /*origin*/, std::span<const Value> /*values*/) override {}
  void gap(std::uint64_t /*at*/, std::string_view /*why*/) override {}
};

}  // namespace bridle
