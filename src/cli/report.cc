#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>

#include "cli/verbs.h"
#include "sink/report_html.h"
#include "sink/result.h"

namespace bridle {
namespace {

struct Asked {
  std::string folder, reader = "analyst", language = "en", output;
};

int run(const Asked& asked) {
  const std::filesystem::path folder = asked.folder;
  std::ifstream in(folder / "result.json", std::ios::binary);
  const std::string json{std::istreambuf_iterator<char>(in), {}};
  const auto outcome = read_result(json);
  if (!in || !outcome) {
    std::cerr << "bridle: " << asked.folder << " holds no result.json that can be read\n";
    return 2;
  }
  const std::filesystem::path file = asked.output.empty()
                                         ? folder / "reports" / (asked.reader + ".html")
                                         : std::filesystem::path(asked.output);
  std::ofstream out(file, std::ios::binary);
  out << report_html(*outcome);
  if (!out.flush()) {
    std::cerr << "bridle: " << file.string() << " cannot be written\n";
    return 1;
  }
  std::cout << file.string() << "\n";
  return 0;
}

}  // namespace

void add_report(CLI::App& app, int& code) {
  auto* const verb = app.add_subcommand("report", "write a report out of a case");
  auto asked = std::make_shared<Asked>();
  verb->add_option("case", asked->folder, "case folder")->required();
  verb->add_option("--for", asked->reader, "for whom")->check(CLI::IsMember({"analyst"}));
  verb->add_option("--lang", asked->language, "language")->check(CLI::IsMember({"en"}));
  verb->add_option("-o,--output", asked->output, "file (default: reports/ of the case)");
  verb->callback([asked, &code] { code = run(*asked); });
}

}  // namespace bridle
