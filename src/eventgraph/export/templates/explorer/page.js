/* The data of the page, and how text gets into it: as text, never as markup. */

const read = (id) => JSON.parse(document.getElementById("data-" + id).textContent);

const { look, documents, entities, events, relations, passages, texts } = read("graph");
const network = read("network");
const joinedNames = read("names");

for (const event of events) {
  event.node ??= event.id;
  event.status ??= "happened";
}

const entityById = new Map(entities.map((entity) => [entity.id, entity]));
const eventById = new Map(events.map((event) => [event.id, event]));
/* The events of a node: itself, or for an operation those that speak of it as a whole. */
const eventsOfNode = new Map();
for (const event of events) eventsOfNode.set(event.node, [...(eventsOfNode.get(event.node) || []), event]);

const isNode = (id) => entityById.has(id) || eventsOfNode.has(id);

/* The entity of a node, else its event: what gives it kind and label. */
function thing(node) {
  return entityById.get(node) || eventsOfNode.get(node)[0];
}

function kindOf(node) {
  return entityById.has(node)
    ? { group: "entity", name: entityById.get(node).kind }
    : { group: "event", name: thing(node).kind };
}

const kindClass = ({ group, name }) => (group === "event" ? "kind-event-" : "kind-") + name;

const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/* Characters that would show nothing, or disorder their neighbours, are written out. */
function visible(text) {
  return text.replace(UNSEEN, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return "[U+" + code + "]";
  });
}

/* An element with attributes and children; strings become text. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat(3)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    made.append(typeof child === "string" ? visible(child) : child);
  }
  return made;
}

/* Other content for the panel: who was reading in it stays in it, and hears what it is about now. */
function refill(panel, ...content) {
  const held = panel.contains(document.activeElement);
  panel.replaceChildren(...content.flat(3).filter(Boolean));
  panel.scrollTop = 0;
  panel.setAttribute("aria-label", "Evidence: " + panel.querySelector("h2").textContent);
  if (held) panel.focus({ preventScroll: true });
}

/* A name on its own: its direction cannot disorder what stands beside it. */
const name = (text) => element("bdi", {}, text);

const fragment = (node) => "#" + encodeURIComponent(node).replaceAll("%3A", ":");

/* A link that selects a node, or the bare words where there is none. */
function toNode(node, text, attributes = {}) {
  if (!node || !isNode(node)) return name(text);
  return element("a", { ...attributes, href: fragment(node), class: "to " + kindClass(kindOf(node)) }, name(text));
}

/* Runs of a list with something between: [a, " · ", b]. */
function joined(items, between = " · ") {
  return items.filter(Boolean).flatMap((item, index) => (index ? [between, item] : [item]));
}

Object.assign(exports, {
  look, documents, entities, events, relations, passages, network, joinedNames, texts,
  entityById, eventById, eventsOfNode, isNode, thing, kindOf, kindClass,
  visible, element, refill, name, toNode, fragment, joined,
});
