// Builds the page out of nodes. Nothing here or elsewhere makes markup out of text: whatever comes
// from evidence ends in a text node.
export function h(tag, given = {}, ...children) {
  return filled(document.createElement(tag), given, children);
}

// The same for a part of a drawing.
export function svg(tag, given = {}, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), given, children);
}

function filled(node, given, children) {
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

// Evidence keeps its own direction and does not turn that of what stands around it.
export const evidence = (text) => h("bdi", {}, text);
export const exact = (text) => h("bdi", { class: "exact", dir: "ltr" }, text);
// What bridle itself says in English, whatever the page's language.
export const english = (text) => h("span", { lang: "en", dir: "ltr" }, text);

// Words that a screen reader says now.
export function tell(text) {
  document.getElementById("told").textContent = text;
}

export function dialog(title, close, ...content) {
  const opener = document.activeElement;
  const box = h("dialog", { "aria-labelledby": "dialog-title" },
    h("div", { class: "controls" }, h("h2", { id: "dialog-title" }, title), h("button", { type: "button", onclick: () => box.close() }, close)),
    ...content);
  box.addEventListener("close", () => {
    box.remove();
    if (opener && opener.isConnected) opener.focus();
  });
  document.body.append(box);
  box.showModal();
  return box;
}
