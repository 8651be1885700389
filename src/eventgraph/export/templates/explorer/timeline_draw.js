/* The lanes on their canvas: axis, bars, labels; what is certain solid, what is possible hatched. */

const { look, visible } = require("./page");
const { setLetters, widthOf, write } = require("./letters");
const { colour, colourOf, onChange } = require("./theme");
const { shapes } = require("./shapes");
const { unitFor, unitAbove, steps, after, stepInWords } = require("./timeline_scale");
const { barsWithin, FADE, LABEL_GAP } = require("./timeline_lanes");

const AXIS = 38; /* height of the axis */
const TICK = 44; /* the least width of a step of the axis */
const LONGEST_LABEL = 44;
const SHORTEST = 64; /* pixels of a label that is cut */
const FADED = 0.22;
const CORNER = 2.5;
const HATCH = 5; /* pixels between the lines of a hatching */

const kindColour = (event) => colourOf(look.event[event.kind].colours);

const hatchings = new Map();
onChange(() => hatchings.clear());

/* Slanted lines in a colour, as a pattern that goes on without a seam. */
function hatching(context, ink) {
  if (!hatchings.has(ink)) {
    const tile = document.createElement("canvas");
    const ratio = devicePixelRatio || 1;
    const size = Math.round(HATCH * ratio);
    tile.width = tile.height = size;
    const pen = tile.getContext("2d");
    pen.strokeStyle = ink;
    pen.lineWidth = 1.1 * ratio;
    pen.beginPath();
    for (const shift of [-size, 0, size]) {
      pen.moveTo(shift - 1, size + 1);
      pen.lineTo(shift + size + 1, -1);
    }
    pen.stroke();
    const pattern = context.createPattern(tile, "repeat");
    pattern.setTransform(new DOMMatrix([1 / ratio, 0, 0, 1 / ratio, 0, 0]));
    hatchings.set(ink, pattern);
  }
  return hatchings.get(ink);
}

const cut = (text, longest) => {
  const letters = Array.from(text);
  return letters.length > longest ? letters.slice(0, longest - 1).join("").trimEnd() + "…" : text;
};

const labels = new Map();

/* The label of an event as it is written, the time of the day before it where that is known. */
function labelOf({ id, label, when }, scale) {
  const clock = scale >= 96 && /^\d\d:\d\d$/.test(when.clock || "") ? when.clock + "  " : "";
  const key = clock + id;
  if (!labels.has(key)) labels.set(key, clock + cut(visible(label), LONGEST_LABEL));
  return labels.get(key);
}

/*
 * Draw lanes as `pack` placed them. `scene` is { lanes, view: { from, scale }, width, height, gutter, scroll,
 * range: [from, to], marked, faint, selected, pointed }: sets and ids of events. Returns the boxes of labels.
 */
function drawLanes(context, scene) {
  const ratio = devicePixelRatio || 1;
  const { width, height } = scene;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.textBaseline = "middle";
  const written = [];
  drawGrid(context, scene);
  context.save();
  context.beginPath();
  context.rect(0, AXIS, width, height - AXIS);
  context.clip();
  context.translate(0, AXIS - scene.scroll);
  for (const lane of scene.lanes) {
    if (lane.top > scene.scroll + height || lane.top + lane.height < scene.scroll) continue;
    drawLane(context, scene, lane, written);
  }
  context.restore();
  drawShade(context, scene);
  drawAxis(context, scene);
  return written;
}

const xOf = ({ view, gutter }, day) => gutter + (day - view.from) * view.scale;
const dayAt = ({ view, gutter }, x) => view.from + (x - gutter) / view.scale;

/* --- axis ------------------------------------------------------------------------------- */

function stepsInView(scene, unit) {
  return [...steps(unit, dayAt(scene, scene.gutter), dayAt(scene, scene.width))];
}

function drawGrid(context, scene) {
  const unit = unitFor(scene.view.scale, TICK);
  context.strokeStyle = colour("--line");
  context.lineWidth = 1;
  context.beginPath();
  for (const at of stepsInView(scene, unit)) {
    const x = Math.round(xOf(scene, at)) + 0.5;
    if (x < scene.gutter) continue;
    context.moveTo(x, AXIS - 5);
    context.lineTo(x, scene.height);
  }
  context.stroke();
}

/* What lies outside the range that was chosen stands in shade. */
function drawShade(context, scene) {
  const [from, to] = scene.range;
  context.save();
  context.fillStyle = colour("--paper");
  context.globalAlpha = 0.72;
  const [left, right] = [from, to].map((day) => (day === null ? null : xOf(scene, day)));
  if (left !== null && left > scene.gutter) context.fillRect(scene.gutter, AXIS, left - scene.gutter, scene.height);
  if (right !== null && right < scene.width) {
    const at = Math.max(right, scene.gutter);
    context.fillRect(at, AXIS, scene.width - at, scene.height);
  }
  context.restore();
}

function drawAxis(context, scene) {
  const unit = unitFor(scene.view.scale, TICK);
  const above = unitAbove(unit);
  context.save();
  context.beginPath();
  context.rect(scene.gutter, 0, scene.width, AXIS);
  context.clip();
  context.textAlign = "left";
  setLetters(context, "400 11.5px");
  context.fillStyle = colour("--soft");
  drawSteps(context, scene, { unit, isAbove: !above, middle: 27 });
  setLetters(context, "600 12px");
  context.fillStyle = colour("--ink");
  if (above) drawSteps(context, scene, { unit: above, isAbove: true, middle: 11 });
  context.restore();
  context.strokeStyle = colour("--line");
  context.beginPath();
  context.moveTo(0, AXIS + 0.5);
  context.lineTo(scene.width, AXIS + 0.5);
  context.stroke();
}

/* Each step is named where it begins, or at the edge for as long as it lasts; none is cut. */
function drawSteps(context, scene, { unit, isAbove, middle }) {
  for (const at of stepsInView(scene, unit)) {
    const words = stepInWords(unit, at, isAbove);
    const x = Math.max(xOf(scene, at), scene.gutter) + 4;
    const end = Math.min(xOf(scene, after(unit, at)), scene.width);
    if (x + widthOf(context, words) <= end - 2) context.fillText(words, x, middle);
  }
}

/* --- lanes ------------------------------------------------------------------------------ */

function drawLane(context, scene, lane, written) {
  context.strokeStyle = colour("--line");
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(0, lane.top + lane.height - 0.5);
  context.lineTo(scene.width, lane.top + lane.height - 0.5);
  context.stroke();
  context.save();
  context.beginPath();
  context.rect(scene.gutter, lane.top, scene.width - scene.gutter, lane.height);
  context.clip();
  const origin = scene.gutter - scene.view.from * scene.view.scale;
  const [left, right] = [scene.gutter - origin, scene.width - origin];
  lane.rows.forEach((row, index) => {
    const middle = lane.first + (index + 0.5) * lane.look.step;
    if (middle < scene.scroll - 20 || middle > scene.scroll + scene.height) return;
    for (const bar of barsWithin(row, left, right)) drawBar(context, scene, bar, { lane, origin, middle });
    if (!lane.look.labels) return;
    for (const bar of barsWithin(row, left - 400, right)) drawLabel(context, scene, bar, { origin, middle, written });
  });
  context.restore();
  drawLaneName(context, scene, lane);
}

function drawLaneName(context, scene, lane) {
  const head = scene.gutter ? 0 : 1;
  const room = (scene.gutter || scene.width) - 6;
  const top = Math.max(lane.top, Math.min(scene.scroll, lane.top + lane.height - 30));
  const middle = top + (head ? 12 : 17);
  setLetters(context, "600 12px");
  context.textAlign = "left";
  context.fillStyle = colour("--ink");
  const indent = lane.kind ? 32 : 14;
  const count = String(lane.spans.length);
  const words = fitting(context, visible(lane.label), room - indent - widthOf(context, count));
  const behind = indent + widthOf(context, words) + 7;
  if (lane.kind) drawKind(context, lane.kind, 20, middle);
  write(context, words, indent, middle);
  setLetters(context, "400 12px");
  context.fillStyle = colour("--soft");
  context.fillText(count, behind, middle);
}

function drawKind(context, kind, x, y) {
  const { shape, colours } = look[kind.group][kind.name];
  context.save();
  context.fillStyle = colourOf(colours);
  context.beginPath();
  shapes[shape](context, x, y, 5.5);
  context.fill();
  context.restore();
}

/* --- bars ------------------------------------------------------------------------------- */

function drawBar(context, scene, bar, { lane, origin, middle }) {
  const { span } = bar;
  const { event } = span;
  const ink = kindColour(event);
  const box = { left: bar.left + origin, right: bar.right + origin, top: middle - lane.look.bar / 2, high: lane.look.bar };
  const isFirst = event.id === scene.selected || event.id === scene.pointed;
  const sure = span.sure && sureBox(span, box, bar, scene.view.scale, origin);
  context.globalAlpha = scene.marked && !scene.marked.has(event.id) && !isFirst ? FADED : 1;
  if (span.openFrom || span.openTo) drawOpenEnds(context, span, box, ink);
  if (lane.look.labels) {
    if (sure !== box) drawPossible(context, box, ink, event.unreal);
    if (sure) drawSure(context, sure, ink, event.unreal);
  } else drawSmall(context, { box, sure, ink, unreal: event.unreal });
  if (isFirst) drawRing(context, box, event.id === scene.selected);
  context.globalAlpha = 1;
}

/* Thousands of small bars: the same in squares, which take a third of the time. */
function drawSmall(context, { box: { left, right, top, high }, sure, ink, unreal }) {
  if (sure && !unreal) {
    context.fillStyle = ink;
    context.fillRect(sure.left, top, sure.right - sure.left, high);
  }
  const isSureAllOver = sure && sure.left === left && sure.right === right;
  if (isSureAllOver && !unreal) return;
  if (!isSureAllOver) {
    const alpha = context.globalAlpha;
    const from = sure && !unreal && sure.left === left ? sure.right : left;
    context.translate(from, top);
    context.fillStyle = hatching(context, ink);
    context.globalAlpha = alpha * (unreal ? 0.3 : 0.6);
    context.fillRect(0, 0, right - from, high);
    context.translate(-from, -top);
    context.globalAlpha = alpha;
  }
  context.strokeStyle = ink;
  context.lineWidth = 1;
  if (unreal) context.setLineDash(right - left > 24 ? [3, 2] : []);
  context.strokeRect(left + 0.5, top + 0.5, right - left - 1, high - 1);
  if (unreal) context.setLineDash([]);
}

/* The certain part; of a bar too short to show parts, all of it. */
function sureBox(span, box, bar, scale, origin) {
  const [from, to] = span.sure;
  if (from === span.from && to === span.to) return box;
  const left = Math.max(box.left, from * scale + origin);
  return { ...box, left, right: Math.min(box.right, Math.max(to * scale + origin, left + 3)) };
}

function outline(context, { left, right, top, high }, grow = 0) {
  context.beginPath();
  context.roundRect(left - grow, top - grow, right - left + 2 * grow, high + 2 * grow, CORNER + grow);
}

function drawPossible(context, box, ink, unreal) {
  context.save();
  outline(context, box);
  context.fillStyle = colour("--canvas");
  context.fill();
  context.translate(box.left, box.top);
  context.fillStyle = hatching(context, ink);
  context.globalAlpha *= unreal ? 0.3 : 0.6;
  context.fill();
  context.restore();
  edge(context, box, ink, unreal);
}

/* A thin line around what is told as fact, a dashed one around what is alleged, planned or denied. */
function edge(context, box, ink, unreal) {
  outline(context, { ...box, left: box.left + 0.5, right: box.right - 0.5, top: box.top + 0.5, high: box.high - 1 });
  context.strokeStyle = ink;
  context.lineWidth = unreal ? 1.4 : 1;
  context.setLineDash(unreal && (box.high > 9 || box.right - box.left > 24) ? [3, 2] : []);
  context.stroke();
  context.setLineDash([]);
}

function drawSure(context, box, ink, unreal) {
  outline(context, box);
  context.fillStyle = unreal ? colour("--canvas") : ink;
  context.fill();
  if (unreal) edge(context, box, ink, true);
}

/* Where nothing says when it began or ended, the bar fades out. */
function drawOpenEnds(context, span, box, ink) {
  const tails = [span.openFrom && [box.left, box.left - FADE], span.openTo && [box.right, box.right + FADE]];
  for (const [near, far] of tails.filter(Boolean)) {
    const fade = context.createLinearGradient(near, 0, far, 0);
    fade.addColorStop(0, ink);
    fade.addColorStop(1, "transparent");
    context.fillStyle = fade;
    const third = span.event.unreal ? 2 : box.high - 4;
    context.fillRect(Math.min(near, far), box.top + (box.high - third) / 2, FADE, third);
  }
}

function drawRing(context, box, isSelected) {
  context.globalAlpha = 1;
  outline(context, box, 2.5);
  context.strokeStyle = colour(isSelected ? "--ink" : "--accent");
  context.lineWidth = 2;
  context.stroke();
}

/* --- labels ----------------------------------------------------------------------------- */

/* Within a bar that is wide enough, else behind it as far as there is room; cut before left out. */
function drawLabel(context, scene, bar, { origin, middle, written }) {
  const { event } = bar.span;
  if (scene.marked && !scene.marked.has(event.id)) return;
  const isSelected = event.id === scene.selected;
  setLetters(context, labelFont(isSelected));
  const [left, right] = [Math.max(bar.left + origin, scene.gutter), bar.right + origin];
  const full = labelOf(event, scene.view.scale);
  const inside = right - left >= widthOf(context, full) + 2 * LABEL_GAP;
  const start = inside ? left + LABEL_GAP : bar.end + origin + LABEL_GAP;
  const room = Math.min((inside ? right : bar.room + origin) - start, scene.width - 4 - start);
  const words = fitting(context, full, room);
  if (!words || start < scene.gutter) return;
  context.textAlign = "left";
  context.fillStyle = colour(event.unreal && !isSelected ? "--soft" : "--ink");
  const isOnSolid = inside && bar.span.sure && !event.unreal;
  if (isOnSolid) context.fillStyle = colour("--canvas");
  if (inside && !isOnSolid) clearGround(context, { left: start - 4, right: start + widthOf(context, words) + 4, middle });
  write(context, words, start, middle + 0.5);
  written.push({ id: event.id, left: start, right: start + widthOf(context, words), top: middle - 7, bottom: middle + 7 });
}

/* Even ground for words that stand on a hatching. */
function clearGround(context, { left, right, middle }) {
  const ink = context.fillStyle;
  context.fillStyle = colour("--canvas");
  context.fillRect(left, middle - 6, right - left, 12);
  context.fillStyle = ink;
}

const labelFont = (strong) => (strong ? "600 12px" : "400 12px");

/* The words, cut to the room there is, or "" where it is too small. */
function fitting(context, words, room) {
  const full = widthOf(context, words);
  if (full <= room) return words;
  if (room < SHORTEST) return "";
  const letters = Math.floor((Array.from(words).length * (room - 10)) / full);
  const shorter = cut(words, Math.max(4, letters));
  return widthOf(context, shorter) <= room ? shorter : "";
}

/* How wide the label of an event is at a scale, with a little for what is set in bold. */
function labelWidth(context, event, scale) {
  setLetters(context, labelFont(false));
  return widthOf(context, labelOf(event, scale)) + 4;
}

Object.assign(exports, { drawLanes, labelWidth, hatching, kindColour, xOf, dayAt, AXIS });
