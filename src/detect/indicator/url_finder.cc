#include "detect/indicator/url_finder.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "base/text.h"
#include "detect/indicator/host.h"
#include "detect/indicator/host_text.h"
#include "detect/indicator/link_text.h"
#include "detect/indicator/next_mark.h"
#include "detect/indicator/percent.h"
#include "detect/indicator/redirector.h"

namespace bridle {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr unsigned kDeepest = 3;             // links in links in links
constexpr std::size_t kLongestScheme = 24;   // bytes before "://"
constexpr std::size_t kLongestUser = 256;    // bytes before an '@'
constexpr std::size_t kLongestToken = 8192;  // of encoded text that is decoded at once
constexpr std::size_t kLongestAddress = 64;  // bytes between brackets

// Which names count without a scheme.
enum class Bare : std::uint8_t { counted, led_to, ignored };

// Schemes whose host is one even without a dot; "content://media" names no machine.
bool opens_hosts(std::string_view scheme) {
  constexpr std::string_view kSchemes[] = {"http", "https", "hxxp", "hxxps", "ftp", "ws", "wss"};
  return std::ranges::any_of(kSchemes, [&](auto known) { return iequals(known, scheme); });
}

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
    // Not beyond to_: a link in a long text costs its own length only.
    const auto text = text_.substr(0, to_);
    for (auto mark = next_mark(text, from); mark < to_; mark = next_mark(text, scan_)) {
      scan_ = mark + 1;
      if (text_[mark] == '.')
        at_dot(mark, bare);
      else
        at_colon(mark, bare);
      scan_ = std::max(scan_, from_);
    }
  }

 private:
  char at(std::size_t i) const { return i < to_ ? text_[i] : '\0'; }
  char before(std::size_t i) const { return i > from_ ? text_[i - 1] : '\0'; }

  void at_dot(std::size_t dot, Bare bare) {
    if (!is(before(dot), host_byte) || !is(at(dot + 1), host_byte) || at(dot + 1) == '.') return;
    const auto [left, right] = host_around(text_, from_, to_, dot);
    scan_ = std::max(right, dot + 1);
    if (left >= dot || right <= dot + 1) return;  // only marks on one side
    if (before(left) == '%' || slashed(left)) {
      decode_token(left, right, bare);
    } else if (left >= from_ + 2 && text_.substr(left - 2, 2) == "//") {
      after_slashes(left, right, bare);
    } else if (before(left) == '@') {
      after_at(left, right, bare);
    } else if (bare == Bare::led_to) {
      if (leads_on(text_.substr(from_, left - from_), text_.substr(left, right - left),
                   text_.substr(right, to_ - right)))
        link(left, left, right);
    } else if (bare == Bare::counted && before(left) != '/') {
      alone(left, right);
    }
    // What stands before an '@' belongs to it.
    if (at(scan_) != '@') from_ = std::max(from_, std::min(scan_, to_));
  }

  // "scheme://user@host": what stands there is a host, with or without a dot.
  void at_colon(std::size_t colon, Bare bare) {
    const auto rest = text_.substr(colon + 1, to_ - colon - 1);
    const bool escaped = rest.starts_with("\\/\\/");
    if (!escaped && !rest.starts_with("//")) return;
    const std::size_t begin = scheme_before(colon);
    const std::size_t user = colon + (escaped ? 5 : 3);
    std::size_t host = user;
    for (std::size_t i = user; i < to_ && is(text_[i], authority_byte); ++i)
      if (text_[i] == '@') host = i + 1;
    if (at(host) == '[') return in_brackets(begin, host);
    std::size_t right = host;
    while (right < to_ && is(text_[right], host_byte)) ++right;
    const auto name = without_edge(text_.substr(host, right - host));
    right = host + name.size();
    // Other scripts and marks among them are for at_dot() to tell apart.
    if (name.empty() || std::ranges::any_of(name, is_wide)) return;
    const bool dotted = name.find('.') != npos;
    if (!dotted && !opens_hosts(text_.substr(begin, colon - begin))) return;
    if (escaped || (!dotted && at(right) == '%')) return decode_token(begin, right, bare);
    if (dotted || ends_host(right)) link(begin, user, right);
  }

  std::size_t scheme_before(std::size_t colon) const {
    std::size_t begin = colon;
    while (begin > from_ && is_alnum(text_[begin - 1]) && colon - begin < kLongestScheme) --begin;
    return begin;
  }

  // Whether a host without a dot ends here: the link or the sentence goes on, or nothing does.
  bool ends_host(std::size_t i) const {
    const char c = at(i);
    if (!is(c, link_byte) || std::string_view(":/?#").contains(c)) return true;
    return std::string_view(".,;!)'").contains(c) && !is(at(i + 1), link_byte);
  }

  // http://[2001:db8::1]/
  void in_brackets(std::size_t begin, std::size_t open) {
    const auto rest = text_.substr(open, std::min(to_ - open, kLongestAddress));
    const auto close = rest.find(']');
    if (close == npos || !parse_address(rest.substr(0, close + 1))) return;
    link(begin, open, open + close + 1);
  }

  bool slashed(std::size_t left) const {
    return left >= from_ + 4 && text_.substr(left - 4, 4) == "\\/\\/";
  }

  // "//host…" without a scheme, where the host begins at `left`; with one, what at_colon() left.
  void after_slashes(std::size_t left, std::size_t right, Bare bare) {
    const std::size_t begin = left - 2;
    const char c = before(begin);
    if (c == ':') return link(scheme_before(begin - 1), left, right);
    const bool path = c == '/' || is_alnum(c) || c == '.';
    const bool counts = bare == Bare::counted || (bare == Bare::led_to && c == '=');
    if (!counts || path || !is_plausible_host(text_.substr(left, right - left))) return;
    link(begin, left, right);
  }

  // A name with nothing before it that would say what it is.
  void alone(std::size_t left, std::size_t right) {
    if (before(left) == '\\') {
      // "\nevil.example" of escaped text; "folder\evil.example" is a path.
      if (!std::string_view("nrt").contains(text_[left])) return;
      ++left;
    }
    const auto host = text_.substr(left, right - left);
    if (is_plausible_host(host)) {
      if (at(right) != '@') link(left, left, right);
      return;
    }
    const auto core = ascii_core(host);
    if (core.empty()) return;
    const auto begin = static_cast<std::size_t>(core.data() - text_.data());
    link(begin, begin, begin + core.size());
  }

  // name@host: a user name within a link, or an e-mail address.
  void after_at(std::size_t left, std::size_t right, Bare bare) {
    const std::size_t lowest = left > from_ + kLongestUser ? left - kLongestUser : from_;
    std::size_t user = left - 1;
    while (user > lowest && is(text_[user - 1], link_byte) && text_[user - 1] != '/') --user;
    if (user >= from_ + 3 && text_.substr(user - 3, 3) == "://")
      return after_slashes(user, right, bare);
    std::size_t name = left - 1;
    while (name > lowest && is(text_[name - 1], mail_byte)) --name;
    while (name < left - 1 && (text_[name] == '.' || text_[name] == '-')) ++name;
    const auto host = text_.substr(left, right - left);
    if (name == left - 1 || !is_plausible_host(host)) return;
    const auto address = text_.substr(name, right - name);
    Found found{
        .text = around_.empty() ? address : around_, .link = {}, .url = {}, .email = address};
    found.url.host = host;
    sink_.on(found);
  }

  // A link from `begin`, whose user name or host starts at `user` and goes on at least to `right`.
  void link(std::size_t begin, std::size_t user, std::size_t right) {
    const auto [end, seen] = link_end(begin, right);
    const auto text = text_.substr(begin, end - begin);
    Found found{.text = around_.empty() ? text : around_,
                .link = text,
                .url = split_authority_on(text_.substr(user, end - user)),
                .email = {}};
    if (user > begin + 2) found.url.scheme = text.substr(0, text.find(':'));
    sink_.on(found);
    if (end > right + 1) embedded(begin, right, {.at = end, .seen = seen});
    from_ = std::max(from_, end);
  }

  LinkEnd link_end(std::size_t begin, std::size_t right) const {
    const bool dot = at(right) == '.';  // "evil.example./x" names the same host
    const bool goes_on = right + dot < to_ && std::string_view(":/?#@").contains(at(right + dot));
    if (!goes_on) return {.at = right, .seen = 0};
    const auto end = end_of_link(text_.substr(0, to_), right + dot);
    auto link = text_.substr(begin, end.at - begin);
    // A parameter's value ends at the next parameter, if that is not its own.
    if (depth_ > 0 && before(begin) == '=' && link.find('?') == npos)
      link = link.substr(0, link.find('&'));
    return {.at = begin + without_punctuation(link).size(), .seen = end.seen};
  }

  // Links in the path or the query of the link from `begin`: as they are, encoded, or in Base64.
  void embedded(std::size_t begin, std::size_t rest, LinkEnd end) {
    const auto tail = text_.substr(rest, end.at - rest);
    const auto whole = around_.empty() ? text_.substr(begin, end.at - begin) : around_;
    const auto has = [&](std::uint8_t kind) { return (end.seen & kind) != 0; };
    const bool leads = !has(escape_byte) && has(parameter_byte);
    if (has(name_byte) && (leads || tail.find("://") != npos) && may_spend(tail.size())) {
      Finder inner(text_, whole, depth_ + 1, budget_, sink_);
      inner.run(rest, end.at, leads ? Bare::led_to : Bare::ignored);
    }
    if (has(escape_byte)) decoded(percent_decoded, tail, whole, Bare::led_to);
    if (tail.find("/s/") != npos)
      for (const std::string_view mark : {"/amp/s/", "/c/s/", "/v/s/"})
        if (const auto at = tail.find(mark); at != npos)
          decoded(percent_decoded, tail.substr(at + mark.size()), whole, Bare::counted);
    // "http" in Base64
    if (has(base64_byte))
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

  std::string_view text_;
  std::string_view around_;
  unsigned depth_;
  std::size_t& budget_;  // bytes of encoded text that may still be looked at
  FoundSink& sink_;
  std::size_t from_ = 0;  // nothing before it is looked at again
  std::size_t to_ = 0;
  std::size_t scan_ = 0;  // where the next mark is looked for
};

}  // namespace

void find_urls(std::string_view text, FoundSink& sink) {
  std::size_t budget = 8 * text.size() + 4096;
  Finder(text, {}, 0, budget, sink).run(0, text.size(), Bare::counted);
}

}  // namespace bridle
