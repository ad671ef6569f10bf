// The words of the owner's letter in Spanish.
#include "sink/phrase/phrase.h"

namespace bridle {
namespace {

constexpr Phrase<Letter> kPhrases[] = {
    {Letter::title, "Sobre la revisión de su teléfono"},
    {Letter::first_invalid,
     "Esta revisión no se puede usar: la copia de su teléfono cambió mientras la leíamos."},
    {Letter::first_match, "Encontramos rastros de un ataque conocido en la copia de su teléfono."},
    {Letter::first_lead,
     "Encontramos en la copia de su teléfono algo que una persona experta debe mirar."},
    {Letter::first_inconclusive,
     "Todavía no podemos darle una respuesta: no se pudo leer una parte demasiado grande de la "
     "copia."},
    {Letter::first_no_match,
     "No encontramos rastros de ningún ataque conocido en lo que pudimos leer."},
    {Letter::means_title, "Qué significa esto"},
    {Letter::means_invalid,
     "Esta revisión no permite decir nada sobre su teléfono. Hay que repetirla."},
    {Letter::means_match,
     "Algo en su teléfono coincide con un ataque descrito por especialistas, tanto que la "
     "casualidad no lo explica. La lista de abajo dice hasta dónde llegó el ataque, hasta donde "
     "podemos saber."},
    {Letter::means_lead,
     "Algo en su teléfono se parece al rastro de un ataque, pero también puede tener una causa "
     "inofensiva. Una persona experta tiene que averiguar qué es."},
    {Letter::means_inconclusive,
     "No encontramos nada, pero pudimos leer tan poco que esto no nos dice nada sobre su "
     "teléfono."},
    {Letter::means_no_match,
     "Comparamos los datos de su teléfono con los rastros de los ataques que se conocen hoy. No "
     "había ninguno."},
    {Letter::not_means_title, "Qué no significa esto"},
    {Letter::not_means_invalid,
     "No significa que alguien haya atacado su teléfono. Una copia puede cambiar por motivos "
     "sencillos, como un cable o un disco defectuoso."},
    {Letter::not_means_match,
     "No dice quién lo hizo, y usted no hizo nada malo. No siempre significa que el ataque "
     "funcionó, ni que continúe."},
    {Letter::not_means_lead,
     "No significa que su teléfono haya sido atacado. Tampoco significa que no lo haya sido."},
    {Letter::not_means_inconclusive, "No significa que todo esté bien, ni que haya algo malo."},
    {Letter::not_means_no_match,
     "No demuestra que no hubo ningún ataque. Un ataque que no dejó rastros, o que nadie ha "
     "descrito todavía, no se vería."},
    {Letter::found_title, "Qué encontramos"},
    {Letter::found_executed, "Parece que un programa espía funcionó en este teléfono."},
    {Letter::found_delivered,
     "Parece que un ataque llegó a este teléfono. Si funcionó o no es otra pregunta."},
    {Letter::found_targeted, "Parece que alguien intentó llegar a este teléfono con un ataque."},
    {Letter::found_posture,
     "Un ajuste o una aplicación de este teléfono merece una comprobación. No es un ataque."},
    {Letter::found_context,
     "Este teléfono tuvo contacto con algo que también aparece al leer sobre programas espía. No "
     "es un ataque."},
    {Letter::close_fit, "El rastro coincide claramente."},
    {Letter::not_certain, "Sin confirmar: una persona experta debe comprobarlo."},
    {Letter::looked_title, "Qué miramos"},
    {Letter::looked_nothing, "No se pudo leer nada en ella."},
    {Letter::looked_whole, "Pudimos leer: {0}."},
    {Letter::not_looked_title, "Qué no pudimos mirar"},
    {Letter::not_looked_none, "Pudimos leer todo lo que una copia así debe contener."},
    {Letter::not_looked,
     "No leído, o solo en parte: {0}. Un ataque podría haber dejado rastros ahí."},
    {Letter::not_looked_more, "La copia contiene además cosas que esta revisión no sabe leer."},
    {Letter::comma, ", "},
    {Letter::of_messages, "mensajes"},
    {Letter::of_calls, "llamadas"},
    {Letter::of_web, "páginas web"},
    {Letter::of_apps, "aplicaciones"},
    {Letter::of_media, "imágenes y archivos"},
    {Letter::of_network, "uso de la red"},
    {Letter::of_settings, "ajustes"},
    {Letter::of_system, "registros del sistema"},
    {Letter::of_contacts, "contactos y calendario"},
    {Letter::of_other, "otras partes de la copia"},
    {Letter::steps_title, "Tres pasos a seguir"},
    {Letter::step_keep,
     "Deje el teléfono como está. No lo restablezca, no lo actualice y no borre nada hasta hablar "
     "con una persona experta."},
    {Letter::step_other_device,
     "Use otro teléfono u ordenador para sus conversaciones privadas y para pedir ayuda."},
    {Letter::step_call,
     "Contacte con una de las líneas de ayuda de abajo. Conocen estos casos y su ayuda es "
     "gratuita."},
    {Letter::step_remember,
     "Anote lo que recuerde: mensajes o llamadas extrañas, y momentos en que el teléfono no estuvo "
     "en sus manos."},
    {Letter::step_new_copy,
     "Pida a la persona que hizo la copia que haga una nueva y la revise otra vez."},
    {Letter::step_password,
     "La copia está bloqueada. Diga su contraseña de palabra a la persona que hizo esta revisión, "
     "para que se pueda leer."},
    {Letter::step_update,
     "Instale las actualizaciones del teléfono y de sus aplicaciones. Si corre un riesgo alto, "
     "active el Modo de aislamiento (iPhone) o la Protección avanzada (Android)."},
    {Letter::step_keep_copy,
     "Pida que se guarde la copia, si está de acuerdo: se podrá revisar de nuevo cuando se "
     "conozcan más ataques."},
    {Letter::step_call_if_warned,
     "Si Apple, Google o WhatsApp le avisó, o si todavía le preocupa algo, contacte igualmente con "
     "una de las líneas de ayuda de abajo."},
    {Letter::whom_title, "A quién contactar"},
    {Letter::what_access_now,
     "Para activistas, periodistas y personas defensoras de derechos humanos; día y noche; varios "
     "idiomas."},
    {Letter::what_amnesty, "Busca rastros de programas espía en teléfonos de la sociedad civil."},
    {Letter::what_civicert, "Lista de organizaciones de ayuda en muchos países."},
    {Letter::what_smex, "Para personas de países de habla árabe."},
    {Letter::caution_title, "Tenga cuidado con esta carta"},
    {Letter::caution,
     "Quien vigila su teléfono puede ver esta página en él, y ver que el teléfono fue revisado. "
     "Léala en otro dispositivo, no la envíe desde este teléfono y escriba a las líneas de ayuda "
     "desde otro dispositivo. Si quien vigila puede ser alguien cercano, vaya primero a un lugar "
     "donde esa persona no esté."},
    {Letter::footer,
     "Hecho por {0} a partir del caso {1}. Esta carta no contiene valores ni nombres; los detalles "
     "están en el cuaderno del analista."},
};

}  // namespace

extern const Texts<Letter> letter_es;
constinit const Texts<Letter> letter_es = all_texts(kPhrases);

}  // namespace bridle
