// A main() for fuzz targets built without libFuzzer: every file of the given folder, then fixed
// mutations of them. The same on every machine, so that a failure can be looked at.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr int kMutations = 4000;
constexpr std::clock_t kSeconds = 20;  // of CPU: sanitized parsers of large inputs are slow

using Input = std::vector<std::uint8_t>;

std::vector<Input> read_folder(const char* folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Input> inputs = {{}};
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    inputs.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return inputs;
}

class Mutator {
 public:
  Input mutate(const std::vector<Input>& inputs) {
    Input input = inputs[below(inputs.size())];
    for (std::size_t n = 1 + below(4); n-- > 0;) change(input, inputs);
    return input;
  }

 private:
  std::uint64_t next() {  // xorshift64
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return state_;
  }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
  std::uint8_t byte() { return static_cast<std::uint8_t>(next()); }

  void change(Input& input, const std::vector<Input>& inputs) {
    if (input.empty()) {
      input.resize(below(64));
      for (auto& b : input) b = byte();
      return;
    }
    const std::size_t at = below(input.size());
    const auto from = input.begin() + static_cast<std::ptrdiff_t>(at);
    switch (below(6)) {
      case 0:
        input[at] ^= static_cast<std::uint8_t>(1U << below(8));
        break;
      case 1:
        input[at] = byte();
        break;
      case 2:
        input.resize(at);
        break;
      case 3:  // a length that says too much
        for (std::size_t i = at; i < input.size() && i < at + 4; ++i) input[i] = 0xff;
        break;
      case 4:
        input.erase(from, from + static_cast<std::ptrdiff_t>(below(input.size() - at)));
        break;
      default: {
        const Input& other = inputs[below(inputs.size())];
        input.insert(from, other.begin(), other.end());
      }
    }
  }

  std::uint64_t state_ = 0x9e3779b97f4a7c15;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::vector<Input> inputs = read_folder(argv[1]);
  for (const Input& input : inputs) LLVMFuzzerTestOneInput(input.data(), input.size());
  Mutator mutator;
  int done = 0;
  const std::clock_t end = std::clock() + kSeconds * CLOCKS_PER_SEC;
  for (; done < kMutations && std::clock() < end; ++done) {
    const Input input = mutator.mutate(inputs);
    LLVMFuzzerTestOneInput(input.data(), input.size());
  }
  std::printf("%zu inputs, %d mutations\n", inputs.size(), done);
}
