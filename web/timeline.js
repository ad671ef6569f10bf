// All exhibits over one time: a lane for each source, marks where findings are. Time runs from left to right
// in every language, as the times themselves are written.
import { english, exact, h, tell } from "./dom.js";
import { count, t } from "./phrases.js";
import { get } from "./server.js";
import { draw, laneAt, kLeft } from "./timeline_draw.js";

// A phone's odd clocks state years like 1970 or 2106; the first view leaves them out.
const kFirst = Date.UTC(2007, 0, 1), kLast = Date.UTC(2040, 0, 1);
const kShortest = 1000;  // ms
const kMarked = 2000;    // findings

const written = (ms) => new Date(ms).toISOString();
const read = (text) => Date.parse(text.replace(/(\.\d{3})\d*Z$/, "$1Z"));

async function marks(shown) {
  const out = [];
  for (let first = 0; first < Math.min(shown.findings, kMarked); first += 100)
    for (const finding of (await get("/api/findings", { first })).findings)
      for (const time of finding.times) out.push({ id: finding.id, at: read(time.utc), level: finding.level, artefact: finding.artefact, exhibit: finding.exhibit });
  return out;
}

class TimeView {
  constructor(whole, marked) {
    this.whole = whole;
    this.marked = marked;
    this.lane = 0;
    this.canvas = h("canvas", { "aria-hidden": "true" });
    this.box = h("div", { class: "time", tabindex: "0", role: "application", "aria-roledescription": t("nav.timeline"), "aria-label": t("timeline.label"), "aria-describedby": "time-span" }, this.canvas);
    this.span = h("p", { id: "time-span", class: "exact", dir: "ltr" });
    this.list = h("div");
    this.listen();
    new ResizeObserver(() => this.lanes && this.paint()).observe(this.box);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.lanes && this.paint());
  }

  async zoom(from, until) {
    const width = Math.max(until - from, kShortest);
    this.from = Math.max(from, this.whole.from);
    this.until = Math.min(this.from + width, this.whole.until);
    this.from = Math.max(this.until - width, this.whole.from);
    const mine = this.asked = {};
    const found = await get("/api/timeline", { from: written(this.from), until: written(this.until) });
    if (this.asked !== mine) return;
    const lanes = found.lanes.map((lane) => ({ ...lane, sum: lane.bins.reduce((a, b) => a + b, 0), marks: this.marked.filter((mark) =>
      mark.artefact === lane.artefact && mark.exhibit === lane.exhibit && mark.at >= this.from && mark.at < this.until) }));
    this.lanes = lanes.filter((lane) => lane.sum > 0 || lane.undated > 0);
    this.lane = Math.min(this.lane, Math.max(this.lanes.length - 1, 0));
    this.span.textContent = `${written(this.from).slice(0, 19).replace("T", " ")} – ${written(this.until).slice(0, 19).replace("T", " ")} UTC`;
    this.paint();
    this.alternative();
  }

  paint() {
    draw(this.canvas, this);
  }

  // By a part of what is seen, around a moment of it.
  scale(by, around = 0.5) {
    const width = this.until - this.from, middle = this.from + width * around;
    return this.zoom(middle - width * by * around, middle + width * by * (1 - around));
  }

  pan(part) {
    const by = (this.until - this.from) * part;
    return this.zoom(this.from + by, this.until + by);
  }

  toFindings() {
    const times = this.marked.map((mark) => mark.at).filter((at) => at >= kFirst && at < kLast);
    if (!times.length) return tell(t("timeline.nofindings"));
    const first = Math.min(...times), last = Math.max(...times), edge = Math.max((last - first) * 0.1, 3600e3);
    return this.zoom(first - edge, last + edge);
  }

  choose(lane) {
    this.lane = Math.max(0, Math.min(lane, this.lanes.length - 1));
    this.paint();
    const one = this.lanes[this.lane];
    if (one) tell(`${one.title} ${one.exhibit}: ${count(one.sum)}`);
  }

  link(lane) {
    return `#tables/${lane.artefact}/${new URLSearchParams({ from: written(this.from), until: written(this.until), exhibit: lane.exhibit })}`;
  }

  act(key) {
    const acts = { "+": () => this.scale(0.5), "=": () => this.scale(0.5), "-": () => this.scale(2), "−": () => this.scale(2),
      ArrowLeft: () => this.pan(-0.25), ArrowRight: () => this.pan(0.25), ArrowDown: () => this.choose(this.lane + 1), ArrowUp: () => this.choose(this.lane - 1),
      Home: () => this.pan(-1), End: () => this.pan(1), 0: () => this.zoom(this.whole.from, this.whole.until), f: () => this.toFindings(), F: () => this.toFindings(),
      Enter: () => this.lanes[this.lane] && (location.hash = this.link(this.lanes[this.lane])) };
    if (!(key in acts)) return false;
    acts[key]();
    return true;
  }

  listen() {
    this.box.addEventListener("keydown", (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey && this.act(event.key)) event.preventDefault();
    });
    const part = (event) => {
      const box = this.canvas.getBoundingClientRect();
      return Math.max(0, Math.min(1, (event.clientX - box.left - kLeft(box.width)) / (box.width - kLeft(box.width))));
    };
    this.canvas.addEventListener("pointerdown", (event) => {
      const start = part(event), width = this.until - this.from, from = this.from;
      const up = (end) => {
        removeEventListener("pointerup", up);
        const a = Math.min(start, part(end)), b = Math.max(start, part(end));
        if (b - a > 0.01) this.zoom(from + a * width, from + b * width);
        else this.choose(laneAt(event.clientY - this.canvas.getBoundingClientRect().top));
      };
      addEventListener("pointerup", up);
    });
    this.box.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      this.scale(event.deltaY < 0 ? 0.7 : 1.4, part(event));
    }, { passive: false });
  }

  // The same for who cannot see the picture, and the undated lane for everybody.
  alternative() {
    const rows = this.lanes.map((lane) => h("tr", {}, h("th", { scope: "row" }, h("a", { href: this.link(lane) }, english(lane.title))), h("td", { class: "id" }, lane.exhibit),
      h("td", { class: "n" }, count(lane.sum)), h("td", { class: "n" }, count(lane.undated)),
      h("td", {}, [...new Set(lane.marks.map((mark) => mark.id))].slice(0, 20).map((id, i) => [i ? ", " : null, h("a", { href: `#findings/${id}` }, id)]))));
    this.list.replaceChildren(h("div", { class: "wide", tabindex: "0", role: "region", "aria-label": t("timeline.table") }, h("table", {}, h("caption", {}, t("timeline.table")),
      h("thead", {}, h("tr", {}, ["head.what", "head.exhibit", "head.inview", "head.undated", "head.findings"].map((head) => h("th", { scope: "col" }, t(head))))), h("tbody", {}, rows))));
  }
}

export async function timeline(shown) {
  const title = h("h1", {}, t("nav.timeline"));
  const { from, until } = shown;
  if (!from) return [title, h("p", {}, t("timeline.none"))];
  const view = new TimeView({ from: read(from), until: read(until) + 1 }, await marks(shown));
  const near = { from: Math.max(view.whole.from, kFirst), until: Math.min(view.whole.until, kLast) };
  await view.zoom(...(near.from < near.until ? [near.from, near.until] : [view.whole.from, view.whole.until]));
  const button = (key, phrase, text) => h("button", { type: "button", "aria-label": t(phrase), title: t(phrase), onclick: () => view.act(key) }, text);
  return [title, h("p", { class: "note" }, t("timeline.note")),
    h("div", { class: "controls", dir: "ltr" }, button("+", "timeline.in", "+"), button("-", "timeline.out", "−"), button("ArrowLeft", "timeline.earlier", "←"), button("ArrowRight", "timeline.later", "→"),
      h("button", { type: "button", onclick: () => view.act("0") }, t("timeline.whole")), h("button", { type: "button", onclick: () => view.act("f") }, t("timeline.findings"))),
    view.span, view.box, h("p", { class: "legend" }, h("span", {}, h("span", { class: "swatch records" }), t("legend.records")), h("span", {}, t("legend.match")), h("span", {}, t("legend.lead"))), view.list];
}
