#include "detect/indicator/next_mark.h"

#include <algorithm>
#include <bit>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace bridle {
namespace {

// Signs and blanks below '-' stand in no host; what else does not is for the caller to find.
bool in_host(char c) {
  return static_cast<unsigned char>(c) >= '-';
}

bool is_mark(std::string_view text, std::size_t i) {
  if (i + 1 >= text.size()) return false;
  const char after = text[i + 1];
  if (text[i] == '.') return i > 0 && in_host(text[i - 1]) && in_host(after);
  return text[i] == ':' && (after == '/' || after == '\\');
}

std::size_t by_bytes(std::string_view text, std::size_t from, std::size_t to) {
  while (from < to && !is_mark(text, from)) ++from;
  return from;
}

#ifdef __SSE2__
constexpr std::size_t kBlock = sizeof(__m128i);

__m128i load(const char* p) {
  __m128i out;
  __builtin_memcpy(&out, p, kBlock);
  return out;
}

__m128i in_host(__m128i bytes) {
  return _mm_cmpeq_epi8(_mm_max_epu8(bytes, _mm_set1_epi8('-')), bytes);
}

// One bit for each of 16 bytes at `p`; the bytes before and after them are read too.
unsigned marks(const char* p) {
  const __m128i here = load(p);
  const __m128i after = load(p + 1);
  const __m128i dot = _mm_cmpeq_epi8(here, _mm_set1_epi8('.'));
  const __m128i colon = _mm_cmpeq_epi8(here, _mm_set1_epi8(':'));
  const __m128i slash = _mm_or_si128(_mm_cmpeq_epi8(after, _mm_set1_epi8('/')),
                                     _mm_cmpeq_epi8(after, _mm_set1_epi8('\\')));
  const __m128i inside = _mm_and_si128(in_host(load(p - 1)), in_host(after));
  return static_cast<unsigned>(
      _mm_movemask_epi8(_mm_or_si128(_mm_and_si128(dot, inside), _mm_and_si128(colon, slash))));
}
#endif

}  // namespace

std::size_t next_mark(std::string_view text, std::size_t from) {
  std::size_t i = std::min(from, text.size());
#ifdef __SSE2__
  if (i == 0 && text.size() > kBlock) {
    if (is_mark(text, 0)) return 0;
    ++i;
  }
  for (; i + kBlock < text.size(); i += kBlock)
    if (const unsigned found = marks(text.data() + i))
      return i + static_cast<std::size_t>(std::countr_zero(found));
  // The rest overlaps with what was looked at.
  if (i < text.size() && text.size() > kBlock + 1) {
    const std::size_t last = text.size() - kBlock - 1;
    const unsigned found = marks(text.data() + last) >> (i - last);
    return found == 0 ? text.size() : i + static_cast<std::size_t>(std::countr_zero(found));
  }
#endif
  return by_bytes(text, i, text.size());
}

}  // namespace bridle
