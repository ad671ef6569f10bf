// Keys that work everywhere. Single letters can be turned off: they get in the way of speech input.
import { dialog, h } from "./dom.js";
import { t } from "./phrases.js";

let single = true;
let names = () => [];

const typing = (node) => node.matches?.("input, select, textarea") ?? false;

function row(keys, what) {
  return h("tr", {}, h("th", { scope: "row" }, keys.map((key, i) => [i ? " " : null, h("kbd", { dir: "ltr" }, key)])), h("td", {}, what));
}

export function showKeys() {
  if (document.querySelector("dialog[open]")) return;
  const off = h("input", { type: "checkbox", id: "single", checked: single, onchange: (event) => { single = event.target.checked; } });
  dialog(t("keys"), t("close"),
    h("div", { class: "wide" }, h("table", {}, h("tbody", {},
      row(["?"], t("keys.this")),
      row(["1", "…", String(names().length)], t("keys.sections")),
      row(["/"], t("keys.search")),
      row(["Tab", "Enter"], t("keys.move")),
      row(["←", "→", "↑", "↓"], t("keys.table")),
      row(["Home", "End", "PgUp", "PgDn"], t("keys.ends")),
      row(["+", "−"], t("keys.zoom")),
      row(["0", "F"], t("keys.whole")),
      row(["Esc"], t("keys.close"))))),
    h("label", { for: "single" }, off, " ", t("keys.single")));
}

export function listen(sections) {
  names = sections;
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (typing(event.target) || document.querySelector("dialog[open]")) return;
    if (event.key === "?") return showKeys();
    if (!single) return;
    const number = Number(event.key);
    if (number >= 1 && number <= names().length) location.hash = `#${names()[number - 1]}`;
    if (event.key === "/") {
      const search = document.querySelector("main input[type=search]");
      if (search) {
        search.focus();
        event.preventDefault();
      }
    }
  });
}
