// The words of the analyst's workbook in English.
#include "sink/phrase/phrase.h"

namespace bridle {
namespace {

constexpr Phrase<Workbook> kPhrases[] = {
    {Workbook::title, "Analyst’s workbook"},
    {Workbook::more_exhibits, "and {0} more exhibits"},
    {Workbook::contents, "Contents"},
    {Workbook::verdict, "Verdict"},
    {Workbook::figure_matches, "findings of level match"},
    {Workbook::figure_leads, "findings of level lead"},
    {Workbook::figure_records, "records examined"},
    {Workbook::figure_gaps, "places that could not be read"},
    {Workbook::timeline_title, "Timeline of the findings"},
    {Workbook::timeline_note,
     "All times are UTC, as the records hold them; a phone’s clock can be wrong."},
    {Workbook::timeline_chart, "Findings over time; the table below says the same"},
    {Workbook::timeline_undated, "no time in the record"},
    {Workbook::timeline_more,
     "Only the first {0} are listed; the export to Timesketch has them all."},
    {Workbook::further,
     "Further findings of this class, in short; all of them in full stand in result.json."},
    {Workbook::artefact_row, "Artefact, row"},
    {Workbook::more_of_class, "{0} more of this class stand in result.json only."},
    {Workbook::context_title, "Rows around it"},
    {Workbook::context_this, "this one"},
    {Workbook::context_field, "Field"},
    {Workbook::decision, "Analyst’s decision:"},
    {Workbook::confirmed, "confirmed"},
    {Workbook::explained, "explained otherwise"},
    {Workbook::open, "open"},
    {Workbook::initials, "Initials and date:"},
    {Workbook::next_title, "Next steps"},
    {Workbook::next_fresh_copy,
     "Take a fresh copy of the exhibit, keep it on read-only storage, and check it again."},
    {Workbook::next_keep_phone,
     "Keep the phone as it is: no reset, no update, no removal of apps."},
    {Workbook::next_second,
     "Have a second examiner repeat the check on a sealed copy, then call a digital security "
     "helpline."},
    {Workbook::next_leads,
     "Go through each lead: its harmless causes first, then what would confirm it."},
    {Workbook::next_ask_owner,
     "Ask the owner what he or she remembers of those times before concluding."},
    {Workbook::next_password,
     "Check it again with its password or key: with --password-fd, the prompt, or --key."},
    {Workbook::next_better,
     "Get a better exhibit: of an iPhone, an encrypted backup with its password holds the most; of "
     "an Android phone, an AndroidQF acquisition with a bugreport."},
    {Workbook::next_keep_case, "Keep the case: new indicators can be tried on it later."},
    {Workbook::next_unchecked,
     "Look at what could not be checked, and take that from the phone again."},
    {Workbook::coverage_title, "Coverage"},
    {Workbook::coverage_note, "Each surface that was looked for, and how much of it was read."},
    {Workbook::skipped_title, "Indicators that were skipped"},
    {Workbook::gaps_title, "Gaps"},
    {Workbook::gaps_none, "No place that was looked at was unreadable."},
    {Workbook::method_title, "Method and words"},
    {Workbook::method,
     "The exhibits were opened for reading only and hashed as they were taken in. Each file with a "
     "known meaning was read into records; every record keeps its place: file, SHA-256, table and "
     "row. Published indicators and rules were applied to the records. The same exhibits, packs, "
     "configuration and version give the same result, byte for byte."},
    {Workbook::not_said,
     "What this report does not say: who was behind an attack, whether the owner did anything "
     "wrong, and, where nothing was found, that there was no attack. Error rates of each rule "
     "stand in the court exhibit; sensitivity in the field is not known."},
    {Workbook::footer,
     "Made by {0} from the case alone. When, by whom and on which computer the check was made "
     "stands in run.json and custody.jsonl of the case."},
};

}  // namespace

extern const Texts<Workbook> workbook_en;
constinit const Texts<Workbook> workbook_en = all_texts(kPhrases);

}  // namespace bridle
