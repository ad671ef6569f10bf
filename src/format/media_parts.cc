#include "format/media_parts.h"

#include <string>

#include "base/text.h"
#include "format/gif.h"
#include "format/stream_descriptors.h"
#include "format/webp.h"

namespace bridle {

std::optional<MediaParts> media_parts(const Content& content, std::string_view type) {
  if (type == "webp") return webp_parts(content);
  if (type == "mp4" || type == "quicktime") return stream_descriptors(content);
  if (type != "gif") return {};
  MediaParts out;
  if (const auto end = walk_gif(content, out); !end) out.lose(end.error());
  return out;
}

}  // namespace bridle
