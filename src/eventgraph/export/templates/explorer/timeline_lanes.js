/* Dated events as spans of time, sorted into lanes and packed there into rows, none over another. */

const { events, entityById, look } = require("./page");

const NARROWEST = 8; /* pixels of the shortest bar */
const GAP = 4;
const FADE = 40; /* pixels over which an open end fades out */
const LABEL_GAP = 6;
const LABELS_UP_TO = 400; /* events of a lane that may ask for room for their labels */
const MOST_ROWS = 7; /* of a lane with labels; beyond it is drawn small */
const MOST_LANES = 40;
const HOURS_FROM = 96; /* pixels a day, from which the time of the day shows */
const PARTS = { TMO: [5, 12], TMI: [11, 14], TAF: [12, 18], TEV: [17, 23], TNI: [18, 24], TDT: [6, 20] };

const ROOMY = { step: 22, bar: 14, labels: true };
const SMALL = { step: 10, bar: 7, labels: false };
const PADDING = 6;
const HEAD = 20; /* of a lane, where its name stands above its rows */

/*
 * An event's time: what may be (`from` to `to`), what is certain within it (`sure`, or null), and whether an
 * end is open. Last days end where the next begins.
 */
function spanOf(event) {
  const [b0, b1, e0, e1] = event.when.days;
  const known = [b0, b1, e0, e1].filter((day) => day !== null);
  if (!known.length) return null;
  const from = b0 ?? Math.min(...known);
  const to = (e1 ?? Math.max(...known)) + 1;
  const sure = event.when.edtf.includes("~") ? null : certain(b0, b1, e0, e1); /* "about" is never certain */
  return { event, from, to, sure, openFrom: b0 === null, openTo: e1 === null,
    hours: hoursOf(event.when) };
}

/* On which days it was certainly going on: from the last day it can have begun to the first it can have ended. */
function certain(b0, b1, e0, e1) {
  if (b1 !== null && e0 !== null) return b1 <= e0 ? [b1, e0 + 1] : null;
  if (b1 !== null && e1 === null) return [b1, b1 + 1];
  return e0 !== null && b0 === null ? [e0, e0 + 1] : null;
}

/* The time of the day, on a day that is certain: begin, end, and whether it is told by the clock. */
function hoursOf({ days: [first, ...others], clock }) {
  if (!clock || first === null || others.some((day) => day !== first)) return null;
  if (PARTS[clock]) return [...PARTS[clock].map((hour) => first + hour / 24), false];
  const told = /^T?(\d\d):?(\d\d)?/.exec(clock);
  if (!told) return null;
  const at = first + (Number(told[1]) + Number(told[2] || 0) / 60) / 24;
  return [at, at + 1 / 24, true];
}

/* A span as it is drawn at a scale: near enough, the time of the day stands for the day. */
function atScale(span, scale) {
  if (!span.hours || scale < HOURS_FROM) return span;
  const [from, to, exact] = span.hours;
  return { ...span, from, to, sure: exact ? [from, to] : null };
}

const spans = events.filter((event) => event.when?.days).map(spanOf).filter(Boolean);
const dated = new Set(spans.map(({ event }) => event));
const undated = events.filter((event) => !dated.has(event));

/* --- lanes ------------------------------------------------------------------------------ */

const ofKind = (rows, kind) =>
  [...new Set((rows || []).map((row) => row.node).filter((node) => entityById.get(node)?.kind === kind))];

/* What an event is listed under: keys, none of which means the last lane of all. */
const WAYS = {
  type: { words: "Type", none: "", keys: (event) => [event.kind] },
  agency: { words: "Agency", none: "No agency", keys: (event) => ofKind(event.who, "agency") },
  operation: { words: "Operation", none: "No operation", keys: operationOf },
  place: { words: "Place", none: "No place", keys: (event) => ofKind(event.where, "location") },
};

function operationOf(event) {
  const own = entityById.has(event.node) ? event.node : event.operation;
  return own ? [own] : [];
}

/* The ways that this graph has anything for. */
const waysOf = () => Object.entries(WAYS).filter(([, way]) => spans.some(({ event }) => way.keys(event).length));

/* The lanes of the spans that are shown: { key, label, kind, spans }, those that hold most first. */
function lanesBy(name, shown) {
  const way = WAYS[name];
  const byKey = new Map();
  for (const span of spans) {
    if (!shown.has(span.event.id)) continue;
    const keys = way.keys(span.event);
    for (const key of keys.length ? keys : [""]) {
      if (!byKey.has(key)) byKey.set(key, []);
      byKey.get(key).push(span);
    }
  }
  const found = [...byKey].map(([key, members]) => ({ key, spans: members, ...namesOf(name, key) }));
  const order = new Map(look.order.event.map((kind, index) => [kind, index]));
  const least = (lane) => (lane.key === "" ? 1 : 0);
  found.sort((a, b) => least(a) - least(b) ||
    (name === "type" ? order.get(a.key) - order.get(b.key) : b.spans.length - a.spans.length || (a.label < b.label ? -1 : 1)));
  return joinTail(found);
}

function namesOf(name, key) {
  if (name === "type") return { label: look.event[key].label, kind: { group: "event", name: key } };
  const entity = entityById.get(key);
  return entity ? { label: entity.label, kind: { group: "entity", name: entity.kind } } : { label: WAYS[name].none, kind: null };
}

/* Beyond so many lanes the rest is one: nothing is left out. */
function joinTail(lanes) {
  if (lanes.length <= MOST_LANES) return lanes;
  const tail = lanes.slice(MOST_LANES - 1);
  const spansOfTail = [...new Set(tail.flatMap((lane) => lane.spans))].sort((a, b) => a.from - b.from);
  const label = `${tail.length} more`;
  return [...lanes.slice(0, MOST_LANES - 1), { key: "more", label, kind: null, spans: spansOfTail }];
}

/* --- rows ------------------------------------------------------------------------------- */

/*
 * Lanes with their bars in rows, at a scale of pixels a day: `top` and `height` of each lane, and in each row
 * bars { span, left, right, room } in pixels from day 0; `room` is where the next bar begins. Bars are placed
 * for the whole of time, so that nothing jumps while one moves along it.
 */
function pack(lanes, scale, labelWidth, hasHead) {
  let top = 0;
  return lanes.map((lane) => {
    const bars = lane.spans.map((span) => barOf(atScale(span, scale), scale)).sort((a, b) => a.left - b.left);
    const { rows, look: drawn } = rowsOf(bars, labelWidth);
    const above = hasHead ? HEAD : 0;
    const height = Math.max(rows.length * drawn.step, hasHead ? 0 : ROOMY.step) + 2 * PADDING + above;
    const packed = { ...lane, top, height, rows, look: drawn, first: top + above + PADDING };
    top += height;
    return packed;
  });
}

function barOf(span, scale) {
  const left = span.from * scale;
  const right = Math.max(span.to * scale, left + NARROWEST);
  return { span, left, right, outer: left - (span.openFrom ? FADE : 0), end: right + (span.openTo ? FADE : 0), room: Infinity };
}

/* With room for labels if there is, else labels only where some is left, else small bars. */
function rowsOf(bars, labelWidth) {
  if (bars.length <= LABELS_UP_TO) {
    const rows = inRows(bars, (bar) => Math.max(bar.end, labelEnd(bar, labelWidth(bar.span.event))));
    if (rows.length <= MOST_ROWS) return { rows, look: ROOMY };
  }
  const rows = inRows(bars, (bar) => bar.end);
  return { rows, look: rows.length <= MOST_ROWS ? ROOMY : SMALL };
}

/* Where the label of a bar ends: within it where it fits, else behind it. */
function labelEnd(bar, width) {
  return bar.right - bar.left >= width + 2 * LABEL_GAP ? bar.end : bar.end + LABEL_GAP + width;
}

/* Each bar in the first row that is free where it begins. */
function inRows(bars, endOf) {
  const rows = [];
  const ends = [];
  for (const bar of bars) {
    let row = ends.findIndex((end) => end <= bar.outer);
    if (row < 0) row = ends.push(0) - 1;
    ends[row] = endOf(bar) + GAP;
    (rows[row] ||= []).push(bar);
  }
  for (const row of rows) row.forEach((bar, index) => { bar.room = row[index + 1] ? row[index + 1].outer - GAP : Infinity; });
  return rows;
}

/* The bars of a row that touch a stretch of pixels. */
function barsWithin(row, left, right) {
  let low = 0;
  let high = row.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (row[middle].end < left) low = middle + 1;
    else high = middle;
  }
  const found = [];
  for (let at = low; at < row.length && row[at].outer <= right; at++) found.push(row[at]);
  return found;
}

/* The events of an entity or event, wherever they name it. */
function eventsNaming(node) {
  if (!entityById.has(node)) return new Set(events.filter((event) => event.node === node).map(({ id }) => id));
  const names = (event) => event.node === node || event.operation === node ||
    [...(event.who || []), ...(event.where || [])].some((row) => row.node === node);
  return new Set(events.filter(names).map(({ id }) => id));
}

/* Undated events under their operation, then the rest under their family: [label, events]. */
function undatedGroups(shown) {
  const groups = new Map();
  for (const event of undated.filter(({ id }) => shown.has(id))) {
    const [operation] = operationOf(event);
    const key = operation ? entityById.get(operation).label : look.event[event.kind].label;
    const group = groups.get(key) || { label: key, underOperation: Boolean(operation), events: [] };
    group.events.push(event);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.underOperation - a.underOperation);
}

Object.assign(exports, {
  spans, undated, waysOf, lanesBy, pack, barsWithin, eventsNaming, undatedGroups, FADE, LABEL_GAP,
});
