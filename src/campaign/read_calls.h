// The calls of strangers out of the stores that keep calls.
#pragma once

#include "base/result.h"
#include "campaign/address_books.h"
#include "campaign/shared_rows.h"
#include "campaign/traces.h"

namespace bridle::campaign {

// Some 64 bytes for each call of somebody who is in no address book of the phone; calls of people
// who are in it are only counted.
Result<Traces> read_calls(const SharedRows& lake, const AddressBooks& books, Words& words);

}  // namespace bridle::campaign
