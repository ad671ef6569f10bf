#include "sink/report.h"

#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include "cli/verbs.h"
#include "engine/hand_out.h"
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

// How much of a case a report shows.
Share level_of(Audience audience) {
  if (audience == Audience::analyst) return Share::context;
  return audience == Audience::court ? Share::matched : Share::verdict;
}

int refused(const std::string& why, int code) {
  std::cerr << "bridle: " << why << "\n";
  return code;
}

// The report is there; whether the log says so, too.
int note(const Asked& asked, const Report& report, const fs::path& file) {
  HandedOut what{
      .action = "report", .reason = "for " + asked.reader + ", " + asked.language, .files = {file}};
  for (const ReportAnnex& annex : report.annexes)
    what.files.push_back(file.parent_path() / annex.name);
  for (const fs::path& one : what.files) std::cout << one.string() << "\n";
  const auto noted = note_handed_out(asked.folder, what);
  return noted ? 0 : refused(std::string("custody.jsonl: ") + noted.error().what, 1);
}

int run(const Asked& asked) {
  const Audience audience = *audience_named(asked.reader);
  if (const auto why = refuses_to_hand_out(asked.folder, level_of(audience), asked.reader))
    return refused(*why, 2);
  const fs::path file = asked.output.empty()
                            ? fs::path(asked.folder) / "reports" / usual_name(asked)
                            : fs::path(asked.output);
  const auto report =
      make_report(asked.folder, audience, *language(asked.language), file.stem().string());
  if (!report) return refused(asked.folder + ": " + report.error().what, 2);
  if (const auto written = write(*report, file); !written)
    return refused(file.string() + ": " + written.error().what, 1);
  return note(asked, *report, file);
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
