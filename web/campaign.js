// What the phones of a lake have in common, and the windows that show why somebody is named.
import { dialog, english, evidence, exact, h } from "./dom.js";
import { grid } from "./grid.js";
import { chip, tones } from "./overview.js";
import { count, t } from "./phrases.js";
import { get } from "./server.js";

let asked = null;

// Found once for all views; asked for again if it failed.
export function campaign() {
  asked ??= get("/api/campaign").catch((error) => {
    asked = null;
    throw error;
  });
  return asked;
}

export const kWho = { accounts: "who.account", servers: "who.server", shared: "who.shared" };
export const country = (code) => (code ? evidence(code) : t("country.unknown"));
export const toCase = (name) => `#overview/${encodeURIComponent(name)}`;
export const second = (time) => time.slice(0, 19).replace("T", " ");

export function score(of) {
  const words = of.score >= 0.99 ? t("score.sure") : of.score >= 0.9 ? t("score.likely") : t("score.maybe");
  return [words, " ", exact(`(${of.score})`)];
}

export const nothing = (found) => h("p", {}, t("lake.none", { accounts: count(found.strangers), servers: count(found.hosts) }));

// All that ties somebody to a phone, each record with the name of whom it speaks of.
export const tracesOf = (found) => Object.keys(kWho).flatMap((kind) => found[kind].flatMap((one) => one.traces.map((trace) => ({ ...trace, who: one.id, kind }))));

function leave(box, hash) {
  box.close();
  location.hash = hash;
}

const kHeads = { who: "head.who", phone: "head.phone", time: "head.time", what: "head.what", artefact: "finding.source", exhibit: "head.exhibit", path: "finding.file", row: "finding.row" };

// Enter on a record goes to the case that it lies in.
function records(traces, first, box, total = traces.length) {
  const shown = [first, "time", "what", "artefact", "exhibit", "path", "row"];
  const cell = { time: (trace) => exact(second(trace.time)), what: (trace) => english(trace.what), row: (trace) => String(trace.row), artefact: (trace) => exact(trace.artefact) };
  const rows = traces.map((trace) => ({ cells: shown.map((name) => cell[name]?.(trace) ?? trace[name]), trace }));
  return [h("h3", {}, t("trace.table", { n: count(total) })), total > traces.length ? h("p", {}, t("cut", { n: count(traces.length), all: count(total) })) : null,
    h("p", { class: "note" }, t("trace.note")),
    grid({ label: t("trace.label"), columns: shown.map((_, i) => i), rows, heads: shown.map((name) => t(kHeads[name])),
      open: (row) => leave(box(), toCase(row.trace.phone)) }).node];
}

const fact = (key, ...value) => [h("dt", {}, t(key)), h("dd", {}, value)];

// Of an account, a server or what phones share, and of part of its records if so asked.
export function showSuspect(kind, one, traces = one.traces, total = one.total) {
  const box = dialog(exact(one.id), t("close"), h("dl", {}, fact("head.kind", t(kWho[kind])),
    one.country ? fact("head.country", evidence(one.country)) : null, fact("head.score", score(one)), fact("head.phones", count(one.phones.length)),
    fact("head.why", english(one.why))), records(traces, "phone", () => box, total));
}

// Of a phone: which case it is, what its check said, and who reached it.
export async function showPhone(found, lake, name) {
  const [reached, kept] = [found.phones.find((one) => one.id === name), lake.cases.find((one) => one.name === name)];
  const traces = tracesOf(found).filter((trace) => trace.phone === name).sort((a, b) => (a.time < b.time ? -1 : 1));
  const box = dialog(exact(name), t("close"), h("dl", {}, fact("head.country", country(found.homes.find((one) => one.name === name)?.country)),
    reached ? fact("head.score", score(reached)) : null,
    kept ? [fact("head.verdict", chip(`verdict.${kept.verdict}`, tones[kept.verdict]), " ", chip(kept.complete ? "state.read" : "state.partly", kept.complete ? "green" : "amber")),
      fact("head.found", count(kept.findings))] : null),
  h("p", {}, h("a", { href: toCase(name), onclick: () => box.close() }, t("case.open"))), records(traces, "who", () => box));
}
