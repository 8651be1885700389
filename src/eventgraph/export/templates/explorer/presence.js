/*
 * Which nodes are in the picture: all of a small graph, the overview of a big one with what was brought in,
 * without what was folded away or hidden, or only what surrounds one node. Types and search come on top.
 */

const { network: payload } = require("./page");
const { projections, within, core } = require("./ties");

const FEW_NODES = 80; /* up to so many, those without ties are in the picture from the start */
const BIG = 1500; /* above so many, or twice as many ties, the overview comes first */
const MOST_BROUGHT = 250;

function makePresence() {
  const state = { projection: "events", selected: null, withAlone: payload.nodes.length <= FEW_NODES };
  const cores = new Map();
  start();

  function start() {
    Object.assign(state, { hidden: new Set(), folded: new Map(), focus: null, brought: new Set(), found: new Set() });
  }

  const shown = () => projections[state.projection];
  const isBig = () => shown().ids.length > BIG || shown().edges.length > 2 * BIG;

  function inOverview(id) {
    if (!cores.has(state.projection)) cores.set(state.projection, core(shown()));
    return cores.get(state.projection).has(id);
  }

  function has(id) {
    if (!shown().places.has(id)) return false;
    if (id === state.selected) return true;
    if (state.hidden.has(id) || isFolded(id)) return false;
    if (state.brought.has(id) || state.found.has(id)) return true;
    if (state.focus) return state.focus.ids.has(id);
    if (shown().alone.has(id) && !state.withAlone) return false;
    return !isBig() || inOverview(id);
  }

  const isFolded = (id) => [...state.folded.values()].some((members) => members.has(id));

  /* Nothing that is folded away or hidden stays so when somebody asks for it. */
  function unhide(id) {
    state.hidden.delete(id);
    for (const [node, members] of state.folded) {
      members.delete(id);
      if (!members.size) state.folded.delete(node);
    }
  }

  function bringIn(ids) {
    for (const id of ids) {
      unhide(id);
      state.brought.add(id);
    }
  }

  function select(node) {
    state.selected = node;
    if (!node) return;
    unhide(node);
    if (isBig()) bringIn([...within(shown().near, node, 1)].slice(0, MOST_BROUGHT));
    else if (state.focus && !state.focus.ids.has(node)) state.brought.add(node);
  }

  /* Those that the search found and their neighbours, in a big graph: the nearest to the top of the list. */
  function find(fits) {
    const found = isBig() && fits ? [...fits].slice(0, MOST_BROUGHT) : [];
    const around = found.flatMap((id) => [...(shown().near.get(id) || [])]);
    state.found = new Set([...found, ...around].slice(0, 2 * MOST_BROUGHT));
  }

  /* Fold away the neighbours that hang on this node alone; how many they are. */
  function collapse(node, isShown) {
    const visible = (id) => has(id) && isShown(id);
    const only = [...(shown().near.get(node) || [])].filter((id) => {
      return visible(id) && ![...shown().near.get(id)].some((other) => other !== node && visible(other));
    });
    for (const id of only) state.brought.delete(id);
    if (only.length) state.folded.set(node, new Set([...(state.folded.get(node) || []), ...only]));
    return only.length;
  }

  /* Bring in what is up to so many steps away, the nearest first; how many came. */
  function expand(node, steps, isShown) {
    const members = [...within(shown().near, node, steps, isShown)].filter((id) => id !== node && !has(id));
    const coming = members.slice(0, MOST_BROUGHT);
    bringIn(coming);
    return { came: coming.length, left: members.length - coming.length };
  }

  function focus(node, steps) {
    state.focus = node ? { node, steps, ids: within(shown().near, node, steps) } : null;
    if (node) for (const id of state.focus.ids) unhide(id);
    if (!node || !isBig()) state.brought = new Set();
  }

  /* Neighbours that are not in the picture. */
  const missing = (node, isShown) =>
    [...(shown().near.get(node) || [])].filter((id) => isShown(id) && !has(id)).length;

  function project(name) {
    start();
    state.projection = name;
  }

  return {
    state, start, shown, isBig, has, select, find, collapse, expand, focus, missing, project, bringIn,
    hide: (node) => state.hidden.add(node),
    folded: (node) => state.folded.get(node)?.size || 0,
  };
}

Object.assign(exports, { makePresence });
