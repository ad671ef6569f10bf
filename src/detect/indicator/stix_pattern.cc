#include "detect/indicator/stix_pattern.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "detect/indicator/stix_lexer.h"
#include "detect/indicator/stix_object.h"
#include "detect/indicator/value_pattern.h"

namespace bridle {
namespace {

constexpr unsigned kDeepest = 64;  // parentheses in parentheses
constexpr std::size_t kMostValues = 10'000;

// What an expression amounts to: values that suffice alone, and reasons why other parts do not.
using Choice = StixPattern;

Choice refusal(std::string why) {
  return {.values = {}, .refused = {std::move(why)}};
}

Choice either(Choice a, Choice b) {
  std::ranges::move(b.values, std::back_inserter(a.values));
  std::ranges::move(b.refused, std::back_inserter(a.refused));
  return a;
}

Choice together(const Choice&, const Choice&) {
  return refusal("needs several values at once");
}

class Parser {
 public:
  explicit Parser(std::string_view pattern) : in_(pattern) {}

  StixPattern parse() {
    Choice out = observations(0);
    if (!broken_ && in_.peek().kind != Token::Kind::end) complain("unexpected text");
    if (broken_) return refusal(*broken_);
    if (out.values.size() > kMostValues) return refusal("more than 10000 values in one pattern");
    return out;
  }

 private:
  // observation { (AND | OR | FOLLOWEDBY) observation }
  Choice observations(unsigned depth) {
    Choice out = observation(depth);
    while (!broken_) {
      if (in_.take_word("OR")) {
        out = either(std::move(out), observation(depth));
      } else if (in_.take_word("AND")) {
        out = together(out, observation(depth));
      } else if (in_.take_word("FOLLOWEDBY")) {
        observation(depth);
        out = refusal("needs an order of events");
      } else {
        break;
      }
    }
    return out;
  }

  Choice observation(unsigned depth) {
    if (depth > kDeepest) return complain("too deep");
    Choice out;
    if (in_.take("[")) {
      out = comparisons(depth + 1);
      if (!in_.take("]")) return complain("no ']'");
    } else if (in_.take("(")) {
      out = observations(depth + 1);
      if (!in_.take(")")) return complain("no ')'");
    } else {
      return complain("no '['");
    }
    return qualified(std::move(out));
  }

  // WITHIN says nothing about a single event; the others narrow it in ways a record cannot tell.
  Choice qualified(Choice what) {
    for (;;) {
      if (in_.take_word("WITHIN")) {
        in_.next();
        if (!in_.take_word("SECONDS")) return complain("WITHIN without SECONDS");
      } else if (in_.take_word("REPEATS")) {
        const auto times = number(in_.next().text);
        if (!in_.take_word("TIMES")) return complain("REPEATS without TIMES");
        if (times != 1) what = refusal("needs the event several times");
      } else if (in_.take_word("START")) {
        in_.next();
        if (!in_.take_word("STOP")) return complain("START without STOP");
        in_.next();
        what = refusal("holds only in a stated window of time");
      } else {
        return what;
      }
    }
  }

  // AND binds closer than OR.
  Choice comparisons(unsigned depth) {
    Choice out = conjunction(depth);
    while (!broken_ && in_.take_word("OR")) out = either(std::move(out), conjunction(depth));
    return out;
  }

  Choice conjunction(unsigned depth) {
    Choice out = comparison(depth);
    while (!broken_ && in_.take_word("AND")) out = together(out, comparison(depth));
    return out;
  }

  Choice comparison(unsigned depth) {
    if (depth > kDeepest) return complain("too deep");
    if (in_.take("(")) {
      Choice out = comparisons(depth + 1);
      if (!in_.take(")")) return complain("no ')'");
      return out;
    }
    const bool exists = in_.take_word("EXISTS");
    const std::string path = in_.object_path();
    if (path.empty()) return complain("no object path");
    if (exists) return refusal("asks only whether " + path + " exists");
    bool negated = in_.take_word("NOT");
    const std::string op = in_.op();
    if (op.empty()) return complain("no operator");
    if (in_.take_word("NOT")) negated = true;
    return compared(path, op, negated);
  }

  Choice compared(const std::string& path, const std::string& op, bool negated) {
    std::vector<std::string> values;
    if (op == "IN") {
      if (!in_.take("(")) return complain("IN without '('");
      do {
        if (!operand(values)) return complain("no value");
      } while (in_.take(","));
      if (!in_.take(")")) return complain("no ')'");
    } else if (!operand(values)) {
      return complain("no value");
    }
    if (negated || op == "!=" || op == "<>") return refusal("needs an absence");
    const auto type = stix_object(path);
    if (!type) return refusal("nothing on a phone is compared with " + path);
    return usable(*type, path, op, std::move(values));
  }

  static Choice usable(IndicatorType type, const std::string& path, const std::string& op,
                       std::vector<std::string> values) {
    const bool subset = op == "ISSUBSET" && type == IndicatorType::ip;
    if (op != "=" && op != "==" && op != "IN" && op != "LIKE" && op != "MATCHES" && !subset)
      return refusal(
          std::string("the operator ").append(op).append(" is not used with ").append(path));
    Choice out;
    for (std::string& value : values) {
      StixValue one = compared_by(op, type, std::move(value));
      if (one.compared != Compared::equal && !takes_patterns(type))
        return refusal(op + " with a pattern is not used with " + path);
      if (path == "directory:path" && !in_folder(one))
        return refusal("what lies in a folder cannot be told from " + op);
      out.values.push_back(std::move(one));
    }
    return out;
  }

  // All that lies in the folder that the value names.
  static bool in_folder(StixValue& value) {
    if (value.compared == Compared::matches) return false;
    const bool open = value.value.ends_with("/%") && value.compared == Compared::like;
    if (!open && !value.value.ends_with('/')) value.value += '/';
    if (!open && value.compared == Compared::like) value.value += '%';
    return true;
  }

  bool operand(std::vector<std::string>& values) {
    Token token = in_.next();
    if (token.kind != Token::Kind::value && token.kind != Token::Kind::word) return false;
    values.push_back(std::move(token.text));
    return true;
  }

  // A pattern that says the same as a value is one: values cost less and are flagged better.
  static StixValue compared_by(const std::string& op, IndicatorType type, std::string value) {
    std::optional<std::string> same;
    if (op == "LIKE") same = from_like(type, value);
    if (op == "MATCHES") same = from_regex(value);
    if (same) return {.type = type, .value = *std::move(same)};
    const auto how = op == "LIKE"      ? Compared::like
                     : op == "MATCHES" ? Compared::matches
                                       : Compared::equal;
    return {.type = type, .value = std::move(value), .compared = how};
  }

  // A host with all its sub-domains, a folder with all that is in it, or no wildcard at all.
  static std::optional<std::string> from_like(IndicatorType type, std::string_view like) {
    if (type == IndicatorType::domain && like.starts_with("%.")) like.remove_prefix(2);
    const bool folder = type == IndicatorType::path && like.ends_with("/%");
    if (folder) like.remove_suffix(1);
    if (like.empty() || like.find_first_of("%_") != std::string_view::npos) return {};
    return std::string(like);
  }

  // "^a\.example$": a regular expression of one text.
  static std::optional<std::string> from_regex(std::string_view regex) {
    if (!regex.starts_with('^') || !regex.ends_with('$') || regex.size() < 3) return {};
    std::string out;
    for (std::size_t i = 1; i + 1 < regex.size(); ++i) {
      if (regex[i] == '\\' && i + 2 < regex.size() && !is_alnum(regex[i + 1]))
        out += regex[++i];
      else if (std::string_view("\\^$.|?*+()[]{}").contains(regex[i]))
        return {};
      else
        out += regex[i];
    }
    return out;
  }

  Choice complain(std::string_view what) {
    if (!broken_)
      broken_ = "not a STIX pattern: " + std::string(what) + " at " + std::to_string(in_.pos());
    return {};
  }

  StixLexer in_;
  std::optional<std::string> broken_;
};

// [domain-name:value = 'evil.example'], all that packs for phones hold: told without the parser,
// reading them takes about a fifth less. Nothing if there is more to the pattern.
std::optional<StixValue> single_equality(std::string_view pattern) {
  if (!pattern.starts_with('[') || !pattern.ends_with("']")) return {};
  const auto sign = pattern.find('=');
  if (sign == std::string_view::npos) return {};
  const auto path = trim(pattern.substr(1, sign - 1));
  const auto quoted = trim(pattern.substr(sign + 1, pattern.size() - sign - 2));
  if (quoted.size() < 2 || quoted.front() != '\'' || path == "directory:path") return {};
  const auto value = quoted.substr(1, quoted.size() - 2);
  const auto type = stix_object(path);
  if (!type || contains(value, "'") || contains(value, "\\")) return {};
  return StixValue{.type = *type, .value = std::string(value)};
}

}  // namespace

StixPattern parse_stix_pattern(std::string_view pattern) {
  if (pattern.size() > 1 << 20) return refusal("the pattern is longer than 1 MiB");
  if (auto one = single_equality(pattern)) return {.values = {*std::move(one)}, .refused = {}};
  return Parser(pattern).parse();
}

}  // namespace bridle
