/* The lists of events and names, and what narrows them: the search and the types, which are the legend. */

const { look, events, entities, eventsOfNode, entityById, element, kindClass, passages } = require("./page");
const { icon } = require("./shapes");

const byId = (id) => document.getElementById(id);
const rows = (list, key) => new Map([...byId(list).querySelectorAll("li")].map((row) => [row.dataset[key], row]));

/* `onChange` gets what is shown by type, and what fits the search: null where there is none. */
function makeChronicle(onChange) {
  const eventRows = rows("events", "event");
  const nameRows = rows("names", "entity");
  const switchedOff = new Set();
  const words = haystacks();
  const search = byId("search");

  const key = (group, kind) => group + " " + kind;
  const shownEvent = (event) => !switchedOff.has(key("event", event.kind)) || isShownOperation(event);
  const shownEntity = (entity) => !switchedOff.has(key("entity", entity.kind));
  const isShownOperation = (event) => event.node !== event.id && shownEntity(entityById.get(event.node));
  const isShown = (node) =>
    entityById.has(node) ? shownEntity(entityById.get(node)) : eventsOfNode.get(node).some(shownEvent);

  function apply() {
    const asked = plain(search.value).split(" ").filter(Boolean);
    const fits = (id) => asked.every((word) => words.get(id).includes(word));
    const found = events.filter((event) => shownEvent(event) && fits(event.id));
    const named = entities.filter((entity) => shownEntity(entity) && fits(entity.id));
    keep(eventRows, new Set(found.map((event) => event.id)), "count-events");
    keep(nameRows, new Set(named.map((entity) => entity.id)), "count-names");
    byId("nothing").hidden = [found, named][byId("events").hidden ? 1 : 0].length > 0;
    const fitting = [...found.map((event) => event.node), ...named.map((entity) => entity.id)];
    onChange(isShown, asked.length ? new Set(fitting) : null);
  }

  for (const chip of chips(switchedOff, key, () => apply())) byId("kinds").append(chip);
  search.addEventListener("input", apply);
  search.addEventListener("keydown", (pressed) => {
    if (pressed.key === "ArrowDown") firstLink()?.focus();
  });
  tabs(() => apply());

  function firstLink() {
    return visibleLinks()[0];
  }

  /* Mark the rows of a node, and bring the first into view without moving anything else. */
  function select(node) {
    for (const marked of document.querySelectorAll("li[aria-current]")) marked.removeAttribute("aria-current");
    if (!node) return;
    const told = (eventsOfNode.get(node) || []).map((event) => eventRows.get(event.id));
    const found = [...told, nameRows.get(node)].filter(Boolean);
    for (const row of found) row.setAttribute("aria-current", "true");
    const inSight = found.find((row) => row.offsetParent);
    if (inSight) reveal(inSight);
  }

  /* The event before or after the selected one in the list, as it is narrowed now. */
  function beside(node, step) {
    const shown = events.filter((event) => !eventRows.get(event.id).hidden);
    const at = shown.findIndex((event) => event.node === node);
    const next = at < 0 ? (step > 0 ? 0 : shown.length - 1) : at + step;
    return shown[next] ? shown[next].node : null;
  }

  function clear() {
    search.value = "";
    apply();
  }

  apply();
  return { select, beside, clear, focusSearch: () => search.focus(), isSearching: () => search.value !== "" };
}

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();

/* What each event and entity can be found by. */
function haystacks() {
  const names = new Map(entities.map((entity) => [entity.id, [entity.label, ...(entity.aliases || [])].join(" ")]));
  const words = new Map([...names].map(([id, text]) => [id, plain(text)]));
  for (const event of events) {
    const parties = [...(event.who || []), ...(event.where || [])].flatMap((row) => [row.text, names.get(row.node)]);
    const told = (event.quotes || []).map((row) => passages[row.quote[0]][1]);
    const own = [event.label, event.type, event.when?.words, event.when?.edtf, names.get(event.operation)];
    words.set(event.id, plain([...own, ...parties, ...told].filter(Boolean).join(" ")));
  }
  return words;
}

function keep(rowsById, kept, counter) {
  for (const [id, row] of rowsById) row.hidden = !kept.has(id);
  for (const group of new Set([...rowsById.values()].map((row) => row.closest(".group")))) {
    group.hidden = !group.querySelector("li:not([hidden])");
  }
  byId(counter).textContent = String(kept.size);
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

/* Arrow keys walk a list. */
function walkLists() {
  for (const list of document.querySelectorAll(".list")) {
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

function chips(switchedOff, key, onSwitch) {
  const counted = new Map();
  const count = (name) => counted.set(name, (counted.get(name) || 0) + 1);
  entities.forEach((entity) => count(key("entity", entity.kind)));
  events.filter((event) => event.node === event.id).forEach((event) => count(key("event", event.kind)));
  return ["entity", "event"].flatMap((group) =>
    look.order[group]
      .map((kind) => ({ group, kind, words: look[group][kind], count: counted.get(key(group, kind)) }))
      .filter(({ count: found }) => found)
      .map((type) => chip(type, switchedOff, key(group, type.kind), onSwitch))
  );
}

function chip({ group, kind, words, count }, switchedOff, id, onSwitch) {
  const made = element(
    "button",
    { type: "button", class: "chip " + kindClass({ group, name: kind }), "aria-pressed": "true" },
    icon(words.shape),
    words.label,
    element("span", { class: "number" }, String(count))
  );
  made.addEventListener("click", () => {
    const on = switchedOff.has(id);
    if (on) switchedOff.delete(id);
    else switchedOff.add(id);
    made.setAttribute("aria-pressed", String(on));
    onSwitch();
  });
  return made;
}

function tabs(onSwitch) {
  const all = ["events", "names"];
  function open(id, focus) {
    for (const other of all) {
      const tab = byId("tab-" + other);
      tab.setAttribute("aria-selected", String(other === id));
      tab.tabIndex = other === id ? 0 : -1;
      byId(other).hidden = other !== id;
    }
    if (focus) byId("tab-" + id).focus();
    onSwitch();
  }
  for (const id of all) {
    byId("tab-" + id).addEventListener("click", () => open(id, false));
    byId("tab-" + id).addEventListener("keydown", (pressed) => {
      if (["ArrowLeft", "ArrowRight"].includes(pressed.key)) open(all.find((other) => other !== id), true);
    });
  }
  walkLists();
}

Object.assign(exports, { makeChronicle });
