/* What is selected stands in the address; whatever changes the address is shown everywhere. */

const { events, isNode, thing, element, name, fragment } = require("./page");
const { makeWorkbench } = require("./workbench");
const { makeChronicle } = require("./chronicle");
const { show } = require("./panel");
const { evidence } = require("./evidence");

const byId = (id) => document.getElementById(id);
const panel = byId("panel");
const canvas = byId("network");

let selected;

/* The node that the address names, or null: nothing else in it is believed. */
function fromAddress() {
  try {
    const id = decodeURIComponent(location.hash.slice(1));
    return isNode(id) ? id : null;
  } catch {
    return null;
  }
}

function toAddress(node) {
  if (node === fromAddress()) return;
  if (node) location.hash = fragment(node);
  else {
    history.pushState(null, "", location.pathname + location.search);
    follow();
  }
}

const close = () => toAddress(null);

function follow() {
  const node = fromAddress();
  if (node === selected) return;
  selected = node;
  document.body.classList.toggle("chosen", node !== null);
  show(panel, node, close);
  chronicle.select(node);
  graph.select(node);
  byId("status").textContent = node
    ? "Selected: " + thing(node).label + ". The evidence stands in the panel."
    : "Nothing selected.";
}

const graph = makeWorkbench(canvas, panel, toAddress);
const chronicle = makeChronicle(graph.filter);

addEventListener("hashchange", follow);
addEventListener("popstate", follow);
byId("types").addEventListener("click", ({ currentTarget: button }) => {
  button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") !== "true"));
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
    if (next) toAddress(next);
  }
  if (pressed.key === "Enter" && selected) panel.focus();
});

document.addEventListener("keydown", (pressed) => {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return;
  if (pressed.key === "Escape") return leave();
  if (pressed.target.closest("input")) return;
  const step = { "[": -1, "]": 1 }[pressed.key];
  if (step) toAddress(chronicle.beside(selected, step) || selected);
  if (pressed.key === "/") {
    pressed.preventDefault();
    chronicle.focusSearch();
  }
});

/* Out of what is nearest: the search first, then the selection. */
function leave() {
  if (chronicle.isSearching()) chronicle.clear();
  else close();
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
  byId("print").replaceChildren(...events.map(printed));
}

function clearPrint() {
  byId("print").replaceChildren();
}

const onPaper = matchMedia("print");
onPaper.addEventListener("change", () => (onPaper.matches ? preparePrint() : clearPrint()));
addEventListener("beforeprint", preparePrint);
addEventListener("afterprint", clearPrint);

follow();
/* For whoever scripts the page: where nodes are on the screen, and which labels were drawn. */
globalThis.explorer = { position: graph.position, labels: graph.labels, words: graph.words, visible: graph.visible, middleOf: graph.middleOf };
