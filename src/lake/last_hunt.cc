#include "lake/last_hunt.h"

#include <set>
#include <string>

#include "base/sha256.h"
#include "base/text.h"
#include "sink/file_text.h"
#include "sink/json.h"
#include "sink/private_file.h"
#include "sink/result.h"

namespace bridle {
namespace {

std::string mark_of(const HuntedCase& one, std::size_t finding) {
  Json whole(Json::Form::lines);
  Finding alone = one.findings[finding];
  alone.with.clear();  // numbers of others, which change with them
  write_finding(whole, alone, 0);
  return hex(sha256(as_bytes(one.about.name + "\n" + whole.take())));
}

}  // namespace

Result<void> remember(const Lake& lake, Hunt& hunt, Tell tell) {
  const auto path = lake.path() / "hunted";
  const std::string before = file_text(path);
  std::set<std::string, std::less<>> told;
  for (const std::string_view line : split(before, '\n')) told.emplace(line);
  std::set<std::string> now;
  for (HuntedCase& one : hunt.cases) {
    HuntedCase changed = one;
    changed.findings.clear();
    changed.is_new.clear();
    for (std::size_t i = 0; i < one.findings.size(); ++i) {
      std::string mark = mark_of(one, i);
      if (tell == Tell::all || !told.contains(mark)) {
        changed.findings.push_back(one.findings[i]);
        changed.is_new.push_back(one.is_new[i]);
      }
      now.insert(std::move(mark));
    }
    if (tell == Tell::changed) one = std::move(changed);
  }
  std::string text;
  for (const std::string& mark : now) text += mark + "\n";
  return write_private(path, text);
}

}  // namespace bridle
