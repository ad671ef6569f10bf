#include "view/saved_rows.h"

#include <optional>
#include <utility>

#include "engine/hand_out.h"
#include "sink/export.h"
#include "sink/private_file.h"
#include "view/received.h"

namespace bridle {
namespace {

bool holds(const SaveOrder& order, std::uint64_t row) {
  if (row >= order.table.rows()) return false;
  const std::size_t group = order.table.group_of(row);
  return order.rows.group(group).has(static_cast<std::size_t>(row - order.table.start(group)));
}

// Of a table's rows those alone that were looked for.
void keep(SharedTable& table, const SaveOrder& order) {
  table.next = [&order, next = std::move(table.next)]() mutable {
    for (;;) {
      Result<std::optional<SharedRow>> row = next();
      if (!row || !*row || holds(order, (*row)->place)) return row;
    }
  };
}

Result<SavedRows> write(const SaveOrder& order) {
  SharedCase shared = TRY(SharedCase::open(order.folder, {.level = order.level}));
  SavedRows out{.path = new_file(order.in, order.table.artefact(), ".csv")};
  const auto write = [&](SharedTable& table) -> Result<void> {
    keep(table, order);
    out.rows = TRY(write_csv(table, out.path));
    return {};
  };
  TRY(shared.one_artefact(order.table.artefact(), write));
  if (out.rows == 0) {
    std::error_code none;
    std::filesystem::remove(out.path, none);
    return fail(Errc::missing, "none of these rows leaves the case at this level");
  }
  TRY(write_private(out.path.string() + ".redaction.json", shared.redactions()));
  return out;
}

}  // namespace

std::expected<SavedRows, std::string> save_rows(const SaveOrder& order) {
  if (auto why = refuses_to_hand_out(order.folder, order.level, "analyst"))
    return std::unexpected(std::move(*why));
  auto out = write(order);
  if (!out) return std::unexpected(out.error().what);
  const auto noted = note_handed_out(
      order.folder, {.action = "export",
                     .reason = "csv, " + std::string(name(order.level)) + ", rows of " +
                               order.table.artefact() + " out of the page",
                     .files = {out->path, out->path.string() + ".redaction.json"}});
  if (!noted) return std::unexpected(noted.error().what);
  return std::move(*out);
}

}  // namespace bridle
