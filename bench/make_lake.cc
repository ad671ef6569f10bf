// Makes a lake of many invented phones: make_lake LAKE PHONES RECORDS [FROM]
//
// Every phone has about RECORDS records: messages (one in ten with a link), calls, contacts, pages
// visited, names looked up, connections, files. Hosts, apps and numbers repeat as they do on
// phones (few are met often, many once); nine in ten files are those of the system, on every phone
// the same. One phone in a hundred visited a page of server-N.lake-bench.example.
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "artefact/called.h"
#include "lake/lake.h"
#include "sink/case_folder.h"
#include "sink/private_file.h"
#include "sink/records.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

struct Share {
  std::string_view artefact;
  double of;  // the phone's records
};

constexpr Share kShares[] = {
    {"android_whatsapp_messages", 0.30}, {"android_whatsapp_calls", 0.02},
    {"android_whatsapp_contacts", 0.01}, {"android_chrome_history", 0.12},
    {"android_intrusion_dns", 0.20},     {"android_intrusion_connect", 0.20},
    {"android_filesystem", 0.15}};

class Phone {
 public:
  explicit Phone(std::uint64_t number) : number_(number), random_(number) {}

  // A value such as fields of that kind have.
  Value value(const Field& field, std::uint64_t row);

  void visit_the_server() {
    text_ = "https://server-" + std::to_string(number_) + ".lake-bench.example/a";
  }
  std::string_view text() const { return text_; }

 private:
  // Few of them often, many once: the n-th about as often as 1/n.
  std::uint64_t ranked(double most) {
    return static_cast<std::uint64_t>(std::pow(most, std::generate_canonical<double, 32>(random_)));
  }
  std::string host() {
    const std::uint64_t n = ranked(200'000);
    return "h" + std::to_string(n * 7919 % 1000) + ".site" + std::to_string(n) + ".example.com";
  }
  std::string person() {
    return std::to_string(15'550'000'000 + (number_ * 977 + ranked(800)) % 90'000'000) +
           "@s.whatsapp.net";
  }
  std::string words() {
    std::string out;
    for (std::uint64_t n = random_() % 12 + 1; n > 0; --n)
      out += "word" + std::to_string(random_() % 5000) + " ";
    return random_() % 10 == 0 ? out + "https://" + host() + "/" + std::to_string(random_()) : out;
  }
  std::string path() {
    const bool of_system = random_() % 10 != 0;
    return of_system ? "/system/part" + std::to_string(ranked(40'000)) + "/library.so"
                     : "/sdcard/DCIM/" + std::to_string(random_()) + ".jpg";
  }
  std::string text_of(Kind kind);

  std::uint64_t number_;
  std::mt19937_64 random_;
  std::string text_;
};

std::string Phone::text_of(Kind kind) {
  switch (kind) {
    case Kind::content:
      return words();
    case Kind::url:
      return "https://" + host() + "/page/" + std::to_string(random_() >> 34);
    case Kind::domain:
      return host();
    case Kind::ip:
      return "198.51." + std::to_string(ranked(250)) + "." + std::to_string(random_() % 250);
    case Kind::phone:
    case Kind::account:
      return person();
    case Kind::email:
      return "p" + std::to_string(ranked(800)) + "@mail.example.com";
    case Kind::path:
      return path();
    case Kind::process:
    case Kind::app:
      return "com.example.app" + std::to_string(ranked(300));
    default:
      return "state" + std::to_string(ranked(8));
  }
}

Value Phone::value(const Field& field, std::uint64_t row) {
  const auto place = static_cast<std::int64_t>(row);
  if (field.kind == Kind::time) return Time{1'550'000'000'000'000 + place * 90'000'000};
  if (field.kind == Kind::number) return static_cast<std::int64_t>(random_() % 1000);
  if (field.kind == Kind::real) return static_cast<double>(random_() % 1000);
  if (field.need == Need::sometimes && random_() % 2 == 0) return {};
  text_ = text_of(field.kind);
  return std::string_view(text_);
}

const Artefact& artefact_to_fill(std::string_view id) {
  if (const Artefact* const one = artefact_called(id)) return *one;
  std::cerr << "make_lake: there is no artefact " << id << "\n";
  std::exit(2);
}

void write_records(const fs::path& folder, std::uint64_t number, double records) {
  Phone phone(number);
  FilesIn files(folder / "records");
  for (const Share& share : kShares) {
    const Artefact& artefact = artefact_to_fill(share.artefact);
    auto file = RecordFile::open(files, std::string(artefact.id) + ".parquet", artefact);
    std::vector<std::string> texts(artefact.fields.size());
    std::vector<Value> values(artefact.fields.size());
    const auto rows = static_cast<std::uint64_t>(records * share.of);
    for (std::uint64_t row = 0; row < rows; ++row) {
      for (std::size_t i = 0; i < values.size(); ++i) {
        const bool server = row == 7 && number % 100 == 0 && artefact.fields[i].kind == Kind::url;
        values[i] = phone.value(artefact.fields[i], row);
        if (server) phone.visit_the_server();
        if (server || std::holds_alternative<std::string_view>(values[i]))
          values[i] = std::string_view(texts[i] = phone.text());
      }
      file.append({.exhibit = 0, .path = "a.db", .domain = "", .sha256 = "00", .row = row + 1},
                  values);
    }
    if (!file.close()) std::exit(1);
  }
}

fs::path make_case(const fs::path& in, std::uint64_t number, double records) {
  const fs::path folder = in / ("P" + std::to_string(number));
  const auto made = CaseFolder::create(folder);
  const Outcome outcome{
      .version = BRIDLE_VERSION,
      .verdict = Verdict::no_match,
      .complete = true,
      .exhibits = {{.kind = "android-androidqf", .sha256 = std::to_string(number)}}};
  if (!made || !made->write_result(outcome) || !made->write_case(outcome, {})) std::exit(1);
  write_records(folder, number, records);
  return folder;
}

int make(const fs::path& path, std::uint64_t phones, double records, std::uint64_t from) {
  constexpr std::uint64_t kAtOnce = 70;
  const auto lake = Lake::open_or_create(path);
  if (!lake) return 1;
  const fs::path cases = path.string() + ".cases";
  for (std::uint64_t first = from; first < from + phones; first += kAtOnce) {
    std::vector<fs::path> folders;
    for (std::uint64_t n = first; n < std::min(first + kAtOnce, from + phones); ++n)
      folders.push_back(make_case(cases, n, records));
    const auto added = lake->add(folders);
    fs::remove_all(cases);
    if (!added || !added->refused.empty()) return 1;
  }
  return 0;
}

}  // namespace
}  // namespace bridle

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "make_lake LAKE PHONES RECORDS [FROM]\n";
    return 2;
  }
  return bridle::make(argv[1], std::strtoull(argv[2], nullptr, 10), std::strtod(argv[3], nullptr),
                      argc > 4 ? std::strtoull(argv[4], nullptr, 10) : 0);
}
