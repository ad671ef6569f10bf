// The words of the court exhibit in Spanish.
#include "sink/phrase/phrase.h"

namespace bridle {
namespace {

constexpr Phrase<Court> kPhrases[] = {
    {Court::title, "Informe para el tribunal: examen de los datos de un teléfono"},
    {Court::case_is, "Caso {0}"},
    {Court::draft,
     "Borrador. Quien firme debe leerlo, rellenar cada espacio (______) y confirmar cada "
     "declaración."},
    {Court::asked_title, "Qué se preguntó"},
    {Court::asked,
     "Si las pruebas siguientes contienen rastros de herramientas publicadas para atacar "
     "teléfonos, o señales de un ataque así. No se preguntó quién usó tal herramienta, y nada aquí "
     "lo responde."},
    {Court::received_title, "Qué se recibió"},
    {Court::received_note,
     "El SHA-256 es el del archivo o, de una carpeta, el de la lista de sus archivos con sus "
     "hashes (intake/SHA256SUMS), calculado al recibir la prueba."},
    {Court::answer_title, "Qué se encontró"},
    {Court::counts, "Hallazgos: {0}, de ellos de nivel coincidencia: {1}, de nivel indicio: {2}."},
    {Court::first_only,
     "Aquí constan enteros los primeros {0} hallazgos; todos constan en el anexo {1}."},
    {Court::alternatives,
     "Las causas inofensivas conocidas de un rastro constan con cada hallazgo. La herramienta las "
     "tuvo en cuenta; no puede excluirlas. Corresponde al perito decir si alguna se aplica: "
     "______"},
    {Court::alternatives_title, "Explicaciones alternativas"},
    {Court::limits_title, "Limitaciones"},
    {Court::limit_copy,
     "Se examinó una copia de datos del teléfono, no el teléfono. Lo que la copia no contiene no "
     "se vio."},
    {Court::limit_known,
     "Solo se pueden ver los rastros publicados, o los que describe una regla de abajo."},
    {Court::limit_clock,
     "Las horas son las que escribió el teléfono. Su reloj pudo estar mal o haberse cambiado."},
    {Court::limit_deleted,
     "Los datos borrados pueden haber desaparecido. Que no se encontrara rastro no prueba que no "
     "lo hubo."},
    {Court::limit_who, "Un rastro no dice quién lo hizo."},
    {Court::method_title, "Método"},
    {Court::method_1,
     "Cada prueba se abrió solo para lectura. El hash SHA-256 de cada uno de sus archivos se "
     "calculó al recibirla; al final se compararon de nuevo los tamaños, horas y hashes de lo "
     "leído."},
    {Court::method_2,
     "El tipo de la prueba se determinó por su contenido, y cada archivo o tabla de significado "
     "conocido se leyó en registros. Cada registro guarda el lugar de sus bytes."},
    {Court::method_3,
     "Los indicadores de los paquetes de abajo se compararon con los campos de los registros que "
     "pueden contener tal valor. Se aplicaron reglas fijas, cada una publicada con su fuente y sus "
     "causas inofensivas conocidas. No interviene ningún modelo aprendido."},
    {Court::method_4,
     "Un nombre solo (de un proceso, una aplicación, un archivo) es un indicio hasta que un "
     "segundo artefacto independiente lo corrobore. Si no se leyeron superficies que la prueba "
     "debe contener, no encontrar nada se llama no concluyente."},
    {Court::method_5,
     "Las mismas pruebas, paquetes, configuración y versión dan el mismo resultado, byte por "
     "byte."},
    {Court::versions_title, "Versiones y paquetes"},
    {Court::versions,
     "Programa: {0}. Sus reglas son parte del programa y tienen su versión. SHA-256 de "
     "result.json: {1}"},
    {Court::no_packs, "No se usó ningún paquete de indicadores."},
    {Court::custody_title, "Cadena de custodia"},
    {Court::custody_note,
     "Según custody.jsonl del caso. Lo que ocurrió con la prueba antes de recibirla no consta ahí: "
     "______"},
    {Court::custody_whole,
     "Cada línea contiene el SHA-256 de la anterior; se comprobó al hacer este documento. SHA-256 "
     "de la última línea: {0}"},
    {Court::custody_broken,
     "La cadena está rota: la línea {0} no contiene el SHA-256 de la anterior, o no se puede leer. "
     "Desde ahí no se puede confiar en el registro."},
    {Court::custody_none, "El caso no contiene registro de custodia."},
    {Court::custody_more, "Aquí solo constan las primeras {0} líneas."},
    {Court::number, "N.º"},
    {Court::actor, "Quién"},
    {Court::action, "Hizo qué"},
    {Court::version, "Versión"},
    {Court::objects, "Sobre qué"},
    {Court::rates_title, "Tasas de error conocidas"},
    {Court::rates_note,
     "Medidas con un examen de pruebas sintéticas, {0} con rastros implantados y {1} corrientes, "
     "con casos parecidos entre ellas. Los intervalos son de Clopper-Pearson al 95 %. La "
     "exhaustividad es la de casos sintéticos: aquellos en que se implantó un rastro del tipo que "
     "la regla busca. Una falsa alarma es cualquier hallazgo de la regla, de cualquier clase y "
     "nivel, en una prueba corriente."},
    {Court::rates_all,
     "Hallazgos de nivel coincidencia en pruebas corrientes, todas las reglas juntas: {0}."},
    {Court::rates_seen,
     "Pruebas sintéticas con rastros implantados en que se encontró algo, todas las reglas juntas: "
     "{0}."},
    {Court::rates_field,
     "Sensibilidad real: desconocida. No existe un conjunto de casos confirmados con que medirla; "
     "estos números no la sustituyen."},
    {Court::recall, "Exhaustividad en casos sintéticos"},
    {Court::false_alarms, "Falsas alarmas"},
    {Court::of, "{0} de {1} ({2}–{3} %)"},
    {Court::unmeasured, "no medido"},
    {Court::rates_here, "Reglas que dieron hallazgos en este caso"},
    {Court::rates_others, "Todas las demás reglas"},
    {Court::repeat_title, "Cómo repetirlo"},
    {Court::repeat_hashes,
     "Los archivos de las pruebas siguen siendo los recibidos (en la carpeta que contiene las "
     "pruebas):"},
    {Court::repeat_row,
     "Una fila de base de datos que nombra un hallazgo, leída con una herramienta común:"},
    {Court::repeat_check,
     "Toda la revisión, con la misma versión y los mismos paquetes; result.json debe ser igual:"},
    {Court::repeat_custody,
     "La cadena del registro: el miembro «prev» de cada línea es el SHA-256 de la línea anterior, "
     "sin su fin de línea:"},
    {Court::declaration_title, "Borrador de declaración"},
    {Court::declaration_note,
     "Según las Federal Rules of Evidence de EE. UU. 902(13) y 902(14) y 28 U.S.C. § 1746. Habla "
     "solo de autenticidad, no de si las conclusiones son correctas. Debe adaptarse al derecho del "
     "tribunal."},
    {Court::declaration_1,
     "Yo, ______, soy ______ (cargo) en ______. Mi formación y experiencia en tales exámenes: "
     "______"},
    {Court::declaration_2,
     "El ______ (fecha) recibí de ______ las pruebas enumeradas arriba, en este estado: ______. "
     "Confirmo que los hashes de arriba son los de lo que recibí: ☐"},
    {Court::declaration_3,
     "902(14): la copia examinada tiene los mismos hashes SHA-256 que lo recibido. Los comparé el "
     "______ mediante ______: ☐"},
    {Court::declaration_4,
     "902(13): los registros de arriba los produjo {0}, un proceso que da un resultado exacto. Lo "
     "sé por: sus pruebas ☐, las tasas de error de arriba ☐, una segunda herramienta ☐ (cuál: "
     "______), otro: ______"},
    {Court::declaration_5,
     "Declaro bajo pena de perjurio que lo anterior es verdadero y correcto. Hecho el ______ "
     "(fecha) en ______. Firma: ______"},
    {Court::dictionary_title, "Diccionario de datos"},
    {Court::dictionary_note,
     "Campos de los artefactos en que se encontró algo, en inglés como los contiene el programa."},
    {Court::meaning, "Significado"},
    {Court::annexes_title, "Anexos"},
    {Court::annexes_note, "Archivos que pertenecen a este documento, junto a él:"},
    {Court::annexes_none,
     "Ninguno: todos los hallazgos y toda la cobertura constan en este documento."},
    {Court::annex, "Anexo {0}"},
    {Court::read_title, "Qué se leyó"},
    {Court::footer, "Hecho por {0} a partir del caso {1}; el mismo caso da los mismos bytes."},
};

}  // namespace

extern const Texts<Court> court_es;
constinit const Texts<Court> court_es = all_texts(kPhrases);

}  // namespace bridle
