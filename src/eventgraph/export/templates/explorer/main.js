/* The parts of the page, and the one state that they all show. */

const { events, look, thing, kindOf, element, name } = require("./page");
const state = require("./state");
const { isShown, fitting, shownEvents, datelessEvents } = require("./filter");
const { makeWorkbench } = require("./workbench");
const { makeChronicle } = require("./chronicle");
const { makeToolbar } = require("./toolbar");
const { makeTable } = require("./table");
const { makeTimeline } = require("./timeline");
const { makeTakeaway } = require("./takeaway");
const { show } = require("./panel");
const { evidence } = require("./evidence");
const { areKeysOn } = require("./keys");

const byId = (id) => document.getElementById(id);
const panel = byId("panel");
const canvas = byId("network");

const choose = (node) => state.set({ node }, { push: true });
const close = () => choose(null);

const chronicle = makeChronicle();
const toolbar = makeToolbar();
const table = makeTable();
const timeline = makeTimeline(byId("timeline"), {
  onSelect: (node, toRead) => {
    choose(node);
    if (toRead) panel.focus();
  },
  onRange: (from, to) => state.set({ from, to }),
  onMode: (mode) => state.set({ mode }),
});
/* The graph after all that takes room beside it. */
const graph = makeWorkbench(canvas, panel, { onSelect: choose });
const takeaway = makeTakeaway(graph);

/* --- what follows the state ------------------------------------------------------------- */

function showSelected({ node }) {
  document.body.classList.toggle("chosen", node !== null);
  show(panel, node, close);
  chronicle.select(node);
  table.select(node);
  graph.select(node);
  timeline.select(node);
  byId("status").textContent = node
    ? `Selected: ${thing(node).label}, ${kindWord(node)}, ${ties(graph.tiesOf(node))}. Enter opens the evidence.`
    : "Nothing selected.";
}

const ties = (count) => (count === 1 ? "one tie" : (count || "no") + " ties");

function kindWord(node) {
  const { group, name } = kindOf(node);
  return look[group][name].one.toLowerCase();
}

/* Everything that shows what the filters let through. */
function showFiltered(now) {
  toolbar.render(now);
  chronicle.render(now);
  table.render(now);
  takeaway.render(now);
  timeline.setRange(now.from, now.to, now.mode);
  timeline.filter(shownEvents(now), datelessEvents(now));
  graph.filter(isShown(now), fitting(now));
}

state.listen((now, before) => {
  const changed = (keys) => keys.some((key) => now[key] !== before[key]);
  if (changed(Object.keys(now).filter((key) => !state.PICTURE.includes(key)))) showFiltered(now);
  if (changed(["graph"])) graph.project(now.graph);
  if (changed(["did", "alone", "pins", "namepins"])) graph.follow(now);
  if (changed(["node"])) showSelected(now);
  if (changed(["path"])) graph.showPath(now.path);
});

byId("closer").addEventListener("click", () => graph.zoom(1.4));
byId("farther").addEventListener("click", () => graph.zoom(1 / 1.4));
byId("whole").addEventListener("click", () => graph.whole());

/* --- keys ------------------------------------------------------------------------------- */

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

canvas.addEventListener("keydown", (pressed) => {
  const direction = ARROWS[pressed.key];
  if (direction) {
    pressed.preventDefault();
    const next = graph.towards(...direction);
    if (next) choose(next);
  }
  if (pressed.key === "Enter" && state.get().node) panel.focus();
});

document.addEventListener("keydown", (pressed) => {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return;
  if (pressed.target.closest("dialog")) return;
  if (pressed.key === "Escape") return leave();
  if (pressed.target.closest("input:not([type=checkbox], [type=radio]), select, textarea")) return;
  if (!areKeysOn()) return;
  const step = { "[": -1, "]": 1 }[pressed.key];
  if (step) choose(beside(step));
  if (pressed.key === "/") {
    pressed.preventDefault();
    toolbar.focusSearch();
  }
});

/* The event before or after the selected one, in the order of what is seen. */
function beside(step) {
  const { node, tab } = state.get();
  return (tab === "table" ? table : chronicle).beside(node, step) || node;
}

/* Out of what is nearest: the search first, then the selection; from its evidence back to its place in the list. */
function leave() {
  if (state.get().q) return state.set({ q: "" });
  const link = panel.contains(document.activeElement) && document.querySelector(".list:not([hidden]) a[aria-current]");
  close();
  if (link) link.focus({ preventScroll: true });
}

/* --- print: the chronology with its sentences and sources ------------------------------- */

function printed(event) {
  const quotes = (event.quotes || []).filter((row) => !row.repeat && !row.besides);
  return element(
    "article",
    {},
    element("h3", {}, event.when ? event.when.words : "No date given", ": ", name(event.label)),
    quotes.map((row) => evidence(row.quote, false))
  );
}

function preparePrint() {
  const shown = shownEvents(state.get());
  const some = shown.size < events.length && element("p", { class: "lead" }, `${shown.size} of ${events.length} events, as filtered.`);
  byId("print").replaceChildren(...[some, ...events.filter((event) => shown.has(event.id)).map(printed)].filter(Boolean));
}

function clearPrint() {
  byId("print").replaceChildren();
}

const onPaper = matchMedia("print");
onPaper.addEventListener("change", () => (onPaper.matches ? preparePrint() : clearPrint()));
addEventListener("beforeprint", preparePrint);
addEventListener("afterprint", clearPrint);

showFiltered(state.get());
graph.project(state.get().graph);
graph.follow(state.get());
graph.whole(false);
showSelected(state.get());
if (state.get().path) graph.showPath(state.get().path);
/* For whoever scripts the page: where nodes are on the screen, and which labels were drawn. */
globalThis.explorer = { position: graph.position, labels: graph.labels, words: graph.words, visible: graph.visible, middleOf: graph.middleOf, timeline };
