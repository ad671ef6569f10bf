// The words of the analyst's workbook in Spanish.
#include "sink/phrase/phrase.h"

namespace bridle {
namespace {

constexpr Phrase<Workbook> kPhrases[] = {
    {Workbook::title, "Cuaderno del analista"},
    {Workbook::more_exhibits, "y {0} pruebas más"},
    {Workbook::contents, "Contenido"},
    {Workbook::verdict, "Veredicto"},
    {Workbook::figure_matches, "hallazgos de nivel coincidencia"},
    {Workbook::figure_leads, "hallazgos de nivel indicio"},
    {Workbook::figure_records, "registros examinados"},
    {Workbook::figure_gaps, "lugares que no se pudieron leer"},
    {Workbook::timeline_title, "Cronología de los hallazgos"},
    {Workbook::timeline_note,
     "Todas las horas son UTC, tal como las contienen los registros; el reloj de un teléfono puede "
     "estar mal."},
    {Workbook::timeline_chart, "Hallazgos en el tiempo; la tabla de abajo dice lo mismo"},
    {Workbook::timeline_undated, "sin hora en el registro"},
    {Workbook::timeline_more,
     "Solo se listan los primeros {0}; la exportación a Timesketch los tiene todos."},
    {Workbook::further,
     "Más hallazgos de esta clase, en breve; todos están enteros en result.json."},
    {Workbook::artefact_row, "Artefacto, fila"},
    {Workbook::more_of_class, "{0} más de esta clase están solo en result.json."},
    {Workbook::context_title, "Filas vecinas"},
    {Workbook::context_this, "esta"},
    {Workbook::context_field, "Campo"},
    {Workbook::decision, "Decisión del analista:"},
    {Workbook::confirmed, "confirmado"},
    {Workbook::explained, "explicado de otro modo"},
    {Workbook::open, "pendiente"},
    {Workbook::initials, "Iniciales y fecha:"},
    {Workbook::next_title, "Siguientes pasos"},
    {Workbook::next_fresh_copy,
     "Tome una copia nueva de la prueba, guárdela en un soporte de solo lectura y revísela otra "
     "vez."},
    {Workbook::next_keep_phone,
     "Deje el teléfono como está: sin restablecerlo, actualizarlo ni quitar aplicaciones."},
    {Workbook::next_second,
     "Haga que otra persona repita la revisión con una copia sellada y llame después a una línea "
     "de ayuda en seguridad digital."},
    {Workbook::next_leads,
     "Repase cada indicio: primero sus causas inofensivas, después lo que lo confirmaría."},
    {Workbook::next_ask_owner,
     "Pregunte al propietario qué recuerda de esos momentos antes de concluir."},
    {Workbook::next_password,
     "Revísela otra vez con su contraseña o clave: con --password-fd, el aviso o --key."},
    {Workbook::next_better,
     "Consiga una prueba mejor: de un iPhone, lo que más contiene es una copia de seguridad "
     "cifrada con su contraseña; de un Android, una recopilación AndroidQF con un informe de "
     "errores."},
    {Workbook::next_keep_case,
     "Conserve el caso: más adelante se le podrán aplicar indicadores nuevos."},
    {Workbook::next_unchecked, "Mire lo que no se pudo comprobar y tómelo otra vez del teléfono."},
    {Workbook::coverage_title, "Cobertura"},
    {Workbook::coverage_note, "Cada superficie que se buscó, y cuánto de ella se leyó."},
    {Workbook::skipped_title, "Indicadores omitidos"},
    {Workbook::gaps_title, "Lagunas"},
    {Workbook::gaps_none, "Ningún lugar examinado era ilegible."},
    {Workbook::method_title, "Método y términos"},
    {Workbook::method,
     "Las pruebas se abrieron solo para lectura y su hash se calculó al recibirlas. Cada archivo "
     "de significado conocido se leyó en registros; cada registro guarda su lugar: archivo, "
     "SHA-256, tabla y fila. A los registros se aplicaron indicadores publicados y reglas. Las "
     "mismas pruebas, paquetes, configuración y versión dan el mismo resultado, byte por byte."},
    {Workbook::not_said,
     "Lo que este informe no dice: quién estaba detrás de un ataque, si el propietario hizo algo "
     "mal y, donde no se encontró nada, que no hubo ataque. Las tasas de error de cada regla están "
     "en el informe para el tribunal; la sensibilidad real no se conoce."},
    {Workbook::footer,
     "Hecho por {0} solo a partir del caso. Cuándo, por quién y en qué ordenador se hizo la "
     "revisión consta en run.json y custody.jsonl del caso."},
};

}  // namespace

extern const Texts<Workbook> workbook_es;
constinit const Texts<Workbook> workbook_es = all_texts(kPhrases);

}  // namespace bridle
