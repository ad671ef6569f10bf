// Every table of the case: search, filter, sort, page by page.
import { dialog, english, evidence, exact, h, tell } from "./dom.js";
import { count, t } from "./phrases.js";
import { get, post } from "./server.js";
import { grid } from "./grid.js";

const kAtOnce = 200;

// Times as the server reads them, or nothing.
const moment = (text) => (text.trim() === "" ? "" : text.trim().replace(" ", "T"));

async function record(artefact, row) {
  const { rows } = await get("/api/row", { artefact: artefact.id, n: row.n });
  dialog(t("record", { n: count(row.n + 1) }), t("close"), h("dl", {}, artefact.fields.map((field, i) => rows[0].cells[i] === null ? [] : [
    h("dt", {}, exact(field.name), h("div", { class: "note", lang: "en", dir: "ltr" }, field.doc)), h("dd", {}, evidence(rows[0].cells[i]))])));
}

// Which columns to show: the artefact's own, then the row's place; what is empty everywhere is left out.
function columnsOf(artefact, rows) {
  const own = artefact.fields.map((_, i) => i);
  const order = [...own.slice(6), 1, 4, 0, 5];
  return order.filter((i) => i === 4 || rows.some((row) => row.cells[i] !== null && row.cells[i] !== ""));
}

class TableView {
  constructor(shown, artefact, asked) {
    this.artefact = artefact;
    this.asked = { text: "", compare: "contains", column: "", from: "", until: "", exhibit: "", sort: "", order: "up", first: 0, ...asked };
    this.place = h("div");
    this.saved = h("p", { role: "status" });
    this.form = this.controls(shown);
  }

  field(name, label, control) {
    control.id = `by-${name}`;
    control.value = this.asked[name];
    control.addEventListener(control.tagName === "SELECT" ? "change" : "input", () => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => {
        this.asked[name] = name === "from" || name === "until" ? moment(control.value) : control.value;
        this.asked.first = 0;
        this.load();
      }, control.tagName === "SELECT" ? 0 : 180);
    });
    return h("div", { class: name === "text" ? "grow" : null }, h("label", { for: control.id }, t(label)), control);
  }

  controls(shown) {
    const option = (value, text) => h("option", { value }, text);
    const hasTime = this.artefact.fields.some((field) => field.kind === "time");
    const time = (name) => this.field(name, `by.${name}`, h("input", { type: "text", dir: "ltr", placeholder: "2019-05-03 10:11:12", size: 19, autocomplete: "off" }));
    return h("form", { class: "controls", role: "search", onsubmit: (event) => event.preventDefault() },
      this.field("text", "by.text", h("input", { type: "search", dir: "auto", autocomplete: "off", spellcheck: "false" })),
      this.field("column", "by.column", h("select", {}, option("", t("by.anywhere")), this.artefact.fields.map((field) => option(field.name, field.name)))),
      this.field("compare", "by.compare", h("select", {}, option("contains", t("by.contains")), option("equals", t("by.equals")))),
      hasTime ? [time("from"), time("until")] : null,
      shown.exhibits.length > 1 ? this.field("exhibit", "head.exhibit", h("select", {}, option("", t("by.all")), shown.exhibits.map((e) => option(e.id, e.id)))) : null);
  }

  // The rows that are looked for, as far as they may leave the case, as a file beside it.
  saving() {
    const level = h("select", { id: "save-share" }, ["matched", "context", "full"].map((name) => h("option", { value: name }, t(`share.${name}`))));
    const save = async () => {
      this.saved.replaceChildren(t("save.running"));
      try {
        const { path, rows } = await post(`/api/save?${new URLSearchParams({ artefact: this.artefact.id, share: level.value, ...this.asked })}`, {});
        this.saved.replaceChildren(t("save.done", { n: count(rows) }), " ", exact(path));
      } catch (error) {
        this.saved.replaceChildren(h("span", { class: "problem" }, t("problem"), " ", h("bdi", { lang: "en" }, error.message)));
      }
    };
    return h("details", {}, h("summary", {}, t("save")), h("p", { class: "note" }, t("save.note")),
      h("div", { class: "controls" }, h("div", {}, h("label", { for: "save-share" }, t("save.share")), level), h("button", { type: "button", onclick: save }, t("save.start"))), this.saved);
  }

  head(i) {
    const field = this.artefact.fields[i];
    const mine = this.asked.sort === field.name;
    return h("button", { type: "button", title: field.doc, "data-column": field.name, onclick: () => {
      this.asked.order = mine && this.asked.order === "up" ? "down" : "up";
      this.asked.sort = field.name;
      this.asked.first = 0;
      this.load().then(() => this.place.querySelector(`button[data-column="${CSS.escape(field.name)}"]`)?.focus());
    } }, h("bdi", { dir: "ltr" }, field.name), mine ? (this.asked.order === "up" ? " ▲" : " ▼") : null);
  }

  pages(rows, turn) {
    const first = this.asked.first, last = first + rows.length;
    const said = h("p"), next = h("button", { type: "button", onclick: () => turn(1) }, t("next"));
    const node = h("div", { class: "pages controls" }, said,
      h("button", { type: "button", disabled: first === 0, onclick: () => turn(-1) }, t("previous")), next);
    // Of a search that goes on, so many are there at least. A screen reader is told once.
    const show = (total, whole) => {
      const numbers = { first: count(first + 1), last: count(last), all: count(total) };
      said.textContent = total ? t(whole ? "rows.of" : "rows.atleast", numbers) : t(whole ? "rows.none" : "rows.notyet");
      next.disabled = last >= total;
      if (whole) tell(said.textContent);
    };
    return { node, show };
  }

  // A search goes on while its first rows are looked at.
  async load() {
    this.abort?.abort();
    const { signal } = this.abort = new AbortController();
    const asked = { artefact: this.artefact.id, ...this.asked };
    try {
      const found = await get("/api/rows", asked, signal);
      this.goOn(asked, found, this.draw(found.rows, found), signal);
    } catch (error) {
      this.fail(error);
    }
  }

  async goOn(asked, found, show, signal) {
    let rows = found.rows, far = found;
    try {
      while (!far.whole && rows.length < kAtOnce) {
        far = await get("/api/rows", { ...asked, first: asked.first + rows.length }, signal);
        rows = [...rows, ...far.rows].slice(0, kAtOnce);
        if (far.rows.length) show = this.draw(rows, far);
        else show(far);
      }
      while (!far.whole) show(far = await get("/api/count", asked, signal));
    } catch (error) {
      this.fail(error);
    }
  }

  fail(error) {
    if (error.name === "AbortError") return;
    this.place.replaceChildren(h("p", { class: "problem", role: "alert" }, t("problem"), " ", h("bdi", { lang: "en" }, error.message)));
  }

  // Gives what shows how far a search has come.
  draw(rows, far) {
    const held = this.table?.node.contains(document.activeElement);
    const columns = columnsOf(this.artefact, rows);
    let known = 0;
    const turn = async (by) => {
      const first = this.asked.first + by * kAtOnce;
      if (first < 0 || first >= known) return;
      this.asked.first = first;
      await this.load();
      this.table?.focus();
    };
    this.table = grid({ label: this.artefact.title, columns, rows, turn, first: this.asked.first, heads: columns.map((i) => this.head(i)),
      sorts: columns.map((i) => (this.artefact.fields[i].name !== this.asked.sort ? null : this.asked.order === "up" ? "ascending" : "descending")),
      open: (row) => record(this.artefact, row) });
    const pages = this.pages(rows, turn);
    this.place.replaceChildren(pages.node, this.table.node);
    const show = ({ total, whole }) => {
      known = total;
      pages.show(total, whole);
      this.table.holds(whole ? total : undefined);
    };
    show(far);
    if (held) this.table.focus();
    return show;
  }
}

export async function tables(shown, [wanted, ...asked]) {
  const artefact = shown.artefacts.find((one) => one.id === wanted) ?? shown.artefacts[0];
  if (!artefact) return [h("h1", {}, t("nav.tables")), h("p", {}, t("tables.none"))];
  const list = h("ul", { "aria-label": t("nav.tables") }, shown.artefacts.map((one) => h("li", {},
    h("a", { href: `#tables/${one.id}`, "aria-current": one === artefact ? "true" : null }, english(one.title), h("span", { class: "many" }, count(one.rows))))));
  const view = new TableView(shown, artefact, Object.fromEntries(new URLSearchParams(asked.join("/"))));
  await view.load();
  requestAnimationFrame(() => list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" }));
  return [h("div", { class: "split" }, list, h("section", {}, h("h1", { lang: "en", dir: "ltr" }, artefact.title),
    h("p", { class: "note" }, h("code", { dir: "ltr" }, artefact.id), " · ", t("tables.note")), view.form, view.place, view.saving()))];
}
