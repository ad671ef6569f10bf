// Draws the lanes of the timeline.
const kLane = 22, kTop = 26;

export const kLeft = (width) => (width < 700 ? 110 : 260);
export const laneAt = (y) => Math.floor((y - kTop) / kLane);

const kSteps = [1, 5, 15, 60, 300, 900, 3600, 6 * 3600, 86400, 7 * 86400, 30 * 86400, 91 * 86400, 365.25 * 86400, 5 * 365.25 * 86400, 20 * 365.25 * 86400, 100 * 365.25 * 86400];

function ticks(from, until, most) {
  const step = (kSteps.find((seconds) => (until - from) / (seconds * 1000) <= most) ?? kSteps.at(-1)) * 1000;
  const out = [];
  for (let at = Math.ceil(from / step) * step; at < until && out.length < 50; at += step) out.push(at);
  return { out, long: step >= 86400e3 };
}

function paintTicks(pen, view, look) {
  const { out, long } = ticks(view.from, view.until, Math.max(2, look.wide / 130));
  pen.textAlign = "center";
  for (const at of out) {
    const x = look.left + ((at - view.from) / (view.until - view.from)) * look.wide;
    pen.strokeStyle = look.line;
    pen.beginPath();
    pen.moveTo(x, kTop - 4);
    pen.lineTo(x, look.high);
    pen.stroke();
    pen.fillStyle = look.soft;
    const text = new Date(at).toISOString();
    pen.fillText(long ? text.slice(0, 10) : text.slice(5, 19).replace("T", " "), Math.min(Math.max(x, look.left + 36), look.left + look.wide - 40), 12);
  }
}

function fitted(pen, text, width) {
  if (pen.measureText(text).width <= width) return text;
  while (text.length > 1 && pen.measureText(`${text}…`).width > width) text = text.slice(0, -1);
  return `${text}…`;
}

// Height tells how many, on a scale that lets one record among millions be seen.
function paintLane(pen, view, lane, y, look, most) {
  pen.textAlign = "left";
  pen.fillStyle = look.ink;
  pen.fillText(fitted(pen, look.several ? `${lane.exhibit} ${lane.title}` : lane.title, look.left - 14), 4, y + kLane / 2);
  const width = look.wide / lane.bins.length;
  pen.fillStyle = look.blue;
  lane.bins.forEach((n, i) => {
    if (!n) return;
    const high = Math.max(3, (Math.log1p(n) / Math.log1p(most)) * (kLane - 5));
    pen.fillRect(look.left + i * width, y + kLane - 2 - high, Math.max(width - 0.5, 1.5), high);
  });
  for (const mark of lane.marks) {
    const x = look.left + ((mark.at - view.from) / (view.until - view.from)) * look.wide;
    pen.fillStyle = mark.level === "match" ? look.red : look.amber;
    pen.strokeStyle = look.card;
    pen.beginPath();
    if (mark.level === "match") [[0, -7], [6, 0], [0, 7], [-6, 0]].forEach(([a, b]) => pen.lineTo(x + a, y + kLane / 2 + b));
    else pen.arc(x, y + kLane / 2, 5, 0, 7);
    pen.closePath();
    pen.fill();
    pen.stroke();
  }
}

export function draw(canvas, view) {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const wide = Math.max(canvas.parentNode.clientWidth - 16, 300), high = kTop + Math.max(view.lanes.length, 1) * kLane + 6;
  const left = kLeft(wide), dots = devicePixelRatio || 1;
  canvas.width = wide * dots;
  canvas.height = high * dots;
  canvas.style.height = `${high}px`;
  const pen = canvas.getContext("2d");
  pen.scale(dots, dots);
  pen.font = `12px ${style.fontFamily}`;
  pen.textBaseline = "middle";
  pen.direction = "ltr";
  const look = { left, wide: wide - left - 4, high, several: new Set(view.lanes.map((lane) => lane.exhibit)).size > 1,
    ...Object.fromEntries(["ink", "soft", "line", "blue", "red", "amber", "card"].map((name) => [name, colour(name)])) };
  const most = Math.max(2, ...view.lanes.map((lane) => Math.max(...lane.bins)));
  view.lanes.forEach((lane, i) => {
    const y = kTop + i * kLane;
    if (i === view.lane) {
      pen.fillStyle = colour("blue-tint");
      pen.fillRect(0, y, wide, kLane);
    }
  });
  paintTicks(pen, view, look);
  view.lanes.forEach((lane, i) => paintLane(pen, view, lane, kTop + i * kLane, look, most));
}
