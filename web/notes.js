// What reviewers decide and note, of a finding and of the case. Each is kept as a file of the case and a line
// of its custody log; nothing is ever changed or taken back, a later word stands beside the earlier ones.
import { evidence, exact, h, tell } from "./dom.js";
import { t } from "./phrases.js";
import { get, post } from "./server.js";

export const loadReviews = async () => (await get("/api/reviews")).reviews;

function said(review) {
  return h("li", {}, review.decision ? [h("strong", {}, t(`decision.${review.decision}`)), " · "] : null,
    exact(review.time.slice(0, 19).replace("T", " ") + " UTC"), " · ", evidence(review.actor), review.role ? [" (", evidence(review.role), ")"] : null,
    review.note ? h("div", {}, evidence(review.note)) : null);
}

// The form below a finding, or for the case.
export function decide(about, reviews) {
  const decisions = about === "case" ? [] : ["confirmed", "explained", "open"];
  const list = h("ul", { class: "said" }, reviews.filter((review) => review.about === about).map(said));
  const choice = h("select", { id: `${about}-decision` }, h("option", { value: "" }, t("decision.none")), decisions.map((name) => h("option", { value: name }, t(`decision.${name}`))));
  const note = h("textarea", { id: `${about}-note`, rows: "2", dir: "auto", maxlength: "9000" });
  const problem = h("p", { class: "problem", role: "alert", hidden: true });
  const send = async (decision) => {
    problem.hidden = true;
    try {
      const review = await post("/api/review", { about, decision, note: note.value.trim() });
      list.append(said(review));
      note.value = choice.value = "";
      tell(t("review.kept"));
    } catch (error) {
      problem.textContent = `${t("problem")} ${error.message}`;
      problem.hidden = false;
    }
  };
  const form = h("form", { class: "controls", onsubmit: (event) => { event.preventDefault(); send(choice.value); } },
    decisions.length ? h("div", {}, h("label", { for: choice.id }, t("review.decision")), choice) : null,
    h("div", { class: "grow" }, h("label", { for: note.id }, t("review.note")), note),
    h("button", { type: "submit" }, t("review.keep")),
    about === "case" ? h("button", { type: "button", class: "main", onclick: () => send("signed-off") }, t("review.signoff")) : null);
  return h("section", { class: "decided", "aria-label": t("review.of", { id: about === "case" ? t("review.case") : about }) }, list, form, problem);
}

export async function notes(shown) {
  const reviews = await loadReviews();
  const ofFindings = reviews.filter((review) => review.about !== "case");
  const decided = new Set(ofFindings.filter((review) => review.decision).map((review) => review.about)).size;
  return [h("h1", {}, t("nav.notes")), h("p", { class: "note" }, t("review.about")),
    h("p", {}, t("review.decided", { n: decided, all: shown.findings })),
    h("h2", {}, t("review.case")), h("div", { class: "card blue" }, decide("case", reviews)),
    h("h2", {}, t("review.findings")), ofFindings.length
      ? h("ul", { class: "said" }, ofFindings.map((review) => h("li", {}, h("a", { href: `#findings/${review.about}` }, review.about), h("ul", { class: "said" }, said(review)))))
      : h("p", {}, t("review.none"))];
}
