/*
 * Labels on the canvas, in pixels of the screen: each where it has room, the most important first. They keep
 * their size at every zoom, and none covers another.
 */

const { entityById, visible } = require("./page");
const { setLetters, widthOf, write } = require("./letters");
const { colour } = require("./theme");

const LINE = 14;
const LONGEST_LABEL = 26;
const NARROW_LABEL = 13;
const MOST_LABELS = 350;

/*
 * Write the labels of `items`, the most important first: { node, x, y, radius, plain, first, ground, badge }:
 * `plain` is one that is not faded, `first` one that must be written, `ground` one that lines may cross, `badge`
 * a few letters at the node's shoulder. `words` are written on lines: { text, number, x, y }. `size` has width,
 * height and the boxes `over` the canvas. Returns the boxes of the labels and of all that was written.
 */
function drawLabels(context, size, items, words) {
  const ratio = window.devicePixelRatio || 1;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const taken = new Room();
  for (const control of size.over || []) taken.add(control);
  const badges = items.filter(({ badge }) => badge).map((item) => writeBadge(context, item, taken));
  for (const { node, x, y, radius, plain } of items) {
    if (plain) taken.add({ ...boxAround({ x, y }, 2 * radius, 2 * radius), yields: !entityById.has(node.id) });
  }
  const first = items.filter((item) => item.first);
  const rest = items.filter((item) => item.plain && !item.first).slice(0, MOST_LABELS);
  const labels = [...first, ...rest].map((item) => writeLabel(context, item, taken, size)).filter(Boolean);
  const written = words.map((word) => writeWord(context, word, taken)).filter(Boolean);
  context.restore();
  return { labels, words: [...labels, ...badges, ...written] };
}

/* How many neighbours are not in the picture, at the shoulder of a node. */
function writeBadge(context, { x, y, radius, badge }, taken) {
  setLetters(context, "600 10.5px");
  const wide = widthOf(context, badge) + 10;
  const box = boxAround({ x: x + radius * 0.8 + wide / 2 - 4, y: y - radius * 0.8 - 4 }, wide, 16);
  taken.add(box);
  drawGround(context, box, { fill: "--card", line: "--strong-line", corner: 8 });
  context.fillStyle = colour("--ink");
  context.fillText(badge, (box.left + box.right) / 2, (box.top + box.bottom) / 2 + 0.5);
  return box;
}

function drawGround(context, { left, right, top, bottom }, { fill, line, corner, alpha = 1 }) {
  context.save();
  context.globalAlpha = alpha;
  context.beginPath();
  context.roundRect(left, top, right - left, bottom - top, corner);
  context.fillStyle = colour(fill);
  context.fill();
  context.lineWidth = 1;
  if (line) {
    context.strokeStyle = colour(line);
    context.stroke();
  }
  context.restore();
}

function writeLabel(context, item, taken, size) {
  const { node } = item;
  const strong = entityById.has(node.id) || item.first;
  setLetters(context, strong ? "600 12px" : "400 11.5px");
  const found = findRoom(context, item, { taken, size, strong, always: item.first });
  if (!found) return null;
  const { lines, spot, box } = found;
  taken.add(box);
  if (item.ground) drawGround(context, box, { fill: "--canvas", corner: 4, alpha: 0.75 });
  context.strokeStyle = colour("--canvas");
  context.fillStyle = colour(strong ? "--ink" : "--soft");
  context.lineWidth = 4;
  lines.forEach((line, index) => {
    const at = box.top + 1 + LINE * (index + 0.5);
    write(context, line, spot.x, at, { edged: true });
  });
  return { id: node.id, ...box };
}

/*
 * Where a label has room: first in full width around its node, then broken narrowly. The name of an entity
 * may in the end cover the shapes of events, never another label; a label that must stand covers anything.
 */
function findRoom(context, item, { taken, size, strong, always }) {
  const lengths = always ? [2 * LONGEST_LABEL, LONGEST_LABEL] : strong ? [LONGEST_LABEL, NARROW_LABEL] : [LONGEST_LABEL];
  const tries = lengths
    .map((longest) => broken(item.node, longest))
    .filter((lines, index) => index === 0 || !lines.at(-1).endsWith("…"))
    .flatMap((lines) => places(context, item, size, lines));
  return (
    tries.find(({ box }) => taken.isFree(box)) ||
    (strong && tries.find(({ box }) => taken.isFree(box, true))) ||
    (always ? tries[0] : null)
  );
}

/* Below, above, beside and across the corners of a node. */
function places(context, { x, y, radius }, size, lines) {
  const wide = Math.max(...lines.map((line) => widthOf(context, line))) + 6;
  const high = lines.length * LINE + 2;
  const [across, down] = [radius + wide / 2 + 3, radius + high / 2 + 3];
  const corner = radius * 0.75;
  return [
    [0, down], [0, -down], [across, 0], [-across, 0],
    [corner + wide / 2, corner + high / 2], [-corner - wide / 2, corner + high / 2],
    [corner + wide / 2, -corner - high / 2], [-corner - wide / 2, -corner - high / 2],
  ].map(([right, below]) => {
    const spot = within({ x: x + right, y: y + below }, wide, high, size);
    return { lines, spot, box: boxAround(spot, wide, high) };
  });
}

/* The spot moved sideways as far as the label needs to stand on the canvas. */
function within({ x, y }, wide, high, size) {
  const edge = wide / 2 + 2;
  return { x: Math.max(edge, Math.min(size.width - edge, x)), y: Math.max(high / 2, Math.min(size.height - high / 2, y)) };
}

function boxAround({ x, y }, wide, high) {
  return { left: x - wide / 2, right: x + wide / 2, top: y - high / 2, bottom: y + high / 2 };
}

/* A role in italics, or a number on its ground; nothing where there is no room. */
function writeWord(context, { text, number, x, y }, taken) {
  setLetters(context, number ? "600 11px" : "italic 400 11px");
  const wide = widthOf(context, text) + 8;
  const box = boxAround({ x, y }, wide, 16);
  if (!taken.isFree(box)) return null;
  taken.add(box);
  drawGround(context, box, { fill: "--canvas", corner: 8 });
  context.fillStyle = colour("--tie");
  context.fillText(text, x, y + 0.5);
  return box;
}

const brokenLabels = new Map();

/* A label in at most two lines, broken between words, with "…" where it is longer. */
function broken({ id, label }, longest) {
  const key = longest + " " + id;
  if (!brokenLabels.has(key)) brokenLabels.set(key, breakInTwo(visible(label), longest));
  return brokenLabels.get(key);
}

function breakInTwo(label, longest) {
  const lines = [""];
  for (const word of label.split(/\s+/)) {
    const last = lines.length - 1;
    const longer = lines[last] ? lines[last] + " " + word : word;
    if (longer.length <= longest || !lines[last]) lines[last] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, 2).map((line) => shortened(line, longest));
  if (lines.length > 2 && !kept[1].endsWith("…")) kept[1] += " …";
  return kept;
}

const shortened = (line, longest) => {
  const letters = Array.from(line);
  return letters.length > longest ? letters.slice(0, longest - 1).join("") + "…" : line;
};

/* Boxes that are taken, kept in squares so that a question looks at few of them. */
class Room {
  squares = new Map();

  add(box) {
    for (const key of Room.keys(box)) this.squares.set(key, [...(this.squares.get(key) || []), box]);
  }

  /* Whether nothing stands there; with `over`, what yields may be covered. */
  isFree(box, over = false) {
    const clear = (other) => apart(box, other) || (over && other.yields);
    return Room.keys(box).every((key) => (this.squares.get(key) || []).every(clear));
  }

  static keys({ left, right, top, bottom }) {
    const keys = [];
    for (let x = Math.floor(left / 80); x <= right / 80; x++) {
      for (let y = Math.floor(top / 80); y <= bottom / 80; y++) keys.push(x + " " + y);
    }
    return keys;
  }
}

const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

Object.assign(exports, { drawLabels });
