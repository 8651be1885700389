/* The whole of time as a histogram, and on it the brush: two sliders with a window between them. */

const { element } = require("./page");
const { DAYS, inWords, unitFor, startOf, after, steps, stepInWords } = require("./timeline_scale");
const { spans } = require("./timeline_lanes");
const { setLetters, widthOf } = require("./letters");
const { hatching } = require("./timeline_draw");
const { colour } = require("./theme");

const NARROWEST = 6; /* pixels of a bar of the histogram */
const FOOT = 17; /* height of the years below it */
const TICK = 46;
const EDGE = 26; /* beside it, where the handles stand */
const STILL = 4; /* pixels within which a press is no drag */
const SLOW = 40; /* milliseconds: what takes longer waits until the brush is let go */

/* `onRange` gets the first and the last day, null where the range is open. */
function makeOverview(container, domain, onRange) {
  const canvas = element("canvas", { "aria-hidden": "true" });
  const pane = element("div", { class: "brushed", hidden: true });
  const handles = { from: handle("from", "From"), to: handle("to", "To") };
  container.append(canvas, pane, handles.from, handles.to);
  const state = { range: [null, null], bins: [], width: 0, height: 0, left: EDGE, slow: false };
  let scene = { shown: new Set(), view: [0, 1], gutter: 0 };

  const scale = () => (state.width - state.left - EDGE) / (state.to - state.from);
  const xOf = (day) => state.left + (day - state.from) * scale();
  const dayAt = (x) => state.from + (x - state.left) / scale();
  const whole = () => state.range.every((day) => day === null);
  const ends = () => [state.range[0] ?? state.from, state.range[1] ?? state.to];

  /* Take the size, choose the step, count. */
  function measure() {
    const ratio = devicePixelRatio || 1;
    [state.width, state.height] = [container.clientWidth, container.clientHeight];
    canvas.width = Math.round(state.width * ratio);
    canvas.height = Math.round(state.height * ratio);
    state.left = Math.max(EDGE, scene.gutter);
    const span = Math.max(1, domain.to - domain.from);
    state.unit = unitFor((state.width - state.left - EDGE) / span, NARROWEST, DAYS);
    state.from = startOf(state.unit, domain.from);
    state.to = after(state.unit, startOf(state.unit, domain.to - 1));
    state.bins = counted([...steps(state.unit, state.from, state.to)], state.to, scene.shown);
  }

  function show(next) {
    scene = next;
    measure();
    draw();
    place();
  }

  function draw(view = scene.view) {
    scene.view = view;
    const context = canvas.getContext("2d");
    const ratio = devicePixelRatio || 1;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, state.width, state.height);
    drawBins(context, { ...state, xOf, ends: ends() });
    drawFoot(context, { ...state, xOf, view, scale: scale(), gutter: scene.gutter });
  }

  function place() {
    const [from, to] = ends().map(xOf);
    pane.hidden = whole();
    pane.style.left = from + "px";
    pane.style.width = to - from + "px";
    handles.from.style.left = from - 24 + "px";
    handles.to.style.left = to + "px";
    tell(handles.from, state.range[0] ?? state.from, state.range[0] === null && "the beginning");
    tell(handles.to, (state.range[1] ?? state.to) - 1, state.range[1] === null && "the end");
    container.classList.toggle("whole", whole());
  }

  function tell(slider, day, words) {
    slider.setAttribute("aria-valuemin", String(state.from));
    slider.setAttribute("aria-valuemax", String(state.to - 1));
    slider.setAttribute("aria-valuenow", String(day));
    slider.setAttribute("aria-valuetext", words || inWords(day));
  }

  /* The range as days from which and before which; what reaches an end of all time is open there. */
  function choose(from, to, isDone) {
    state.range = [from > state.from ? from : null, to < state.to ? to : null];
    place();
    draw();
    if (!isDone && state.slow) return;
    const start = performance.now();
    onRange(state.range[0], state.range[1] === null ? null : state.range[1] - 1);
    state.slow = performance.now() - start > SLOW;
  }

  /* Set from elsewhere: first and last day, or null. */
  function setRange(first, last) {
    state.range = [first, last === null ? null : last + 1];
    if (!state.width) return;
    place();
    draw();
  }

  const nearest = (day) => {
    const start = startOf(state.unit, day);
    const next = after(state.unit, start);
    return Math.max(state.from, Math.min(state.to, day - start < next - day ? start : next));
  };

  follow(container, { ends, whole, dayAt, nearest, choose, state, handles });
  for (const which of ["from", "to"]) {
    handles[which].addEventListener("keydown", (pressed) => {
      const moved = byKey(pressed, which, state, ends());
      if (!moved) return;
      pressed.preventDefault();
      pressed.stopPropagation();
      choose(...moved, true);
    });
  }
  return { show, draw, setRange, unit: () => state.unit, most: () => state.most };
}

function handle(which, words) {
  return element("button", {
    type: "button", role: "slider", class: "handle " + which, "aria-label": words, "aria-orientation": "horizontal",
  });
}

/* How many events lie certainly in each step, and what share of others may. */
function counted(starts, end, shown) {
  const bins = starts.map((from, index) => ({ from, to: starts[index + 1] ?? end, sure: 0, possible: 0 }));
  const indexOf = (day) => {
    let [low, high] = [0, bins.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (bins[middle].from <= day) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  for (const span of spans) {
    if (!shown.has(span.event.id)) continue;
    const [first, last] = [indexOf(span.from), indexOf(span.to - 1)];
    const isWithin = first === last && !span.openFrom && !span.openTo && (span.sure || !span.event.when.edtf.includes("~"));
    if (isWithin) bins[first].sure += 1;
    else for (let at = first; at <= last; at++) bins[at].possible += 1 / (last - first + 1);
  }
  return bins;
}

function drawBins(context, { bins, xOf, height, ends: [from, to] }) {
  const most = Math.max(1, ...bins.map(({ sure, possible }) => sure + possible));
  const foot = height - FOOT;
  const high = (number) => (number ? Math.max(1.5, (number / most) * (foot - 8)) : 0);
  for (const bin of bins) {
    const [left, right] = [Math.round(xOf(bin.from)), Math.max(Math.round(xOf(bin.to)) - 1, Math.round(xOf(bin.from)) + 1)];
    const ink = colour(bin.from >= from && bin.to <= to ? "--accent" : "--edge");
    const [sure, all] = [high(bin.sure), high(bin.sure + bin.possible)];
    context.fillStyle = ink;
    context.fillRect(left, foot - sure, right - left, sure);
    if (all > sure) {
      context.fillStyle = hatching(context, ink);
      context.fillRect(left, foot - all, right - left, all - sure);
      context.fillStyle = ink;
      context.fillRect(left, foot - all, right - left, 1);
    }
  }
}

/* A base line that is dark where the lanes look, and the years or months below it. */
function drawFoot(context, { xOf, from, to, height, width, view, scale }) {
  const foot = height - FOOT + 0.5;
  const [left, right] = [xOf(from), xOf(to)];
  context.fillStyle = colour("--line");
  context.fillRect(left, foot, right - left, 2);
  const [seenFrom, seenTo] = view.map((day) => Math.max(left, Math.min(right, xOf(day))));
  context.fillStyle = colour("--ink");
  context.fillRect(seenFrom, foot, Math.max(2, seenTo - seenFrom), 2);
  const unit = unitFor(scale, TICK, DAYS);
  setLetters(context, "400 11px");
  context.textBaseline = "middle";
  context.textAlign = "left";
  context.fillStyle = colour("--soft");
  let free = -Infinity;
  for (const at of steps(unit, from, to)) {
    if (at < from && xOf(after(unit, at)) - left < TICK) continue;
    const words = unit.months < 12 && (free < 0 || isJanuary(at)) ? monthAndYear(unit, at) : stepInWords(unit, at, false);
    const x = Math.max(left, xOf(at));
    const wide = widthOf(context, words);
    if (x < free || x + wide > width) continue;
    context.fillText(words, x, height - 7);
    free = x + wide + 8;
  }
}

const isJanuary = (day) => new Date(day * 86400000).getUTCMonth() === 0;
const monthAndYear = (unit, day) => `${stepInWords(unit, day, false)} ${new Date(day * 86400000).getUTCFullYear()}`;

/* --- the brush -------------------------------------------------------------------------- */

/* Drag a handle, the window, or over the open ground; a press on a bar chooses its step. */
function follow(container, { ends, whole, dayAt, nearest, choose, state, handles }) {
  let drag = null;

  container.addEventListener("pointerdown", (pressed) => {
    if (pressed.button) return;
    const x = pressed.clientX - container.getBoundingClientRect().left;
    const which = pressed.target === handles.from ? "from" : pressed.target === handles.to ? "to" : null;
    const [from, to] = ends();
    const day = dayAt(x);
    const way = which || (!whole() && day > from && day < to ? "move" : "new");
    drag = { way, x, day, from, to, moved: false };
    container.setPointerCapture(pressed.pointerId);
  });

  container.addEventListener("pointermove", (moved) => {
    if (!drag) return;
    const x = moved.clientX - container.getBoundingClientRect().left;
    drag.moved ||= Math.abs(x - drag.x) > STILL;
    if (drag.moved) apply(dayAt(x), false);
  });

  function apply(day, isDone) {
    const { way, from, to } = drag;
    const step = (at) => after(state.unit, startOf(state.unit, at));
    if (way === "from") choose(Math.min(nearest(day), startOf(state.unit, to - 1)), to, isDone);
    else if (way === "to") choose(from, Math.max(nearest(day), step(from)), isDone);
    else if (way === "move") choose(...shifted(nearest(from + day - drag.day), from, to, state), isDone);
    else choose(startOf(state.unit, Math.max(state.from, Math.min(day, drag.day))), Math.min(state.to, step(Math.max(day, drag.day))), isDone);
  }

  const end = (released) => {
    if (!drag) return;
    const x = released.clientX - container.getBoundingClientRect().left;
    const isPress = !drag.moved;
    if (!isPress) apply(dayAt(x), true);
    else if (!["from", "to"].includes(drag.way)) {
      const start = startOf(state.unit, Math.max(state.from, Math.min(state.to - 1, drag.day)));
      choose(start, after(state.unit, start), true);
    }
    drag = null;
  };
  container.addEventListener("pointerup", end);
  container.addEventListener("pointercancel", () => { drag = null; });
}

/* The window moved as a whole, within all of time. */
function shifted(start, from, to, state) {
  const length = to - from;
  const at = Math.max(state.from, Math.min(state.to - length, start));
  return [at, at + length];
}

/* Arrow keys go a step, with shift a day; page keys ten steps. Returns the new ends, or null. */
function byKey(pressed, which, state, [from, to]) {
  const steps_ = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[pressed.key];
  const edge = { Home: state.from, End: state.to }[pressed.key];
  if (steps_ === undefined && edge === undefined) return null;
  const at = which === "from" ? from : to;
  const moved = edge ?? (pressed.shiftKey ? at + steps_ : stepped(state.unit, at, steps_));
  const kept = Math.max(state.from, Math.min(state.to, moved));
  return which === "from" ? [Math.min(kept, to - 1), to] : [from, Math.max(kept, from + 1)];
}

function stepped(unit, day, count) {
  let at = day;
  for (let left = Math.abs(count); left; left--) {
    at = count > 0 ? after(unit, startOf(unit, at)) : startOf(unit, at - 1);
  }
  return at;
}

Object.assign(exports, { makeOverview });
