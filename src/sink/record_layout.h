// The columns of a file of records, and how Parquet writes them.
#pragma once

#include <parquet/properties.h>

#include <cstddef>
#include <memory>

#include "artefact/artefact.h"
#include "sink/records.h"

namespace arrow {
class Schema;
}

namespace bridle {

bool is_text(Kind kind);

std::shared_ptr<arrow::Schema> schema_of(const Artefact& artefact);

// `bytes`: about as many as its first group of rows holds.
std::shared_ptr<parquet::WriterProperties> properties_of(const Artefact& artefact, Packing packing,
                                                         std::size_t bytes);

}  // namespace bridle
