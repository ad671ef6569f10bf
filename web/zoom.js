// A picture that may be larger than its window: brought closer by buttons, keys and Ctrl with the wheel, moved by
// scrolling or dragging. Whatever in it can be chosen is reached by arrows; one mark alone is a stop for Tab.
import { h } from "./dom.js";
import { t } from "./phrases.js";

const kStep = 1.5;
const kSlip = 4;  // pixels that a click may move and still be one

function listenForDrags(box) {
  let moved = false;
  box.addEventListener("pointerdown", (down) => {
    if (down.button !== 0 || down.pointerType === "touch") return;
    const from = { left: box.scrollLeft, top: box.scrollTop };
    moved = false;
    const move = (event) => {
      const [x, y] = [event.clientX - down.clientX, event.clientY - down.clientY];
      moved ||= Math.hypot(x, y) > kSlip;
      if (moved) box.scrollTo(from.left - x, from.top - y);
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", () => removeEventListener("pointermove", move), { once: true });
  });
  box.addEventListener("click", (event) => moved && event.stopPropagation(), true);
}

// draw(factor) sizes the picture: 1 fits the window's width.
export function zoomable(picture, most, draw) {
  const box = h("div", { class: "zoomed", dir: "ltr" }, picture);
  let factor = 1;
  const zoom = (to, x = box.clientWidth / 2, y = box.clientHeight / 2) => {
    const [across, down] = [(box.scrollLeft + x) / box.scrollWidth, (box.scrollTop + y) / box.scrollHeight];
    factor = Math.min(most, Math.max(1, to));
    draw(factor);
    box.scrollTo(across * box.scrollWidth - x, down * box.scrollHeight - y);
  };
  const around = () => {
    const mark = document.activeElement;
    if (!box.contains(mark) || mark === box) return [];
    const [inner, outer] = [mark.getBoundingClientRect(), box.getBoundingClientRect()];
    return [inner.x + inner.width / 2 - outer.x, inner.y + inner.height / 2 - outer.y];
  };
  const act = (key) => {
    if (key === "+" || key === "=") zoom(factor * kStep, ...around());
    else if (key === "-" || key === "−") zoom(factor / kStep, ...around());
    else if (key === "0") zoom(1);
    else return false;
    return true;
  };
  box.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && act(event.key)) event.preventDefault();
  });
  box.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const outer = box.getBoundingClientRect();
    zoom(factor * (event.deltaY < 0 ? 1.2 : 1 / 1.2), event.clientX - outer.x, event.clientY - outer.y);
  }, { passive: false });
  listenForDrags(box);
  new ResizeObserver(() => draw(factor)).observe(box);
  const button = (key, phrase, text) => h("button", { type: "button", "aria-label": t(phrase), title: t(phrase), onclick: () => act(key) }, text);
  return { box, fit: () => draw(factor), controls: h("div", { class: "controls", dir: "ltr" }, button("+", "timeline.in", "+"), button("-", "timeline.out", "−"),
    h("button", { type: "button", onclick: () => act("0") }, t("timeline.whole"))) };
}

// marks: nodes with what they stand for in `.at`; next(at, key) gives the node to go to, open(at) what Enter and a click do.
export function rove(picture, marks, next, open) {
  const stop = (mark) => {
    marks.forEach((one) => one.setAttribute("tabindex", one === mark ? "0" : "-1"));
    return mark;
  };
  if (marks.length) stop(marks[0]);
  picture.onkeydown = (event) => {
    const mark = event.target.closest("[role=button]");
    if (!mark || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") open(mark.at);
    else {
      const to = next(mark.at, event.key);
      if (!to) return;
      stop(to).focus();
      to.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    event.preventDefault();
  };
  picture.onclick = (event) => {
    const mark = event.target.closest("[role=button]");
    if (!mark) return;
    stop(mark).focus();
    open(mark.at);
  };
}
