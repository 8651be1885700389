/*
 * The graph, drawn by vis-network at positions that were computed beforehand. Lines, shapes, labels and what
 * is highlighted are drawn here on its canvas: labels keep their size at every zoom and none covers another.
 */

const vis = require("vis-network");
const { DataSet } = require("vis-data/esnext/umd/vis-data.js");
const { network: payload, eventsOfNode, entityById } = require("./page");
const { onChange } = require("./theme");
const { drawLabels } = require("./labels");
const { projections, namesOf, daysOf } = require("./ties");
const { makePresence } = require("./presence");
const { drawLines, drawStrong, wordsOf, lineAt } = require("./lines");
const { asDrawn, inSightOf } = require("./nodes");
const { makeCamera } = require("./camera");
const { arranged } = require("./arrange");
const { moveOf } = require("./state");
const { makeRedraw } = require("./redraw");
const { shortest, timely } = require("./routes");

const FAR_SCALE = 0.65;
const OTHER_SHAPE = 1.12; /* so much wider or higher must a pane be for its whole graph to be arranged anew */
const TURNED = 1.6; /* and so much for that to happen by itself, as when a phone is turned */

/* What the drawing depends on; `drawn` holds the boxes of what was written, `fits` what the search found. */
function startingState() {
  return {
    selected: null, near: new Set(), clicked: undefined, hovered: null, focused: false, path: null, fits: null,
    overall: true, spots: new Map(), spotsFor: {},
    isShown: () => true, visible: new Set(), lines: [], strong: [], scale: 1,
    drawn: { labels: [], words: [] }, badgeOf: () => "", isPinned: () => false,
  };
}

/*
 * `onNode` is called with the id of a node that was clicked, or null for the empty ground and the place there,
 * `onTie` with two names and the events they share, `onOpen` with a node that was clicked twice, `onNews`
 * whenever other nodes are in the picture, `onMove` with a node and how far from its own place it was moved.
 */
function makeGraph(container, { onNode, onTie, onOpen, onNews, onMove }) {
  const state = startingState();
  const presence = makePresence();
  const pinned = { events: new Map(), names: new Map() };
  const byId = new Map(payload.nodes.map((node) => [node.id, node]));
  const inOrder = [...payload.nodes].sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1));
  const nodes = new DataSet();
  const network = new vis.Network(container, { nodes, edges: new DataSet() }, options(payload.options));
  const camera = makeCamera(container, network);
  const redraw = makeRedraw(network);
  const projection = () => presence.state.projection;
  const open = (id) => state.isShown(id);
  state.badgeOf = badgeOf;
  state.isPinned = (id) => pinned[projection()].has(id);

  network.on("beforeDrawing", drawBeneath);
  network.on("afterDrawing", drawAbove);
  network.on("click", clicked);
  network.on("doubleClick", ({ nodes: [node] }) => node && onOpen(node));
  for (const moved of ["zoom", "dragEnd"]) network.on(moved, () => { state.focused = state.overall = false; });
  network.on("dragEnd", ({ nodes: moved }) => moved.forEach((id) => pin(id, network.getPosition(id))));
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover(null));
  onChange(redraw.soon);
  arrange();
  refresh();
  whole(false);
  onResize(container, resized);

  /* As long as nobody has moved the picture, it fills the pane, whatever becomes of its size. */
  function resized() {
    if (state.overall) whole(false, TURNED);
    else if (state.focused) goNear(state.path || state.near, false);
    redraw.now();
  }

  /* vis-network does not keep the boxes of custom shapes, by which it tells what is in sight. */
  function drawBeneath(context) {
    for (const id of state.visible) at(id).updateBoundingBox();
    state.scale = network.getScale();
    drawLines(context, state.lines, { scale: state.scale, quiet: state.strong.length > 0 });
  }

  function drawAbove(context) {
    drawStrong(context, state.strong, state.scale);
    for (const id of state.path || state.near) {
      if (state.visible.has(id)) nodes.get(id).ctxRenderer({ ctx: context, ...network.getPosition(id) }).drawNode();
    }
    const size = { width: container.clientWidth, height: container.clientHeight };
    const words = wordsOf(state.strong, state.lines, projection() === "names");
    const placed = words.map(({ x, y, ...rest }) => ({ ...rest, ...network.canvasToDOM({ x, y }) }));
    state.drawn = drawLabels(context, { ...size, over: covered(container) }, [...inSightOf(network, state, inOrder, size)], placed);
  }

  function clicked({ nodes: [node], pointer }) {
    const line = node ? null : lineAt(state.lines, pointer.canvas, state.scale);
    if (line && projection() === "names") return onTie(line.edge, sharedOf(line.edge));
    state.clicked = node ?? (line ? endOf(line.edge) : null);
    onNode(state.clicked, pointer.canvas);
  }

  function hover(node) {
    state.hovered = node;
    container.classList.toggle("pointing", node !== null);
    redraw.soon();
  }

  /* How many neighbours of a node are not in the picture: told where some were folded away, or it is selected. */
  function badgeOf(id) {
    if (!presence.folded(id) && id !== state.selected && id !== state.hovered) return "";
    const count = presence.missing(id);
    return count ? "+" + count : "";
  }

  /* The events of a tie of names that no filter leaves out. */
  function sharedOf(edge) {
    return edge.events.filter((event) => state.isShown(event.node));
  }

  /* --- what is in the picture ------------------------------------------------------------ */

  function refresh() {
    presence.replay();
    const visible = new Set(payload.nodes.map(({ id }) => id).filter((id) => presence.has(id) && state.isShown(id)));
    const known = [...visible].filter((id) => nodes.get(id));
    const added = [...visible].filter((id) => !nodes.get(id));
    const gone = [...state.visible].filter((id) => !visible.has(id));
    const come = known.filter((id) => !state.visible.has(id));
    const changed = [
      ...gone.map((id) => ({ id, hidden: true })),
      ...come.map((id) => ({ id, hidden: false, ...placeOf(id) })),
    ];
    redraw.soon();
    if (added.length) nodes.add(added.map((id) => ({ ...asDrawn(byId.get(id), state), ...placeOf(id), hidden: false })));
    if (changed.length) nodes.update(changed);
    state.visible = visible;
    findLines();
    onNews();
  }

  /* Its own place, and as far from there as somebody has moved it. */
  function placeOf(id) {
    const { x, y } = state.spots.get(id) || presence.shown().places.get(id);
    const move = pinned[projection()].get(id) || { x: 0, y: 0 };
    return { x: x + move.x, y: y + move.y };
  }

  /* Places for the shape that the pane has now, if it has another than before. */
  function arrange(shape = OTHER_SHAPE) {
    const { width, height } = camera.room(true);
    const [now, before] = [{ of: projection(), alone: presence.withAlone(), ratio: width / height }, state.spotsFor];
    const other = Math.max(now.ratio / before.ratio, before.ratio / now.ratio);
    if (now.of === before.of && now.alone === before.alone && other < shape) return;
    state.spotsFor = now;
    state.spots = arranged(presence.shown(), { ...now, main: presence.isMain });
    putAll();
  }

  function putAll() {
    const moved = nodes.getIds()
      .filter((id) => presence.shown().places.has(id))
      .map((id) => ({ id, ...placeOf(id) }))
      .filter(({ id, x, y }) => at(id).x !== x || at(id).y !== y);
    if (!moved.length) return;
    redraw.soon();
    nodes.update(moved);
    redraw.now(); /* only what was drawn is found by a click */
  }

  function findLines() {
    const inPicture = presence.shown().edges.filter(({ from, to }) => state.visible.has(from) && state.visible.has(to));
    state.lines = inPicture
      .map((edge) => ({ edge, count: edge.events ? sharedOf(edge).length : 1, from: at(edge.from), to: at(edge.to) }))
      .filter(({ edge, count }) => count || edge.role);
    findStrong();
  }

  function at(id) {
    return network.body.nodes[id];
  }

  function findStrong() {
    const isStrong = state.path ? onPath(state.path) : state.selected ? isTieOf(state.selected) : () => false;
    state.strong = state.lines.filter(({ edge }) => isStrong(edge));
  }

  /* The picture with no node added or gone: only what is highlighted changes. */
  function mark() {
    const node = state.selected;
    const around = !node ? [] : entityById.has(node) || projection() === "events"
      ? [node, ...(presence.shown().near.get(node) || [])]
      : namesOf(node);
    const { focus } = presence.state;
    state.near = new Set(focus && focus.node === node ? focus.ids : around);
  }

  /* --- what others ask for --------------------------------------------------------------- */

  /* From afar, what was selected elsewhere is brought nearer; a click on the graph moves nothing. */
  function select(node) {
    const byClick = state.clicked === node;
    state.clicked = undefined;
    state.selected = node;
    presence.select(node);
    mark();
    refresh();
    const shown = node && state.visible.has(node);
    if (shown && !byClick && (state.focused || network.getScale() < FAR_SCALE)) goNear(state.near);
    else if (shown && camera.bringIntoView(network.getPosition(node))) state.overall = false;
    else if (!shown && state.focused) whole();
    state.focused = state.focused && node !== null;
  }

  function goNear(ids, animated = true) {
    state.focused = camera.near(points(ids), animated);
    if (state.focused) state.overall = false;
  }

  function points(ids) {
    return [...ids].filter((id) => state.visible.has(id)).map((id) => network.getPosition(id));
  }

  function whole(animated = true, shape = OTHER_SHAPE) {
    arrange(shape);
    camera.whole(points(state.visible), animated);
    state.overall = true;
  }

  /* Hide what its type hides; fade what the search does not fit. `fits` is null where all fit. */
  function filter(isShown, fits) {
    state.isShown = presence.state.isShown = isShown;
    state.wanted = fits;
    search();
    refresh();
  }

  function search() {
    const fits = state.wanted && projection() === "names" ? new Set([...state.wanted].flatMap(namesOf)) : state.wanted;
    state.fits = fits || null;
    presence.find(state.fits);
  }

  /* "events": events and names; "names": names joined by their events. */
  function project(name) {
    if (name === projection()) return;
    presence.state.projection = name;
    presence.select(state.selected);
    state.path = null;
    presence.state.way = [];
    state.visible = new Set();
    redraw.soon();
    nodes.update(nodes.getIds().map((id) => ({ id, hidden: true })));
    arrange();
    search();
    mark();
    refresh();
    whole(false);
  }

  /* What was done to the picture, and what was moved: all of the state that concerns the graph alone. */
  function follow({ did, alone, pins, namepins }) {
    const before = [presence.state.focus?.node, presence.state.focus?.steps, presence.withAlone()].join();
    Object.assign(presence.state, { did, alone });
    pinned.events = movesIn(pins);
    pinned.names = movesIn(namepins);
    putAll();
    refresh();
    mark();
    findStrong();
    const now = [presence.state.focus?.node, presence.state.focus?.steps, presence.withAlone()].join();
    if (now !== before) whole();
  }

  /* The shortest way between two nodes over what is shown; with `timely`, never back in time. Null without one. */
  function path(from, to, { timely: inTime = false } = {}) {
    const { near } = projections.events;
    const way = inTime ? timely(near, from, to, { open, daysOf }) : shortest(near, from, to, open);
    state.path = way;
    presence.state.way = way || [];
    refresh();
    if (way) goNear(way);
    return way;
  }

  function leavePath() {
    if (!state.path) return;
    state.path = null;
    presence.state.way = [];
    refresh();
  }

  function pin(id, place) {
    const own = state.spots.get(id);
    onMove(id, Math.round(place.x - own.x), Math.round(place.y - own.y));
  }

  function nudge(id, across, down) {
    const place = network.getPosition(id);
    pin(id, { x: place.x + across / state.scale, y: place.y + down / state.scale });
  }

  /* The neighbour of the selected node that lies in a direction, or the middle of all. */
  function towards(across, down) {
    const from = state.visible.has(state.selected) ? network.getPosition(state.selected) : null;
    const around = from ? presence.shown().near.get(state.selected) || [] : state.visible;
    const target = from || { x: 0, y: 0 };
    let best = null;
    for (const id of [...around].filter((other) => state.visible.has(other))) {
      const place = network.getPosition(id);
      const ahead = (place.x - target.x) * across + (place.y - target.y) * down;
      const aside = Math.abs((place.x - target.x) * down - (place.y - target.y) * across);
      const cost = from ? (ahead > 0 ? Math.hypot(ahead, aside * 2) : Infinity) : Math.hypot(place.x, place.y);
      if (cost < Infinity && (!best || cost < best.cost)) best = { id, cost };
    }
    return best && best.id;
  }

  function zoom(factor) {
    state.focused = state.overall = false;
    camera.zoom(factor);
  }

  /* What the picture leaves out. */
  function tally() {
    const { hidden, focus } = presence.state;
    return {
      shown: state.visible.size, all: presence.shown().ids.filter((id) => state.isShown(id)).length,
      hidden: hidden.size, focus, big: presence.isBig(), alone: presence.shown().alone.size, withAlone: presence.withAlone(),
    };
  }

  return {
    select, filter, whole, zoom, towards, project, follow, path, leavePath, pin, nudge, tally, projection,
    after: presence.after,
    arrived: presence.arrived,
    coming: presence.coming,
    hanging: presence.hanging,
    tiesOf: (id) => presence.shown().near.get(id)?.size || 0,
    isVisible: (id) => state.visible.has(id),
    visible: () => [...state.visible],
    labels: () => state.drawn.labels,
    words: () => state.drawn.words,
    position: (id) => network.canvasToDOM(network.getPosition(id)),
    middleOf: (one, other) => {
      const [from, to] = [at(one), at(other)];
      return network.canvasToDOM({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
    },
    body: () => ({ nodes: network.body.nodes, edges: state.lines }), /* as they are drawn, for pictures */
  };
}

const movesIn = (pins) => new Map([...pins].map(moveOf).map(({ node, x, y }) => [node, { x, y }]));

/* Call `act` when the size is another than it was, before that is seen. */
function onResize(container, act) {
  let known = [container.clientWidth, container.clientHeight];
  new ResizeObserver(() => {
    const now = [container.clientWidth, container.clientHeight];
    if (now.join() !== known.join()) act();
    known = now;
  }).observe(container);
}

/* Two nodes that follow each other on a path; in the projection of names, two names. */
function onPath(path) {
  const pairs = new Set();
  const names = path.filter((id) => entityById.has(id));
  for (const way of [path, names]) {
    way.slice(1).forEach((id, index) => pairs.add(way[index] + " " + id).add(id + " " + way[index]));
  }
  return ({ from, to }) => pairs.has(from + " " + to);
}

const isTieOf = (node) => ({ from, to, events }) =>
  from === node || to === node || Boolean(events && !entityById.has(node) && events.some((event) => event.node === node));

/* Where buttons and notes stand over the canvas. */
function covered(container) {
  const outer = container.getBoundingClientRect();
  return [...container.parentElement.querySelectorAll(".over")]
    .map((part) => part.getBoundingClientRect())
    .filter(({ width }) => width)
    .map(({ left, right, top, bottom }) => ({
      left: left - outer.left - 2, right: right - outer.left + 2, top: top - outer.top - 2, bottom: bottom - outer.top + 2,
    }));
}

function options(fromPyvis) {
  return {
    ...fromPyvis,
    configure: { enabled: false },
    layout: { improvedLayout: false },
    interaction: {
      ...fromPyvis.interaction, hover: true, keyboard: false, multiselect: false, hoverConnectedEdges: false,
      selectConnectedEdges: false, tooltipDelay: 100000, zoomSpeed: 0.6,
    },
    nodes: { chosen: false, shadow: false },
  };
}

/* Entities before events, and of each the bigger first. */
const rank = (node) => node.size + (entityById.has(node.id) ? 100 : 0);

const endOf = (edge) => (eventsOfNode.has(edge.from) ? edge.from : edge.to);

Object.assign(exports, { makeGraph });
