// Accessibility services: they see what is on the screen and can press for the owner, which is how
// much spyware reads messages.
//
//   User state[attributes:{id=0, …, installedServiceCount=2}
//     Bound services:{Service[label=Talk, feedbackType[FEEDBACK_SPOKEN], capabilities=1, …]}
//     Enabled services:{{com.x/com.x.Service}, {com.y/.Z}}
//     Binding services:{}
//     Crashed services:{}
//     installed services: {                           not on all phones
//       0 : com.x/.Service [(A11yTool)]
//     }
// Source: AOSP services/accessibility AccessibilityUserState (dump).

#include <algorithm>

#include "artefact/dump_components.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:accessibility"};

constexpr Field kFields[] = {
    {"package", Kind::app, "the app; empty if only the service's label is told"},
    {"component", Kind::text, "its service"},
    {"label", Kind::content, "the service's name, as the owner sees it"},
    {"state", Kind::text, "installed, enabled, binding, bound, crashed, one a line"},
    {"user", Kind::text, "whose service it is"},
    {"tool", Kind::number, "1 if it says that it serves people with disabilities"},
    {"installed_count", Kind::number, "services that this user has, if the dump names fewer"},
};

constexpr std::string_view kStates[] = {"installed", "enabled", "binding", "bound", "crashed"};

class Reader {
 public:
  explicit Reader(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    if (const auto id = between(line, "attributes:{id=", ",")) begin(at, *id);
    if (const auto count = number_word(line, "installedServiceCount")) count_ = *count;
    const std::string_view text = trim(line);
    const std::size_t mark = text.find(" services:");
    const std::size_t brace = mark == std::string_view::npos ? mark : text.find('{', mark);
    if (brace != std::string_view::npos && is_state(text.substr(0, mark))) {
      found_ = true;
      state_ = lower(text.substr(0, mark));
      open_ = 0;
      services(at, text.substr(brace));
    } else if (!state_.empty()) {
      services(at, text);
    }
  }

  void end(std::uint64_t begins) {
    put();
    if (!found_) out_.gap(begins, "no list of accessibility services");
  }

 private:
  static bool is_state(std::string_view word) {
    for (const std::string_view state : kStates)
      if (iequals(word, state)) return true;
    return false;
  }

  void begin(std::uint64_t at, std::string_view user) {
    put();
    at_ = at;
    user_ = user;
  }

  // A line of a list, which may go on over several.
  void services(std::uint64_t at, std::string_view text) {
    if (contains(text, "Service[label="))
      bound(at, text);
    else
      for (const std::string_view name : components_in(text)) {
        services_.add(at, name, state_, user_);
        if (contains(text, "(A11yTool)")) tools_.add(at, name, {}, {});
      }
    open_ += std::ranges::count(text, '{') - std::ranges::count(text, '}');
    if (open_ <= 0) state_.clear();
  }

  // These are told by their labels; some phones add the component.
  void bound(std::uint64_t at, std::string_view text) {
    constexpr std::string_view kMark = "Service[label=";
    for (std::size_t i = text.find(kMark); i != std::string_view::npos;) {
      const std::size_t next = text.find(kMark, i + 1);
      const std::string_view service = text.substr(i + kMark.size(), next - i - kMark.size());
      const auto id = word(service, "id");
      if (id && package_of(*id))
        services_.add(at, *id, state_, user_);
      else
        out_.row<kFields>(at, std::nullopt, std::nullopt,
                          service.substr(0, service.find(", feedbackType")), state_, some(user_),
                          std::nullopt, std::nullopt);
      i = next;
    }
  }

  void put() {
    const auto& all = services_.all();
    for (const Component& c : all)
      out_.row<kFields>(c.at, package_of(c.name), c.name, std::nullopt, c.states, some(user_),
                        tools_.has(c.name), std::nullopt);
    if (count_ > static_cast<std::int64_t>(all.size()))
      out_.row<kFields>(at_, std::nullopt, std::nullopt, std::nullopt, "installed", some(user_),
                        std::nullopt, count_);
    services_ = {};
    count_ = 0;
  }

  Rows& out_;
  Components services_, tools_;
  std::string user_, state_;
  std::uint64_t at_ = 0;  // where the user's part begins
  std::int64_t count_ = 0;
  std::int64_t open_ = 0;  // brackets of the list that is read
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(out));
}

}  // namespace

ARTEFACT(android_accessibility) = {
    .id = "android_accessibility",
    .title = "Accessibility services",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the line begins",
};

}  // namespace bridle
