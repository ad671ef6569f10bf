#include "detect/indicator/url_finder.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/text.h"
#include "detect/indicator/host.h"
#include "detect/indicator/link_text.h"
#include "detect/indicator/percent.h"

namespace bridle {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr unsigned kDeepest = 3;             // links in links in links
constexpr std::size_t kLongestUser = 256;    // bytes before an '@'
constexpr std::size_t kLongestAddress = 64;  // bytes between brackets
constexpr std::size_t kLongestToken = 8192;  // of encoded text that is decoded at once

// Which names count without a scheme.
enum class Bare : std::uint8_t { counted, ignored };

class Finder {
 public:
  // `around` is the link in the original text that this text was decoded from; empty for itself.
  Finder(std::string_view text, std::string_view around, unsigned depth, std::size_t& budget,
         FoundSink& sink)
      : text_(text), around_(around), depth_(depth), budget_(budget), sink_(sink) {}

  void run(std::size_t from, std::size_t to, Bare bare) {
    from_ = from;
    to_ = to;
    scan_ = from;
    for (std::size_t dot = next('.', from); dot < to_; dot = next('.', std::max(dot + 1, scan_)))
      at_dot(dot, bare);
    from_ = from;
    brackets();
  }

 private:
  std::size_t next(char c, std::size_t from) const {
    if (from >= to_) return to_;
    // Not beyond to_: a link in a long text costs its own length only.
    const auto found = text_.substr(from, to_ - from).find(c);
    return found == npos ? to_ : from + found;
  }
  char at(std::size_t i) const { return i < to_ ? text_[i] : '\0'; }
  char before(std::size_t i) const { return i > from_ ? text_[i - 1] : '\0'; }

  void at_dot(std::size_t dot, Bare bare) {
    if (!is(before(dot), host_byte) || !is(at(dot + 1), host_byte) || at(dot + 1) == '.') return;
    std::size_t left = dot;
    while (left > from_ && is(text_[left - 1], host_byte)) --left;
    std::size_t right = dot;
    while (right < to_ && is(text_[right], host_byte)) ++right;
    narrow(dot, left, right);
    scan_ = std::max(right, dot + 1);
    if (left >= dot || right <= dot + 1) return;  // only marks on one side
    if (before(left) == '%' || slashed(left)) {
      decode_token(left, right, bare);
    } else if (left >= from_ + 2 && text_.substr(left - 2, 2) == "//") {
      with_scheme(left, right, bare);
    } else if (before(left) == '@') {
      after_at(left, right, bare);
    } else if (bare == Bare::counted && before(left) != '/') {
      without_scheme(left, right);
    }
    // What stands before an '@' belongs to it.
    if (at(scan_) != '@') from_ = std::max(from_, std::min(scan_, to_));
    scan_ = std::max(scan_, from_);
  }

  // Takes away what touches a host without being part of it: marks and blanks outside ASCII,
  // dots, hyphens.
  void narrow(std::size_t dot, std::size_t& left, std::size_t& right) const {
    const auto wide = [](char c) { return static_cast<unsigned char>(c) >= 0xc2; };
    if (std::ranges::any_of(text_.substr(left, right - left), wide)) narrow_marks(dot, left, right);
    while (left < dot && (text_[left] == '.' || text_[left] == '-')) ++left;
    while (right > dot && (text_[right - 1] == '.' || text_[right - 1] == '-')) --right;
  }

  void narrow_marks(std::size_t dot, std::size_t& left, std::size_t& right) const {
    for (std::size_t i = left; i < right;) {
      const std::size_t mark = wide_mark(text_.substr(i, right - i));
      if (mark == 0) {
        ++i;
      } else if (i < dot) {
        left = i += mark;
      } else {
        right = i;
      }
    }
  }

  bool slashed(std::size_t left) const {
    return left >= from_ + 4 && text_.substr(left - 4, 4) == "\\/\\/";
  }

  // "scheme://host…" or "//host…", where the host begins at `left`.
  void with_scheme(std::size_t left, std::size_t right, Bare bare) {
    std::size_t begin = left - 2;
    if (before(begin) == ':') {
      --begin;
      while (begin > from_ && is_alnum(text_[begin - 1]) && left - begin < 24) --begin;
      return link(begin, left, right);
    }
    const char c = before(begin);
    const bool path = c == '/' || is_alnum(c) || c == '.' || c == ':';
    if (bare == Bare::ignored || path || !plausible(text_.substr(left, right - left))) return;
    link(begin, left, right);
  }

  void without_scheme(std::size_t left, std::size_t right) {
    if (before(left) == '\\') {
      // "\nevil.example" of escaped text; "folder\evil.example" is a path.
      if (!std::string_view("nrt").contains(text_[left])) return;
      ++left;
    }
    const auto host = text_.substr(left, right - left);
    if (plausible(host)) {
      if (at(right) != '@') link(left, left, right);
      return;
    }
    ascii_core(left, right);
  }

  // Writing without blanks: 请看evil.example谢谢.
  void ascii_core(std::size_t left, std::size_t right) {
    const auto wide = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    const auto host = text_.substr(left, right - left);
    if (std::ranges::none_of(host, wide)) return;
    const auto dot = host.rfind('.');
    std::size_t begin = dot;
    while (begin > 0 && !wide(host[begin - 1])) --begin;
    const auto end =
        std::ranges::find_if(host.begin() + static_cast<std::ptrdiff_t>(dot), host.end(), wide) -
        host.begin();
    const auto core = host.substr(begin, static_cast<std::size_t>(end) - begin);
    if (!core.starts_with('.') && plausible(core))
      link(left + begin, left + begin, left + static_cast<std::size_t>(end));
  }

  static bool plausible(std::string_view host) {
    if (host.size() < 4) return false;
    if (ends_in_tld(host)) return true;
    if (is_digit(host.back())) return parse_address(host).has_value();
    // The root's names in other scripts: ask only where there are any.
    if (static_cast<unsigned char>(host.back()) < 0x80) return false;
    std::array<char, 256> buffer{};
    return ends_in_tld(fold_host(host, buffer));
  }

  // name@host: a user name within a link, or an e-mail address.
  void after_at(std::size_t left, std::size_t right, Bare bare) {
    const std::size_t lowest = left > from_ + kLongestUser ? left - kLongestUser : from_;
    std::size_t user = left - 1;
    while (user > lowest && is(text_[user - 1], link_byte) && text_[user - 1] != '/') --user;
    if (user >= from_ + 3 && text_.substr(user - 3, 3) == "://")
      return with_scheme(user, right, bare);
    std::size_t name = left - 1;
    while (name > lowest && is(text_[name - 1], mail_byte)) --name;
    while (name < left - 1 && (text_[name] == '.' || text_[name] == '-')) ++name;
    const auto host = text_.substr(left, right - left);
    if (name == left - 1 || !plausible(host)) return;
    const auto address = text_.substr(name, right - name);
    Found found{.text = around_.empty() ? address : around_, .url = {}, .email = address};
    found.url.host = host;
    sink_.on(found);
  }

  // A link from `begin`, whose host or user name starts at `host` and goes on at least to `right`.
  void link(std::size_t begin, std::size_t host, std::size_t right) {
    std::size_t end = right;
    const bool goes_on = std::string_view(":/?#@").contains(at(right)) && right < to_;
    if (goes_on) end = link_end(text_.substr(0, to_), right);
    if (end > right) end = begin + without_punctuation(text_.substr(begin, end - begin)).size();
    const auto text = text_.substr(begin, end - begin);
    sink_.on({.text = around_.empty() ? text : around_,
              .url = split_url(text_.substr(host, end - host)),
              .email = {}});
    if (end > right + 1) embedded(begin, right, end);
    from_ = std::max(from_, end);
  }

  // Links in the path or the query of the link [begin, end): as they are, encoded, or in Base64.
  void embedded(std::size_t begin, std::size_t rest, std::size_t end) {
    const auto tail = text_.substr(rest, end - rest);
    const auto whole = around_.empty() ? text_.substr(begin, end - begin) : around_;
    if (tail.find("://") != npos && may_spend(tail.size())) {
      Finder inner(text_, whole, depth_ + 1, budget_, sink_);
      inner.run(rest, end, Bare::ignored);
    }
    if (tail.find('%') != npos) decoded(percent_decoded, tail, whole, Bare::ignored);
    if (tail.find("/s/") != npos)
      for (const std::string_view mark : {"/amp/s/", "/c/s/", "/v/s/"})
        if (const auto at = tail.find(mark); at != npos)
          decoded(percent_decoded, tail.substr(at + mark.size()), whole, Bare::counted);
    // "http" in Base64
    if (const auto at = tail.find("aHR0c"); at != npos)
      decoded(base64_decoded, tail.substr(at), whole, Bare::ignored);
  }

  // Bounds the work on links in links that were made to cost.
  bool may_spend(std::size_t bytes) {
    if (depth_ == kDeepest || bytes > budget_) return false;
    budget_ -= bytes;
    return true;
  }

  void decoded(std::string (*decode)(std::string_view), std::string_view encoded,
               std::string_view around, Bare bare) {
    if (!may_spend(encoded.size())) return;
    const std::string text = decode(encoded);
    Finder inner(text, around, depth_ + 1, budget_, sink_);
    inner.run(0, text.size(), bare);
  }

  // Encoded text outside a link: "u=https%3A%2F%2Fevil.example%2F", "https:\/\/evil.example\/".
  void decode_token(std::size_t left, std::size_t right, Bare bare) {
    const auto inside = [&](std::size_t i) { return is(text_[i], link_byte) || text_[i] == '\\'; };
    const std::size_t lowest = left > from_ + kLongestToken ? left - kLongestToken : from_;
    while (left > lowest && inside(left - 1)) --left;
    const std::size_t highest = std::min(to_, right + kLongestToken);
    while (right < highest && inside(right)) ++right;
    const auto token = text_.substr(left, right - left);
    from_ = right;
    decoded(percent_decoded, token, around_.empty() ? token : around_, bare);
  }

  // Hosts without a dot that still are addresses: http://[2001:db8::1]/
  void brackets() {
    for (std::size_t i = next('[', from_); i < to_; i = next('[', i + 1)) {
      if (i < from_ + 3 || text_.substr(i - 3, 3) != "://") continue;
      const auto close = i + text_.substr(i, std::min(to_ - i, kLongestAddress)).find(']');
      if (close < i || !parse_address(text_.substr(i, close + 1 - i))) continue;
      std::size_t begin = i - 3;
      while (begin > from_ && is_alnum(text_[begin - 1])) --begin;
      link(begin, i, close + 1);
    }
  }

  std::string_view text_;
  std::string_view around_;
  unsigned depth_;
  std::size_t& budget_;  // bytes of encoded text that may still be looked at
  FoundSink& sink_;
  std::size_t from_ = 0;  // nothing before it is looked at again
  std::size_t to_ = 0;
  std::size_t scan_ = 0;  // where the next dot is looked for
};

}  // namespace

void find_urls(std::string_view text, FoundSink& sink) {
  std::size_t budget = 8 * text.size() + 4096;
  Finder(text, {}, 0, budget, sink).run(0, text.size(), Bare::counted);
}

}  // namespace bridle
