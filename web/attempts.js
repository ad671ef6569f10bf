// When the accounts of a campaign called and its servers were met: a lane each, a mark for each part of time.
// Time runs from left to right in every language, as the times themselves are written.
import { exact, h, svg } from "./dom.js";
import { campaign, nothing, second, showSuspect } from "./campaign.js";
import { table } from "./overview.js";
import { count, t } from "./phrases.js";
import { rove, zoomable } from "./zoom.js";

const kLane = 26, kTop = 30, kEdge = 20;
const kClosest = 48000;  // pixels: wider drawings are slow
const kNarrowest = 9;    // pixels of one part of time
const kApart = 110;      // between two times that are written
const kDay = 86400e3;
const kParts = [60e3, 600e3, 3600e3, 6 * 3600e3, kDay, 7 * kDay, 28 * kDay, 364 * kDay, 3640 * kDay];

const lanesOf = (found) => ["accounts", "servers"].flatMap((kind) => found[kind].map((one) => {
  const times = one.traces.map((trace) => Date.parse(trace.time.replace(/(\.\d{3})\d*Z$/, "$1Z")));
  return { kind, one, times, first: Math.min(...times), last: Math.max(...times) };
}).sort((a, b) => a.first - b.first));

class Attempts {
  constructor(lanes) {
    this.lanes = lanes.map((lane, i) => ({ ...lane, i }));
    this.from = Math.min(...lanes.map((lane) => lane.first));
    this.until = Math.max(...lanes.map((lane) => lane.last)) + 1;
    const edge = Math.max((this.until - this.from) * 0.02, 3600e3);
    this.from -= edge;
    this.until += edge;
    this.picture = svg("svg", { class: "attempts", role: "group", "aria-label": t("attempts.label"), height: kTop + lanes.length * kLane + 8 });
    this.zoomed = zoomable(this.picture, kClosest / 640, (factor) => {
      const width = Math.min(Math.max(this.zoomed.box.clientWidth - 2, 480) * factor, kClosest);
      if (width !== this.width) this.draw(width);
    });
  }

  x(at) {
    return kEdge + ((at - this.from) / (this.until - this.from)) * (this.width - 2 * kEdge);
  }

  // The records of a lane, together where they are too near to be told apart.
  parts(lane) {
    const wide = (this.width - 2 * kEdge) / (this.until - this.from);
    const part = kParts.find((ms) => ms * wide >= kNarrowest) ?? kParts.at(-1);
    const groups = Map.groupBy(lane.times.keys(), (i) => Math.floor(lane.times[i] / part));
    return [...groups].sort((a, b) => a[0] - b[0]).map(([n, indices]) => ({ lane, at: Math.min(Math.max((n + 0.5) * part, lane.first), lane.last), traces: indices.map((i) => lane.one.traces[i]) }));
  }

  mark(part) {
    const { lane, traces } = part, times = traces.map((trace) => trace.time).sort();
    const phones = new Set(traces.map((trace) => trace.phone)).size;
    const said = t("attempts.mark", { id: lane.one.id, from: second(times[0]), until: second(times.at(-1)), n: count(traces.length), phones: count(phones) });
    const mark = svg("g", { role: "button", tabindex: "-1", "aria-label": said, class: `mark ${lane.kind}` }, svg("title", {}, said),
      svg("circle", { cx: this.x(part.at).toFixed(1), cy: kTop + (lane.i + 0.5) * kLane, r: Math.min(3 + Math.sqrt(traces.length), kLane / 2 - 1).toFixed(1) }));
    mark.at = part;
    part.mark = mark;
    return mark;
  }

  // The least part of time whose line has room for its name.
  ticks() {
    const part = kParts.find((ms) => this.x(ms) - this.x(0) >= kApart) ?? kParts.at(-1);
    const out = [];
    for (let at = Math.ceil(this.from / part) * part; at < this.until; at += part) {
      const text = new Date(at).toISOString();
      out.push(svg("g", { "aria-hidden": "true" }, svg("path", { class: "rule", d: `M${this.x(at)} ${kTop - 6}V${kTop + this.lanes.length * kLane}` }),
        svg("text", { class: "head", x: this.x(at), y: 16, "text-anchor": "middle" }, part >= kDay ? text.slice(0, 10) : text.slice(5, 16).replace("T", " "))));
    }
    return out;
  }

  draw(width) {
    const focused = document.activeElement?.at?.traces?.[0];
    this.width = width;
    this.picture.setAttribute("width", width);
    this.drawn = this.lanes.map((lane) => this.parts(lane));
    const marks = this.drawn.flat().map((part) => this.mark(part));
    this.picture.replaceChildren(...this.lanes.map((lane) => svg("rect", { class: lane.i % 2 ? "lane odd" : "lane", y: kTop + lane.i * kLane, width, height: kLane })),
      ...this.ticks(), ...marks);
    rove(this.picture, marks, (part, key) => this.next(part, key), (part) => this.open(part));
    const again = focused && marks.find((mark) => mark.at.traces.includes(focused));
    if (again) again.focus();
  }

  next(part, key) {
    const own = this.drawn[part.lane.i], place = own.indexOf(part);
    const near = (parts) => parts?.toSorted((a, b) => Math.abs(a.at - part.at) - Math.abs(b.at - part.at))[0];
    const to = { ArrowLeft: () => own[place - 1], ArrowRight: () => own[place + 1], Home: () => own[0], End: () => own.at(-1),
      ArrowUp: () => near(this.drawn[part.lane.i - 1]), ArrowDown: () => near(this.drawn[part.lane.i + 1]) }[key]?.();
    return to?.mark;
  }

  open({ lane, traces }) {
    showSuspect(lane.kind, lane.one, traces, traces.length);
  }

  names() {
    return h("div", { class: "names", "aria-hidden": "true" }, this.lanes.map((lane) => h("div", { title: lane.one.id }, exact(lane.one.id))));
  }
}

function list(lanes) {
  const rows = lanes.map(({ kind, one }) => {
    const times = one.traces.map((trace) => trace.time).sort();
    return h("tr", {}, h("th", { scope: "row" }, h("button", { type: "button", class: "plain", onclick: () => showSuspect(kind, one) }, exact(one.id))), h("td", {}, t(kind === "accounts" ? "who.account" : "who.server")),
      h("td", {}, exact(second(times[0]))), h("td", {}, exact(second(times.at(-1)))), h("td", { class: "n" }, count(one.total)), h("td", { class: "n" }, count(one.phones.length)));
  });
  return table(t("attempts.list"), ["head.who", "head.kind", "head.first", "head.last", "head.records", "head.phones"], rows);
}

export async function attempts() {
  const found = await campaign();
  const title = h("h1", {}, t("nav.timeline"));
  const lanes = lanesOf(found).filter((lane) => lane.times.length);
  if (!lanes.length) return [title, nothing(found)];
  const view = new Attempts(lanes);
  return [title, h("p", { class: "note" }, t("attempts.note")), view.zoomed.controls, h("div", { class: "lanes", dir: "ltr" }, view.names(), view.zoomed.box),
    h("p", { class: "legend" }, h("span", {}, h("span", { class: "swatch accounts" }), t("attempts.calls")), h("span", {}, h("span", { class: "swatch servers" }), t("attempts.met"))),
    h("h2", {}, t("attempts.list")), list(lanes)];
}
