#include "campaign/shared_rows.h"

#include <utility>

namespace bridle::campaign {

Result<SharedRows> SharedRows::open(const std::filesystem::path& lake) {
  Lake opened = TRY(Lake::open(lake));
  LakeView view = TRY(LakeView::of(opened));
  return SharedRows(std::move(opened), std::move(view));
}

std::set<std::string> SharedRows::phones() const {
  std::set<std::string> out;
  for (const Segment& segment : view_.segments)
    for (const LakeCase& one : segment.cases) out.insert(one.name);
  return out;
}

Result<void> SharedRows::each(std::string_view artefact, std::span<const std::string_view> fields,
                              const std::function<void(const SharedRow&)>& on) const {
  return for_each_record(lake_, view_, artefact, fields,
                         [&](const LakeRecord& record) { on({record}); });
}

}  // namespace bridle::campaign
