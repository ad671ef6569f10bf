// The frame: sections by the address' fragment, language, keys.
import { h, tell } from "./dom.js";
import { choose, chosen, languages, preferred, t } from "./phrases.js";
import { get } from "./server.js";
import { listen, showKeys } from "./keys.js";
import { overview } from "./overview.js";
import { findings } from "./findings.js";
import { timeline } from "./timeline.js";
import { tables } from "./tables.js";
import { sql } from "./sql.js";
import { notes } from "./notes.js";
import { check } from "./check.js";
import { lakeOverview } from "./lake.js";
import { graph } from "./graph.js";
import { attempts } from "./attempts.js";
import { victims } from "./victims.js";

const ofCase = { overview, findings, timeline, tables, sql, notes, check };
const ofLake = { overview: lakeOverview, graph, timeline: attempts, victims };
let isLake = false;
let shown = null;
const sections = () => (isLake ? ofLake : shown ? ofCase : { check });
let turn = 0;

function links(active) {
  return h("nav", { "aria-label": t("nav") }, h("ul", {}, Object.keys(sections()).map((name) =>
    h("li", {}, h("a", { href: `#${name}`, "aria-current": name === active ? "page" : null }, t(`nav.${name}`))))));
}

function frame(active) {
  const language = h("select", { id: "language", "aria-label": t("language"), onchange: (event) => restart(event.target.value) },
    Object.entries(languages).map(([tag, name]) => h("option", { value: tag, lang: tag, selected: tag === chosen() }, name)));
  document.getElementById("skip").textContent = t("skip");
  document.getElementById("top").replaceChildren(h("div", {},
    h("span", { class: "brand" }, "bridle"), links(active),
    h("div", { class: "tools" }, h("button", { type: "button", onclick: showKeys }, t("keys")), language)));
  document.getElementById("foot").replaceChildren(h("div", {},
    shown ? h("span", {}, t(isLake ? "foot.lake" : "foot.case"), " ", h("bdi", { class: "id", dir: "ltr" }, isLake ? shown.name : shown.case)) : null,
    shown ? h("span", {}, h("bdi", { dir: "ltr" }, `bridle ${shown.version}`)) : null,
    h("span", {}, t("foot.local"))));
}

async function route(focus = true) {
  const mine = ++turn;
  const [asked, ...rest] = decodeURIComponent(location.hash.slice(1)).split("/");
  const name = asked in sections() ? asked : Object.keys(sections())[0];
  frame(name);
  const main = document.getElementById("main");
  main.setAttribute("aria-busy", "true");
  let content;
  try {
    content = await sections()[name](shown, rest);
  } catch (error) {
    content = [h("h1", {}, t(`nav.${name}`)), h("p", { class: "problem", role: "alert" }, t("problem"), " ", h("bdi", { lang: "en" }, error.message))];
  }
  if (mine !== turn) return;  // the reader went on meanwhile
  main.replaceChildren(...content);
  main.removeAttribute("aria-busy");
  document.title = `${t(`nav.${name}`)} – bridle`;
  const wanted = rest.length && document.getElementById(rest.at(-1));
  const heading = wanted || main.querySelector("h1");
  if (heading && focus) {
    heading.setAttribute("tabindex", "-1");
    heading.focus({ preventScroll: !wanted });
  }
  if (!wanted) scrollTo(0, 0);
}

async function restart(language) {
  await choose(language);
  await route(false);
  document.getElementById("language").focus();
  tell(languages[language]);
}

async function openCase() {
  const found = await get("/api/case");
  shown = found.case === null ? null : { ...found, place: "overview", findingsAt: "findings" };
}

async function openLake() {
  shown = await get("/api/lake");
}

async function start() {
  const settings = await get("/api/settings");
  isLake = settings.shows === "lake";
  await Promise.all([choose(settings.language || preferred()), isLake ? openLake() : openCase()]);
  listen(() => Object.keys(sections()));
  addEventListener("hashchange", () => route());
  addEventListener("bridle-case", async () => {
    await openCase();
    if (location.hash === "#overview") route();
    else location.hash = "#overview";
  });
  await route(false);
}

start();
