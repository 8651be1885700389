/*
 * The graph with all that can be done to it: the two projections, focus and folds, paths, and what the panel
 * shows of ties, paths and documents. It stands in for the graph: what is not told here is the graph's own.
 */

const { element, thing, isNode } = require("./page");
const state = require("./state");
const { makeGraph } = require("./graph");
const { show } = require("./panel");
const { makeSheet } = require("./sheet");
const { tieSheet } = require("./shared");
const { trailSheet } = require("./trail");
const { readerSheet, documentsSheet, standing, hasText } = require("./reader");
const { makeActions, button } = require("./actions");

const byId = (id) => document.getElementById(id);
const counted = new Intl.NumberFormat("en");
const NUDGE = 24;
const PINS = { events: "pins", names: "namepins" };
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/* `onSelect` is called with what shall be selected, null for nothing. */
function makeWorkbench(container, panel, { onSelect }) {
  let selected = null;
  let picking = null; /* "path" or "move": what the next click is for */
  let trail = false; /* whether the sheet shows a path */
  const sheet = makeSheet(panel, restore);
  const hint = element("p", { class: "hint", role: "status" });
  const notes = element("p", { class: "notes" });
  const actions = makeActions({
    focus: (steps) => act("focus", selected, steps),
    expand: (steps) => expand(selected, steps),
    collapse,
    path: () => pick(picking === "path" ? null : "path"),
    move: () => pick(picking === "move" ? null : "move"),
    hide,
  });
  const views = makeSwitch((name) => state.set({ graph: name, did: new Set(), path: "" }, { push: true }));
  let graph = null;
  graph = makeGraph(container, {
    onNode: clicked,
    onTie: (edge, shared) => sheet.open(tieSheet(edge, shared)),
    onOpen: (node) => graph && expand(node, 1),
    onNews: () => graph && tell(),
    onMove: moved,
  });
  state.arriving(graph.arrived);
  byId("bench").append(views.row, actions.row, hint);
  byId("farther").parentElement.append(resetButton(reset));
  byId("alone").before(notes);
  byId("alone").addEventListener("click", () => state.set({ alone: graph.tally().withAlone ? "no" : "yes" }, { push: true }));
  listDocuments(() => sheet.open(documentsSheet()));
  tell();

  /* --- selection -------------------------------------------------------------------------- */

  function select(node) {
    selected = node;
    pick(null);
    trail = false;
    sheet.forget();
    graph.select(node);
    tell();
  }

  function restore() {
    if (state.get().path) return showPath(state.get().path);
    document.body.classList.toggle("chosen", selected !== null);
    show(panel, selected, () => onSelect(null));
  }

  function clicked(node, place) {
    if (picking === "move") return moveTo(place);
    if (picking === "path" && node) return find({ from: selected, to: node, timely: false });
    if (sheet.isOpen() && (node === selected || !node)) return sheet.leave();
    onSelect(node);
  }

  /* --- picking ---------------------------------------------------------------------------- */

  function pick(what) {
    picking = what;
    container.classList.toggle("picking", what !== null);
    hint.textContent = what ? HINTS[what] : "";
    tell();
  }

  function moveTo(place) {
    graph.pin(selected, place);
    pick(null);
  }

  function find({ from, to, timely }) {
    pick(null);
    if (from !== to) state.set({ path: [from, to, ...(timely ? ["timely"] : [])].join("~") }, { push: true });
  }

  /* The path of the state, "" for none. */
  function showPath(path) {
    if (!path) {
      graph.leavePath();
      if (trail) sheet.leave();
      return;
    }
    const ends = state.endsOf(path);
    sheet.open(trailSheet({ ...ends, way: graph.path(ends.from, ends.to, ends) }, find, leavePath));
    trail = true;
  }

  /* The sheet was closed: by hand, or since something else is shown. */
  function leavePath() {
    if (!trail) return;
    trail = false;
    state.set({ path: "" }, { push: true });
  }

  /* While the other end of a path is looked for, a link to a node is that end. */
  function linked(event) {
    const link = event.target.closest("a[href^='#']");
    const reading = event.target.closest("button[data-document]");
    if (reading) read(reading.dataset);
    if (picking !== "path" || !link) return;
    const node = decodeURIComponent(link.hash.slice(1));
    if (!isNode(node)) return;
    stop(event);
    find({ from: selected, to: node, timely: false });
  }

  function read({ document: id, start, end }) {
    if (!hasText(id)) return;
    sheet.open(readerSheet(id));
    const here = start && standing(panel, Number(start), Number(end));
    if (here) panel.scrollTop += here.getBoundingClientRect().top - panel.getBoundingClientRect().top - 60;
    panel.focus({ preventScroll: true });
  }

  function pressed(event) {
    const arrow = event.shiftKey && event.target === container && ARROWS[event.key];
    if (arrow && graph.isVisible(selected)) {
      graph.nudge(selected, arrow[0] * NUDGE, arrow[1] * NUDGE);
      return stop(event);
    }
    if (event.key !== "Escape" || !(picking || sheet.isOpen())) return;
    if (picking) pick(null);
    else sheet.leave();
    stop(event);
  }

  document.addEventListener("click", linked, true);
  document.addEventListener("keydown", pressed, true);

  /* --- what is in the picture ------------------------------------------------------------- */

  function project(name) {
    graph.project(name);
    views.follow(name);
    document.querySelector(".picture").classList.toggle("names-only", name === "names");
    tell();
  }

  /* Something is done to the picture; the back button undoes it. */
  function act(deed, node, steps, changes = {}) {
    state.set({ ...changes, did: graph.after(state.get().did, deed, node, steps) }, { push: true });
  }

  function expand(node, steps) {
    const coming = graph.coming(node, steps);
    if (coming.length) act("open", node, steps);
    const came = coming.filter(graph.isVisible).length;
    say(told({ came, left: coming.length - came }));
  }

  function collapse() {
    const hanging = graph.hanging(selected);
    if (hanging.length) act("fold", selected);
    say(hanging.length + " folded away.");
  }

  function hide() {
    act("hide", selected, "", { node: null });
    container.focus({ preventScroll: true });
  }

  /* Without the deeds of some kinds. */
  function undo(...deeds) {
    const kept = [...state.get().did].filter((one) => !deeds.includes(state.deedOf(one).deed));
    state.set({ did: new Set(kept) }, { push: true });
    container.focus({ preventScroll: true });
  }

  function moved(id, x, y) {
    const key = PINS[graph.projection()];
    const others = [...state.get()[key]].filter((pin) => state.moveOf(pin).node !== id);
    state.set({ [key]: new Set([...others, [id, x, y].join("~")]) });
  }

  function reset() {
    state.set({ did: new Set(), alone: "", [PINS[graph.projection()]]: new Set() }, { push: true });
    graph.whole();
  }

  function tell() {
    const { shown, all, hidden, focus, big, alone, withAlone } = graph.tally();
    byId("alone").hidden = !alone || big || Boolean(focus);
    byId("alone").textContent = (withAlone ? "Hide " : "Show ") + alone + " without ties";
    actions.follow({ node: selected, isVisible: graph.isVisible(selected), pressed: picking });
    const parts = [
      big && shown < all && text(`Showing ${counted.format(shown)} of ${counted.format(all)}; search or select to see more`),
      focus && button("Leave the focus", "Show all again", () => undo("focus", big ? "" : "open")),
      hidden > 0 && button(`Show ${hidden} hidden`, "Bring back what was hidden", () => undo("hide")),
    ];
    notes.replaceChildren(...parts.filter(Boolean));
    notes.hidden = !notes.childNodes.length;
  }

  return { ...graph, select, project, showPath, read };
}

const HINTS = {
  path: "Choose the other end: a shape, or an event or name in the lists. Esc leaves.",
  move: "Click where it shall stand. Esc leaves.",
};

const text = (words) => element("span", {}, words);

function told({ came, left }) {
  if (!came) return "Nothing more is so near.";
  return counted.format(came) + " brought in" + (left ? ", " + counted.format(left) + " more are there." : ".");
}

function say(words) {
  byId("status").textContent = words;
}

function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/* Two buttons, one pressed: what the shapes stand for. */
function makeSwitch(onSwitch) {
  const ways = { events: "Events and names", names: "Names only" };
  const buttons = Object.entries(ways).map(([key, words]) => {
    const made = button(words, "", () => onSwitch(key));
    made.id = "view-" + key;
    made.setAttribute("aria-pressed", String(key === "events"));
    return made;
  });
  const row = element("div", { class: "switch", role: "group", "aria-label": "What the graph shows" }, buttons);
  const follow = (name) => buttons.forEach((made) => made.setAttribute("aria-pressed", String(made.id === "view-" + name)));
  return { row, follow };
}

function resetButton(act) {
  const made = element("button", { type: "button", id: "reset", "aria-label": "Put everything back: places, folds, what is hidden" }, "↺");
  made.addEventListener("click", act);
  return made;
}

/* The number of documents in the head opens their list. */
function listDocuments(act) {
  const count = document.querySelector(".counts span:nth-child(3)");
  if (!count) return;
  const made = element("button", { type: "button", id: "documents" });
  made.append(...count.childNodes);
  made.addEventListener("click", act);
  count.append(made);
}

Object.assign(exports, { makeWorkbench });
