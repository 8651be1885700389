/* The timeline: a histogram with a brush, and below it every dated event in lanes, from years to hours. */

const { events, eventById, eventsOfNode, element, name, toNode, kindClass } = require("./page");
const { onChange } = require("./theme");
const { toIso, fromIso, stretchInWords, inWords } = require("./timeline_scale");
const { spans, undated, waysOf, lanesBy, pack, barsWithin, eventsNaming, undatedGroups } = require("./timeline_lanes");
const { drawLanes, labelWidth, xOf, dayAt, AXIS } = require("./timeline_draw");
const { makeOverview } = require("./timeline_overview");
const { handleLanes } = require("./timeline_hands");

const GUTTER = 160; /* the column of the names of lanes, where there is width for it */
const WIDE = 620;
const SHORTEST = 0.25; /* days in sight at most zoomed in */
const AIR = 0.03;
const MOST = 0.8; /* of the events are in sight at the start, if they stand much closer than the rest */
const CLOSER = 0.5;
const NEAR = 2; /* pixels beside a bar that still hit it */

const still = matchMedia("(prefers-reduced-motion: reduce)");
const count = (number, one, many) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

/* `onSelect` gets a node, and true to read its evidence; `onRange` ISO days or ""; `onMode` "possible" or "certain". */
function makeTimeline(container, { onSelect, onRange, onMode }) {
  const parts = partsOf(container);
  const { lanes, canvas, spacer, says } = parts;
  const context = canvas.getContext("2d");
  const domain = domainOf();
  const everything = new Set(events.map(({ id }) => id));
  const state = {
    view: null, range: [null, null], shown: everything, apart: everything, by: "type", marked: null,
    selected: null, pointed: null, packed: [], packedAt: 0, drawn: [], gutter: GUTTER, width: 0, height: 0, inOrder: [],
  };
  const overview = makeOverview(parts.overview, domain, (first, last) => {
    state.range = [first, last];
    onRange(first === null ? "" : toIso(first), last === null ? "" : toIso(last));
    lookAtRange();
    tellCount();
  });

  /* --- drawing --- */

  let asked = 0;
  const request = () => { asked ||= requestAnimationFrame(draw); };
  const scale = () => (state.width - state.gutter) / (state.view.to - state.view.from);

  function resize() {
    const ratio = devicePixelRatio || 1;
    [state.width, state.height] = [lanes.clientWidth, lanes.clientHeight];
    if (!state.width || !state.height) return;
    state.gutter = state.width >= WIDE ? GUTTER : 0;
    canvas.width = Math.round(state.width * ratio);
    canvas.height = Math.round(state.height * ratio);
    canvas.style.height = state.height + "px";
    state.packedAt = 0;
    overview.show({ shown: state.apart, view: [state.view.from, state.view.to], gutter: state.gutter });
    request();
  }

  function packNow() {
    if (state.packedAt === scale()) return;
    const widthOf = (event) => labelWidth(context, event, scale());
    state.lanes ||= lanesBy(state.by, state.shown);
    state.packed = pack(state.lanes, scale(), widthOf, !state.gutter);
    state.packedAt = scale();
    const last = state.packed.at(-1);
    spacer.style.height = Math.max(0, (last ? last.top + last.height : 0) + AXIS - state.height) + "px";
  }

  const scene = () => ({
    lanes: state.packed, view: { from: state.view.from, scale: scale() }, width: state.width, height: state.height,
    gutter: state.gutter, scroll: lanes.scrollTop, range: [state.range[0], state.range[1] === null ? null : state.range[1] + 1],
    marked: state.marked, selected: state.selected, pointed: state.pointed,
  });

  function draw() {
    asked = 0;
    if (!state.width) return;
    packNow();
    state.drawn = drawLanes(context, scene());
    overview.draw([state.view.from, state.view.to]);
    placeCard(state.pointed);
  }

  /* --- looking --- */

  /* Bring a stretch of days into sight; it is kept within all of time and above the shortest stretch. */
  function look(from, to, exactly = true) {
    const air = exactly ? 0 : (to - from) * AIR;
    const most = (domain.to - domain.from) * (1 + 2 * AIR) + 2;
    const length = Math.min(most, Math.max(SHORTEST, to - from + 2 * air));
    const least = domain.from - length / 2;
    const start = Math.max(least, Math.min(domain.to - length / 2, (from + to - length) / 2));
    state.view = { from: start, to: start + length };
    request();
  }

  function zoom(factor, x = state.gutter + (state.width - state.gutter) / 2) {
    const at = dayAt(scene(), x);
    const { from, to } = state.view;
    look(at - (at - from) / factor, at + (to - at) / factor);
  }

  function pan(pixels) {
    const days = pixels / scale();
    look(state.view.from + days, state.view.to + days);
  }

  function lookAtRange() {
    const [first, last] = state.range;
    look(first ?? domain.from, last === null ? domain.to : last + 1, false);
  }

  const lookAtAll = () => look(domain.from, domain.to, false);

  /* An event in sight, moved no more than it takes. */
  function bringIntoView(id) {
    const span = spans.find(({ event }) => event.id === id);
    if (!span || !state.width || !state.shown.has(id)) return;
    const { from, to } = state.view;
    const length = to - from;
    const seen = Math.min(span.to, to) - Math.max(span.from, from);
    if (seen <= 0 || seen < Math.min(length * 0.2, span.to - span.from)) {
      const middle = span.to - span.from > length ? span.from + length * 0.4 : (span.from + span.to) / 2;
      look(middle - length / 2, middle + length / 2);
    }
    packNow();
    const at = placeOf(id);
    if (!at) return;
    const [top, bottom] = [lanes.scrollTop + 8, lanes.scrollTop + state.height - AXIS - 24];
    if (at.middle < top || at.middle > bottom) {
      lanes.scrollTo({ top: at.middle - (state.height - AXIS) / 2, behavior: still.matches ? "auto" : "smooth" });
    }
    request();
  }

  /* Where the first bar of an event stands: its lane, bar and the middle of its row. */
  function placeOf(id) {
    for (const lane of state.packed) {
      for (const [index, row] of lane.rows.entries()) {
        const bar = row.find(({ span }) => span.event.id === id);
        if (bar) return { lane, bar, middle: lane.first + (index + 0.5) * lane.look.step };
      }
    }
    return null;
  }

  /* The event at a point of the canvas, or null. */
  function hit(x, y) {
    const down = y - AXIS + lanes.scrollTop;
    if (y < AXIS || x < state.gutter) return null;
    const lane = state.packed.find(({ top, height }) => down >= top && down < top + height);
    const row = lane?.rows[Math.floor((down - lane.first) / lane.look.step)];
    if (!row) return null;
    const written = state.drawn.find((box) => x >= box.left && x <= box.right && y + lanes.scrollTop - AXIS >= box.top && y + lanes.scrollTop - AXIS <= box.bottom);
    const at = x - state.gutter + state.view.from * scale();
    const bar = barsWithin(row, at - NEAR, at + NEAR)[0];
    return bar?.span.event.id ?? written?.id ?? null;
  }

  /* --- card, selection, filter --- */

  function point(id, isByKeys = false) {
    if (state.pointed === id && !isByKeys) return;
    state.pointed = id;
    lanes.classList.toggle("pointing", id !== null);
    request();
    if (!id) return hideCard();
    fillCard(parts.card, eventById.get(id));
    if (isByKeys) says.textContent = wordsOf(eventById.get(id));
  }

  function hideCard() {
    parts.card.hidden = true;
  }

  /* Below the bar, or above it where there is no room, and never beyond the pane. */
  function placeCard(id) {
    const at = id && placeOf(id);
    const { card, body } = parts;
    if (!at) return hideCard();
    const [left, right] = [at.bar.left, at.bar.right].map((pixels) => xOf(scene(), pixels / scale()));
    const down = at.middle + AXIS - lanes.scrollTop;
    if (right < state.gutter || left > state.width || down < AXIS || down > state.height) return hideCard();
    card.hidden = false;
    const middle = down + lanes.offsetTop;
    const below = middle + 16;
    const fits = below + card.offsetHeight <= body.clientHeight;
    card.style.left = Math.max(4, Math.min(Math.max(left, state.gutter) - 8, body.clientWidth - card.offsetWidth - 8)) + "px";
    card.style.top = (fits ? below : middle - 14 - card.offsetHeight) + "px";
  }

  function select(node) {
    const isEvent = eventsOfNode.has(node);
    state.selected = isEvent ? (eventsOfNode.get(node).find(({ when }) => when?.days) || eventsOfNode.get(node)[0]).id : null;
    state.marked = node && !isEvent ? eventsNaming(node) : null;
    const first = state.selected || (node && [...state.marked].find((id) => state.shown.has(id) && eventById.get(id).when));
    if (first) bringIntoView(first);
    request();
  }

  /* Show these events; `apart` are those that would be shown without the range, for the histogram. */
  function filter(shown, apart = shown) {
    const isNew = (one, other) => one.size !== other.size || [...one].some((id) => !other.has(id));
    const [changed, counted] = [isNew(shown, state.shown), isNew(apart, state.apart)];
    Object.assign(state, { shown, apart });
    if (changed) {
      Object.assign(state, { lanes: null, packedAt: 0, inOrder: inTimeOrder(shown) });
      if (state.pointed && !shown.has(state.pointed)) point(null);
    }
    if (counted && state.width) overview.show({ shown: apart, view: [state.view.from, state.view.to], gutter: state.gutter });
    if (!parts.undatedList.hidden) fillUndated(parts, apart);
    tellCount();
    request();
  }

  /* From elsewhere: what is not the brush's own doing is brought into sight. */
  function setRange(from, to, mode = "possible") {
    const [first, last] = [fromIso(from), fromIso(to)];
    const isNew = first !== state.range[0] || last !== state.range[1];
    state.range = [first, last];
    parts.mode.value = mode;
    overview.setRange(...state.range);
    if (isNew) lookAtRange();
    tellCount();
    request();
  }

  function setLanes(by) {
    Object.assign(state, { by, lanes: null, packedAt: 0 });
    parts.by.value = by;
    lanes.scrollTop = 0;
    point(null);
    request();
  }

  /* How many events the range holds, and how many have no date. */
  function tellCount() {
    const held = spans.filter(({ event }) => state.shown.has(event.id)).length;
    const [first, last] = state.range;
    const isWhole = first === null && last === null;
    parts.count.textContent = count(held, "dated event", "dated events");
    parts.stretch.textContent = isWhole ? "" : rangeInWords(first, last);
    parts.wholeTime.hidden = parts.how.hidden = isWhole;
    const without = undated.filter(({ id }) => state.apart.has(id)).length;
    parts.undated.textContent = `${without.toLocaleString("en")} undated`;
    parts.undated.hidden = undated.length === 0;
  }

  /* --- hands --- */

  /* The event before or after the one pointed at, in the order of time. */
  function walk(step) {
    const from = state.pointed || state.selected;
    const at = state.inOrder.indexOf(from);
    const next = at < 0 ? firstInSight(step) : state.inOrder[at + step];
    if (next) go(next);
  }

  function firstInSight(step) {
    const { from, to } = state.view;
    const inSight = state.inOrder.filter((id) => seen(eventById.get(id), from, to));
    return (inSight.length ? inSight : state.inOrder).at(step > 0 ? 0 : -1);
  }

  function go(id) {
    bringIntoView(id);
    point(id, true);
  }

  handleLanes(lanes, {
    hit, point, zoom, pan, walk, lookAtAll, request, gutter: () => state.gutter,
    scrollBy: (pixels) => { lanes.scrollTop += pixels; },
    toEnd: (isLast) => state.inOrder.length && go(state.inOrder.at(isLast ? -1 : 0)),
    choose: (id, toRead) => id && onSelect(eventById.get(id).node, toRead),
    pointed: () => state.pointed,
  });
  parts.closer.addEventListener("click", () => zoom(1.6));
  parts.farther.addEventListener("click", () => zoom(1 / 1.6));
  parts.all.addEventListener("click", lookAtAll);
  parts.mode.addEventListener("change", () => onMode(parts.mode.value));
  parts.by.addEventListener("change", () => setLanes(parts.by.value));
  parts.wholeTime.addEventListener("click", () => {
    onRange("", "");
    parts.by.focus();
  });
  parts.undated.addEventListener("click", () => switchUndated(parts, () => state.apart));
  parts.fold.addEventListener("click", () => fold(container, parts, parts.body.hidden));
  onChange(resize);

  state.view = startingView(domain);
  state.inOrder = inTimeOrder(everything);
  if (!spans.length) container.classList.add("empty");
  fold(container, parts, spans.length > 0 && !matchMedia("(max-width: 720px)").matches);
  new ResizeObserver(resize).observe(lanes);
  tellCount();
  return {
    select, filter, setRange, lanesBy: setLanes,
    labels: () => state.drawn, view: () => ({ ...state.view }), look,
    position: (id) => {
      const at = placeOf(id);
      return at && { x: xOf(scene(), at.bar.left / scale()) + 4, y: at.middle + AXIS - lanes.scrollTop };
    },
  };
}

/* --- parts of the pane ------------------------------------------------------------------ */

function partsOf(container) {
  const part = (id) => container.querySelector("#timeline-" + id);
  const parts = Object.fromEntries(
    ["fold", "count", "stretch", "by", "closer", "farther", "all", "undated", "body", "overview", "lanes", "card", "says", "mode", "how"].map((id) => [id, part(id)])
  );
  parts.wholeTime = part("clear");
  parts.undatedList = part("without");
  parts.canvas = element("canvas", { "aria-hidden": "true" });
  parts.spacer = element("div", { class: "spacer" });
  parts.lanes.append(parts.canvas, parts.spacer);
  for (const [key, { words }] of waysOf()) parts.by.append(element("option", { value: key }, words));
  return parts;
}

function fold(container, parts, isOpen) {
  parts.body.hidden = !isOpen;
  container.classList.toggle("folded", !isOpen);
  parts.fold.setAttribute("aria-expanded", String(isOpen));
}

function switchUndated(parts, shown) {
  const isOpen = parts.undatedList.hidden;
  if (isOpen) fillUndated(parts, shown());
  if (isOpen && parts.body.hidden) parts.fold.click();
  parts.undatedList.hidden = !isOpen;
  parts.undated.setAttribute("aria-expanded", String(isOpen));
}

function fillUndated({ undatedList }, shown) {
  const groups = undatedGroups(shown).map(({ label, events: members }) => [
    element("h3", {}, name(label), element("span", { class: "number" }, String(members.length))),
    element("ul", {}, members.map((event) =>
      element("li", { class: kindClass({ group: "event", name: event.kind }) }, toNode(event.node, event.label)))),
  ]);
  undatedList.replaceChildren(element("p", {}, "The texts give no date for these."), ...groups.flat());
}

function fillCard(card, event) {
  card.className = "card " + kindClass({ group: "event", name: event.kind });
  card.replaceChildren(
    element("span", { class: "date" }, event.when.words),
    element("span", { class: "what" }, name(event.label)),
    event.status === "happened" ? "" : element("span", { class: "status" }, event.statusWords)
  );
}

const wordsOf = (event) => [event.when.words, event.label, event.statusWords].filter(Boolean).join(". ");

function rangeInWords(first, last) {
  if (first === null) return "until " + inWords(last);
  return last === null ? "from " + inWords(first) : stretchInWords(first, last);
}

/* --- time ------------------------------------------------------------------------------- */

function domainOf() {
  if (!spans.length) return { from: 0, to: 1 };
  return spans.reduce(
    (found, { from, to }) => ({ from: Math.min(found.from, from), to: Math.max(found.to, to) }),
    { from: Infinity, to: -Infinity }
  );
}

/* The shortest stretch that holds most events, if that is a small part of time; else all of it. */
function startingView(domain) {
  const middles = spans.map(({ from, to }) => (from + to) / 2).sort((a, b) => a - b);
  const held = Math.ceil(middles.length * MOST);
  let dense = domain;
  for (let at = 0; at + held <= middles.length && held; at++) {
    const [from, to] = [middles[at] - 1, middles[at + held - 1] + 2];
    if (to - from < dense.to - dense.from) dense = { from, to };
  }
  const chosen = dense.to - dense.from < CLOSER * (domain.to - domain.from) ? dense : domain;
  const air = (chosen.to - chosen.from) * AIR;
  return { from: chosen.from - air, to: chosen.to + air };
}

function inTimeOrder(shown) {
  return spans.filter(({ event }) => shown.has(event.id))
    .map((span) => ({ at: span.hours?.[0] ?? span.from, to: span.to, id: span.event.id }))
    .sort((a, b) => a.at - b.at || a.to - b.to || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

function seen(event, from, to) {
  const days = event.when.days.filter((day) => day !== null);
  return Math.max(...days) + 1 > from && Math.min(...days) < to;
}

Object.assign(exports, { makeTimeline });
