// The words of the analyst's workbook in Arabic.
#include "sink/phrase/phrase.h"

namespace bridle {
namespace {

constexpr Phrase<Workbook> kPhrases[] = {
    {Workbook::title, "دفتر المحلل"},
    {Workbook::more_exhibits, "ومضبوطات أخرى عددها {0}"},
    {Workbook::contents, "المحتويات"},
    {Workbook::verdict, "الحكم"},
    {Workbook::figure_matches, "نتائج بمستوى تطابق"},
    {Workbook::figure_leads, "نتائج بمستوى خيط"},
    {Workbook::figure_records, "سجلات مفحوصة"},
    {Workbook::figure_gaps, "أماكن تعذّرت قراءتها"},
    {Workbook::timeline_title, "التسلسل الزمني للنتائج"},
    {Workbook::timeline_note,
     "كل الأوقات بتوقيت UTC كما هي في السجلات؛ وقد تكون ساعة الهاتف خاطئة."},
    {Workbook::timeline_chart, "النتائج عبر الزمن؛ والجدول أدناه يقول الشيء نفسه"},
    {Workbook::timeline_undated, "لا وقت في السجل"},
    {Workbook::timeline_more, "لا يُدرج هنا سوى أول {0}، والتصدير إلى Timesketch يحتويها كلها."},
    {Workbook::further, "نتائج أخرى من هذا الصنف باختصار، وهي كلها كاملةً في result.json."},
    {Workbook::artefact_row, "الأثر الرقمي، الصف"},
    {Workbook::more_of_class, "توجد {0} أخرى من هذا الصنف في result.json فقط."},
    {Workbook::context_title, "الصفوف المحيطة"},
    {Workbook::context_this, "هذا الصف"},
    {Workbook::context_field, "الحقل"},
    {Workbook::decision, "قرار المحلل:"},
    {Workbook::confirmed, "مؤكَّد"},
    {Workbook::explained, "له تفسير آخر"},
    {Workbook::open, "معلَّق"},
    {Workbook::initials, "التوقيع المختصر والتاريخ:"},
    {Workbook::next_title, "الخطوات التالية"},
    {Workbook::next_fresh_copy,
     "خذ نسخة جديدة من المضبوط واحفظها على وسيط للقراءة فقط ثم أعد فحصها."},
    {Workbook::next_keep_phone, "أبقِ الهاتف على حاله: بلا إعادة ضبط ولا تحديث ولا إزالة تطبيقات."},
    {Workbook::next_second,
     "اجعل فاحصًا ثانيًا يعيد الفحص على نسخة مختومة، ثم اتصل بخط مساعدة للأمن الرقمي."},
    {Workbook::next_leads, "راجع كل خيط: أسبابه العادية أولًا، ثم ما قد يؤكده."},
    {Workbook::next_ask_owner, "اسأل صاحب الهاتف عمّا يتذكره من تلك الأوقات قبل أن تستنتج شيئًا."},
    {Workbook::next_password,
     "أعد فحصه بكلمة مروره أو مفتاحه: بالخيار \u200e--password-fd أو عند السؤال عنها أو بالخيار "
     "\u200e--key."},
    {Workbook::next_better,
     "احصل على مضبوط أفضل: من آيفون نسخة احتياطية مشفرة مع كلمة مرورها فهي الأغنى، ومن هاتف "
     "أندرويد مجموعة AndroidQF مع تقرير أخطاء."},
    {Workbook::next_keep_case, "احتفظ بالقضية: يمكن تجربة مؤشرات جديدة عليها لاحقًا."},
    {Workbook::next_unchecked, "انظر في ما تعذّر فحصه وخذه من الهاتف مرة أخرى."},
    {Workbook::coverage_title, "التغطية"},
    {Workbook::coverage_note, "كل موضع بُحث عنه وكم قُرئ منه."},
    {Workbook::skipped_title, "المؤشرات المتروكة"},
    {Workbook::gaps_title, "الثغرات"},
    {Workbook::gaps_none, "لم يكن أي مكان نُظر فيه غير مقروء."},
    {Workbook::method_title, "الطريقة والمصطلحات"},
    {Workbook::method,
     "فُتحت المضبوطات للقراءة فقط وحُسبت بصماتها عند استلامها. وقُرئ كل ملف معروف المعنى إلى سجلات، "
     "يحتفظ كل منها بمكانه: الملف وبصمة SHA-256 والجدول والصف. وطُبّقت على السجلات مؤشرات منشورة "
     "وقواعد. والمضبوطات والحزم والإعدادات والإصدار نفسها تعطي النتيجة نفسها بايتًا بايتًا."},
    {Workbook::not_said,
     "ما لا يقوله هذا التقرير: من كان وراء هجوم، ولا ما إذا كان صاحب الهاتف قد أخطأ، ولا أنه لم "
     "يقع هجوم حيث لم يُعثر على شيء. ومعدلات الخطأ لكل قاعدة واردة في تقرير المحكمة، أما الحساسية "
     "في الواقع فغير معروفة."},
    {Workbook::footer,
     "أُنشئ بواسطة {0} من القضية وحدها. أما متى أُجري الفحص ومن أجراه وعلى أي حاسوب فوارد في "
     "run.json وcustody.jsonl في القضية."},
};

}  // namespace

extern const Texts<Workbook> workbook_ar;
constinit const Texts<Workbook> workbook_ar = all_texts(kPhrases);

}  // namespace bridle
