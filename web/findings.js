// Findings as cards, each with what speaks against it, and the rows around the hit.
import { english, evidence, exact, h } from "./dom.js";
import { count, t } from "./phrases.js";
import { get } from "./server.js";
import { chip } from "./overview.js";
import { decide, loadReviews } from "./notes.js";

const kShownColumns = 8;

function term(key, value) {
  return value === "" || value === undefined || value === null ? [] : [h("dt", {}, t(key)), h("dd", {}, value)];
}

function where(finding, place) {
  const at = finding.locator;
  return h("dl", {},
    term("finding.times", finding.times.length ? finding.times.map((time) => h("div", {}, exact(time.utc), " ", h("span", { class: "note", dir: "ltr" }, time.field))) : t("undated")),
    term("finding.source", [english(finding.title), " ", h("span", { class: "id" }, finding.exhibit)]),
    term("finding.file", [at.domain ? [exact(at.domain), " · "] : null, exact(at.path)]),
    term("finding.row", exact([at.table, at.row].filter((part) => part !== "").join(" · "))),
    term("finding.recovered", at.recovered && exact(at.recovered)),
    term("finding.sha256", exact(at.sha256)),
    term("finding.rule", exact(finding.rule)),
    finding.indicator ? term("finding.indicator", [finding.indicator.value, finding.indicator.pack, finding.indicator.id].filter(Boolean).map((part, i) => [i ? " · " : null, exact(part)])) : null,
    term("finding.campaign", finding.campaign && evidence(finding.campaign)),
    finding.with.length ? term("finding.with", finding.with.map((id, i) => [i ? ", " : null, h("a", { href: `#${place}/${id}` }, id)])) : null);
}

function weigh(finding) {
  return h("div", { class: "weigh" },
    h("div", {}, h("h3", {}, t("finding.benign")), finding.benign.length
      ? h("ul", { lang: "en", dir: "ltr" }, finding.benign.map((text) => h("li", {}, text))) : h("p", {}, t("finding.benign.none"))),
    h("div", {}, h("h3", {}, t("finding.confirm")), h("p", { lang: "en", dir: "ltr" }, finding.confirm || "–")));
}

// The columns that say something in these rows, the finding's own field first.
function columnsOf(fields, rows, own) {
  const said = fields.map((_, i) => i).filter((i) => i >= 6 && rows.some((row) => row.cells[i] !== null));
  said.sort((a, b) => (fields[b].name === own) - (fields[a].name === own));
  return said.slice(0, kShownColumns);
}

async function around(shown, finding, index) {
  const fields = shown.artefacts.find((artefact) => artefact.id === finding.artefact)?.fields;
  const { rows, hit } = await get("/api/context", { finding: index });
  const columns = columnsOf(fields, rows, finding.field);
  const cell = (row, i) => h("td", { title: row.cells[i] ?? "" }, row.cells[i] === null ? null : evidence(row.cells[i]));
  return h("div", { class: "wide rows", tabindex: "0", role: "region", "aria-label": t("context.label", { id: finding.id }) }, h("table", {},
    h("caption", {}, t("context.caption")),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("context.row")), columns.map((i) => h("th", { scope: "col", dir: "ltr" }, fields[i].name)))),
    h("tbody", {}, rows.map((row) => h("tr", { class: row.n === hit ? "hit" : null },
      h("th", { scope: "row" }, row.n === hit ? t("context.hit") : count(row.n + 1)), columns.map((i) => cell(row, i)))))));
}

function context(shown, finding, index) {
  const box = h("details", {}, h("summary", {}, t("context")));
  box.addEventListener("toggle", async () => {
    if (!box.open || box.children.length > 1) return;
    const waiting = h("p", { role: "status" }, t("loading"));
    box.append(waiting);
    waiting.replaceWith(await around(shown, finding, index).catch((error) =>
      h("p", { class: "problem" }, t("problem"), " ", h("bdi", { lang: "en" }, error.message))));
  });
  return box;
}

// A lake keeps the result of a case without its records as they were, and nobody reviews it there.
function furtherOn(shown, finding, index, reviews) {
  return reviews ? [context(shown, finding, index), h("p", {}, h("a", { href: `#tables/${finding.artefact}` }, t("finding.table"))),
    decide(finding.id, reviews)] : [];
}

function card(shown, finding, index, reviews) {
  const tone = finding.level === "match" ? "red" : "amber";
  const classTone = finding.class === "context" || finding.class === "posture" ? "grey" : tone;
  return h("article", { class: `card ${tone}`, id: finding.id, "aria-labelledby": `${finding.id}-head` },
    h("h2", { id: `${finding.id}-head` }, h("span", { class: "id" }, finding.id), chip(`level.${finding.level}`, tone), chip(`class.${finding.class}`, classTone)),
    h("p", { class: "note" }, t(`class.${finding.class}.meaning`)),
    h("p", { class: "why", lang: "en", dir: "ltr" }, finding.why),
    h("div", { class: "value" }, h("span", { class: "unseen" }, t("finding.value"), " "), evidence(finding.value)),
    where(finding, shown.findingsAt), weigh(finding), furtherOn(shown, finding, index, reviews));
}

// The cards, as many as are asked for: `asked` tells the program of which case.
export async function cards(shown, wanted, reviews, asked = {}) {
  const list = h("div");
  const more = h("button", { type: "button" }, t("more"));
  let loaded = 0;
  const load = async () => {
    const part = await get("/api/findings", { ...asked, first: loaded });
    list.append(...part.findings.map((finding, i) => card(shown, finding, loaded + i, reviews)));
    const first = list.children[loaded];
    loaded += part.findings.length;
    more.hidden = loaded >= part.total;
    return first;
  };
  more.addEventListener("click", async () => {
    const first = await load();
    if (first) {
      first.setAttribute("tabindex", "-1");
      first.focus();
    }
  });
  await load();
  while (wanted && !more.hidden && !list.querySelector(`#${CSS.escape(wanted)}`)) await load();
  return [h("p", { class: "note" }, shown.findings ? t("findings.note") : t("findings.none")), list, more];
}

export async function findings(shown, [wanted]) {
  return [h("h1", {}, t("nav.findings")), ...await cards(shown, wanted, await loadReviews())];
}
