#include "sink/report.h"

#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include "cli/verbs.h"
#include "sink/private_file.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

struct Asked {
  std::string folder, reader = "analyst", language = "en", output;
};

// "owner.fr.html"; English goes without saying.
std::string usual_name(const Asked& asked) {
  return asked.reader + (asked.language == english().code ? "" : "." + asked.language) + ".html";
}

Result<void> write(const Report& report, const fs::path& file) {
  for (const ReportAnnex& annex : report.annexes)
    TRY(write_private(file.parent_path() / annex.name, annex.html));
  if (file.extension() != ".pdf") return write_private(file, report.html);
  const std::string pdf = TRY(printed_pdf(report.html));
  return write_private(file, pdf);
}

int run(const Asked& asked) {
  const fs::path file = asked.output.empty()
                            ? fs::path(asked.folder) / "reports" / usual_name(asked)
                            : fs::path(asked.output);
  const auto report = make_report(asked.folder, *audience_named(asked.reader),
                                  *language(asked.language), file.stem().string());
  if (!report) {
    std::cerr << "bridle: " << asked.folder << ": " << report.error().what << "\n";
    return 2;
  }
  if (const auto written = write(*report, file); !written) {
    std::cerr << "bridle: " << file.string() << ": " << written.error().what << "\n";
    return 1;
  }
  std::cout << file.string() << "\n";
  for (const ReportAnnex& annex : report->annexes)
    std::cout << (file.parent_path() / annex.name).string() << "\n";
  return 0;
}

}  // namespace

void add_report(CLI::App& app, int& code) {
  auto* const verb = app.add_subcommand("report", "write a report out of a case");
  auto asked = std::make_shared<Asked>();
  verb->add_option("case", asked->folder, "case folder")->required();
  verb->add_option("--for", asked->reader, "for whom: owner, analyst, court")
      ->check(CLI::IsMember({"owner", "analyst", "court"}));
  verb->add_option("--lang", asked->language, "language: en, fr, es, ar")
      ->check(CLI::IsMember({"en", "fr", "es", "ar"}));
  verb->add_option("-o,--output", asked->output,
                   "file, HTML or, if it is named so, PDF (default: reports/ of the case)");
  verb->callback([asked, &code] { code = run(*asked); });
}

}  // namespace bridle
