#include <iostream>
#include <memory>
#include <string>

#include "artefact/artefact.h"
#include "cli/verbs.h"
#include "sink/catalogue.h"

namespace bridle {

void add_artefacts(CLI::App& app, int& code) {
  auto* const verb = app.add_subcommand("artefacts", "print the catalogue of what bridle reads");
  struct Asked {
    bool markdown = false;
    bool json = false;
    bool rules = false;
  };
  auto asked = std::make_shared<Asked>();
  verb->add_flag("--markdown", asked->markdown, "as the documentation's page");
  verb->add_flag("--json", asked->json, "as JSON");
  verb->add_flag("--rules", asked->rules, "the rules instead, as the documentation's page");
  verb->callback([asked, &code] {
    if (asked->rules)
      std::cout << rules_markdown();
    else if (asked->json)
      std::cout << catalogue_json();
    else if (asked->markdown)
      std::cout << catalogue_markdown();
    else
      std::cout << catalogue_text();
    code = 0;
  });
}

}  // namespace bridle
