// Where everybody of a campaign stands: each cell by itself, its accounts on one side, its phones in the middle, its
// servers and what they share on the other side. More phones than one can read stand together by country until a country is opened.
const kLine = 24, kHead = 44, kFoot = 18;
const kLabelled = 40;  // phones of a cell
export const kWidth = 1120;
const kColumns = { accounts: 190, phones: 470, servers: 800 };
const kGlyph = 7.6, kGap = 26;

export const groupName = (cell, country) => `${cell}/${country}`;

const firstOf = (one) => one.traces.reduce((first, trace) => (trace.time < first ? trace.time : first), "~");

function middle(cell, number, homes, opened) {
  const phone = (id) => ({ kind: "phone", id, phones: [id], country: homes.get(id) ?? "" });
  if (cell.phones.length <= kLabelled) return cell.phones.map(phone);
  const groups = Map.groupBy(cell.phones, (id) => homes.get(id) ?? "");
  return [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1)).flatMap(([country, phones]) => {
    const group = { kind: "group", id: groupName(number, country), country, phones, open: opened.has(groupName(number, country)) };
    return group.open ? [group, ...phones.map((id) => ({ ...phone(id), inner: true }))] : [group];
  });
}

// Each phone stands where its accounts and servers are on the mean, so that few lines cross.
function byNeighbours(phones, sides) {
  const places = new Map();
  for (const side of sides)
    side.forEach((node, i) => node.phones.forEach((id) => places.set(id, [...(places.get(id) ?? []), i / side.length])));
  const mean = (node) => {
    const all = places.get(node.id) ?? [0];
    return all.reduce((a, b) => a + b, 0) / all.length;
  };
  return phones[0]?.kind === "phone" ? phones.toSorted((a, b) => mean(a) - mean(b)) : phones;
}

function place(nodes, column, top, height, mirrored) {
  nodes.forEach((node, i) => Object.assign(node, { column, row: i, x: mirrored ? kWidth - kColumns[column] : kColumns[column],
    y: top + (height * (2 * i + 1)) / (2 * nodes.length) }));
}

// What is written beside the phones, on their servers' side, is as wide as that: lines begin behind it.
const widest = (phones, label) => kGap + kGlyph * Math.max(0, ...phones.map((node) => label(node).length + (node.inner ? 2 : 0)));

function edgesOf(side, phones, behind) {
  const out = [];
  for (const node of side) {
    const own = new Set(node.phones);
    for (const other of phones) {
      const shared = other.open ? 0 : other.phones.filter((id) => own.has(id)).length;
      if (shared) out.push({ side: node, phone: other, shared, x: other.x + behind * Math.sign(node.x - other.x) });
    }
  }
  return out;
}

// Cells with their nodes and edges, and how high the drawing is; label(node) is what will be written beside a phone.
export function layout(found, opened, mirrored, label) {
  const homes = new Map(found.homes.map((one) => [one.name, one.country]));
  const named = Object.fromEntries(["accounts", "servers", "shared"].map((kind) => [kind, new Map(found[kind].map((one) => [one.id, one]))]));
  let top = 0;
  const cells = found.cells.map((cell, number) => {
    const side = (kind) => cell[kind].map((id) => ({ kind, id, phones: named[kind].get(id).phones, suspect: named[kind].get(id) }));
    const accounts = side("accounts").sort((a, b) => (firstOf(a.suspect) < firstOf(b.suspect) ? -1 : 1)), servers = [...side("servers"), ...side("shared")];
    accounts.forEach((node, i) => { node.colour = i % 8; });
    const phones = byNeighbours(middle(cell, number, homes, opened), [accounts, servers]);
    const columns = { accounts, phones, servers };
    const height = Math.max(...Object.values(columns).map((nodes) => nodes.length)) * kLine;
    for (const [name, nodes] of Object.entries(columns)) place(nodes, name, top + kHead, height, mirrored);
    const made = { number, top, columns, phones: cell.phones.length, edges: [...edgesOf(accounts, phones, 0), ...edgesOf(servers, phones, widest(phones, label))] };
    top += kHead + height + kFoot;
    return made;
  });
  return { cells, height: Math.max(top, kHead), columns: Object.fromEntries(Object.entries(kColumns).map(([name, x]) => [name, mirrored ? kWidth - x : x])) };
}
