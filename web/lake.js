// The first screen of a lake: how many cases of which verdict, which of them were not read whole, and each of them.
import { exact, evidence, h, tell } from "./dom.js";
import { campaign, nothing, toCase } from "./campaign.js";
import { cards } from "./findings.js";
import { grid } from "./grid.js";
import { chip, fact, overview, tones } from "./overview.js";
import { count, t } from "./phrases.js";
import { get } from "./server.js";

const kAtOnce = 100;
const kVerdicts = ["invalid", "match", "lead", "inconclusive", "no_match"];
// What stands at the top unless something else is asked for: the worst, then what was not read whole.
const worst = (one) => kVerdicts.indexOf(one.verdict) * 2 + (one.complete ? 1 : 0);

const kColumns = {
  "head.case": { by: (one) => one.name, cell: (one) => h("a", { href: toCase(one.name), tabindex: "-1" }, evidence(one.name)) },
  "head.verdict": { by: worst, cell: (one) => chip(`verdict.${one.verdict}`, tones[one.verdict]) },
  "head.state": { by: (one) => Number(one.complete), cell: (one) => chip(one.complete ? "state.read" : "state.partly", one.complete ? "green" : "amber") },
  "head.found": { by: (one) => -one.findings, cell: (one) => count(one.findings) },
  "head.gaps": { by: (one) => -one.gaps, cell: (one) => count(one.gaps) },
  "head.country": { by: (one) => one.country || "~", cell: (one) => one.country ?? null },
  "head.model": { by: (one) => one.devices.join(" ") || "~", cell: (one) => one.devices.join(", ") || null },
};

// Of phones that do not say what they are nobody needs an empty column.
const columnsFor = (cases) => Object.keys(kColumns).filter((name) => name !== "head.model" || cases.some((one) => one.devices.length));

class CaseList {
  constructor(cases) {
    Object.assign(this, { cases, first: 0, sort: "head.verdict", back: false });
    this.place = h("div");
    const changed = () => {
      this.first = 0;
      this.draw();
      tell(this.summary);
    };
    this.text = h("input", { type: "search", id: "case-search", autocomplete: "off", dir: "auto", oninput: changed });
    this.verdict = h("select", { id: "case-verdict", onchange: changed }, h("option", { value: "" }, t("by.all")),
      kVerdicts.filter((name) => cases.some((one) => one.verdict === name)).map((name) => h("option", { value: name }, t(`verdict.${name}`))));
    this.unread = h("input", { type: "checkbox", id: "case-unread", onchange: changed });
    this.form = h("form", { class: "controls", onsubmit: (event) => event.preventDefault() },
      h("div", {}, h("label", { for: "case-search" }, t("by.text")), this.text),
      h("div", {}, h("label", { for: "case-verdict" }, t("head.verdict")), this.verdict),
      h("label", { for: "case-unread", class: "tick" }, this.unread, " ", t("lake.only")));
    this.draw();
  }

  fits(one) {
    const words = this.text.value.trim().toLowerCase();
    return (!this.verdict.value || one.verdict === this.verdict.value) && !(this.unread.checked && one.complete) &&
      (!words || [one.name, one.country ?? "", ...one.devices].some((text) => text.toLowerCase().includes(words)));
  }

  head(name) {
    const mine = this.sort === name;
    return h("button", { type: "button", "data-column": name, onclick: () => {
      Object.assign(this, { back: mine && !this.back, sort: name, first: 0 });
      this.draw();
      this.place.querySelector(`[data-column="${name}"]`).focus();
    } }, t(name), mine ? (this.back ? " ▼" : " ▲") : null);
  }

  draw() {
    const names = columnsFor(this.cases);
    const by = kColumns[this.sort].by, on = this.back ? -1 : 1;
    const order = (a, b) => (by(a) < by(b) ? -on : by(a) > by(b) ? on : a.name < b.name ? -1 : 1);
    const fitting = this.cases.filter((one) => this.fits(one)).sort(order);
    const rows = fitting.slice(this.first, this.first + kAtOnce).map((one) => ({ one, cells: names.map((name) => kColumns[name].cell(one)) }));
    const turn = (by) => {
      const first = this.first + by * kAtOnce;
      if (first < 0 || first >= fitting.length) return;
      this.first = first;
      this.draw().focus();
    };
    const table = grid({ label: t("lake.cases"), columns: names.map((_, i) => i), heads: names.map((name) => this.head(name)), rows, first: this.first, turn,
      sorts: names.map((name) => (name !== this.sort ? null : this.back ? "descending" : "ascending")), open: (row) => { location.hash = toCase(row.one.name); } });
    table.holds(fitting.length);
    this.summary = fitting.length ? t("lake.of", { first: count(this.first + 1), last: count(this.first + rows.length), all: count(fitting.length) }) : t("lake.nofit");
    this.place.replaceChildren(h("div", { class: "pages controls" }, h("p", {}, this.summary),
      h("button", { type: "button", disabled: this.first === 0, onclick: () => turn(-1) }, t("previous")),
      h("button", { type: "button", disabled: this.first + rows.length >= fitting.length, onclick: () => turn(1) }, t("next"))), table.node);
    return table;
  }
}

function facts(lake) {
  const of = (verdict) => lake.cases.filter((one) => one.verdict === verdict).length;
  return h("ul", { class: "facts" }, fact(lake.cases.length, "fact.cases"), fact(lake.records, "fact.records"),
    kVerdicts.filter(of).map((verdict) => fact(of(verdict), `verdict.${verdict}`)));
}

// Nothing found where little was read must not look like nothing there.
function reading(lake) {
  const unread = lake.cases.filter((one) => !one.complete).length;
  return [h("div", { class: `card ${unread ? "amber" : "green"}` }, h("p", {}, unread ? t("lake.unread", { n: count(unread), all: count(lake.cases.length) }) : t("lake.whole"))),
    ...lake.unreadable.map((name) => h("p", { class: "problem" }, t("lake.unreadable"), " ", exact(name)))];
}

const painted = () => new Promise((yes) => requestAnimationFrame(() => setTimeout(yes)));

// It takes a moment to find: the page does not wait for it, nor does it take the machine from the first screen.
function common(list) {
  const place = h("div", { class: "card blue", role: "status" }, h("p", {}, t("lake.looking")));
  painted().then(campaign).then((found) => {
    const countries = new Map(found.homes.map((home) => [home.name, home.country]));
    for (const one of list.cases) one.country = countries.get(one.name);
    if (!list.place.contains(document.activeElement)) list.draw();
    place.replaceChildren(...(found.phones.length ? [h("p", {}, t("lake.common", { accounts: count(found.accounts.length), servers: count(found.servers.length), phones: count(found.phones.length), all: count(found.homes.length) })),
      h("p", {}, h("a", { href: "#graph" }, t("lake.graph")))] : [nothing(found)]));
  }).catch((error) => place.replaceChildren(h("p", { class: "problem", role: "alert" }, t("problem"), " ", h("bdi", { lang: "en" }, error.message))));
  return place;
}

// What the check of one case said, as the lake keeps it.
async function one(name, wanted) {
  const place = toCase(name).slice(1);
  const shown = { ...await get("/api/case", { name }), place, findingsAt: `${place}/findings` };
  return [h("p", {}, h("a", { href: "#overview" }, t("lake.back")), " · ", h("strong", {}, evidence(name))), ...await overview(shown),
    h("h2", { id: "findings" }, t("nav.findings")), ...await cards(shown, wanted, null, { name })];
}

export async function lakeOverview(lake, [name, ...rest]) {
  if (name) return one(name, rest.at(-1)?.startsWith("F-") ? rest.at(-1) : null);
  const list = new CaseList(lake.cases);
  return [h("h1", {}, t("lake.title"), " ", evidence(lake.name)), facts(lake), ...reading(lake), common(list), h("h2", {}, t("lake.cases")),
    h("p", { class: "note" }, t("lake.note")), list.form, list.place];
}
