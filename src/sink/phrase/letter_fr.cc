// The words of the owner's letter in French.
#include "sink/phrase/phrase.h"

namespace bridle {
namespace {

constexpr Phrase<Letter> kPhrases[] = {
    {Letter::title, "À propos de l’examen de votre téléphone"},
    {Letter::first_invalid,
     "Cet examen n’est pas utilisable\u00a0: la copie de votre téléphone a changé pendant que nous "
     "la lisions."},
    {Letter::first_match,
     "Nous avons trouvé des traces d’une attaque connue dans la copie de votre téléphone."},
    {Letter::first_lead,
     "Nous avons trouvé dans la copie de votre téléphone quelque chose qu’une personne experte "
     "doit regarder."},
    {Letter::first_inconclusive,
     "Nous ne pouvons pas encore vous répondre\u00a0: une trop grande partie de la copie n’a pas "
     "pu être lue."},
    {Letter::first_no_match,
     "Nous n’avons trouvé aucune trace d’une attaque connue dans ce que nous avons pu lire."},
    {Letter::means_title, "Ce que cela veut dire"},
    {Letter::means_invalid,
     "Cet examen ne permet de rien dire sur votre téléphone. Il faut le refaire."},
    {Letter::means_match,
     "Quelque chose sur votre téléphone correspond à une attaque décrite par des spécialistes, si "
     "nettement que le hasard ne l’explique pas. La liste ci-dessous dit jusqu’où l’attaque est "
     "allée, autant que nous puissions le savoir."},
    {Letter::means_lead,
     "Quelque chose sur votre téléphone ressemble à la trace d’une attaque, mais peut aussi avoir "
     "une cause sans gravité. Une personne experte doit déterminer ce qu’il en est."},
    {Letter::means_inconclusive,
     "Nous n’avons rien trouvé, mais nous avons pu lire si peu de choses que cela ne nous apprend "
     "rien sur votre téléphone."},
    {Letter::means_no_match,
     "Nous avons comparé les données de votre téléphone aux traces des attaques connues "
     "aujourd’hui. Aucune ne s’y trouvait."},
    {Letter::not_means_title, "Ce que cela ne veut pas dire"},
    {Letter::not_means_invalid,
     "Cela ne veut pas dire que quelqu’un a attaqué votre téléphone. Une copie peut changer pour "
     "des raisons simples, comme un câble ou un disque défectueux."},
    {Letter::not_means_match,
     "Cela ne dit pas qui est derrière, et vous n’avez rien fait de mal. Cela ne veut pas toujours "
     "dire que l’attaque a réussi, ni qu’elle dure encore."},
    {Letter::not_means_lead,
     "Cela ne veut pas dire que votre téléphone a été attaqué. Cela ne veut pas dire non plus "
     "qu’il ne l’a pas été."},
    {Letter::not_means_inconclusive,
     "Cela ne veut pas dire que tout va bien, et cela ne veut pas dire que quelque chose ne va "
     "pas."},
    {Letter::not_means_no_match,
     "Cela ne prouve pas qu’il n’y a pas eu d’attaque. Une attaque qui n’a pas laissé de trace, ou "
     "que personne n’a encore décrite, ne se verrait pas."},
    {Letter::found_title, "Ce que nous avons trouvé"},
    {Letter::found_executed, "Un logiciel espion semble avoir fonctionné sur ce téléphone."},
    {Letter::found_delivered,
     "Une attaque semble avoir atteint ce téléphone. Savoir si elle a réussi est une autre "
     "question."},
    {Letter::found_targeted,
     "Quelqu’un semble avoir tenté d’atteindre ce téléphone par une attaque."},
    {Letter::found_posture,
     "Un réglage ou une application de ce téléphone mérite d’être vérifié. Ce n’est pas une "
     "attaque."},
    {Letter::found_context,
     "Ce téléphone a été en contact avec quelque chose qui apparaît aussi quand on lit des "
     "articles sur les logiciels espions. Ce n’est pas une attaque."},
    {Letter::close_fit, "La trace correspond nettement."},
    {Letter::not_certain, "Ce n’est pas certain\u00a0: une personne experte doit le vérifier."},
    {Letter::looked_title, "Ce que nous avons regardé"},
    {Letter::looked_nothing, "Rien n’a pu y être lu."},
    {Letter::looked_whole, "Nous avons pu lire\u00a0: {0}."},
    {Letter::not_looked_title, "Ce que nous n’avons pas pu regarder"},
    {Letter::not_looked_none, "Nous avons pu lire tout ce qu’une telle copie doit contenir."},
    {Letter::not_looked,
     "Non lu, ou seulement en partie\u00a0: {0}. Une attaque pourrait y avoir laissé des traces."},
    {Letter::not_looked_more,
     "La copie contient aussi des choses que cet examen ne sait pas lire."},
    {Letter::comma, ", "},
    {Letter::of_messages, "messages"},
    {Letter::of_calls, "appels"},
    {Letter::of_web, "pages web"},
    {Letter::of_apps, "applications"},
    {Letter::of_media, "images et fichiers"},
    {Letter::of_network, "utilisation du réseau"},
    {Letter::of_settings, "réglages"},
    {Letter::of_system, "journaux du système"},
    {Letter::of_contacts, "contacts et calendrier"},
    {Letter::of_other, "d’autres parties de la copie"},
    {Letter::steps_title, "Trois étapes à suivre"},
    {Letter::step_keep,
     "Gardez le téléphone tel quel. Ne le réinitialisez pas, ne le mettez pas à jour et n’effacez "
     "rien avant d’avoir parlé à une personne experte."},
    {Letter::step_other_device,
     "Utilisez un autre téléphone ou ordinateur pour vos échanges privés et pour demander de "
     "l’aide."},
    {Letter::step_call,
     "Contactez l’une des lignes d’aide ci-dessous. Elles connaissent ces situations et leur aide "
     "est gratuite."},
    {Letter::step_remember,
     "Notez ce dont vous vous souvenez\u00a0: messages ou appels étranges, moments où le téléphone "
     "n’était pas entre vos mains."},
    {Letter::step_new_copy,
     "Demandez à la personne qui a fait la copie d’en faire une nouvelle et de l’examiner de "
     "nouveau."},
    {Letter::step_password,
     "La copie est verrouillée. Donnez son mot de passe de vive voix à la personne qui a fait cet "
     "examen, pour qu’elle puisse être lue."},
    {Letter::step_update,
     "Installez les mises à jour du téléphone et de ses applications. Si vous courez un risque "
     "élevé, activez le mode Isolement (iPhone) ou la Protection avancée (Android)."},
    {Letter::step_keep_copy,
     "Demandez que la copie soit conservée, si vous êtes d’accord\u00a0: elle pourra être "
     "réexaminée quand d’autres attaques seront connues."},
    {Letter::step_call_if_warned,
     "Si Apple, Google ou WhatsApp vous a envoyé un avertissement, ou si un doute persiste, "
     "contactez tout de même l’une des lignes d’aide ci-dessous."},
    {Letter::whom_title, "Qui contacter"},
    {Letter::what_access_now,
     "Pour les militants, les journalistes et les défenseurs des droits humains\u00a0; jour et "
     "nuit\u00a0; plusieurs langues."},
    {Letter::what_amnesty,
     "Recherche des traces de logiciels espions sur les téléphones de la société civile."},
    {Letter::what_civicert, "Liste d’organisations d’aide dans de nombreux pays."},
    {Letter::what_smex, "Pour les personnes des pays arabophones."},
    {Letter::caution_title, "Prenez garde avec cette lettre"},
    {Letter::caution,
     "Qui surveille votre téléphone peut y voir cette page, et voir que le téléphone a été "
     "examiné. Lisez-la sur un autre appareil, ne l’envoyez pas depuis ce téléphone et écrivez aux "
     "lignes d’aide depuis un autre appareil. Si la personne qui surveille est peut-être un "
     "proche, allez d’abord là où elle n’est pas."},
    {Letter::footer,
     "Produit par {0} à partir du dossier {1}. Cette lettre ne contient ni valeurs ni noms\u00a0; "
     "les détails se trouvent dans le cahier de l’analyste."},
};

}  // namespace

extern const Texts<Letter> letter_fr;
constinit const Texts<Letter> letter_fr = all_texts(kPhrases);

}  // namespace bridle
