#include "detect/indicator/registrable.h"

#include <libpsl.h>

#include "base/text.h"

namespace bridle {

std::string registrable(std::string_view host) {
  const std::string name = lower(host);
  const char* const part = psl_registrable_domain(psl_builtin(), name.c_str());
  return part ? part : name;
}

}  // namespace bridle
