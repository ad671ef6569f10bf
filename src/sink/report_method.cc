#include "sink/report_parts.h"

namespace bridle {

void write_method_section(std::string& out) {
  out += R"html(<h2 id="method">Method and words</h2>
<p>The exhibits were opened for reading only and hashed as they were taken in. Each file with a known meaning was read into records; every record keeps its place: file, SHA-256, table and row. Published indicators and rules were applied to the records. The same exhibits, packs, configuration and version give the same result, byte for byte; <code>bridle replay</code> shows it.</p>
<dl>
<dt>exhibit</dt><dd>one received item, with its hash</dd>
<dt>artefact</dt><dd>a file or table with a known meaning; as a <em>surface</em>, a kind of trace that could be examined</dd>
<dt>record</dt><dd>one row of an artefact, with its place in the exhibit</dd>
<dt>indicator, pack</dt><dd>a known value of an attack; a set of them</dd>
<dt>rule</dt><dd>detection logic that is not an indicator</dd>
<dt>finding</dt><dd>a rule or indicator that applies to a record</dd>
<dt>match, lead</dt><dd>a finding that chance does not explain; one that needs a closer look</dd>
<dt>gap</dt><dd>a place that could not be read</dd>
<dt>incomplete</dt><dd>some surface that the exhibit should hold was not read whole</dd>
</dl>
<p class="note">What this report does not say: who was behind an attack, whether the owner did anything wrong, and, where nothing was found, that there was no attack. Error rates of each rule are published with the release; sensitivity in the field is not known.</p>
)html";
}

}  // namespace bridle
