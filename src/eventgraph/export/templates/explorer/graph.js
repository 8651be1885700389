/*
 * The graph, drawn by vis-network at positions that were computed beforehand. Shapes, labels and what is
 * highlighted are drawn here on its canvas: labels keep their size at every zoom and none covers another.
 */

const vis = require("vis-network");
const { DataSet } = require("vis-data/esnext/umd/vis-data.js");
const { look, network: payload, eventsOfNode, entityById, kindOf, thing } = require("./page");
const { shapes, drawBinding } = require("./shapes");
const { colour, isDark, onChange } = require("./theme");
const { drawLabels } = require("./labels");

const FEW_NODES = 80; /* up to so many, those without ties are drawn from the start */
const MOST_ROLES = 16;
const FADED = 0.16;
const HALO = 9;
const OUTSIDE = 40;
const MOST_EDGE_WIDTH = 3;
const LEAST_RADIUS = 4.5; /* on the screen, however far away */
const LARGEST_SCALE = 1.35;
const NEAR_SCALE = 0.95;
const FAR_SCALE = 0.65;
const LEAST_SIGHT = 90;
const MARGIN = { across: 72, down: 52 };

const still = matchMedia("(prefers-reduced-motion: reduce)");

/* What the drawing depends on; `drawn` holds the boxes of the labels, `fits` what the search found. */
function startingState() {
  return {
    selected: null,
    near: new Set(),
    clicked: undefined,
    hovered: null,
    focused: false,
    fits: null,
    isShown: () => true,
    withAlone: payload.nodes.length <= FEW_NODES,
    scale: 1,
    edgeWidth: 1,
    roles: [],
    drawn: [],
  };
}

/* `onSelect` is called with the id of a node that was clicked, or null for the empty ground. */
function makeGraph(container, onSelect) {
  const state = startingState();
  const neighbours = neighboursOf(payload.edges);
  const alone = payload.nodes.filter((node) => !neighbours.has(node.id)).map((node) => node.id);
  const hiding = new Set(state.withAlone ? [] : alone);
  const nodes = new DataSet(payload.nodes.map((node) => ({ ...asDrawn(node, state), hidden: hiding.has(node.id) })));
  const edges = new DataSet(payload.edges.map((edge) => ({ ...edge, arrows: "" })));
  const byId = new Map(payload.nodes.map((node) => [node.id, node]));
  const inOrder = [...payload.nodes].sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1));
  const network = new vis.Network(container, { nodes, edges }, options(payload.options));

  network.on("beforeDrawing", () => { state.scale = network.getScale(); });
  network.on("zoom", keepEdgesThin);
  network.on("afterDrawing", (context) => {
    drawTies(context, network, state, shownTies());
    drawAgain(context, network, nodes, state);
    const size = { width: container.clientWidth, height: container.clientHeight };
    const roles = state.roles.map(({ text, ...at }) => ({ text, ...network.canvasToDOM(at) }));
    state.drawn = drawLabels(context, size, [...inSightOf(network, state, inOrder, size)], roles);
  });
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    state.clicked = node ?? (edge ? endOf(edges.get(edge)) : null);
    onSelect(state.clicked);
  });
  for (const moved of ["zoom", "dragEnd"]) network.on(moved, () => { state.focused = false; });
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover(null));
  onChange(() => network.setOptions({ edges: edgeColours() }));
  new ResizeObserver(() => network.redraw()).observe(container);
  whole(false);

  function hover(node) {
    state.hovered = node;
    container.classList.toggle("pointing", node !== null);
    network.redraw();
  }

  /* The edges of the selected node to what is shown. */
  function shownTies() {
    const isOfSelected = ({ from, to }) => from === state.selected || to === state.selected;
    const ties = state.selected ? payload.edges.filter(isOfSelected) : [];
    return ties.filter(({ from, to }) => !nodes.get(from).hidden && !nodes.get(to).hidden);
  }

  function shownOf(ids) {
    return ids.filter((id) => !nodes.get(id).hidden).map((id) => network.getPosition(id));
  }

  /* All that is shown, with room for the labels at the edges. */
  function whole(animated = true) {
    fit(shownOf([...byId.keys()]), { most: LARGEST_SCALE, animated, top: 0, bottom: container.clientHeight });
  }

  /* A node and its neighbours, in the part of the graph that can be seen. */
  function focus(node) {
    const [top, bottom] = inSight(container);
    if (bottom - top < LEAST_SIGHT) return;
    fit(shownOf([...state.near]), { most: NEAR_SCALE, animated: true, top, bottom });
    state.focused = true;
  }

  function fit(points, { most, animated, top, bottom }) {
    if (!points.length) return;
    const [left, right] = ends(points.map(({ x }) => x));
    const [high, low] = ends(points.map(({ y }) => y));
    const { clientWidth: width, clientHeight: height } = container;
    const scale = Math.min(
      most,
      Math.max(width - 2 * MARGIN.across, 80) / (right - left || 1),
      Math.max(bottom - top - 2 * MARGIN.down, 80) / (low - high || 1)
    );
    const offset = { x: 0, y: (top + bottom - height) / 2 };
    const position = { x: (left + right) / 2, y: (high + low) / 2 };
    network.moveTo({ position, offset, scale, animation: animated && motion() });
    keepEdgesThin({ scale });
  }

  /* Edges of about one pixel at any zoom, changed only when it shows. */
  function keepEdgesThin({ scale }) {
    const width = Math.min(MOST_EDGE_WIDTH, Math.max(1, 1 / scale));
    if (Math.abs(Math.log(width / state.edgeWidth)) < 0.25) return;
    state.edgeWidth = width;
    network.setOptions({ edges: { width } });
  }

  /* From afar, what was selected elsewhere is brought nearer; a click on the graph moves nothing. */
  function select(node) {
    const clicked = state.clicked === node;
    state.clicked = undefined;
    state.selected = node;
    state.near = new Set(node ? [node, ...(neighbours.get(node) || [])] : []);
    refresh();
    if (node && !clicked && (state.focused || network.getScale() < FAR_SCALE)) focus(node);
    else if (node) bringIntoView(node);
    else if (state.focused) whole();
    state.focused = state.focused && node !== null;
  }

  /* Nothing moves as long as the node stands well within what can be seen of the graph. */
  function bringIntoView(node) {
    const { x, y } = network.canvasToDOM(network.getPosition(node));
    const { clientWidth: width, clientHeight: height } = container;
    const [top, bottom] = inSight(container);
    const [across, down] = [width * 0.12, (bottom - top) * 0.14];
    const inside = x > across && x < width - across && y > top + down && y < bottom - down;
    if (inside || bottom - top < LEAST_SIGHT) return;
    const offset = { x: 0, y: (top + bottom - height) / 2 };
    network.moveTo({ position: network.getPosition(node), offset, animation: motion() });
  }

  /* Hide what its type hides; fade what the search does not fit. `fits` is null where all fit. */
  function filter(isShown, fits) {
    Object.assign(state, { isShown, fits });
    refresh();
  }

  /* What stands alone is hidden among many others, unless it is selected or asked for. */
  function refresh() {
    const hiding = new Set(state.withAlone ? [] : alone);
    const isHidden = (id) => !state.isShown(id) || (hiding.has(id) && id !== state.selected);
    const changed = payload.nodes.filter(({ id }) => nodes.get(id).hidden !== isHidden(id));
    if (changed.length) nodes.update(changed.map(({ id }) => ({ id, hidden: isHidden(id) })));
    network.redraw();
  }

  function showAlone(shown) {
    state.withAlone = shown;
    refresh();
    whole();
  }

  function zoom(factor) {
    const scale = network.getScale() * factor;
    network.moveTo({ scale, animation: motion() });
    keepEdgesThin({ scale });
  }

  /* The neighbour of the selected node that lies in a direction, or the middle of all. */
  function towards(across, down) {
    const from = state.selected && network.getPosition(state.selected);
    const open = [...(from ? neighbours.get(state.selected) || [] : byId.keys())].filter((id) => !nodes.get(id).hidden);
    const target = from || { x: 0, y: 0 };
    let best = null;
    for (const id of open) {
      const at = network.getPosition(id);
      const ahead = (at.x - target.x) * across + (at.y - target.y) * down;
      const aside = Math.abs((at.x - target.x) * down - (at.y - target.y) * across);
      const cost = from ? (ahead > 0 ? Math.hypot(ahead, aside * 2) : Infinity) : Math.hypot(at.x, at.y);
      if (cost < Infinity && (!best || cost < best.cost)) best = { id, cost };
    }
    return best && best.id;
  }

  return {
    select, filter, whole, zoom, towards, showAlone, alone: alone.length, withAlone: () => state.withAlone,
    body: () => network.body, /* nodes and edges as they are drawn, for pictures */
    labels: () => state.drawn, position: (id) => network.canvasToDOM(network.getPosition(id)),
  };
}

/* The stretch of the graph, from its top, that neither the window's edge nor the panel hides. */
function inSight(container) {
  const box = container.getBoundingClientRect();
  const panel = document.getElementById("panel");
  const sheet = getComputedStyle(panel).position === "fixed" ? panel.getBoundingClientRect().top : innerHeight;
  return [Math.max(0, -box.top), Math.min(box.height, Math.min(innerHeight, sheet) - box.top)];
}

/* The least and the greatest of numbers. */
function ends(numbers) {
  return numbers.reduce(([low, high], number) => [Math.min(low, number), Math.max(high, number)], [Infinity, -Infinity]);
}

function motion() {
  return still.matches ? false : { duration: 260, easingFunction: "easeOutQuad" };
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
    edges: {
      ...fromPyvis.edges, ...edgeColours(), chosen: false, width: 1, smooth: false, selectionWidth: 0, hoverWidth: 0,
    },
  };
}

const edgeColours = () => ({ color: { color: colour("--edge"), inherit: false } });

/* Entities before events, and of each the bigger first. */
const rank = (node) => node.size + (entityById.has(node.id) ? 100 : 0);

const endOf = (edge) => (eventsOfNode.has(edge.from) ? edge.from : edge.to);

function neighboursOf(edges) {
  const near = new Map();
  const join = (one, other) => near.set(one, (near.get(one) || new Set()).add(other));
  for (const { from, to } of edges) {
    join(from, to);
    join(to, from);
  }
  return near;
}

/* --- shapes ----------------------------------------------------------------------------- */

/* A node of pyvis as vis-network takes it when the shape is drawn here. */
function asDrawn(node, state) {
  const kind = kindOf(node.id);
  const { shape, colours } = look[kind.group][kind.name];
  const unreal = kind.group === "event" && thing(node.id).unreal;
  const paint = { shape, colours, unreal, radius: node.size };
  const { label, color, ...rest } = node;
  return {
    ...rest,
    shape: "custom",
    ctxRenderer: ({ ctx, x, y }) => ({
      drawNode: () => drawNode(ctx, { x, y, id: node.id }, paint, state),
      nodeDimensions: { width: 2 * node.size, height: 2 * node.size },
    }),
  };
}

function strength(id, state) {
  if (state.selected) return state.near.has(id) || id === state.hovered ? 1 : FADED;
  return state.fits && !state.fits.has(id) && id !== state.hovered ? FADED : 1;
}

/* The nodes that are on the screen, as their labels are placed: the most important first. */
function* inSightOf(network, state, inOrder, { width, height }) {
  for (const node of inOrder) {
    const drawn = network.body.nodes[node.id];
    if (drawn.options.hidden) continue;
    const at = network.canvasToDOM(drawn);
    if (at.x < -OUTSIDE || at.y < -OUTSIDE || at.x > width + OUTSIDE || at.y > height + OUTSIDE) continue;
    const halo = node.id === state.selected ? HALO * state.scale : 0;
    const first = node.id === state.selected || node.id === state.hovered;
    const radius = Math.max(node.size * state.scale, LEAST_RADIUS) + halo;
    yield { node, ...at, radius, plain: strength(node.id, state) === 1, first };
  }
}

function drawNode(context, { x, y, id }, { shape, colours, unreal, radius: full }, state) {
  const radius = Math.max(full, LEAST_RADIUS / state.scale);
  const main = colours[isDark() ? 1 : 0];
  const ground = colour("--canvas");
  context.save();
  context.fillStyle = ground;
  context.beginPath();
  shapes[shape](context, x, y, radius);
  context.fill();
  context.globalAlpha = strength(id, state);
  if (id === state.selected) drawHalo(context, x, y, radius, main);
  context.beginPath();
  shapes[shape](context, x, y, radius);
  context.fillStyle = unreal ? ground : main;
  context.strokeStyle = unreal ? main : ground;
  const pixel = Math.max(1, 1 / state.scale);
  context.lineWidth = unreal ? 1.7 * pixel : 1.5;
  context.setLineDash(unreal ? [3.4 * pixel, 2.2 * pixel] : []);
  context.fill();
  context.stroke();
  if (shape === "leaf") {
    context.setLineDash([]);
    context.beginPath();
    drawBinding(context, x, y, radius);
    context.lineWidth = radius * 0.13;
    context.stroke();
  }
  context.restore();
}

function drawHalo(context, x, y, radius, main) {
  context.beginPath();
  context.arc(x, y, radius + HALO, 0, 2 * Math.PI);
  context.save();
  context.globalAlpha = 0.2;
  context.fillStyle = main;
  context.fill();
  context.restore();
  context.strokeStyle = main;
  context.lineWidth = 2;
  context.stroke();
}

/* --- ties of the selected node ---------------------------------------------------------- */

/* The lines, and for not too many of them the places of their words. */
function drawTies(context, network, state, ties) {
  state.roles = [];
  context.save();
  context.strokeStyle = colour("--tie");
  context.lineWidth = 2 / network.getScale();
  for (const edge of ties) {
    const [from, to] = [network.getPosition(edge.from), network.getPosition(edge.to)];
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
    state.roles.push({ text: edge.role, x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
  }
  context.restore();
  if (state.roles.length > MOST_ROLES) state.roles = [];
}

/* The selected node and its neighbours once more, above the ties. */
function drawAgain(context, network, nodes, state) {
  for (const id of state.near) {
    const node = nodes.get(id);
    if (!node.hidden) node.ctxRenderer({ ctx: context, ...network.getPosition(id) }).drawNode();
  }
}

Object.assign(exports, { makeGraph });
