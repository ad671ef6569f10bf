#include "format/truetype_program.h"

#include <optional>
#include <utility>
#include <vector>

namespace bridle {
namespace {

enum Op : std::uint8_t {
  kJump = 0x1c,
  kFunction = 0x2c,
  kEnd = 0x2d,
  kManyBytes = 0x40,
  kManyWords = 0x41,
  kIf = 0x58,
  kEndIf = 0x59,
  kJumpIf = 0x78,
  kJumpIfNot = 0x79,
  kDefine = 0x89,
  kAdjust = 0x8f,
  kAdjustToo = 0x90,
  kBytes = 0xb0,
  kWords = 0xb8
};

constexpr std::size_t kMostValues = 4096;  // that are remembered of the stack

bool is_nothing(unsigned op) {
  return op == 0x28 || op == 0x7b || op == 0x83 || op == 0x84 || (op >= 0x93 && op < kBytes);
}

class Decoder {
 public:
  Decoder(Bytes program, const FontCodes& defined)
      : program_(program), seen_(program.size()), defined_(defined) {}

  FontProgram all() {
    waiting_.push_back(0);
    while (!waiting_.empty()) {
      const std::size_t at = waiting_.back();
      waiting_.pop_back();
      from(at);
    }
    return out_;
  }

 private:
  unsigned byte(std::size_t at) const { return std::to_integer<unsigned>(program_[at]); }

  // To the program's end, or to what was decoded already.
  void from(std::size_t at) {
    stack_.clear();
    stops_ = false;
    fed_ = at != 0;
    // Behind a jump nothing is known of what was carried out before.
    maybe_ = at == 0 ? 0 : 1;
    for (pos_ = at; pos_ < program_.size() && !seen_[pos_];) {
      seen_[pos_] = true;
      const std::size_t begins = pos_;
      const unsigned op = byte(pos_++);
      ++out_.instructions;
      if (push(op))
        fed_ = true;
      else
        other(op, begins);
    }
  }

  // Whether it puts values on the stack.
  bool push(unsigned op) {
    if (op == kManyBytes || op == kManyWords) {
      if (pos_ == program_.size()) {
        out_.cut = true;
        return true;
      }
      const unsigned count = byte(pos_++);
      values(count, op == kManyBytes ? 1 : 2);
      return true;
    }
    if (op < kBytes || op >= kWords + 8) return false;
    values((op & 7) + 1, op < kWords ? 1 : 2);
    return true;
  }

  void values(std::size_t count, std::size_t width) {
    if (count * width > program_.size() - pos_) {
      out_.cut = true;
      pos_ = program_.size();
      return;
    }
    for (std::size_t i = 0; i < count; ++i, pos_ += width) {
      const auto value = big_endian(program_.subspan(pos_), width);
      stack_.push_back(width == 2 ? static_cast<std::int16_t>(value) : static_cast<int>(value));
    }
    if (stack_.size() > kMostValues) stack_.erase(stack_.begin(), stack_.end() - kMostValues);
  }

  std::optional<int> pop() {
    if (stack_.empty()) return {};
    const int out = stack_.back();
    stack_.pop_back();
    return out;
  }

  void other(unsigned op, std::size_t begins) {
    const auto top = pop();
    if (op == kDefine && top && *top >= 0 && *top < 256)
      out_.defines[static_cast<std::size_t>(*top)] = true;
    if (op == kJump || op == kJumpIf || op == kJumpIfNot) jump(op, top, begins);
    if (op == kAdjust || op == kAdjustToo) {
      ++out_.adjusts[op - kAdjust];
      if (!stops_ && fed_) ++out_.reached[op - kAdjust];
    }
    if (op == kIf) ++maybe_;
    if (op == kEndIf && maybe_ > 0) --maybe_;
    if (maybe_ == 0 && is_nothing(op) && !defined_[op] && !out_.defines[op]) stops_ = true;
    // A function is not carried out where it stands.
    if (op == kEnd) stops_ = false;
    // What a definition's body does with the stack is done when it is called.
    if (op == kFunction || op == kDefine) fed_ = true;  // by who calls it
    if (op == kFunction || op == kDefine) std::swap(outer_, stack_);
    stack_.clear();
    if (op == kEnd) std::swap(outer_, stack_);
  }

  void jump(unsigned op, std::optional<int> top, std::size_t begins) {
    ++maybe_;
    // The others take the value that decides first, then the distance.
    const auto distance = op == kJump ? top : pop();
    if (!distance) return;
    const std::int64_t to = static_cast<std::int64_t>(begins) + *distance;
    if (to >= 0 && to < static_cast<std::int64_t>(program_.size()))
      waiting_.push_back(static_cast<std::size_t>(to));
  }

  Bytes program_;
  std::size_t pos_ = 0;
  std::vector<bool> seen_;  // where an instruction was decoded
  std::vector<std::size_t> waiting_;
  std::vector<int> stack_, outer_;
  bool fed_ = false;       // something was put on the stack
  bool stops_ = false;     // an interpreter does not come so far
  std::size_t maybe_ = 0;  // conditions around, and jumps before
  const FontCodes& defined_;
  FontProgram out_;
};

}  // namespace

FontProgram font_program(Bytes program, const FontCodes& defined) {
  return Decoder(program, defined).all();
}

}  // namespace bridle
