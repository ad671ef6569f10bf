// The page's own words, in the language that was chosen.
export const languages = { en: "English", fr: "Français", es: "Español", ar: "العربية" };

let words = {};
let language = "en";

export function chosen() {
  return language;
}

export async function choose(wanted) {
  language = wanted in languages ? wanted : "en";
  words = await (await fetch(`/phrases/${language}.json`)).json();
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
}

export function preferred() {
  for (const tag of navigator.languages ?? []) {
    const short = tag.split("-")[0];
    if (short in languages) return short;
  }
  return "en";
}

// The phrase, with {name} replaced. A key without a phrase shows itself: a test sees to it that there is none.
export function t(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

// Digits are those of the evidence in every language, so that figures can be compared.
export const count = (number) => new Intl.NumberFormat(`${language}-u-nu-latn`).format(number);
