// A file of records as a virtual table of SQLite. Of each row only those columns are read that the
// statement names.
#pragma once

#include <sqlite3.h>

#include "view/record_table.h"

namespace bridle {

// Makes the table known under its artefact's name. The table must outlive the database.
bool add_table(sqlite3* database, const RecordTable& table);

}  // namespace bridle
