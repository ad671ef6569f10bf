#include "sink/export.h"

#include <algorithm>
#include <expected>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "cli/verbs.h"
#include "engine/hand_out.h"
#include "sink/case_facts.h"
#include "sink/file_text.h"

namespace bridle {
namespace {

struct Asked {
  std::string folder, to, output;
  std::string share = "matched";
  std::vector<std::string> recipients, recipient_files;
  bool reveal = false;
};

using Recipients = std::expected<std::vector<age::Recipient>, std::string>;

Recipients recipients_of(const Asked& asked) {
  std::vector<age::Recipient> out;
  for (const std::string& word : asked.recipients) {
    const auto one = age::recipient(word);
    if (!one) return std::unexpected(word + ": " + one.error().what);
    out.push_back(*one);
  }
  for (const std::string& path : asked.recipient_files) {
    const auto some = age::recipients(file_text(path));
    if (!some)
      return std::unexpected(path + ": " + some.error().what +
                             (some.error().at ? ", line " + std::to_string(some.error().at) : ""));
    out.insert(out.end(), some->begin(), some->end());
  }
  return out;
}

int refused(const std::string& why) {
  std::cerr << "bridle: " << why << "\n";
  return 2;
}

// Who reads a form, in the words of a consent record.
std::string_view reader_of(std::string_view form) {
  if (form == "stix" || form == "misp") return "cert";
  return form == "case" ? "court" : "analyst";
}

int run(const Asked& asked) {
  const auto forms = export_forms();
  ExportOrder order{.form = &*std::ranges::find(forms, asked.to, &ExportForm::name),
                    .folder = asked.folder,
                    .output = asked.output,
                    .sharing = {.level = *share_named(asked.share)}};
  if (asked.reveal && order.sharing.level < Share::context)
    return refused("--reveal needs --share context or --share full");
  if (asked.reveal) order.sharing.names = Names::revealed;
  auto recipients = recipients_of(asked);
  if (!recipients) return refused(recipients.error());
  order.recipients = std::move(*recipients);
  if (const auto why = refuses_to_hand_out(order.folder, order.sharing.level, reader_of(asked.to)))
    return refused(*why);
  auto done = export_as(order);
  if (done)
    done = note_handed_out(
        order.folder,
        {.action = "export", .reason = asked.to + ", " + asked.share, .files = {asked.output}});
  if (done) return 0;
  std::cerr << "bridle: " << done.error().what << "\n";
  return 1;
}

}  // namespace

void add_export(CLI::App& app, int& code) {
  auto* const verb = app.add_subcommand("export", "write a case in a form that other tools read");
  auto asked = std::make_shared<Asked>();
  std::vector<std::string> forms;
  for (const ExportForm& form : export_forms()) forms.emplace_back(form.name);
  verb->add_option("case", asked->folder, "case folder")->required();
  verb->add_option("--to", asked->to, "which form")->required()->check(CLI::IsMember(forms));
  verb->add_option("-o,--output", asked->output, "file, or folder for csv and parquet; absent")
      ->required();
  verb->add_option("--share", asked->share, "how much leaves the case (default: matched)")
      ->check(CLI::IsMember(std::vector<std::string>(kShares.begin(), kShares.end())));
  verb->add_flag("--reveal", asked->reveal, "no pseudonyms: for those who may read the case");
  verb->add_option("--recipient", asked->recipients,
                   "encrypt for age1… or \"ssh-ed25519 …\" (repeat)")
      ->expected(1)
      ->take_all();
  verb->add_option("--recipients-file", asked->recipient_files,
                   "file of recipients, one a line (repeat)")
      ->expected(1)
      ->take_all();
  verb->callback([asked, &code] { code = run(*asked); });
}

}  // namespace bridle
