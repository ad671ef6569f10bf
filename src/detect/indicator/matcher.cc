#include "detect/indicator/matcher.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "detect/indicator/host.h"
#include "detect/indicator/index.h"
#include "detect/indicator/next_mark.h"
#include "detect/indicator/normalise.h"
#include "detect/indicator/url_finder.h"
#include "detect/indicator/web_address.h"

namespace bridle {
namespace {

// What the values of a field are compared with.
enum Sees : std::uint16_t {
  links = 1,         // hosts, addresses, links and e-mail addresses anywhere in it
  host = 2,          // it is a host name or an address
  person = 4,        // it is an e-mail address or a telephone number
  file = 8,          // it is a path
  program = 16,      // it is the name or path of a program
  bundle = 32,       // it is an app's id
  signature = 64,    // it is the hash of a certificate
  digest = 128,      // it is the hash of a file
  identifier = 256,  // it is the id of a profile
  setting = 512      // it is the name of a system property
};

// Which kinds see which types: here and nowhere else.
constexpr unsigned sees(Kind kind) {
  switch (kind) {
    case Kind::text:
      return links | setting;
    case Kind::content:
    case Kind::url:
      return links;
    case Kind::domain:
      return host | links;
    case Kind::ip:
      return host;
    case Kind::phone:
      return person;
    case Kind::email:
    case Kind::account:
      return person | links;
    case Kind::path:
      return file;
    case Kind::process:
      return program | bundle;
    case Kind::app:
      return bundle | program;
    case Kind::certificate:
      return signature;
    case Kind::hash:
      return digest;
    case Kind::profile:
      return identifier;
    case Kind::number:
    case Kind::real:
    case Kind::time:
      return 0;
  }
  return 0;
}

}  // namespace

struct Matcher::Index : IndicatorIndex {
  template <class From>  // as IndicatorIndex is made
  explicit Index(From&& from) : IndicatorIndex(std::forward<From>(from)) {
    for (std::size_t kind = 0; kind < asked.size(); ++kind)
      asked[kind] = sees(static_cast<Kind>(kind)) & ~without_indicators();
  }
  unsigned of(Kind kind) const { return asked[std::to_underlying(kind)]; }

  // Of each kind, what its values must be compared with.
  std::array<unsigned, std::to_underlying(Kind::profile) + 1> asked{};

 private:
  unsigned without_indicators() const {
    const auto none = [&](unsigned what, Space space) { return has_any(space) ? 0U : what; };
    unsigned out = none(Sees::bundle, Space::app) | none(Sees::signature, Space::certificate) |
                   none(Sees::digest, Space::hash) | none(Sees::identifier, Space::profile) |
                   none(Sees::setting, Space::property);
    if (!has_patterns(IndicatorType::email) && !has_any(Space::email))
      out |= none(Sees::person, Space::phone);
    return out;
  }
};

Matcher::Matcher(std::span<const Pack> packs) : index_(std::make_unique<Index>(packs)) {}
Matcher::Matcher(std::vector<std::uint64_t>& keys) : index_(std::make_unique<Index>(keys)) {}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;

namespace {

// Looks up everything that a link finder reports.
class LinkLookup : public FoundSink {
 public:
  LinkLookup(const IndicatorIndex& index, std::vector<Hit>& hits) : index_(index), hits_(hits) {}

  void on(const Found& found) override {
    if (!found.link.empty()) index_.patterns(IndicatorType::url, found.link, found.text, hits_);
    std::array<char, 256> buffer{};
    const auto folded = fold_host(found.url.host, buffer);
    // Folded first: digits and dots of other scripts make an address too.
    const auto host = folded.empty() ? found.url.host : folded;
    if (const auto address = found.url.scheme.empty() ? parse_address(host) : web_address(host)) {
      index_.address(*address, found.text, hits_);
      if (index_.has_urls()) index_.link(found.url, text_of(*address), found.text, hits_);
      return;
    }
    if (folded.empty()) return;
    index_.host(folded, found.text, hits_);
    if (!found.email.empty())
      index_.email(found.email, found.text, hits_);
    else if (index_.has_urls())
      index_.link(found.url, folded, found.text, hits_);
  }

 private:
  const IndicatorIndex& index_;
  std::vector<Hit>& hits_;
};

// A host name or address that is the whole value, a port allowed.
void match_host(const IndicatorIndex& index, std::string_view value, std::vector<Hit>& hits) {
  std::string_view s = value;
  if (const auto address = parse_address(s)) return index.address(*address, value, hits);
  const auto colon = s.rfind(':');
  if (colon != std::string_view::npos && number(s.substr(colon + 1))) s = s.substr(0, colon);
  if (const auto address = parse_address(s)) return index.address(*address, value, hits);
  std::array<char, 256> buffer{};
  const auto folded = fold_host(s, buffer);
  if (!folded.empty()) index.host(folded, value, hits);
}

void order(const std::span<Hit> fresh, std::vector<Hit>& hits) {
  const auto key = [](const Hit& h) { return std::pair(h.pack, h.indicator); };
  std::ranges::stable_sort(fresh, {}, key);
  const auto same = std::ranges::unique(fresh, {}, key);
  hits.resize(hits.size() - same.size());
}

}  // namespace

bool Matcher::may_match(Kind kind, std::string_view value) const {
  const unsigned asked = index_->of(kind);
  return asked == links ? next_mark(value, 0) < value.size() : asked != 0;
}

std::vector<std::uint64_t> Matcher::keys() const {
  return index_->keys();
}

bool Matcher::has_patterns() const {
  return index_->has_patterns();
}

void Matcher::match(Kind kind, std::string_view value, std::vector<Hit>& hits) const {
  const unsigned seen = index_->of(kind);
  const std::size_t before = hits.size();
  if (seen == 0 || value.empty()) return;
  const IndicatorIndex& index = *index_;
  if (seen & links) {
    LinkLookup lookup(index, hits);
    find_urls(value, lookup);
  }
  const auto s = trim(value);
  if (seen & host) match_host(index, s, hits);
  if (seen & person) index.person(s, hits);
  if (seen & file) index.file(s, hits);
  if (seen & program) index.program(s, kind, hits);
  if (seen & bundle) index.folded(Space::app, s.substr(0, s.find(':')), s, hits);
  if (seen & signature) index.digest(Space::certificate, s, hits);
  if (seen & digest) index.digest(Space::hash, s, hits);
  if (seen & identifier) index.folded(Space::profile, s, s, hits);
  if (seen & setting) index.folded(Space::property, s, s, hits);
  if (hits.size() > before + 1) order(std::span(hits).subspan(before), hits);
}

}  // namespace bridle
