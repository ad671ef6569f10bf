#include "format/usage_stats.h"

#include "format/protobuf.h"

namespace bridle {
namespace {

constexpr std::uint32_t kPool = 2, kApps = 20, kEvents = 22, kPending = 23;

std::int64_t whole(const ProtoField& f) {
  return static_cast<std::int64_t>(f.value);
}

class Interval {
 public:
  Interval(Bytes file, const UsageNames& names, const UsageReaders& readers)
      : file_(file), names_(names), readers_(readers) {}

  Result<void> read() {
    return each_field(file_, file_, [this](const ProtoField& f) { part(f); });
  }

 private:
  void part(const ProtoField& f) {
    Result<void> done;
    // The second version has a number where the first has its pool.
    if (f.number == kPool && !f.bytes.empty()) done = pool(f.bytes);
    if (f.number == kApps) done = app(f.bytes);
    if (f.number == kEvents) done = has_pool_ ? pooled_event(f.bytes) : event(f.bytes);
    if (f.number == kPending) done = pending(f.bytes);
    if (!done) readers_.broken(done.error());
  }

  Result<void> pool(Bytes message) {
    has_pool_ = true;
    return each_field(file_, message, [this](const ProtoField& f) {
      if (f.number == 2) pool_.push_back(as_text(f.bytes));
    });
  }

  std::string_view pooled(const ProtoField& f) const {
    return f.value == 0 || f.value > pool_.size() ? "" : pool_[f.value - 1];
  }

  Result<void> app(Bytes message) {
    UsedApp a{.at = place_in(file_, message)};
    const auto read = each_field(file_, message, [&](const ProtoField& f) {
      if (f.number == 1) {
        a.token = f.value;
        a.package = f.bytes.empty() ? names_.package(f.value) : as_text(f.bytes);
      }
      if (f.number == 2 && has_pool_) a.package = pooled(f);
      if (f.number == 3) a.last_used = whole(f);
      if (f.number == 4) a.used_ms = whole(f);
      if (f.number == 6) a.launches = whole(f);
      if (f.number == 8) a.last_service = whole(f);
      if (f.number == 9) a.service_ms = whole(f);
      if (f.number == 10) a.last_visible = whole(f);
      if (f.number == 11) a.visible_ms = whole(f);
      if (f.number == 12) a.last_part = whole(f);
    });
    readers_.app(a);
    return read;
  }

  Result<void> pooled_event(Bytes message) {
    UsageEvent e{.at = place_in(file_, message)};
    const auto read = each_field(file_, message, [&](const ProtoField& f) {
      if (f.number == 1) e.package = as_text(f.bytes);
      if (f.number == 2) e.package = pooled(f);
      if (f.number == 3) e.part = as_text(f.bytes);
      if (f.number == 4) e.part = pooled(f);
      if (f.number == 5) e.ms = whole(f);
      if (f.number == 6) e.flags = whole(f);
      if (f.number == 7) e.type = whole(f);
      if (f.number == 9) e.shortcut = as_text(f.bytes);
      if (f.number == 11) e.bucket = whole(f);
      if (f.number == 12) e.channel = as_text(f.bytes);
      if (f.number == 13) e.channel = pooled(f);
      if (f.number == 14) e.instance = whole(f);
      if (f.number == 15) e.root = pooled(f);
      if (f.number == 16) e.root_part = pooled(f);
    });
    readers_.event(e);
    return read;
  }

  static void numbers(const ProtoField& f, UsageEvent& e) {
    if (f.number == 3) e.ms = whole(f);
    if (f.number == 4) e.flags = whole(f);
    if (f.number == 5) e.type = whole(f);
    if (f.number == 8) e.bucket = whole(f);
    if (f.number == 10) e.instance = whole(f);
  }

  Result<void> event(Bytes message) {
    UsageEvent e{.at = place_in(file_, message)};
    std::uint64_t tokens[13] = {};
    const auto read = each_field(file_, message, [&](const ProtoField& f) {
      numbers(f, e);
      if (f.number < std::size(tokens)) tokens[f.number] = f.value;
    });
    e.token = tokens[1];
    e.package = names_.package(tokens[1]);
    e.part = names_.text(tokens[1], tokens[2]);
    e.shortcut = names_.text(tokens[1], tokens[7]);
    e.channel = names_.text(tokens[1], tokens[9]);
    e.root = names_.package(tokens[11]);
    e.root_part = names_.text(tokens[11], tokens[12]);
    readers_.event(e);
    return read;
  }

  Result<void> pending(Bytes message) {
    UsageEvent e{.at = place_in(file_, message), .is_absolute = true};
    const auto read = each_field(file_, message, [&](const ProtoField& f) {
      numbers(f, e);
      if (f.number == 1) e.package = as_text(f.bytes);
      if (f.number == 2) e.part = as_text(f.bytes);
      if (f.number == 7) e.shortcut = as_text(f.bytes);
      if (f.number == 9) e.channel = as_text(f.bytes);
      if (f.number == 11) e.root = as_text(f.bytes);
      if (f.number == 12) e.root_part = as_text(f.bytes);
    });
    readers_.event(e);
    return read;
  }

  Bytes file_;
  const UsageNames& names_;
  const UsageReaders& readers_;
  std::vector<std::string_view> pool_;
  bool has_pool_ = false;
};

}  // namespace

UsageNames UsageNames::read(Bytes mappings, std::optional<Error>& damage) {
  UsageNames out;
  const auto keep_first = [&](const Result<void>& done) {
    if (!done && !damage) damage = done.error();
  };
  keep_first(each_field(mappings, mappings, [&](const ProtoField& f) {
    if (f.number != 2) return;
    App app{.at = place_in(mappings, f.bytes), .texts = {}};
    std::uint64_t token = 0;
    keep_first(each_field(mappings, f.bytes, [&](const ProtoField& inner) {
      if (inner.number == 1) token = inner.value;
      if (inner.number == 2) app.texts.push_back(as_text(inner.bytes));
    }));
    if (token != 0) out.texts_.insert_or_assign(token, std::move(app));
  }));
  return out;
}

std::string_view UsageNames::text(std::uint64_t package, std::uint64_t token) const {
  const auto app = texts_.find(package);
  if (app == texts_.end() || token == 0 || token > app->second.texts.size()) return {};
  return app->second.texts[token - 1];
}

void UsageNames::each(
    const std::function<void(std::uint64_t at, std::string_view name)>& take) const {
  for (const auto& [token, app] : texts_)
    if (!app.texts.empty()) take(app.at, app.texts.front());
}

Result<void> read_usage(Bytes file, const UsageNames& names, const UsageReaders& readers) {
  return Interval(file, names, readers).read();
}

}  // namespace bridle
