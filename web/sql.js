// Questions in SQL over all tables, read only.
import { dialog, evidence, exact, h, tell } from "./dom.js";
import { count, t } from "./phrases.js";
import { post } from "./server.js";
import { grid } from "./grid.js";

let last = "";

function record(columns, row) {
  dialog(t("record.sql"), t("close"), h("dl", {}, columns.map((name, i) => [h("dt", {}, exact(name)), h("dd", {}, row.cells[i] === null ? "–" : evidence(row.cells[i]))])));
}

export async function sql(shown) {
  const first = shown.artefacts[0];
  if (!first) return [h("h1", {}, t("nav.sql")), h("p", {}, t("tables.none"))];
  const text = h("textarea", { id: "statement", class: "exact", rows: "5", dir: "ltr", spellcheck: "false", autocomplete: "off" });
  text.value = last || `SELECT file_path, count(*) AS records\nFROM ${first.id}\nGROUP BY file_path ORDER BY records DESC`;
  const place = h("div");
  const ask = async () => {
    last = text.value;
    place.replaceChildren(h("p", { role: "status" }, t("loading")));
    const start = performance.now();
    try {
      const { columns, rows, cut } = await post("/api/sql", { sql: text.value });
      const summary = h("p", {}, t(cut ? "sql.cut" : "sql.rows", { n: count(rows.length), s: ((performance.now() - start) / 1000).toFixed(2) }));
      const table = grid({ label: t("sql.answer"), columns: columns.map((_, i) => i), rows, heads: columns.map((name) => h("bdi", { dir: "ltr" }, name)), open: (row) => record(columns, row) });
      place.replaceChildren(summary, table.node);
      tell(summary.textContent);
    } catch (error) {
      place.replaceChildren(h("p", { class: "problem", role: "alert" }, t("problem"), " ", h("bdi", { lang: "en", dir: "ltr" }, error.message)));
    }
  };
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) ask();
  });
  const names = shown.artefacts.map((artefact) => h("details", {}, h("summary", {}, h("code", { dir: "ltr" }, artefact.id)),
    h("p", { class: "exact", dir: "ltr" }, artefact.fields.map((field) => field.name).join(", "))));
  return [h("h1", {}, t("nav.sql")), h("p", { class: "note" }, t("sql.note")),
    h("form", { onsubmit: (event) => { event.preventDefault(); ask(); } }, h("label", { for: "statement" }, t("sql.statement")), text,
      h("div", { class: "controls" }, h("button", { type: "submit", class: "main" }, t("sql.ask")), h("span", { class: "note" }, h("kbd", { dir: "ltr" }, "Ctrl Enter")))),
    place, h("h2", {}, t("sql.tables")), ...names];
}
