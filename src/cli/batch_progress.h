// How a batch is shown while it goes on.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "cli/progress.h"
#include "engine/batch.h"

namespace bridle {

// On standard error, as watch_progress() does for one check.
std::unique_ptr<BatchWatcher> watch_batch(ProgressForm form, std::size_t phones);

// One phone as an object of JSON in a line, whatever came of it; or all as a list of such objects.
std::string phone_json(const CheckedPhone& phone);
std::string phones_json(std::span<const CheckedPhone> phones);

}  // namespace bridle
