// The words of the court exhibit in French.
#include "sink/phrase/phrase.h"

namespace bridle {
namespace {

constexpr Phrase<Court> kPhrases[] = {
    {Court::title, "Pièce pour le tribunal\u00a0: examen des données d’un téléphone"},
    {Court::case_is, "Dossier {0}"},
    {Court::draft,
     "Projet. La personne qui signe doit le lire, remplir chaque blanc (______) et confirmer "
     "chaque déclaration."},
    {Court::asked_title, "Ce qui a été demandé"},
    {Court::asked,
     "Si les pièces ci-dessous contiennent des traces d’outils publiés servant à attaquer des "
     "téléphones, ou des signes d’une telle attaque. Qui s’est servi d’un tel outil n’a pas été "
     "demandé, et rien ici n’y répond."},
    {Court::received_title, "Ce qui a été reçu"},
    {Court::received_note,
     "Le SHA-256 est celui du fichier ou, pour un dossier, celui de la liste de ses fichiers avec "
     "leurs empreintes (intake/SHA256SUMS), calculé à la réception de la pièce."},
    {Court::answer_title, "Ce qui a été trouvé"},
    {Court::counts,
     "Constats\u00a0: {0}, dont de niveau concordance\u00a0: {1}, de niveau piste\u00a0: {2}."},
    {Court::first_only,
     "Les {0} premiers constats figurent ici en entier\u00a0; tous figurent dans l’annexe {1}."},
    {Court::alternatives,
     "Les causes sans gravité connues pour une trace figurent avec chaque constat. L’outil les a "
     "prises en compte\u00a0; il ne peut pas les exclure. C’est à l’expert de dire si l’une "
     "d’elles s’applique\u00a0: ______"},
    {Court::alternatives_title, "Autres explications"},
    {Court::limits_title, "Limites"},
    {Court::limit_copy,
     "Ce qui a été examiné est une copie de données du téléphone, pas le téléphone. Ce que la "
     "copie ne contient pas n’a pas été vu."},
    {Court::limit_known,
     "Seules les traces publiées, ou décrites par une règle ci-dessous, peuvent être vues."},
    {Court::limit_clock,
     "Les heures sont celles que le téléphone a écrites. Son horloge a pu être fausse ou "
     "modifiée."},
    {Court::limit_deleted,
     "Des données effacées peuvent avoir disparu. Ne pas trouver de trace ne prouve pas qu’il n’y "
     "en a pas eu."},
    {Court::limit_who, "Une trace ne dit pas qui l’a faite."},
    {Court::method_title, "Méthode"},
    {Court::method_1,
     "Chaque pièce a été ouverte en lecture seule. L’empreinte SHA-256 de chacun de ses fichiers a "
     "été calculée à la réception\u00a0; à la fin, les tailles, heures et empreintes de ce qui "
     "avait été lu ont été comparées de nouveau."},
    {Court::method_2,
     "Le type de la pièce a été déterminé par son contenu, et chaque fichier ou table dont le sens "
     "est connu a été lu en enregistrements. Chaque enregistrement garde la place de ses octets."},
    {Court::method_3,
     "Les indicateurs des lots ci-dessous ont été comparés aux champs des enregistrements qui "
     "peuvent contenir une telle valeur. Des règles fixes, publiées chacune avec sa source et ses "
     "causes sans gravité connues, ont été appliquées. Aucun modèle appris n’intervient."},
    {Court::method_4,
     "Un nom seul (de processus, d’application, de fichier) est une piste tant qu’un second "
     "artefact indépendant ne le corrobore pas. Si des surfaces que la pièce doit contenir n’ont "
     "pas été lues, ne rien trouver est dit non concluant."},
    {Court::method_5,
     "Les mêmes pièces, lots, configuration et version donnent le même résultat, octet par octet."},
    {Court::versions_title, "Versions et lots"},
    {Court::versions,
     "Programme\u00a0: {0}. Ses règles font partie du programme et portent sa version. SHA-256 de "
     "result.json\u00a0: {1}"},
    {Court::no_packs, "Aucun lot d’indicateurs n’a été utilisé."},
    {Court::custody_title, "Chaîne de conservation"},
    {Court::custody_note,
     "D’après custody.jsonl du dossier. Ce qui est arrivé à la pièce avant sa réception n’y figure "
     "pas\u00a0: ______"},
    {Court::custody_whole,
     "Chaque ligne contient le SHA-256 de la précédente\u00a0; cela a été vérifié en produisant ce "
     "document. SHA-256 de la dernière ligne\u00a0: {0}"},
    {Court::custody_broken,
     "La chaîne est rompue\u00a0: la ligne {0} ne contient pas le SHA-256 de la précédente, ou est "
     "illisible. Le journal n’est plus fiable à partir de là."},
    {Court::custody_none, "Le dossier ne contient pas de journal de conservation."},
    {Court::custody_more, "Seules les {0} premières lignes figurent ici."},
    {Court::number, "N°"},
    {Court::actor, "Qui"},
    {Court::action, "A fait quoi"},
    {Court::version, "Version"},
    {Court::objects, "Sur quoi"},
    {Court::rates_title, "Taux d’erreur connus"},
    {Court::rates_note,
     "Mesurés par une épreuve sur des pièces synthétiques, {0} avec des traces implantées et {1} "
     "ordinaires, dont des cas ressemblants. Les intervalles sont des intervalles de "
     "Clopper-Pearson à 95 %. Le rappel est le rappel sur des cas synthétiques\u00a0: ceux où a "
     "été implantée une trace du genre que la règle recherche. Une fausse alerte est tout constat "
     "de la règle, de toute classe et de tout niveau, sur une pièce ordinaire."},
    {Court::rates_all,
     "Constats de niveau concordance sur des pièces ordinaires, toutes règles confondues\u00a0: "
     "{0}."},
    {Court::rates_seen,
     "Pièces synthétiques avec traces implantées où quelque chose a été trouvé, toutes règles "
     "confondues\u00a0: {0}."},
    {Court::rates_field,
     "Sensibilité sur le terrain\u00a0: inconnue. Il n’existe aucun ensemble de cas confirmés sur "
     "lequel la mesurer\u00a0; ces nombres ne la remplacent pas."},
    {Court::recall, "Rappel sur cas synthétiques"},
    {Court::false_alarms, "Fausses alertes"},
    {Court::of, "{0} sur {1} ({2}–{3} %)"},
    {Court::unmeasured, "non mesuré"},
    {Court::rates_here, "Règles ayant donné des constats dans ce dossier"},
    {Court::rates_others, "Toutes les autres règles"},
    {Court::repeat_title, "Comment le répéter"},
    {Court::repeat_hashes,
     "Les fichiers des pièces sont toujours ceux qui ont été reçus (dans le dossier qui contient "
     "les pièces)\u00a0:"},
    {Court::repeat_row,
     "Une ligne de base de données citée par un constat, lue avec un outil courant\u00a0:"},
    {Court::repeat_check,
     "L’examen entier, avec la même version et les mêmes lots\u00a0; result.json doit être "
     "identique\u00a0:"},
    {Court::repeat_custody,
     "La chaîne du journal\u00a0: le membre «\u00a0prev\u00a0» de chaque ligne est le SHA-256 de "
     "la ligne précédente, sans sa fin de ligne\u00a0:"},
    {Court::declaration_title, "Projet de déclaration"},
    {Court::declaration_note,
     "D’après les Federal Rules of Evidence des États-Unis, 902(13) et 902(14), et 28 U.S.C. § "
     "1746. Elle ne porte que sur l’authenticité, pas sur la justesse des conclusions. À adapter "
     "au droit du tribunal."},
    {Court::declaration_1,
     "Je soussigné(e) ______, suis ______ (fonction) à ______. Ma formation et mon expérience de "
     "tels examens\u00a0: ______"},
    {Court::declaration_2,
     "Le ______ (date), j’ai reçu de ______ les pièces énumérées ci-dessus, dans cet état\u00a0: "
     "______. Je confirme que les empreintes ci-dessus sont celles de ce que j’ai reçu\u00a0: ☐"},
    {Court::declaration_3,
     "902(14)\u00a0: la copie examinée a les mêmes empreintes SHA-256 que ce qui a été reçu. Je "
     "les ai comparées le ______ par ______\u00a0: ☐"},
    {Court::declaration_4,
     "902(13)\u00a0: les enregistrements ci-dessus ont été produits par {0}, un procédé qui donne "
     "un résultat exact. Je le sais par\u00a0: ses tests ☐, les taux d’erreur ci-dessus ☐, un "
     "second outil ☐ (lequel\u00a0: ______), autre\u00a0: ______"},
    {Court::declaration_5,
     "Je déclare sous peine de parjure que ce qui précède est vrai et exact. Fait le ______ (date) "
     "à ______. Signature\u00a0: ______"},
    {Court::dictionary_title, "Dictionnaire des données"},
    {Court::dictionary_note,
     "Champs des artefacts où quelque chose a été trouvé, en anglais comme dans le programme."},
    {Court::meaning, "Sens"},
    {Court::annexes_title, "Annexes"},
    {Court::annexes_note, "Fichiers appartenant à ce document, à côté de lui\u00a0:"},
    {Court::annexes_none,
     "Aucune\u00a0: tous les constats et toute la couverture figurent dans ce document."},
    {Court::annex, "Annexe {0}"},
    {Court::read_title, "Ce qui a été lu"},
    {Court::footer,
     "Produit par {0} à partir du dossier {1}\u00a0; le même dossier donne les mêmes octets."},
};

}  // namespace

extern const Texts<Court> court_fr;
constinit const Texts<Court> court_fr = all_texts(kPhrases);

}  // namespace bridle
