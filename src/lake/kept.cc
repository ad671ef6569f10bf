#include "lake/kept.h"

#include "base/text.h"
#include "detect/indicator/url_finder.h"
#include "record/privacy.h"

namespace bridle {
namespace {

// The links and addresses in a text, a line each, as they stand there.
class Links : public FoundSink {
 public:
  Links(IdentifierSeal& seal, std::string& into) : seal_(seal), into_(into) {}

  void on(const Found& found) override {
    if (found.text == last_) return;  // of a link in a link: the link around it
    last_ = found.text;
    if (!into_.empty()) into_ += '\n';
    into_ += found.email.empty() ? found.text : seal_.seal(found.text);
  }

 private:
  IdentifierSeal& seal_;
  std::string& into_;
  std::string_view last_;
};

bool is_place(std::string_view field) {
  return contains(field, "latitude") || contains(field, "longitude");
}

}  // namespace

Value kept(const Field& field, const Value& value, IdentifierSeal& seal, std::string& into) {
  const Privacy privacy = privacy_of(field.name, field.kind);
  if (privacy == Privacy::device || is_place(field.name)) return {};
  const auto* const text = std::get_if<std::string_view>(&value);
  if (!text) return value;
  if (privacy == Privacy::identifier && !text->empty()) {
    into = seal.seal(*text);
    return std::string_view(into);
  }
  if (field.kind == Kind::path && contains(*text, "@")) {
    into = seal.seal_in_path(*text);
    return std::string_view(into);
  }
  if (field.kind != Kind::content) return value;
  into.clear();
  Links links(seal, into);
  find_urls(*text, links);
  return into.empty() ? Value() : Value(std::string_view(into));
}

bool may_hold_identifiers(Kind kind) {
  return kind == Kind::content || kind == Kind::path || privacy_of({}, kind) == Privacy::identifier;
}

Value opened(Kind kind, const Value& value, IdentifierSeal& seal, std::string& into) {
  const auto* const text = std::get_if<std::string_view>(&value);
  if (!text || !may_hold_identifiers(kind)) return value;
  if (!contains(*text, IdentifierSeal::kMark)) return value;
  into = seal.open_in(*text);
  return std::string_view(into);
}

}  // namespace bridle
