// Finds a text in a column's values, page by page: what a page holds is looked through as it lies,
// and only pages that hold the text are taken apart.
#pragma once

#include <cstddef>

#include "view/record_table.h"
#include "view/row_set.h"
#include "view/text_search.h"

namespace bridle {

// Sets the bits of those rows of a group whose text in this column fits. May throw, as Parquet's
// library does, if the file is damaged.
void mark_texts(const RecordTable& table, std::size_t group, std::size_t column,
                const TextSearch& search, RowBits& into);

}  // namespace bridle
