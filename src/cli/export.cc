#include "sink/export.h"

#include <iostream>
#include <memory>
#include <string>

#include "cli/verbs.h"

namespace bridle {

void add_export(CLI::App& app, int& code) {
  struct Asked {
    std::string folder, to, output;
  };
  auto* const verb = app.add_subcommand("export", "write a case's records in another form");
  auto asked = std::make_shared<Asked>();
  verb->add_option("case", asked->folder, "case folder")->required();
  verb->add_option("--to", asked->to, "which form")
      ->required()
      ->check(CLI::IsMember({"csv", "timesketch"}));
  verb->add_option("-o,--output", asked->output,
                   "file (timesketch) or folder (csv); must be absent")
      ->required();
  verb->callback([asked, &code] {
    const auto done = asked->to == "csv" ? export_csv(asked->folder, asked->output)
                                         : export_timesketch(asked->folder, asked->output);
    if (!done) std::cerr << "bridle: " << done.error().what << "\n";
    code = done ? 0 : 1;
  });
}

}  // namespace bridle
