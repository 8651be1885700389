/* The ties, drawn as lines: all of them quietly, those of the selection and of a path above. */

const { colour } = require("./theme");

const MOST_ROLES = 16;
const MOST_NUMBERS = 120;
const NEAR_LINE = 7; /* pixels at which a click still meets a line */
const QUIET = 0.45;

/* How wide a line is on the screen: the more events it stands for, the wider. */
const widthOf = (count) => 1 + Math.min(6, 1.6 * Math.log2(Math.max(1, count)));

/* `lines` are the ties in the picture: { edge, count, from: {x, y}, to: {x, y} }; `count` is 1 for single roles. */
function drawLines(context, lines, { scale, quiet }) {
  const byWidth = new Map();
  for (const line of lines) {
    const width = Math.round(widthOf(line.count) * 2) / 2;
    byWidth.set(width, [...(byWidth.get(width) || []), line]);
  }
  context.save();
  context.strokeStyle = colour("--edge");
  context.globalAlpha = quiet ? QUIET : 1;
  context.lineCap = "round";
  for (const [width, members] of byWidth) strokeAll(context, members, width, scale);
  context.restore();
}

function strokeAll(context, lines, width, scale) {
  context.lineWidth = width / scale;
  context.beginPath();
  for (const { from, to } of lines) {
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
  }
  context.stroke();
}

function drawStrong(context, lines, scale) {
  context.save();
  context.strokeStyle = colour("--tie");
  context.lineCap = "round";
  for (const line of lines) strokeAll(context, [line], Math.max(2, widthOf(line.count)), scale);
  context.restore();
}

/* The words of some lines, at their middles: roles, or how many events they stand for. */
function wordsOf(strong, lines, numbered) {
  const middle = ({ from, to }) => ({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
  if (!numbered) {
    const roles = strong.map((line) => ({ text: line.edge.role, ...middle(line) }));
    return roles.length > MOST_ROLES ? [] : roles;
  }
  const chosen = strong.length ? strong : lines.filter(({ count }) => count > 1);
  return [...chosen]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_NUMBERS)
    .map((line) => ({ text: line.count ? String(line.count) : line.edge.role, number: line.count > 0, ...middle(line) }));
}

/* The line that a point of the canvas lies on. */
function lineAt(lines, point, scale) {
  let best = null;
  for (const line of lines) {
    const reach = (NEAR_LINE + widthOf(line.count) / 2) / scale;
    const distance = away(point, line);
    if (distance <= reach && (!best || distance < best.distance)) best = { line, distance };
  }
  return best && best.line;
}

function away({ x, y }, { from, to }) {
  const [across, down] = [to.x - from.x, to.y - from.y];
  const along = ((x - from.x) * across + (y - from.y) * down) / (across * across + down * down || 1);
  const part = Math.max(0, Math.min(1, along));
  return Math.hypot(x - from.x - part * across, y - from.y - part * down);
}

Object.assign(exports, { widthOf, drawLines, drawStrong, wordsOf, lineAt });
