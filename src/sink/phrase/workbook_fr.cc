// The words of the analyst's workbook in French.
#include "sink/phrase/phrase.h"

namespace bridle {
namespace {

constexpr Phrase<Workbook> kPhrases[] = {
    {Workbook::title, "Cahier de l’analyste"},
    {Workbook::more_exhibits, "et {0} autres pièces"},
    {Workbook::contents, "Sommaire"},
    {Workbook::verdict, "Verdict"},
    {Workbook::figure_matches, "constats de niveau concordance"},
    {Workbook::figure_leads, "constats de niveau piste"},
    {Workbook::figure_records, "enregistrements examinés"},
    {Workbook::figure_gaps, "endroits illisibles"},
    {Workbook::timeline_title, "Chronologie des constats"},
    {Workbook::timeline_note,
     "Toutes les heures sont en UTC, telles que les enregistrements les contiennent\u00a0; "
     "l’horloge d’un téléphone peut être fausse."},
    {Workbook::timeline_chart,
     "Constats dans le temps\u00a0; le tableau ci-dessous dit la même chose"},
    {Workbook::timeline_undated, "pas d’heure dans l’enregistrement"},
    {Workbook::timeline_more,
     "Seuls les {0} premiers sont listés\u00a0; l’export vers Timesketch les contient tous."},
    {Workbook::further,
     "Autres constats de cette classe, en bref\u00a0; tous figurent en entier dans result.json."},
    {Workbook::artefact_row, "Artefact, ligne"},
    {Workbook::more_of_class, "{0} autres de cette classe ne figurent que dans result.json."},
    {Workbook::context_title, "Lignes voisines"},
    {Workbook::context_this, "celle-ci"},
    {Workbook::context_field, "Champ"},
    {Workbook::decision, "Décision de l’analyste\u00a0:"},
    {Workbook::confirmed, "confirmé"},
    {Workbook::explained, "expliqué autrement"},
    {Workbook::open, "en suspens"},
    {Workbook::initials, "Initiales et date\u00a0:"},
    {Workbook::next_title, "Étapes suivantes"},
    {Workbook::next_fresh_copy,
     "Prenez une nouvelle copie de la pièce, gardez-la sur un support en lecture seule et refaites "
     "l’examen."},
    {Workbook::next_keep_phone,
     "Gardez le téléphone tel quel\u00a0: ni réinitialisation, ni mise à jour, ni suppression "
     "d’applications."},
    {Workbook::next_second,
     "Faites refaire l’examen par une seconde personne sur une copie scellée, puis appelez une "
     "ligne d’aide en sécurité numérique."},
    {Workbook::next_leads,
     "Examinez chaque piste\u00a0: d’abord ses causes sans gravité, puis ce qui la confirmerait."},
    {Workbook::next_ask_owner,
     "Demandez au propriétaire ce dont il se souvient de ces moments avant de conclure."},
    {Workbook::next_password,
     "Refaites l’examen avec son mot de passe ou sa clé\u00a0: avec --password-fd, l’invite ou "
     "--key."},
    {Workbook::next_better,
     "Obtenez une meilleure pièce\u00a0: d’un iPhone, une sauvegarde chiffrée avec son mot de "
     "passe contient le plus\u00a0; d’un téléphone Android, une collecte AndroidQF avec un rapport "
     "de bug."},
    {Workbook::next_keep_case,
     "Conservez le dossier\u00a0: de nouveaux indicateurs pourront y être essayés plus tard."},
    {Workbook::next_unchecked,
     "Regardez ce qui n’a pas pu être vérifié et prélevez-le de nouveau sur le téléphone."},
    {Workbook::coverage_title, "Couverture"},
    {Workbook::coverage_note, "Chaque surface recherchée, et ce qui en a été lu."},
    {Workbook::skipped_title, "Indicateurs ignorés"},
    {Workbook::gaps_title, "Lacunes"},
    {Workbook::gaps_none, "Aucun endroit examiné n’était illisible."},
    {Workbook::method_title, "Méthode et vocabulaire"},
    {Workbook::method,
     "Les pièces ont été ouvertes en lecture seule et leur empreinte calculée à la réception. "
     "Chaque fichier dont le sens est connu a été lu en enregistrements\u00a0; chaque "
     "enregistrement garde sa place\u00a0: fichier, SHA-256, table et ligne. Des indicateurs "
     "publiés et des règles ont été appliqués aux enregistrements. Les mêmes pièces, lots, "
     "configuration et version donnent le même résultat, octet par octet."},
    {Workbook::not_said,
     "Ce que ce rapport ne dit pas\u00a0: qui était derrière une attaque, si le propriétaire a mal "
     "agi et, quand rien n’a été trouvé, qu’il n’y a pas eu d’attaque. Les taux d’erreur de chaque "
     "règle figurent dans la pièce pour le tribunal\u00a0; la sensibilité sur le terrain n’est pas "
     "connue."},
    {Workbook::footer,
     "Produit par {0} à partir du seul dossier. Quand, par qui et sur quel ordinateur l’examen a "
     "été fait figure dans run.json et custody.jsonl du dossier."},
};

}  // namespace

extern const Texts<Workbook> workbook_fr;
constinit const Texts<Workbook> workbook_fr = all_texts(kPhrases);

}  // namespace bridle
