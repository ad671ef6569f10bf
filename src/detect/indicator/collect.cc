#include "detect/indicator/collect.h"

#include <utility>

#include "base/text.h"
#include "detect/indicator/compiled.h"
#include "detect/indicator/normalise.h"
#include "detect/indicator/value_pattern.h"
#include "detect/indicator/warning_list.h"

namespace bridle {
namespace {

// A link without a path names its host, unless others have pages there as well.
void widen_start_page(Indicator& i) {
  if (i.type != IndicatorType::url || i.value.find_first_of("/?:") != std::string::npos) return;
  Indicator host = i;
  host.type = IndicatorType::domain;
  const unsigned others =
      static_cast<unsigned>(Caution::shared_host) | static_cast<unsigned>(Caution::popular);
  if (tell(i.value) == IndicatorType::ip)
    i.type = IndicatorType::ip;
  else if ((caution_of(host) & others) == 0)
    i.type = IndicatorType::domain;
}

}  // namespace

void collect(Pack& pack, Indicator about, IndicatorType said, std::string_view raw) {
  auto known = normalise(said, raw);
  if (!known) return skip(pack, std::move(about.id), known.error());
  about.type = known->type;
  about.value = std::move(known->value);
  widen_start_page(about);
  about.caution = caution_of(about);
  // What is sold openly is so in whatever pack it stands.
  if (about.type == IndicatorType::app)
    about.dual_use = about.dual_use || is_listed(compiled::watchware(), about.value);
  pack.indicators.push_back(std::move(about));
}

void collect_pattern(Pack& pack, Indicator about, IndicatorType said, Compared how,
                     std::string_view raw) {
  auto known = normalise_pattern(said, how, raw);
  if (!known) return skip(pack, std::move(about.id), std::move(known.error()));
  about.type = known->type;
  about.value = std::move(known->value);
  about.compared = how;
  about.caution = caution_of_pattern(about);
  pack.indicators.push_back(std::move(about));
}

void skip(Pack& pack, std::string id, std::string why) {
  pack.skipped.push_back({std::move(id), std::move(why)});
}

std::string line_id(const Pack& pack, std::size_t line) {
  return pack.name + "#" + std::to_string(line);
}

bool says_dual_use(std::string_view name) {
  const std::string plain = lower(name);
  return contains(plain, "watchware") || contains(plain, "dual use") ||
         contains(plain, "dual-use") || contains(plain, "dual_use");
}

}  // namespace bridle
