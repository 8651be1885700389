/* The nodes, drawn on the canvas: shapes by kind, dashed where nothing is a fact, with a halo when selected. */

const { look, kindOf, thing } = require("./page");
const { shapes, drawBinding } = require("./shapes");
const { colour, colourOf } = require("./theme");

const FADED = 0.16;
const HALO = 9;
const LEAST_RADIUS = 4.5; /* on the screen, however far away */
const OUTSIDE = 40;
const PIN = 3;

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
  if (state.path) return state.path.includes(id) || id === state.hovered ? 1 : FADED;
  if (state.selected) return state.near.has(id) || id === state.hovered ? 1 : FADED;
  return state.fits && !state.fits.has(id) && id !== state.hovered ? FADED : 1;
}

/* The nodes that are on the screen, as their labels are placed: the most important first. */
function* inSightOf(network, state, inOrder, { width, height }) {
  for (const node of inOrder) {
    if (!state.visible.has(node.id)) continue;
    const at = network.canvasToDOM(network.body.nodes[node.id]);
    if (at.x < -OUTSIDE || at.y < -OUTSIDE || at.x > width + OUTSIDE || at.y > height + OUTSIDE) continue;
    const halo = node.id === state.selected ? HALO * state.scale : 0;
    const first = node.id === state.selected || node.id === state.hovered || (state.path || []).includes(node.id);
    const radius = Math.max(node.size * state.scale, LEAST_RADIUS) + halo;
    const plain = strength(node.id, state) === 1;
    const ground = plain && Boolean(state.selected || state.path);
    yield { node, ...at, radius, plain, first, ground, badge: state.badgeOf(node.id) };
  }
}

function drawNode(context, { x, y, id }, { shape, colours, unreal, radius: full }, state) {
  const radius = Math.max(full, LEAST_RADIUS / state.scale);
  const main = colourOf(colours);
  const ground = colour("--canvas");
  const pixel = Math.max(1, 1 / state.scale);
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
  context.lineWidth = unreal ? 1.7 * pixel : 1.5;
  context.setLineDash(unreal ? [3.4 * pixel, 2.2 * pixel] : []);
  context.fill();
  context.stroke();
  context.setLineDash([]);
  if (shape === "leaf") {
    context.beginPath();
    drawBinding(context, x, y, radius);
    context.lineWidth = radius * 0.13;
    context.stroke();
  }
  if (state.isPinned(id)) drawPin(context, x, y - radius, state.scale);
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

/* The head of a pin, on what somebody has moved. */
function drawPin(context, x, y, scale) {
  context.beginPath();
  context.arc(x, y, PIN / scale, 0, 2 * Math.PI);
  context.fillStyle = colour("--caution");
  context.strokeStyle = colour("--canvas");
  context.lineWidth = 1.2 / scale;
  context.fill();
  context.stroke();
}

Object.assign(exports, { asDrawn, inSightOf });
