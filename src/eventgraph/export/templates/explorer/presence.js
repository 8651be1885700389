/*
 * Which nodes are in the picture: all of a small graph, the overview of a big one. What the reader did to it
 * is a list of deeds, done again in their order: "fold~ID", "hide~ID", "open2~ID" (brought in, with what is
 * two steps away), "focus1~ID". Types and search come on top.
 */

const { network: payload } = require("./page");
const { projections, within, core } = require("./ties");
const { deedOf } = require("./state");

const FEW_NODES = 80; /* up to so many, those without ties are in the picture from the start */
const BIG = 1500; /* above so many, or twice as many ties, the overview comes first */
const MOST_BROUGHT = 250;
const MOST_VISITS = 30; /* of a big graph: selections whose neighbours stay */

function makePresence() {
  const state = { projection: "events", selected: null, way: [], did: new Set(), alone: "", isShown: () => true, found: new Set(), beside: new Set() };
  const cores = new Map();

  const shown = () => projections[state.projection];
  const isBig = () => shown().ids.length > BIG || shown().edges.length > 2 * BIG;
  const withAlone = () => (state.alone ? state.alone === "yes" : payload.nodes.length <= FEW_NODES);

  function inOverview(id) {
    if (!cores.has(state.projection)) cores.set(state.projection, core(shown()));
    return cores.get(state.projection).has(id);
  }

  /* Whether a node is there before anything is done to the picture. */
  const isMain = (id) => (isBig() ? inOverview(id) : !shown().alone.has(id) || withAlone());

  function has(id) {
    if (!shown().places.has(id)) return false;
    if (id === state.selected || state.way.includes(id)) return true;
    if (state.hidden.has(id) || isFolded(id)) return false;
    if (state.brought.has(id) || state.found.has(id) || state.beside.has(id)) return true;
    return state.focus ? state.focus.ids.has(id) : isMain(id);
  }

  const isFolded = (id) => [...state.folded.values()].some((members) => members.has(id));

  /* --- what was done ---------------------------------------------------------------------- */

  function replay() {
    Object.assign(state, { hidden: new Set(), folded: new Map(), focus: null, brought: new Set() });
    for (const act of state.did) {
      const { deed, steps, node } = deedOf(act);
      if (projections[state.projection].places.has(node)) DEEDS[deed](node, steps);
    }
  }

  const DEEDS = {
    hide: (node) => state.hidden.add(node),
    fold(node) {
      const members = hanging(node);
      for (const id of members) state.brought.delete(id);
      if (members.length) state.folded.set(node, new Set(members));
    },
    open(node, steps) {
      state.folded.delete(node);
      for (const id of [node, ...coming(node, steps).slice(0, MOST_BROUGHT)].filter((one) => !has(one))) {
        state.hidden.delete(id);
        for (const members of state.folded.values()) members.delete(id);
        state.brought.add(id);
      }
    },
    focus(node, steps) {
      state.focus = { node, steps, ids: within(shown().near, node, steps) };
      for (const id of state.focus.ids) state.hidden.delete(id);
      if (!isBig()) state.brought = new Set();
    },
  };

  /* The neighbours that hang on a node alone. */
  function hanging(node) {
    const visible = (id) => has(id) && state.isShown(id);
    return [...(shown().near.get(node) || [])].filter((id) => {
      return visible(id) && ![...shown().near.get(id)].some((other) => other !== node && visible(other));
    });
  }

  /* What is up to so many steps away and not in the picture, the nearest first. */
  const coming = (node, steps) =>
    [...within(shown().near, node, steps, state.isShown)].filter((id) => id !== node && !has(id));

  /* The deeds with one more, which takes the place of what it undoes or repeats. */
  function after(did, deed, node, steps = "") {
    const next = [...did].map(deedOf).filter((act) => {
      if (deed === "focus" && act.deed === "focus") return false;
      return act.node !== node || (act.deed !== deed && !(deed === "open" && (act.deed === "hide" || act.deed === "fold")));
    });
    const before = [...did].map(deedOf).find((act) => act.deed === "open" && act.node === node);
    const far = deed === "open" && before ? Math.max(steps, before.steps) : steps;
    return new Set([...next.map(({ act }) => act), deed + far + "~" + node]);
  }

  /* The deeds once a node is selected: it stays in the picture, and in a big graph its neighbours do. */
  function arrived(did, node) {
    if (!shown().places.has(node)) return did;
    if (did.has("hide~" + node)) return new Set([...did].filter((act) => act !== "hide~" + node));
    if (!isBig()) return !did.size || has(node) ? did : after(did, "open", node, 0);
    const next = [...after(did, "open", node, 1)];
    const visits = next.filter((act) => act.startsWith("open1~"));
    return new Set(next.filter((act) => !visits.slice(0, -MOST_VISITS).includes(act)));
  }

  /* Those that the search found and their neighbours, in a big graph: the nearest to the top of the list. */
  function find(fits) {
    const found = isBig() && fits ? [...fits].slice(0, MOST_BROUGHT) : [];
    const around = found.flatMap((id) => [...(shown().near.get(id) || [])]);
    state.found = new Set([...found, ...around].slice(0, 2 * MOST_BROUGHT));
  }

  /* Neighbours that are not in the picture. */
  const missing = (node) => [...(shown().near.get(node) || [])].filter((id) => state.isShown(id) && !has(id)).length;

  /* In a big graph the neighbours of what is selected come with it. */
  function select(node) {
    state.selected = node;
    state.beside = new Set(isBig() ? [...(shown().near.get(node) || [])].slice(0, MOST_BROUGHT) : []);
  }

  replay();
  return {
    state, select, shown, isBig, isMain, withAlone, has, find, replay, after, arrived, hanging, coming, missing,
    folded: (node) => state.folded.get(node)?.size || 0,
  };
}

Object.assign(exports, { makePresence, MOST_BROUGHT });
