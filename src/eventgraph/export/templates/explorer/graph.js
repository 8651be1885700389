/*
 * The graph, drawn by vis-network at positions that were computed beforehand. Shapes, labels and what is
 * highlighted are drawn here on its canvas: labels keep their size at every zoom and none covers another.
 */

const vis = require("vis-network");
const { DataSet } = require("vis-data/esnext/umd/vis-data.js");
const { look, network: payload, eventsOfNode, entityById, kindOf, thing, visible } = require("./page");
const { shapes, drawBinding } = require("./shapes");

const UNREAL = new Set(["alleged", "planned", "denied", "negated", "hypothetical"]);
const FONT = '"Inter", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const LINE = 14;
const LONGEST_LABEL = 26;
const NARROW_LABEL = 13;
const MOST_LABELS = 350;
const FEW_NODES = 80; /* up to so many, those without ties are drawn from the start */
const MOST_ROLES = 16;
const FADED = 0.16;
const HALO = 9;
const MOST_EDGE_WIDTH = 3;
const LEAST_RADIUS = 4.5; /* on the screen, however far away */
const LARGEST_SCALE = 1.35;
const MARGIN = { across: 72, down: 52 };

const dark = matchMedia("(prefers-color-scheme: dark)");
const still = matchMedia("(prefers-reduced-motion: reduce)");

/* `onSelect` is called with the id of a node that was clicked, or null for the empty ground. */
function makeGraph(container, onSelect) {
  const state = { selected: null, hovered: null, near: new Set(), fits: null, drawn: [], scale: 1, edgeWidth: 1, isShown: () => true, withAlone: payload.nodes.length <= FEW_NODES };
  const nodes = new DataSet(payload.nodes.map((node) => asDrawn(node, state)));
  const edges = new DataSet(payload.edges.map((edge) => ({ ...edge, arrows: "" })));
  const byId = new Map(payload.nodes.map((node) => [node.id, node]));
  const neighbours = neighboursOf(payload.edges);
  const alone = payload.nodes.filter((node) => !neighbours.has(node.id)).map((node) => node.id);
  const inOrder = [...payload.nodes].sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1));
  const network = new vis.Network(container, { nodes, edges }, options(payload.options));

  network.on("beforeDrawing", () => { state.scale = network.getScale(); });
  network.on("zoom", keepEdgesThin);
  network.on("afterDrawing", (context) => {
    drawTies(context, network, state, payload.edges);
    drawAgain(context, network, nodes, state);
    drawLabels(context, network, state, { inOrder, byId });
  });
  network.on("click", ({ nodes: [node], edges: [edge] }) => onSelect(node ?? endOf(edges.get(edge || null)) ?? null));
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover(null));
  dark.addEventListener("change", () => {
    colours.clear();
    network.setOptions({ edges: edgeColours() });
  });
  new ResizeObserver(() => network.redraw()).observe(container);
  refresh();
  whole(false);

  function hover(node) {
    state.hovered = node;
    container.classList.toggle("pointing", node !== null);
    network.redraw();
  }

  /* All that is shown, with room for the labels at the edges. */
  function whole(animated = true) {
    const shown = payload.nodes.filter((node) => !nodes.get(node.id).hidden).map((node) => network.getPosition(node.id));
    if (!shown.length) return;
    const [left, right] = ends(shown.map(({ x }) => x));
    const [top, bottom] = ends(shown.map(({ y }) => y));
    const { clientWidth: width, clientHeight: height } = container;
    const scale = Math.min(
      LARGEST_SCALE,
      Math.max(width - 2 * MARGIN.across, 80) / (right - left || 1),
      Math.max(height - 2 * MARGIN.down, 80) / (bottom - top || 1)
    );
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: animated && motion() });
    keepEdgesThin({ scale });
  }

  /* Edges of about one pixel at any zoom, changed only when it shows. */
  function keepEdgesThin({ scale }) {
    const width = Math.min(MOST_EDGE_WIDTH, Math.max(1, 1 / scale));
    if (Math.abs(Math.log(width / state.edgeWidth)) < 0.25) return;
    state.edgeWidth = width;
    network.setOptions({ edges: { width } });
  }

  function select(node) {
    state.selected = node;
    state.near = new Set(node ? [node, ...(neighbours.get(node) || [])] : []);
    refresh();
    if (node) bringIntoView(node);
  }

  /* Nothing moves as long as the node stands well within what can be seen of the graph. */
  function bringIntoView(node) {
    const { x, y } = network.canvasToDOM(network.getPosition(node));
    const { clientWidth: width, clientHeight: height } = container;
    const [top, bottom] = inSight(container);
    const [margin, between] = [width * 0.12, (bottom - top) * 0.14];
    if (bottom - top < 90 || (x > margin && x < width - margin && y > top + between && y < bottom - between)) return;
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
    nodes.update(payload.nodes.filter(({ id }) => nodes.get(id).hidden !== isHidden(id)).map(({ id }) => ({ id, hidden: isHidden(id) })));
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
    edges: { ...fromPyvis.edges, ...edgeColours(), chosen: false, width: 1, smooth: false, selectionWidth: 0, hoverWidth: 0 },
  };
}

const colours = new Map();

/* A colour of the style sheet, asked once for each theme. */
function colour(name) {
  if (!colours.has(name)) colours.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  return colours.get(name);
}

const edgeColours = () => ({ color: { color: colour("--edge"), inherit: false } });

/* Entities before events, and of each the bigger first. */
const rank = (node) => node.size + (entityById.has(node.id) ? 100 : 0);

const endOf = (edge) => (edge ? (eventsOfNode.has(edge.from) ? edge.from : edge.to) : undefined);

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
  const unreal = kind.group === "event" && UNREAL.has(thing(node.id).status);
  const paint = { shape, colours, unreal, radius: node.size };
  const { label, color, ...rest } = node;
  return {
    ...rest,
    hidden: false,
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

function drawNode(context, { x, y, id }, { shape, colours, unreal, radius: full }, state) {
  const radius = Math.max(full, LEAST_RADIUS / state.scale);
  const main = colours[dark.matches ? 1 : 0];
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

function drawTies(context, network, state, edges) {
  state.roles = [];
  if (!state.selected) return;
  const ties = edges.filter((edge) => edge.from === state.selected || edge.to === state.selected);
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

/* --- labels ----------------------------------------------------------------------------- */

/* In pixels of the screen: write each label where it has room, the most important first. */
function drawLabels(context, network, state, { inOrder, byId }) {
  const scale = network.getScale();
  const ratio = window.devicePixelRatio || 1;
  const width = context.canvas.width / ratio;
  const height = context.canvas.height / ratio;
  const hidden = network.body.nodes;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const taken = new Room();
  taken.add({ left: width - 60, right: width, top: 0, bottom: 124 }); /* the zoom buttons */
  taken.add({ left: 0, right: 330, top: height - 34, bottom: height }); /* the key */
  const seen = [];
  for (const node of inOrder) {
    if (hidden[node.id].options.hidden) continue;
    const at = network.canvasToDOM(hidden[node.id]);
    if (at.x < -40 || at.y < -40 || at.x > width + 40 || at.y > height + 40) continue;
    const item = { node, ...at, radius: Math.max(node.size * scale, LEAST_RADIUS), alpha: strength(node.id, state) };
    seen.push(item);
    if (node.id === state.selected) item.radius += HALO * scale;
    if (item.alpha === 1) taken.add({ ...boxAround(at, 2 * item.radius, 2 * item.radius), yields: !entityById.has(node.id) });
  }
  const first = seen.filter(({ node }) => node.id === state.selected || node.id === state.hovered);
  const rest = seen.filter((item) => item.alpha === 1 && !first.includes(item)).slice(0, MOST_LABELS);
  state.drawn = [];
  for (const item of [...first, ...rest]) writeLabel(context, item, { taken, state, size: { width, height }, always: first.includes(item) });
  for (const role of state.roles) writeRole(context, network.canvasToDOM(role), role.text, taken);
  context.restore();
}

function writeLabel(context, item, { taken, state, size, always }) {
  const { node } = item;
  const strong = entityById.has(node.id) || node.id === state.selected;
  context.font = (strong ? "600 12px " : "400 11.5px ") + FONT;
  const found = findRoom(context, item, { taken, size, strong, always });
  if (!found) return;
  const { lines, spot, box } = found;
  taken.add(box);
  state.drawn.push({ id: node.id, ...box });
  context.strokeStyle = colour("--canvas");
  context.fillStyle = colour(strong ? "--ink" : "--soft");
  context.lineWidth = 4;
  lines.forEach((line, index) => {
    const at = box.top + 1 + LINE * (index + 0.5);
    context.strokeText(line, spot.x, at);
    context.fillText(line, spot.x, at);
  });
}

/*
 * Where a label has room: first in full width around its node, then broken narrowly. The name of an entity
 * may in the end cover the shapes of events, never another label; a label that must stand covers anything.
 */
function findRoom(context, item, { taken, size, strong, always }) {
  const lengths = always ? [2 * LONGEST_LABEL, LONGEST_LABEL] : strong ? [LONGEST_LABEL, NARROW_LABEL] : [LONGEST_LABEL];
  const tries = lengths
    .map((longest) => broken(item.node, longest))
    .filter((lines, index) => index === 0 || !lines.at(-1).endsWith("…"))
    .flatMap((lines) => places(context, item, size, lines));
  return (
    tries.find(({ box }) => taken.isFree(box)) ||
    (strong && tries.find(({ box }) => taken.isFree(box, true))) ||
    (always ? tries[0] : null)
  );
}

/* Below, above, beside and across the corners of a node. */
function places(context, { x, y, radius }, size, lines) {
  const wide = Math.max(...lines.map((line) => widthOf(context, line))) + 6;
  const high = lines.length * LINE + 2;
  const [across, down] = [radius + wide / 2 + 3, radius + high / 2 + 3];
  const corner = radius * 0.75;
  return [
    [0, down], [0, -down], [across, 0], [-across, 0],
    [corner + wide / 2, corner + high / 2], [-corner - wide / 2, corner + high / 2],
    [corner + wide / 2, -corner - high / 2], [-corner - wide / 2, -corner - high / 2],
  ].map(([right, below]) => {
    const spot = within({ x: x + right, y: y + below }, wide, high, size);
    return { lines, spot, box: boxAround(spot, wide, high) };
  });
}

/* The spot moved sideways as far as the label needs to stand on the canvas. */
function within({ x, y }, wide, high, size) {
  const edge = wide / 2 + 2;
  return { x: Math.max(edge, Math.min(size.width - edge, x)), y: Math.max(high / 2, Math.min(size.height - high / 2, y)) };
}

function boxAround({ x, y }, wide, high) {
  return { left: x - wide / 2, right: x + wide / 2, top: y - high / 2, bottom: y + high / 2 };
}

function writeRole(context, { x, y }, text, taken) {
  context.font = "italic 400 11px " + FONT;
  const wide = widthOf(context, text) + 8;
  const box = boxAround({ x, y }, wide, 16);
  if (!taken.isFree(box)) return;
  taken.add(box);
  context.strokeStyle = colour("--canvas");
  context.lineWidth = 5;
  context.strokeText(text, x, y);
  context.fillStyle = colour("--tie");
  context.fillText(text, x, y);
}

const brokenLabels = new Map();

/* A label in at most two lines, broken between words, with "…" where it is longer. */
function broken({ id, label }, longest) {
  const key = longest + " " + id;
  if (!brokenLabels.has(key)) brokenLabels.set(key, breakInTwo(visible(label), longest));
  return brokenLabels.get(key);
}

function breakInTwo(label, longest) {
  const lines = [""];
  for (const word of label.split(/\s+/)) {
    const last = lines.length - 1;
    const longer = lines[last] ? lines[last] + " " + word : word;
    if (longer.length <= longest || !lines[last]) lines[last] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, 2).map((line) => shortened(line, longest));
  if (lines.length > 2 && !kept[1].endsWith("…")) kept[1] += " …";
  return kept;
}

const shortened = (line, longest) => {
  const letters = Array.from(line);
  return letters.length > longest ? letters.slice(0, longest - 1).join("") + "…" : line;
};

const widths = new Map();

function widthOf(context, text) {
  const key = context.font + text;
  if (!widths.has(key)) widths.set(key, context.measureText(text).width);
  return widths.get(key);
}

/* Boxes that are taken, kept in squares so that a question looks at few of them. */
class Room {
  squares = new Map();

  add(box) {
    for (const key of Room.keys(box)) this.squares.set(key, [...(this.squares.get(key) || []), box]);
  }

  /* Whether nothing stands there; with `over`, what yields may be covered. */
  isFree(box, over = false) {
    const clear = (other) => apart(box, other) || (over && other.yields);
    return Room.keys(box).every((key) => (this.squares.get(key) || []).every(clear));
  }

  static keys({ left, right, top, bottom }) {
    const keys = [];
    for (let x = Math.floor(left / 80); x <= right / 80; x++) {
      for (let y = Math.floor(top / 80); y <= bottom / 80; y++) keys.push(x + " " + y);
    }
    return keys;
  }
}

const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

Object.assign(exports, { makeGraph });
