// The words of the court exhibit in English.
#include "sink/phrase/phrase.h"

namespace bridle {
namespace {

constexpr Phrase<Court> kPhrases[] = {
    {Court::title, "Exhibit for the court: examination of a phone’s data"},
    {Court::case_is, "Case {0}"},
    {Court::draft,
     "Draft. The person who signs has to read it, to fill in each blank (______) and to confirm "
     "each statement."},
    {Court::asked_title, "What was asked"},
    {Court::asked,
     "Whether the exhibits below hold traces of published tools for attacking phones, or signs of "
     "such an attack. Who used such a tool was not asked, and nothing here answers it."},
    {Court::received_title, "What was received"},
    {Court::received_note,
     "The SHA-256 is that of the file, or, of a folder, that of the list of its files with their "
     "hashes (intake/SHA256SUMS), taken as the exhibit was read in."},
    {Court::answer_title, "What was found"},
    {Court::counts, "Findings: {0}, of which of level match: {1}, of level lead: {2}."},
    {Court::first_only,
     "The first {0} findings stand here in full; all of them stand in annex {1}."},
    {Court::alternatives,
     "The harmless causes that are known for a trace stand with each finding. The tool considered "
     "them; it cannot exclude them. Whether one of them applies is for the expert to say: ______"},
    {Court::alternatives_title, "Alternative explanations"},
    {Court::limits_title, "Limitations"},
    {Court::limit_copy,
     "What was examined is a copy of data of the phone, not the phone. What the copy does not hold "
     "was not seen."},
    {Court::limit_known,
     "Only traces that have been published, or that a rule below describes, can be seen."},
    {Court::limit_clock,
     "Times are those that the phone wrote. Its clock may have been wrong or changed."},
    {Court::limit_deleted,
     "Deleted data can be gone. That no trace was found is not proof that there was none."},
    {Court::limit_who, "A trace does not say who made it."},
    {Court::method_title, "Method"},
    {Court::method_1,
     "Each exhibit was opened for reading only. Every file of it was hashed with SHA-256 as it was "
     "taken in; at the end the sizes, times and hashes of what had been read were compared again."},
    {Court::method_2,
     "The kind of the exhibit was told from its content, and each file or table with a known "
     "meaning was read into records. Each record keeps the place of its bytes."},
    {Court::method_3,
     "The indicators of the packs below were compared with the fields of the records that can hold "
     "such a value. Fixed rules, each published with its source and its known harmless causes, "
     "were applied. No learned model takes part."},
    {Court::method_4,
     "A name alone (of a process, an app, a file) is a lead until a second, independent artefact "
     "corroborates it. If surfaces that the exhibit should hold were not read, finding nothing is "
     "called inconclusive."},
    {Court::method_5,
     "The same exhibits, packs, configuration and version give the same result, byte for byte."},
    {Court::versions_title, "Versions and packs"},
    {Court::versions,
     "Program: {0}. Its rules are part of the program and have its version. SHA-256 of "
     "result.json: {1}"},
    {Court::no_packs, "No indicator pack was used."},
    {Court::custody_title, "Chain of custody"},
    {Court::custody_note,
     "From custody.jsonl of the case. What happened to the exhibit before it was received does not "
     "stand there: ______"},
    {Court::custody_whole,
     "Each line holds the SHA-256 of the line before it; this was checked as this document was "
     "made. SHA-256 of the last line: {0}"},
    {Court::custody_broken,
     "The chain is broken: line {0} does not hold the SHA-256 of the line before it, or cannot be "
     "read. The log cannot be relied on from there."},
    {Court::custody_none, "The case holds no custody log."},
    {Court::custody_more, "Only the first {0} lines stand here."},
    {Court::number, "No."},
    {Court::actor, "Who"},
    {Court::action, "Did what"},
    {Court::version, "Version"},
    {Court::objects, "On what"},
    {Court::rates_title, "Known error rates"},
    {Court::rates_note,
     "Measured with an examination of synthetic exhibits, {0} with planted traces and {1} ordinary "
     "ones, look-alikes among them. Intervals are 95 % Clopper–Pearson intervals. Recall is recall "
     "on synthetic cases: those in which a trace of the sort that the rule looks for was planted. "
     "A false alarm is any finding of the rule, of whatever class and level, on an ordinary "
     "exhibit."},
    {Court::rates_all, "Findings of level match on ordinary exhibits, all rules together: {0}."},
    {Court::rates_seen,
     "Synthetic exhibits with planted traces in which anything was found, all rules together: "
     "{0}."},
    {Court::rates_field,
     "Sensitivity in the field: unknown. No set of confirmed cases exists on which it could be "
     "measured; these numbers are no substitute for it."},
    {Court::recall, "Recall on synthetic cases"},
    {Court::false_alarms, "False alarms"},
    {Court::of, "{0} of {1} ({2}–{3} %)"},
    {Court::unmeasured, "not measured"},
    {Court::rates_here, "Rules that gave findings in this case"},
    {Court::rates_others, "All other rules"},
    {Court::repeat_title, "How to repeat it"},
    {Court::repeat_hashes,
     "The files of the exhibits are still those that were received (in the folder that holds the "
     "exhibits):"},
    {Court::repeat_row, "A row of a database that a finding names, read with a stock tool:"},
    {Court::repeat_check,
     "The whole check, with the same version and packs; result.json must be the same:"},
    {Court::repeat_custody,
     "The chain of the custody log: each line’s member “prev” is the SHA-256 of the line before, "
     "its line end left out:"},
    {Court::declaration_title, "Draft declaration"},
    {Court::declaration_note,
     "After US Federal Rules of Evidence 902(13) and 902(14) and 28 U.S.C. § 1746. It speaks of "
     "authenticity only, not of whether the conclusions are right. To be adapted to the law of the "
     "court."},
    {Court::declaration_1,
     "I, ______, am ______ (position) at ______. My training and experience with such "
     "examinations: ______"},
    {Court::declaration_2,
     "On ______ (date) I received the exhibits listed above from ______, in this state: ______. I "
     "confirm that the hashes above are those of what I received: ☐"},
    {Court::declaration_3,
     "902(14): the copy that was examined has the same SHA-256 hashes as what was received. I "
     "compared them on ______ by ______: ☐"},
    {Court::declaration_4,
     "902(13): the records above were made by {0}, a process that produces an accurate result. I "
     "know this from: its tests ☐, the error rates above ☐, a second tool ☐ (which: ______), "
     "other: ______"},
    {Court::declaration_5,
     "I declare under penalty of perjury that the foregoing is true and correct. Executed on "
     "______ (date) at ______. Signature: ______"},
    {Court::dictionary_title, "Data dictionary"},
    {Court::dictionary_note,
     "Fields of the artefacts in which something was found, in English as the program holds them."},
    {Court::meaning, "Meaning"},
    {Court::annexes_title, "Annexes"},
    {Court::annexes_note, "Files that belong to this document, beside it:"},
    {Court::annexes_none, "None: all findings and all coverage stand in this document."},
    {Court::annex, "Annex {0}"},
    {Court::read_title, "What was read"},
    {Court::footer, "Made by {0} out of case {1}; the same case gives the same bytes."},
};

}  // namespace

extern const Texts<Court> court_en;
constinit const Texts<Court> court_en = all_texts(kPhrases);

}  // namespace bridle
