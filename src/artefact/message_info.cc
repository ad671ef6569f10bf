#include "artefact/message_info.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"

namespace bridle {
namespace {

class Parts : public Rows {
 public:
  Parts(InfoParts parts, Rows& out) : parts_(parts), out_(out) {}

  void push(RowOrigin origin, std::span<const Value> values) override {
    const auto* const digits = std::get_if<std::string_view>(&values.back());
    const auto info = digits ? from_hex(*digits) : std::nullopt;
    if (!info) return;
    const auto give = [&](std::span<const Value> parsed) {
      row_.assign(values.begin(), values.end() - 1);
      std::ranges::copy(parsed, row_.begin());
      out_.push(origin, row_);
    };
    if (origin.recovered.empty()) {
      count(read(*info, give), origin.row);
    } else if (!read(*info, [](std::span<const Value>) {})) {
      // What cannot be read to its end was never such a value.
      static_cast<void>(read(*info, give));
    }
  }
  void gap(std::uint64_t at, std::string_view why) override { out_.gap(at, why); }
  bool stopped() const override { return out_.stopped(); }

  void tell_broken() const {
    if (broken_ == 0) return;
    out_.gap(first_row_,
             "values of ZRECEIPTINFO that could not be read whole: " + std::to_string(broken_) +
                 ", the first in row " + std::to_string(first_row_) + ": " + first_->what);
  }

 private:
  // The first thing that is wrong with it.
  std::optional<Error> read(std::string_view info, const OnPart& part) const {
    std::optional<Error> wrong;
    auto readers = parts_(part);
    readers.broken = [&](const Error& e) {
      if (!wrong) wrong = e;
    };
    const auto done = read_message_info(as_bytes(info), readers);
    if (!done && !wrong) wrong = done.error();
    return wrong;
  }

  void count(const std::optional<Error>& wrong, std::uint64_t row) {
    if (!wrong || broken_++ > 0) return;
    first_ = wrong;
    first_row_ = row;
  }

  InfoParts parts_;
  Rows& out_;
  std::vector<Value> row_;
  std::uint64_t broken_ = 0;
  std::uint64_t first_row_ = 0;
  std::optional<Error> first_;
};

}  // namespace

Result<void> message_info_rows(const File& file, std::span<const Field> fields, InfoParts parts,
                               Rows& out) {
  Parts rows(parts, out);
  auto read = sqlite_rows(file, kMessageInfos, fields, rows);
  rows.tell_broken();
  return read;
}

}  // namespace bridle
