/* The lists of events and names, and the types, which are the legend: both follow the state. */

const { look, events, entities, eventsOfNode, element, kindClass } = require("./page");
const { icon } = require("./shapes");
const state = require("./state");
const { shownEvents, shownEntities, counts } = require("./filter");

const byId = (id) => document.getElementById(id);
const rowsOf = (part, key) => new Map(Array.from(part.querySelectorAll("li"), (row) => [row.dataset[key], row]));
const TABS = ["events", "names", "table"];

function makeChronicle() {
  const lists = [listOf("events", "event"), listOf("names", "entity")];
  const [eventRows, nameRows] = lists.map(allRows);
  let starred = null;
  const legend = chips();
  byId("kinds").append(...legend.values());
  tabs();
  walkLists();

  /* Show what the state lets through. */
  function render(now) {
    const [found, named] = [shownEvents(now), shownEntities(now)];
    keep(lists[0], found, "count-events");
    keep(lists[1], named, "count-names");
    byId("nothing").hidden = (now.tab === "names" ? named : found).size > 0;
    showTab(now.tab);
    if (now.starred !== starred) for (const [id, row] of eventRows) row.classList.toggle("starred", now.starred.has(id));
    starred = now.starred;
    for (const [key, chip] of legend) tell(chip, !now.off.has(key), counts(now).get(key) || 0);
  }

  /* Mark the rows of a node, and bring the first into view without moving anything else. */
  function select(node) {
    for (const marked of document.querySelectorAll(".list [aria-current]")) marked.removeAttribute("aria-current");
    if (!node) return;
    const told = (eventsOfNode.get(node) || []).map((event) => eventRows.get(event.id));
    const found = [...told, nameRows.get(node)].filter(Boolean);
    for (const row of found) for (const part of [row, row.firstElementChild]) part.setAttribute("aria-current", "true");
    const inSight = found.find((row) => row.offsetParent);
    if (inSight) reveal(inSight);
  }

  /* The event before or after the selected one in the list, as it is narrowed now. */
  function beside(node, step) {
    const shown = events.filter((event) => shownEvents(state.get()).has(event.id));
    const at = shown.findIndex((event) => event.node === node);
    const next = at < 0 ? (step > 0 ? 0 : shown.length - 1) : at + step;
    return shown[next] ? shown[next].node : null;
  }

  return { render, select, beside };
}

/* The groups of a list, each with its runs of rows. */
function listOf(id, key) {
  return Array.from(byId(id).querySelectorAll(".group"), (group) => {
    const runs = Array.from(group.querySelectorAll("ol, ul"), (run) => ({ run, rows: rowsOf(run, key) }));
    return { group, runs };
  });
}

const allRows = (list) => new Map(list.flatMap(({ runs }) => runs.flatMap(({ rows }) => [...rows])));

function keep(list, kept, counter) {
  for (const { group, runs } of list) {
    const shown = runs.map(({ run, rows }) => keepOf(run, rows, kept));
    group.hidden = !shown.some(Boolean);
  }
  byId(counter).textContent = String(kept.size);
}

/* Show the rows of a run that are kept; how many they are. */
function keepOf(run, rows, kept) {
  let shown = 0;
  for (const [id, row] of rows) {
    const isKept = kept.has(id);
    if (row.hidden === isKept) row.hidden = !isKept;
    if (isKept) shown += 1;
  }
  run.hidden = !shown;
  run.style.setProperty("--rows", shown);
  return shown;
}

function reveal(row) {
  const list = row.closest(".list");
  const [outer, inner] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
  if (list.scrollHeight <= list.clientHeight + 1) return;
  if (inner.top < outer.top + 40 || inner.bottom > outer.bottom) {
    list.scrollTop += inner.top - outer.top - outer.height / 3;
  }
}

const visibleLinks = () => [...document.querySelectorAll(".list:not([hidden]) li:not([hidden]) > a")];

/* Arrow keys walk a list; what is selected already opens to be read. */
function walkLists() {
  for (const list of document.querySelectorAll(".list")) {
    list.addEventListener("click", ({ target, detail }) => {
      if (!detail && target.closest("a[aria-current]")) byId("panel").focus();
    });
    list.addEventListener("keydown", (pressed) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[pressed.key];
      const links = visibleLinks();
      const at = links.indexOf(document.activeElement);
      if (!step || at < 0) return;
      pressed.preventDefault();
      links[Math.max(0, Math.min(links.length - 1, at + step))].focus();
    });
  }
}

/* A button for each type that there is, by its key. */
function chips() {
  const found = new Set(entities.map((entity) => "entity " + entity.kind));
  for (const event of events) if (event.node === event.id) found.add("event " + event.kind);
  const all = ["entity", "event"].flatMap((group) => look.order[group].map((kind) => ({ group, kind })));
  const keyed = all.map((type) => [type.group + " " + type.kind, type]).filter(([key]) => found.has(key));
  return new Map(keyed.map(([key, type]) => [key, chip(type, key)]));
}

function chip({ group, kind }, key) {
  const words = look[group][kind];
  const made = element(
    "button",
    { type: "button", class: "chip " + kindClass({ group, name: kind }), "aria-pressed": "true" },
    icon(words.shape),
    words.label,
    element("span", { class: "number" })
  );
  made.addEventListener("click", () => state.set({ off: state.toggled(state.get().off, key) }));
  return made;
}

function tell(button, on, count) {
  button.setAttribute("aria-pressed", String(on));
  button.querySelector(".number").textContent = String(count);
}

function tabs() {
  const bar = document.querySelector(".tabs");
  bar.addEventListener("click", ({ target }) => {
    const tab = target.closest("[role=tab]");
    if (tab) state.set({ tab: tab.id.slice(4) });
  });
  bar.addEventListener("keydown", (pressed) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[pressed.key];
    if (!step) return;
    const next = TABS[(TABS.indexOf(state.get().tab) + step + TABS.length) % TABS.length];
    state.set({ tab: next });
    byId("tab-" + next).focus();
  });
}

function showTab(open) {
  for (const id of TABS) {
    const tab = byId("tab-" + id);
    tab.setAttribute("aria-selected", String(id === open));
    tab.tabIndex = id === open ? 0 : -1;
    byId(id).hidden = id !== open;
  }
}

Object.assign(exports, { makeChronicle, visibleLinks });
