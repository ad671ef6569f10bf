// How many phones of each country were reached, and in which week first; with how sure that is of the country.
import { exact, h } from "./dom.js";
import { campaign, country, nothing } from "./campaign.js";
import { count, t } from "./phrases.js";

const percent = (part) => (part * 100).toFixed(1);
const reached = (one) => [h("div", {}, h("b", {}, count(one.reached))), h("div", { class: "note" }, h("bdi", { dir: "ltr" }, `${percent(one.low)}–${percent(one.high)} %`))];

function cell(one, most) {
  if (!one?.reached) return h("td", { class: "n none" }, "–");
  return h("td", { class: `n share${Math.ceil((4 * one.reached) / most)}` }, reached(one));
}

export async function victims() {
  const found = await campaign();
  const title = h("h1", {}, t("nav.victims"));
  if (!found.phones.length) return [title, nothing(found)];
  const weeks = [...new Set(found.victims.map((one) => one.week))].filter(Boolean).sort();
  const countries = [...Map.groupBy(found.victims, (one) => one.country)].map(([code, all]) => ({ code, weeks: new Map(all.map((one) => [one.week, one])) }));
  countries.sort((a, b) => b.weeks.get("").reached - a.weeks.get("").reached || (a.code < b.code ? -1 : 1));
  const most = Math.max(...found.victims.filter((one) => one.week).map((one) => one.reached), 1);
  const rows = countries.map(({ code, weeks: of }) => {
    const whole = of.get("");
    return h("tr", {}, h("th", { scope: "row" }, country(code)), h("td", { class: "n" }, count(whole.examined)),
      h("td", { class: "n" }, reached(whole)), weeks.map((week) => cell(of.get(week), most)));
  });
  const heads = [...["head.country", "head.examined", "head.reached"].map((key) => t(key)), ...weeks.map((week) => exact(week))];
  return [title, h("p", { class: "note" }, t("victims.note")), h("div", { class: "wide matrix", tabindex: "0", role: "region", "aria-label": t("nav.victims") },
    h("table", {}, h("caption", { class: "unseen" }, t("victims.caption")), h("thead", {}, h("tr", {}, heads.map((head, i) => h("th", { scope: "col", class: i ? "n" : null }, head)))), h("tbody", {}, rows)))];
}
