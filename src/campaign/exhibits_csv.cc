#include "campaign/write_campaign.h"
#include "sink/csv_cell.h"
#include "sink/json.h"

namespace bridle::campaign {
namespace {

void append(std::string& out, std::string_view what, const Suspect& suspect) {
  for (const Evidence& one : suspect.evidence) {
    for (const std::string& cell :
         {std::string(what), suspect.id, json_number(shown_score(suspect.score)), one.phone,
          time_text(one), one.what, one.source.artefact, one.source.exhibit, one.source.path,
          one.source.sha256}) {
      append_cell(out, cell);
      out += ',';
    }
    out += std::to_string(one.row) + "\r\n";
  }
}

}  // namespace

std::string exhibits_csv(const Campaign& campaign) {
  std::string out = "of,id,score,phone,time,trace,artefact,exhibit,file,file_sha256,row\r\n";
  for (const Suspect& account : campaign.accounts) append(out, "account", account);
  for (const Suspect& server : campaign.servers) append(out, "server", server);
  for (const Suspect& shared : campaign.shared) append(out, shared.kind, shared);
  return out;
}

}  // namespace bridle::campaign
