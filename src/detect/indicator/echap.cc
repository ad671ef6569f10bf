// Products of the stalkerware list, as it is written: a list of maps whose members are texts,
// lists of texts, or one map of such lists (c2).
//
// - name: Product
//   type: watchware
//   packages:
//   - com.example.product
//   c2:
//     domains:
//     - c2.example
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "detect/indicator/collect.h"
#include "detect/indicator/readers.h"

namespace bridle {
namespace {

struct Listed {
  std::string key;
  std::string_view value;
  std::size_t line;
};

struct Product {
  std::string name;
  bool dual_use = false;
  std::vector<Listed> values;
};

// Without quotes and a comment after the value.
std::string_view scalar(std::string_view s) {
  s = trim(s.substr(0, s.find(" #")));
  if (s.size() > 1 && s.front() == s.back() && (s[0] == '"' || s[0] == '\''))
    s = s.substr(1, s.size() - 2);
  return s;
}

struct Member {
  IndicatorType type;
  bool vendor_site = false;
};

std::optional<Member> member(std::string_view key) {
  if (key == "packages" || key == "ios_bundles") return Member{IndicatorType::app};
  if (key == "certificates") return Member{IndicatorType::certificate};
  if (key == "websites" || key == "distribution") return Member{IndicatorType::domain, true};
  if (key == "domains") return Member{IndicatorType::domain};
  if (key == "ips" || key == "ip") return Member{IndicatorType::ip};
  return {};
}

void finish(const Product& product, Pack& pack) {
  for (const Listed& listed : product.values) {
    Indicator about{};
    about.id = line_id(pack, listed.line);
    about.campaign = product.name;
    about.dual_use = product.dual_use;
    const auto known = member(listed.key);
    if (!known) {
      if (listed.key != "names")
        skip(pack, std::move(about.id), "values under '" + listed.key + "' are not used");
      continue;
    }
    about.vendor_site = known->vendor_site;
    collect(pack, std::move(about), known->type, listed.value);
  }
}

class Products {
 public:
  explicit Products(Pack& pack) : pack_(pack) {}

  void line(std::string_view raw) {
    ++line_;
    const auto s = trim(raw);
    if (s.empty() || s.starts_with('#') || s == "---") return;
    if (raw.starts_with("- ")) {
      finish(product_, pack_);
      product_ = {};
      key_.clear();
      return entry(scalar_after_dash(s));
    }
    if (s.starts_with("- "))
      product_.values.push_back({key_, scalar(s.substr(2)), line_});
    else
      entry(s);
  }

  void end() { finish(product_, pack_); }

 private:
  static std::string_view scalar_after_dash(std::string_view s) { return trim(s.substr(2)); }

  // "key: value", or "key:" before a list.
  void entry(std::string_view s) {
    const auto colon = s.find(':');
    if (colon == std::string_view::npos)
      return skip(pack_, line_id(pack_, line_), "not understood");
    key_ = trim(s.substr(0, colon));
    const auto value = scalar(s.substr(colon + 1));
    if (value.empty() || value == "[]") return;
    if (key_ == "name")
      product_.name = value;
    else if (key_ == "type")
      product_.dual_use = says_dual_use(value);
    else
      product_.values.push_back({key_, value, line_});
  }

  Pack& pack_;
  Product product_;
  std::string key_;
  std::size_t line_ = 0;
};

}  // namespace

bool is_echap(std::string_view text) {
  const auto first = text.find("- name:");
  return first != std::string_view::npos && (first == 0 || text[first - 1] == '\n') &&
         contains(text, "\n  type:");
}

Result<void> read_echap(std::string_view text, Pack& pack) {
  Products products(pack);
  for (const std::string_view line : split(text, '\n')) products.line(line);
  products.end();
  return {};
}

}  // namespace bridle
