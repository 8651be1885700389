/*
 * What is tied to what, in two projections of one graph: "events" has events and names as nodes, "names" only
 * names, joined by the events they share. Nothing is drawn here.
 */

const { network: payload, joinedNames, entities, events, relations, entityById, eventsOfNode } = require("./page");

const CORE = 400; /* nodes of the overview */
const HUBS = 0.4; /* the part of them that is chosen by its ties alone */
const MOST_TIES = 700; /* between those of the overview */

let names; /* made when it is looked at for the first time */
const projections = {
  events: projection(payload.nodes, payload.edges, (node) => node),
  get names() {
    names ??= projectionOfNames();
    return names;
  },
};

function projection(nodes, edges, placeOf) {
  const near = neighboursOf(edges);
  return {
    edges,
    near,
    ids: nodes.map(({ id }) => id),
    alone: new Set(nodes.filter(({ id }) => !near.has(id)).map(({ id }) => id)),
    places: new Map(nodes.map((node) => [node.id, { x: placeOf(node).x, y: placeOf(node).y }])),
  };
}

function projectionOfNames() {
  const [lasting, places] = [lastingTies(), namePlaces()];
  const nodes = payload.nodes.filter(({ id }) => entityById.has(id));
  return projection(nodes, joinedNames.ties.map((tie) => tieOfNames(tie, lasting)), places);
}

function namePlaces() {
  const places = new Map(entities.map(({ id }, number) => [id, joinedNames.places[number]]));
  return ({ id }) => ({ x: places.get(id)[0], y: places.get(id)[1] });
}

/* Two entities with the events they share, in the order of time, and in words what else binds them. */
function tieOfNames([one, other, ...shared], lasting) {
  const [from, to] = [entities[one].id, entities[other].id];
  return { from, to, events: shared.map((number) => events[number]), role: lasting.get(from + " " + to) || "" };
}

/* What relations say of two entities, by both their ids, in either order. */
function lastingTies() {
  const words = new Map();
  for (const { subject, object, label, words: kind, qualifier } of relations) {
    const meant = [qualifier, label || kind].filter(Boolean).join(" ");
    for (const pair of [subject + " " + object, object + " " + subject]) {
      words.set(pair, [words.get(pair), meant].filter(Boolean).join(", "));
    }
  }
  return words;
}

function neighboursOf(edges) {
  const near = new Map();
  const join = (one, other) => near.set(one, (near.get(one) || new Set()).add(other));
  for (const { from, to } of edges) {
    join(from, to);
    join(to, from);
  }
  return near;
}

/* The nodes at most so many steps away, the nearest first, itself included; only over what `open` lets through. */
function within(near, node, steps, open = () => true) {
  const found = new Set([node]);
  let edge = [node];
  for (let step = 0; step < steps; step++) {
    edge = edge.flatMap((id) => [...(near.get(id) || [])]).filter((id) => !found.has(id) && open(id));
    for (const id of edge) found.add(id);
    edge = [...new Set(edge)];
  }
  return found;
}

/* The overview of a big graph: what has most ties, then what joins most of that. */
function core({ ids, near }) {
  const degree = (id) => near.get(id)?.size || 0;
  const ranked = [...ids].sort((a, b) => degree(b) - degree(a) || (a < b ? -1 : 1));
  const chosen = new Set();
  let ties = 0;
  const joins = (id) => [...(near.get(id) || [])].filter((other) => chosen.has(other)).length;
  const choose = (id, tied) => {
    if (chosen.size >= CORE || ties + tied > MOST_TIES) return;
    chosen.add(id);
    ties += tied;
  };
  for (const id of ranked.slice(0, Math.round(CORE * HUBS))) choose(id, joins(id));
  const joining = ranked.map((id) => [id, chosen.has(id) ? 0 : joins(id)]).filter(([, tied]) => tied);
  for (const [id, tied] of joining.sort((a, b) => b[1] - a[1])) choose(id, tied);
  return chosen;
}

/* The names that an event brings together in the picture, or of an entity itself. */
const namesOf = (node) =>
  entityById.has(node) ? [node] : [...(projections.events.near.get(node) || [])].filter((id) => entityById.has(id));

/* The days between which the event of a node lies, [first, last]; null where it has no date; a name has all time. */
function daysOf(node) {
  if (entityById.has(node)) return [-Infinity, Infinity];
  const [event] = eventsOfNode.get(node);
  if (!event.when) return null;
  const [first, , , last] = event.when.days;
  return [first ?? -Infinity, last ?? Infinity];
}

Object.assign(exports, { projections, within, core, namesOf, daysOf });
