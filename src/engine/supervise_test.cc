// Artefacts that misbehave, in the real pipeline: each is contained, told, and the rest complete.
#include "engine/supervise.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <thread>

#include "base/text.h"
#include "engine/case_outputs.h"
#include "engine/check.h"
#include "engine/sanitized.h"
#include "sink/record_reader.h"
#include "sink/result.h"
#include "source/test_folder.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

// Keeps the compiler from seeing that it never ends, or what comes of it.
volatile std::uint64_t seen = 0;
volatile std::uint64_t bottom = ~std::uint64_t{0};

std::uint64_t recurse(std::uint64_t depth) {
  volatile char frame[4096] = {};
  seen = seen + depth;
  if (depth == bottom) return 0;
  return recurse(depth + 1) + static_cast<std::uint64_t>(frame[depth % sizeof frame]);
}

void eat() {
  std::vector<std::unique_ptr<std::vector<char>>> eaten;
  for (;;) eaten.push_back(std::make_unique<std::vector<char>>(32 << 20, 'x'));
}

void misbehave(const std::string& how) {
  if (how == "crash") *static_cast<volatile int*>(nullptr) = 1;
  if (how == "abort") std::abort();
  if (how == "killed") raise(SIGKILL);
  if (how == "recurse") seen = recurse(0);
  if (how == "eat") eat();
  while (how == "hang") seen = seen + 1;
  if (how == "socket") seen = static_cast<std::uint64_t>(socket(AF_INET, SOCK_STREAM, 0));
  if (how == "fork" && fork() == 0) _exit(0);
  if (how == "exec") execl("/bin/true", "true", nullptr);
  if (how.starts_with("write /")) ::open(how.substr(6).c_str(), O_WRONLY | O_CREAT, 0600);
}

std::string text_of(const File& file) {
  std::string text(file.content->size(), '\0');
  static_cast<void>(file.content->read(0, std::as_writable_bytes(std::span(text))));
  return text;
}

constexpr std::string_view kReads[] = {"private/var/mobile/*"};
constexpr Field kFields[] = {{"text", Kind::content, "what the file says"}};

template <const auto& fields>
Result<void> parse(const File& file, Rows& out) {
  const std::string text = text_of(file);
  misbehave(text);
  out.row<fields>(0, std::string_view(text));
  return {};
}

Result<void> parse_only(const File& file, Rows& out) {
  out.row<kFields>(0, std::string_view(text_of(file)));
  return {};
}

constinit const Artefact kHostile{.id = "ios_hostile",
                                  .title = "Does what the file says",
                                  .reads = kReads,
                                  .fields = kFields,
                                  .trace = Trace::received,
                                  .parse = parse<kFields>};
constinit const Artefact kOther{.id = "ios_other",
                                .title = "Reads the same files",
                                .reads = kReads,
                                .fields = kFields,
                                .trace = Trace::received,
                                .parse = parse_only};
constexpr const Artefact* kCatalogue[] = {&kHostile, &kOther};

class Listener : public Watcher {
 public:
  void begin(std::uint64_t) override {}
  void done(std::uint64_t) override {}
  void reading(std::string_view) override {}
  void found(const Finding&) override {}
  void notice(std::string_view text) override { notices.emplace_back(text); }
  std::vector<std::string> notices;
};

std::size_t rows_of(const fs::path& path) {
  auto in = RecordReader::open(path);
  std::size_t rows = 0;
  while (in) {
    const auto record = in->next();
    if (!record || !*record) break;
    ++rows;
  }
  return rows;
}

struct Ran {
  std::expected<Outcome, Refusal> outcome;
  std::vector<std::string> notices;
};

class Contained : public testing::Test {
 protected:
  Ran run(unsigned jobs = 4) {
    CheckOptions options;
    options.exhibits = {folder.path("phone")};
    options.output = folder.path("case");
    options.jobs = jobs;
    options.memory = 512 << 20;
    options.patience = 1;
    options.builtin = false;
    const std::atomic<bool> never{false};
    Listener listener;
    auto outcome = check(options, kCatalogue, listener, never);
    return {std::move(outcome), listener.notices};
  }

  void put(const std::string& name, const std::string& text) {
    folder.write("phone/private/var/mobile/" + name, text);
  }

  // One file among others that does this; what the gap of it says.
  std::string why_of(const std::string& deed) {
    put("a", "plain");
    put("b", deed);
    put("c", "plain");
    const Ran ran = run();
    EXPECT_TRUE(ran.outcome) << (ran.outcome ? "" : ran.outcome.error().why);
    if (!ran.outcome) return {};
    EXPECT_EQ(rows_of(folder.path("case/records/ios_hostile.parquet")), 2U);
    EXPECT_EQ(rows_of(folder.path("case/records/ios_other.parquet")), 3U);
    EXPECT_FALSE(ran.outcome->complete);
    EXPECT_NE(ran.outcome->verdict, Verdict::no_match);
    EXPECT_EQ(ran.outcome->coverage.at(0).state, State::partly);
    EXPECT_EQ(ran.outcome->coverage.at(1).state, State::read);
    EXPECT_EQ(ran.outcome->gaps.size(), 1U);
    EXPECT_EQ(ran.outcome->gaps.at(0).path, "private/var/mobile/b");
    EXPECT_EQ(ran.outcome->gaps.at(0).artefact, "ios_hostile");
    return ran.outcome->gaps.at(0).why;
  }

  TestFolder folder;
};

TEST_F(Contained, NothingIsLostWithoutNeed) {
  put("a", "plain");
  const Ran ran = run();
  ASSERT_TRUE(ran.outcome);
  EXPECT_TRUE(ran.outcome->gaps.empty());
  std::ifstream in(folder.path("case/result.json"), std::ios::binary);
  const std::string json{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(json, result_json(*ran.outcome));
}

TEST_F(Contained, ACrash) {
  const std::string why = why_of("crash");
  EXPECT_TRUE(why == "reading this ended the worker: segmentation fault" || kSanitized) << why;
}

TEST_F(Contained, AFailedAssertion) {
  EXPECT_EQ(why_of("abort"), "reading this ended the worker: aborted");
}

TEST_F(Contained, AStackThatIsUsedUp) {
  EXPECT_TRUE(why_of("recurse").starts_with("reading this ended the worker: "));
}

TEST_F(Contained, AKillThatNobodyExplains) {
  EXPECT_EQ(why_of("killed"), "reading this ended the worker: killed");
}

TEST_F(Contained, AHang) {
  EXPECT_EQ(why_of("hang"),
            "reading this ended the worker: it went on and on and got nothing done");
}

TEST_F(Contained, AllMemory) {
  if (kSanitized) GTEST_SKIP() << "a sanitizer needs its address space";
  EXPECT_EQ(why_of("eat"), "reading this ended the worker: memory did not suffice");
}

class Refused : public Contained, public testing::WithParamInterface<const char*> {};

TEST_P(Refused, ASystemCall) {
  if (kSanitized) GTEST_SKIP() << "a sanitizer makes calls of its own";
  EXPECT_TRUE(
      why_of(GetParam())
          .starts_with("reading this ended the worker: it asked the system for what reading "
                       "never needs, call "));
}
INSTANTIATE_TEST_SUITE_P(Calls, Refused, testing::Values("socket", "fork", "exec"));

TEST_F(Contained, AFileOpenedForWriting) {
  const std::string path = folder.path("phone/private/var/mobile/new");
  put("a", "write " + path);
  const Ran ran = run();
  ASSERT_TRUE(ran.outcome);
  EXPECT_FALSE(fs::exists(path));
  EXPECT_TRUE(!ran.outcome->gaps.empty() || kSanitized);
}

TEST_F(Contained, ManyFalls) {
  for (int i = 10; i < 30; ++i) put(std::to_string(i), "crash");
  const Ran ran = run();
  ASSERT_TRUE(ran.outcome) << ran.outcome.error().why;
  EXPECT_EQ(ran.outcome->gaps.size(), 20U);
  EXPECT_EQ(ran.notices.size(), 4U);
  EXPECT_EQ(ran.outcome->coverage.at(0).state, State::failed);
  EXPECT_EQ(rows_of(folder.path("case/records/ios_other.parquet")), 20U);
}

TEST_F(Contained, ItIsTheSameForAnyNumberOfThreads) {
  put("a", "plain");
  put("b", "crash");
  const Ran one = run(1);
  fs::rename(folder.path("case"), folder.path("first"));
  const Ran four = run(4);
  ASSERT_TRUE(one.outcome && four.outcome);
  EXPECT_EQ(result_json(*one.outcome), result_json(*four.outcome));
}

// A worker in hostile hands.
class Hostile : public testing::Test {
 protected:
  std::string refusal_of(const Work& work) {
    CaseOutputs outputs(folder.path("case"), kCatalogue);
    Listener listener;
    const std::atomic<bool> never{false};
    const auto done = supervise({}, outputs, listener, never, work);
    return done ? "" : done.error().why;
  }
  TestFolder folder;
};

TEST_F(Hostile, SaysNonsense) {
  EXPECT_EQ(refusal_of([](const Workplace& with) -> std::expected<Outcome, Refusal> {
              with.link.tell({.said = Said::found, .numbers = {99, 99}, .texts = {"x", "y"}});
              std::this_thread::sleep_for(std::chrono::minutes(1));
              return Outcome();
            }),
            "the worker ended, and nothing says at what: it said what makes no sense");
}

TEST_F(Hostile, AsksForAFileThatNoCaseHas) {
  const auto ask = [](const Workplace& with) -> std::expected<Outcome, Refusal> {
    static_cast<void>(with.link.opened());
    for (const char* name : {"../evil", "records/../../evil.parquet", "result.json", "records/x",
                             "records/.parquet", "records/ios_other.parquet/../x.parquet"})
      if (with.link.create(name))
        return std::unexpected(Refusal{.kind = Refusal::Kind::internal, .why = name});
    const auto twice = with.link.create("records/ios_other.parquet");
    const bool again = with.link.create("records/ios_other.parquet").has_value();
    return std::unexpected(Refusal{.kind = Refusal::Kind::internal,
                                   .why = twice && !again ? "as it should be" : "not so"});
  };
  EXPECT_EQ(refusal_of(ask), "as it should be");
  EXPECT_FALSE(fs::exists(folder.path("case")));
}

TEST_F(Hostile, FallsWhileItOpensAnExhibit) {
  EXPECT_EQ(
      refusal_of([](const Workplace& with) -> std::expected<Outcome, Refusal> {
        const Spot spot{.doing = Doing::opening};
        const Busy busy(with.spots, spot, 0);
        const std::string* const why = with.left_out.why(spot);
        if (!why) raise(SIGBUS);
        return std::unexpected(Refusal{.kind = Refusal::Kind::internal, .why = why ? *why : ""});
      }),
      "reading this ended the worker: bus error");
}

TEST_F(Hostile, GivesAResultOfOtherExhibits) {
  EXPECT_EQ(refusal_of([](const Workplace&) -> std::expected<Outcome, Refusal> {
              return Outcome{.version = "1", .exhibits = std::vector<Received>(2)};
            }),
            "the worker's result does not hold together");
}

}  // namespace
}  // namespace bridle
