// A folder as one tar file, since a browser says neither where a folder lies nor lets it be sent as one.
// Its files are not read here: the browser reads each when its turn comes to be sent.
const kBlock = 512;
const kMostPlain = 8 ** 11 - 1;  // what the size of a tar header can say
const kLongestPlain = 100;
const encoder = new TextEncoder();

function header(name, size, seconds, type) {
  const block = new Uint8Array(kBlock);
  const put = (at, bytes) => block.set(bytes, at);
  const octal = (at, width, n) => put(at, encoder.encode(n.toString(8).padStart(width - 1, "0")));
  put(0, name.slice(0, kLongestPlain));
  octal(100, 8, 0o600);
  octal(108, 8, 0);
  octal(116, 8, 0);
  octal(124, 12, Math.min(size, kMostPlain));
  octal(136, 12, seconds);
  put(148, encoder.encode(`        ${type}`));
  put(257, encoder.encode("ustar\0" + "00"));
  octal(148, 7, block.reduce((sum, byte) => sum + byte, 0));
  block[154] = 0;
  return block;
}

const padding = (size) => new Uint8Array((kBlock - (size % kBlock)) % kBlock);

// A record of a PAX header states its own length, which its digits are part of.
function record(key, value) {
  const rest = encoder.encode(` ${key}=${value}\n`).length;
  let length = rest + 1;
  while (String(length).length + rest !== length) length = String(length).length + rest;
  return `${length} ${key}=${value}\n`;
}

function member({ path, file }) {
  const name = encoder.encode(path), seconds = Math.max(0, Math.floor(file.lastModified / 1000));
  const long = name.length > kLongestPlain || file.size > kMostPlain;
  const more = long ? encoder.encode(record("path", path) + record("size", file.size)) : null;
  return [...(more ? [header(encoder.encode("more"), more.length, seconds, "x"), more, padding(more.length)] : []),
    header(name, file.size, seconds, "0"), file, padding(file.size)];
}

async function below(entry, into) {
  if (entry.isFile) {
    into.push({ path: entry.fullPath, file: await new Promise((yes, no) => entry.file(yes, no)) });
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((yes, no) => reader.readEntries(yes, no));  // a hundred at most
    if (!some.length) return;
    for (const one of some) await below(one, into);
  }
}

// Paths begin with the folder itself, which is the archive.
const inside = (path) => path.replace(/^\/?[^/]*\//, "");

function archive(name, members) {
  const parts = members.map(({ path, file }) => ({ path: inside(path), file })).flatMap(member);
  return new File([...parts, new Uint8Array(2 * kBlock)], `${name}.tar`);
}

// What a drop brings: a file, or a folder as an archive; nothing if it is neither.
export function dropped(transfer) {
  const entry = transfer.items[0]?.webkitGetAsEntry?.();
  if (!entry?.isDirectory) return Promise.resolve(transfer.files[0]);
  const members = [];
  return below(entry, members).then(() => archive(entry.name, members));
}

// What a field for folders holds.
export function chosenFolder(files) {
  const members = [...files].map((file) => ({ path: file.webkitRelativePath, file }));
  return members.length ? archive(members[0].path.split("/")[0], members) : undefined;
}
