// The campaign as a graph: who called whom, and which servers those phones met.
import { english, evidence, exact, h, svg, tell } from "./dom.js";
import { campaign, country, kWho, nothing, score, showPhone, showSuspect, toCase } from "./campaign.js";
import { kWidth, layout } from "./graph_layout.js";
import { table } from "./overview.js";
import { count, t } from "./phrases.js";
import { rove, zoomable } from "./zoom.js";

const kNarrowest = 860;  // pixels: what is written can still be read
const kLongest = { accounts: 20, phone: 12, servers: 40, shared: 40 };  // characters that have room
const kHeads = { accounts: "graph.accounts", phones: "graph.phones", servers: "graph.servers" };
const cut = (text, kind) => (text.length > kLongest[kind] ? `${text.slice(0, kLongest[kind] - 1)}…` : text);

class Graph {
  constructor(found, lake) {
    Object.assign(this, { found, lake, opened: new Set(), mirrored: document.documentElement.dir === "rtl" });
    this.picture = svg("svg", { class: "graph", role: "group", "aria-label": t("graph.label") });
    this.zoomed = zoomable(this.picture, 6, (factor) => {
      const width = Math.max(this.zoomed.box.clientWidth - 2, kNarrowest) * factor;
      this.picture.setAttribute("width", width);
      this.picture.setAttribute("height", (width * this.height) / kWidth);
    });
    this.picture.addEventListener("focusin", (event) => this.light(event.target.closest("[role=button]")?.at));
    this.picture.addEventListener("pointerover", (event) => this.light(event.target.closest("[role=button]")?.at ?? document.activeElement?.at));
    this.draw();
  }

  draw() {
    const made = layout(this.found, this.opened, this.mirrored, (node) => this.words(node)[0]);
    this.height = made.height;
    this.cells = made.cells;
    this.picture.setAttribute("viewBox", `0 0 ${kWidth} ${made.height}`);
    this.marks = new Map();
    this.lines = made.cells.flatMap((cell) => cell.edges.map((edge) => ({ edge, line: this.line(edge) })));
    this.picture.replaceChildren(...this.lines.map(({ line }) => line), ...made.cells.flatMap((cell) => [this.head(cell, made.columns), ...Object.values(cell.columns).flat().map((node) => this.node(node))]));
    rove(this.picture, [...this.marks.values()], (node, key) => this.next(node, key), (node) => this.open(node));
  }

  // A line that leaves and arrives level; the thicker, the more phones of the group.
  line({ side, phone, shared, x }) {
    const bend = (side.x + x) / 2;
    return svg("path", { class: `edge ${side.kind === "accounts" ? `hue${side.colour}` : "met"}`, d: `M${side.x} ${side.y}C${bend} ${side.y} ${bend} ${phone.y} ${x} ${phone.y}`,
      "stroke-width": (0.8 + Math.sqrt(shared) * 0.6).toFixed(1) });
  }

  head(cell, columns) {
    const y = cell.top + 26;
    return svg("g", { "aria-hidden": "true" }, svg("path", { class: "rule", d: `M0 ${cell.top + 2}H${kWidth}` }),
      svg("text", { class: "cell", x: this.mirrored ? kWidth - 8 : 8, y: y - 8, "text-anchor": this.mirrored ? "end" : "start" }, t("graph.cell", { n: cell.number + 1 })),
      Object.entries(columns).map(([name, x]) => svg("text", { class: "head", x, y, "text-anchor": "middle" }, t(kHeads[name], { n: count(cell.columns[name].length), phones: count(cell.phones) }))));
  }

  // What is written beside a node, and what a screen reader says of it.
  words(node) {
    if (node.kind === "group") return [`${node.country || t("country.unknown")} · ${count(node.phones.length)} ${node.open ? "▾" : "▸"}`,
      t("graph.group", { country: node.country || t("country.unknown"), n: count(node.phones.length) })];
    if (node.kind === "phone") return [`${cut(node.id, "phone")} ${node.country}`, `${t("who.phone")} ${node.id} ${node.country}`];
    const { suspect } = node;
    return [`${cut(suspect.id, node.kind)} ${suspect.country}`, `${t(kWho[node.kind])} ${suspect.id} ${suspect.country}, ${t("graph.many", { n: count(node.phones.length) })}`];
  }

  node(node) {
    const [label, said] = this.words(node);
    const radius = node.kind === "phone" ? 3.5 : node.open ? 3 : 3.5 + Math.sqrt(node.phones.length);
    const before = this.mirrored ? node.column !== "accounts" : node.column === "accounts";
    const off = (radius + 6) * (before ? -1 : 1);
    const mark = svg("g", { role: "button", tabindex: "-1", "aria-label": said, "aria-expanded": node.kind === "group" ? String(node.open) : null, class: `mark ${node.kind} ${node.colour === undefined ? "" : `hue${node.colour}`}` },
      svg("title", {}, said), svg("circle", { cx: node.x, cy: node.y, r: radius.toFixed(1) }),
      svg("text", { x: node.x + off + (node.inner ? Math.sign(off) * 12 : 0), y: node.y + 4, "text-anchor": before ? "end" : "start", direction: "ltr" }, label));
    mark.at = node;
    this.marks.set(node, mark);
    return mark;
  }

  // Those lines alone that begin or end at the node.
  light(node) {
    this.picture.classList.toggle("chosen", Boolean(node));
    const own = new Set(node?.kind === "group" ? node.phones : []);
    for (const { edge, line } of this.lines) line.classList.toggle("on", edge.side === node || edge.phone === node || own.has(edge.phone.id));
  }

  next(node, key) {
    const cell = this.cells.find((one) => one.columns[node.column].includes(node));
    const own = cell.columns[node.column], step = { ArrowUp: -1, ArrowDown: 1 }[key];
    if (step) return this.marks.get(own[node.row + step] ?? this.cells[cell.number + step]?.columns[node.column].at(step > 0 ? 0 : -1));
    if (key === "Home" || key === "End") return this.marks.get(own.at(key === "Home" ? 0 : -1));
    const aside = { ArrowLeft: -1, ArrowRight: 1 }[key] * (this.mirrored ? -1 : 1);
    const names = Object.keys(cell.columns), column = cell.columns[names[names.indexOf(node.column) + aside]];
    const tied = new Set(cell.edges.flatMap((edge) => (edge.side === node ? edge.phone : edge.phone === node ? edge.side : [])));
    const near = (nodes) => nodes?.toSorted((a, b) => Math.abs(a.y - node.y) - Math.abs(b.y - node.y))[0];
    return this.marks.get(near(column?.filter((one) => tied.has(one))) ?? near(column));
  }

  open(node) {
    if (node.kind === "phone") return showPhone(this.found, this.lake, node.id);
    if (node.kind !== "group") return showSuspect(node.kind, node.suspect);
    if (!this.opened.delete(node.id)) this.opened.add(node.id);
    this.draw();
    this.zoomed.fit();
    const again = [...this.marks.values()].find((mark) => mark.at.id === node.id && mark.at.kind === "group");
    again.focus();
    tell(again.getAttribute("aria-label"));
  }
}

const named = (kind, one) => h("button", { type: "button", class: "plain", onclick: () => showSuspect(kind, one) }, exact(one.id));

// The same for who cannot see the picture.
function tables(found, lake) {
  const row = (kind, one) => h("tr", {}, h("th", { scope: "row" }, named(kind, one)), kind === "accounts" ? h("td", {}, country(one.country)) : null, h("td", {}, score(one)),
    h("td", { class: "n" }, count(one.phones.length)), h("td", {}, english(one.why)));
  const suspects = (kind, heading) => found[kind].length ? [h("h2", {}, t(heading)), table(t(heading),
    ["head.who", kind === "accounts" ? "head.country" : null, "head.score", "head.phones", "head.why"].filter(Boolean), found[kind].map((one) => row(kind, one)))] : [];
  const phones = found.phones.map((one) => h("tr", {}, h("th", { scope: "row" }, h("button", { type: "button", class: "plain", onclick: () => showPhone(found, lake, one.id) }, exact(one.id))),
    h("td", {}, country(one.country)), h("td", {}, score(one)), h("td", {}, h("a", { href: toCase(one.id) }, t("case.open")))));
  return [...suspects("accounts", "list.accounts"), ...suspects("servers", "list.servers"), ...suspects("shared", "list.shared"),
    h("h2", {}, t("list.phones")), h("div", { class: "tall" }, table(t("list.phones"), ["head.phone", "head.country", "head.score", "head.case"], phones))];
}

export async function graph(lake) {
  const found = await campaign();
  const title = h("h1", {}, t("nav.graph"));
  if (!found.cells.length) return [title, nothing(found)];
  const view = new Graph(found, lake);
  return [title, h("p", { class: "note" }, t("graph.note")), view.zoomed.controls, view.zoomed.box, ...tables(found, lake)];
}
