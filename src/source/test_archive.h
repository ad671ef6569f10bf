// Archives for tests, made byte by byte.
#pragma once

#include <libdeflate.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bridle {

inline std::string number_of(std::uint64_t v, std::size_t n) {
  std::string out;
  for (std::size_t i = 0; i < n; ++i) out += static_cast<char>(i < 8 ? v >> 8 * i : 0);
  return out;
}

inline std::string pack(std::string_view text, bool gzip) {
  libdeflate_compressor* const c = libdeflate_alloc_compressor(6);
  std::string out(text.size() + 1000, '\0');
  const auto run = gzip ? libdeflate_gzip_compress : libdeflate_deflate_compress;
  out.resize(run(c, text.data(), text.size(), out.data(), out.size()));
  libdeflate_free_compressor(c);
  return out;
}

struct ZipPart {
  std::string name, text;
  std::uint16_t method = 8, flags = 0;
  bool wrong_crc = false;
};

inline std::string zip_head(const ZipPart& m, std::string_view data, bool sizes) {
  const std::uint32_t crc =
      libdeflate_crc32(0, m.text.data(), m.text.size()) ^ static_cast<std::uint32_t>(m.wrong_crc);
  return number_of(m.flags, 2) + number_of(m.method, 2) + number_of(0, 4) +
         number_of(sizes ? crc : 0, 4) + number_of(sizes ? data.size() : 0, 4) +
         number_of(sizes ? m.text.size() : 0, 4) + number_of(m.name.size(), 2);
}

struct Zip {
  std::string locals, directory;
};

inline Zip zip_parts(const std::vector<ZipPart>& members) {
  Zip out;
  for (const ZipPart& m : members) {
    const std::string data = m.method == 8 ? pack(m.text, false) : m.text;
    out.directory += "PK\x01\x02" + number_of(20, 4) + zip_head(m, data, true) +
                     number_of(0, 4 + 8) + number_of(out.locals.size(), 4) + m.name;
    const bool follow = m.flags & 8;
    out.locals += "PK\x03\x04" + number_of(20, 2) + zip_head(m, data, !follow) + number_of(0, 2) +
                  m.name + data;
    if (follow)
      out.locals += "PK\x07\x08" + number_of(libdeflate_crc32(0, m.text.data(), m.text.size()), 4) +
                    number_of(data.size(), 4) + number_of(m.text.size(), 4);
  }
  return out;
}

inline std::string zip_of(const std::vector<ZipPart>& members) {
  const Zip z = zip_parts(members);
  return z.locals + z.directory + "PK\x05\x06" + number_of(0, 4) + number_of(members.size(), 2) +
         number_of(members.size(), 2) + number_of(z.directory.size(), 4) +
         number_of(z.locals.size(), 4) + number_of(0, 2);
}

inline std::string octal(std::uint64_t v, std::size_t n) {
  std::string out(n - 1, '0');
  for (std::size_t i = n - 1; i-- > 0; v /= 8) out[i] = static_cast<char>('0' + v % 8);
  return out + '\0';
}

inline std::string tar_member(const std::string& name, std::string_view text, char kind = '0',
                              const std::string& link = "") {
  std::string h = name;
  h.resize(100);
  h += octal(0644, 8) + octal(0, 8) + octal(0, 8) + octal(text.size(), 12) + octal(1600000000, 12) +
       std::string(8, ' ') + kind + link;
  h.resize(257);
  h += std::string(
      "ustar\0"
      "00",
      8);
  h.resize(512);
  std::uint64_t sum = 0;
  for (const char c : h) sum += static_cast<unsigned char>(c);
  h.replace(148, 8, octal(sum, 7) + ' ');
  h += text;
  h.resize((h.size() + 511) / 512 * 512);
  return h;
}

inline const std::string kEnd(1024, '\0');

}  // namespace bridle
