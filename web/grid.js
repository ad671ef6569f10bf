// A table to walk through with the arrow keys. One cell alone is a stop for Tab.
import { evidence, h } from "./dom.js";

function cells(row, columns) {
  return columns.map((i) => h("td", { tabindex: "-1", role: "gridcell", class: row.cells[i] === null ? "none" : null },
    typeof row.cells[i] === "string" ? evidence(row.cells[i]) : row.cells[i]));
}

// columns: indices into a row's cells, which are texts of evidence, nodes or null; heads: a node for each. open(row) is called for Enter and for a click.
// holds(n) of what comes back says how many rows there are in all; without a number, nobody knows yet.
export function grid({ label, columns, heads, sorts = [], rows, first = 0, open, turn = () => {} }) {
  const body = h("tbody", { role: "rowgroup" }, rows.map((row, n) =>
    h("tr", { role: "row", "aria-rowindex": first + n + 2 }, cells(row, columns))));
  const table = h("table", { role: "grid", "aria-label": label, "aria-rowcount": rows.length + 1, "aria-colcount": columns.length },
    h("thead", { role: "rowgroup" }, h("tr", { role: "row", "aria-rowindex": 1 }, heads.map((head, i) =>
      h("th", { scope: "col", role: "columnheader", "aria-sort": sorts[i] ?? null }, head)))), body);
  const at = (r, c) => body.rows[r]?.cells[c];
  const go = (cell) => {
    if (!cell) return;
    table.querySelector("td[tabindex='0']")?.setAttribute("tabindex", "-1");
    cell.setAttribute("tabindex", "0");
    cell.focus();
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  at(0, 0)?.setAttribute("tabindex", "0");
  body.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td");
    if (!cell || event.ctrlKey || event.altKey || event.metaKey) return;
    const r = cell.parentNode.sectionRowIndex, c = cell.cellIndex;
    const on = getComputedStyle(table).direction === "rtl" ? -1 : 1;
    const moves = {
      ArrowDown: () => go(at(r + 1, c)), ArrowUp: () => go(at(r - 1, c)),
      ArrowRight: () => go(at(r, c + on)), ArrowLeft: () => go(at(r, c - on)),
      Home: () => go(at(r, 0)), End: () => go(at(r, columns.length - 1)),
      PageDown: () => turn(1), PageUp: () => turn(-1), Enter: () => open(rows[r])
    };
    if (!(event.key in moves)) return;
    event.preventDefault();
    moves[event.key]();
  });
  body.addEventListener("dblclick", (event) => {
    const row = event.target.closest("tr");
    if (row) open(rows[row.sectionRowIndex]);
  });
  body.addEventListener("focusin", (event) => {
    const cell = event.target.closest("td");
    if (cell) cell.title = cell.textContent;
  });
  return { node: h("div", { class: "wide rows" }, table), focus: () => go(at(0, 0)),
    holds: (n) => table.setAttribute("aria-rowcount", n === undefined ? -1 : n + 1) };
}
