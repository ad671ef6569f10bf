// The first screen: the verdict, right under it what could not be looked at, then what was.
import { english, evidence, exact, h } from "./dom.js";
import { count, t } from "./phrases.js";

export const tones = { invalid: "red", match: "red", lead: "amber", inconclusive: "blue", no_match: "green",
  read: "green", partly: "amber", failed: "amber", encrypted: "blue", absent: "grey", unsupported: "grey", unexamined: "grey" };

export const chip = (key, tone) => h("span", { class: `chip ${tone}` }, t(key));

function verdict(shown) {
  const missing = shown.unchecked.length;
  return h("section", { class: `verdict ${tones[shown.verdict]}`, "aria-labelledby": "verdict" },
    h("div", { class: "word" }, t(`verdict.${shown.verdict}`)),
    h("h1", { id: "verdict" }, t(`verdict.${shown.verdict}.head`)),
    h("p", {}, t(`verdict.${shown.verdict}.meaning`)),
    h("p", {}, t(`verdict.${shown.verdict}.next`)),
    h("p", { class: "beside" }, t(shown.complete ? "complete" : "incomplete"), " ",
      missing ? h("a", { href: `#${shown.place}/unchecked` }, t("unchecked.count", { n: count(missing) })) : t("unchecked.none")));
}

export const fact = (number, key) => h("li", {}, h("b", {}, count(number)), t(key));

function facts(shown) {
  const read = shown.coverage.filter((row) => row.state === "read" && row.gaps === 0).length;
  const records = shown.coverage.reduce((sum, row) => sum + row.records, 0);
  return h("ul", { class: "facts" }, fact(shown.findings, "fact.findings"), fact(shown.matches, "fact.matches"),
    fact(read, "fact.read"), fact(records, "fact.records"));
}

const numbers = ["head.records", "head.gaps", "head.indicators", "head.skipped", "head.phones", "head.found"];

export function table(caption, heads, rows) {
  return h("div", { class: "wide", tabindex: "0", role: "region", "aria-label": caption }, h("table", {}, h("caption", { class: "unseen" }, caption),
    h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col", class: numbers.includes(head) ? "n" : null }, t(head))))), h("tbody", {}, rows)));
}

const kMost = 300;

function unchecked(shown) {
  const rows = shown.unchecked.slice(0, kMost).map((row) => h("tr", {},
    h("th", { scope: "row" }, row.what ? english(row.what) : row.path ? exact(row.path) : t("head.exhibit")), h("td", { class: "id" }, row.exhibit),
    h("td", {}, chip(`state.${row.state}`, tones[row.state])), h("td", { lang: "en" }, evidence(row.why))));
  const broken = shown.unreadable.map((name) => h("p", { class: "problem" }, t("unreadable"), " ", exact(name)));
  return h("section", { "aria-labelledby": "unchecked" }, h("h2", { id: "unchecked" }, t("unchecked")), ...broken,
    rows.length ? [h("p", { class: "note" }, t("unchecked.note")),
      shown.unchecked.length > kMost ? h("p", {}, t("cut", { n: count(kMost), all: count(shown.unchecked.length) })) : null,
      table(t("unchecked"), ["head.what", "head.exhibit", "head.state", "head.why"], rows)]
      : h("p", {}, t("unchecked.none")));
}

function coverage(shown) {
  const rows = shown.coverage.map((row) => h("tr", {},
    h("th", { scope: "row" }, shown.artefacts.some((a) => a.id === row.surface) ? h("a", { href: `#tables/${row.surface}` }, english(row.title)) : english(row.title)),
    h("td", { class: "id" }, row.exhibit), h("td", {}, chip(`state.${row.state}`, tones[row.state])),
    h("td", { class: "n" }, count(row.records)), h("td", { class: "n" }, count(row.gaps))));
  return h("section", { "aria-labelledby": "coverage" }, h("h2", { id: "coverage" }, t("coverage")),
    rows.length ? table(t("coverage"), ["head.what", "head.exhibit", "head.state", "head.records", "head.gaps"], rows) : h("p", {}, t("tables.none")));
}

function exhibits(shown) {
  const rows = shown.exhibits.map((e) => h("tr", {}, h("th", { scope: "row", class: "id" }, e.id), h("td", {}, exact(e.kind)),
    h("td", {}, evidence(e.model)), h("td", {}, evidence(e.os)), h("td", {}, exact(e.sha256))));
  const packs = shown.packs.map((p) => h("tr", {}, h("th", { scope: "row" }, exact(p.name)), h("td", { class: "n" }, count(p.indicators)),
    h("td", { class: "n" }, count(p.skipped)), h("td", {}, exact(p.sha256))));
  return [h("section", { "aria-labelledby": "exhibits" }, h("h2", { id: "exhibits" }, t("exhibits")),
    table(t("exhibits"), ["head.exhibit", "head.kind", "head.model", "head.os", "head.sha256"], rows)),
  h("section", { "aria-labelledby": "packs" }, h("h2", { id: "packs" }, t("packs")),
    packs.length ? table(t("packs"), ["head.pack", "head.indicators", "head.skipped", "head.sha256"], packs) : h("p", {}, t("packs.none")))];
}

export async function overview(shown) {
  return [verdict(shown), facts(shown),
    shown.findings ? h("p", {}, h("a", { href: `#${shown.findingsAt}` }, t("overview.findings"))) : null,
    unchecked(shown), coverage(shown), ...exhibits(shown)].filter(Boolean);
}
