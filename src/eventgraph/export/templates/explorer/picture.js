/* The graph as a picture to take away: SVG, with shapes, lines and labels as the canvas has them. */

const { look, network: payload, kindOf, isNode, thing, visible } = require("./page");
const { shapes, Pencil } = require("./shapes");
const { drawLabels } = require("./labels");
const { widthOf } = require("./lines");
const { colour, colourOf, withOwnColours } = require("./theme");
const { CAUTION } = require("./rows");

const SVG = "http://www.w3.org/2000/svg";
const MARGIN = 90;
const HEAD = 64;
const FOOT = 34;
const LEAST = { width: 640, height: 320 };
const MOST = 6000; /* pixels of the longer side */
const FADED = 0.16;
const FAMILY = "Inter, system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const SERIF = "Charter, Georgia, 'Noto Serif', serif";
const sizes = new Map(payload.nodes.map((node) => [node.id, node]));

/* An SVG document of what the graph shows; `fits` are the nodes that are not faded, null for all. */
const picture = (body, how) => withOwnColours(() => painted(body, how));

function painted(body, { title, fits }) {
  const scene = placed(Object.values(body.nodes).filter(({ id, options }) => isNode(id) && !options.hidden));
  const svg = drawn("svg", { width: scene.width, height: scene.height, viewBox: `0 0 ${scene.width} ${scene.height}`, "font-family": FAMILY });
  const at = new Map(scene.nodes.map((node) => [node.id, node]));
  const strong = (id) => !fits || fits.has(id);
  svg.append(
    drawn("title", {}, title),
    drawn("rect", { width: "100%", height: "100%", fill: colour("--canvas") }),
    lines(body.edges, at),
    ...scene.nodes.map((node) => shape(node, strong(node.id))),
    labels(scene, strong),
    drawn("text", { x: 28, y: 40, "font-family": SERIF, "font-size": 22, "font-weight": 600, fill: colour("--ink") }, title),
    drawn("text", { x: 28, y: scene.height - 16, "font-family": SERIF, "font-size": 13, "font-style": "italic", fill: colour("--caution") }, CAUTION)
  );
  return svg;
}

/* The nodes moved and scaled to fit the picture, in pixels of it. */
function placed(nodes) {
  const [xs, ys] = [nodes.map(({ x }) => x), nodes.map(({ y }) => y)];
  const ends = (numbers) => numbers.reduce(([low, high], n) => [Math.min(low, n), Math.max(high, n)], [0, 0].fill(numbers[0] ?? 0));
  const [[left, right], [top, bottom]] = [ends(xs), ends(ys)];
  const scale = Math.min(1, (MOST - 2 * MARGIN) / Math.max(right - left, bottom - top, 1));
  const width = Math.max(LEAST.width, Math.ceil((right - left) * scale + 2 * MARGIN));
  const height = Math.max(LEAST.height, Math.ceil((bottom - top) * scale + 2 * MARGIN + HEAD + FOOT));
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const found = nodes.map(({ id, x, y }) => ({
    id,
    x: width / 2 + (x - middle.x) * scale,
    y: (height + HEAD - FOOT) / 2 + (y - middle.y) * scale,
    radius: Math.max(3, (sizes.get(id)?.size || 8) * scale),
  }));
  return { nodes: found, width, height };
}

function lines(edges, at) {
  const all = drawn("g", { stroke: colour("--edge"), "stroke-width": 1 });
  for (const { edge, count } of edges) {
    const [from, to] = [at.get(edge.from), at.get(edge.to)];
    const width = count > 1 ? { "stroke-width": n(widthOf(count)) } : {};
    if (from && to) all.append(drawn("line", { x1: n(from.x), y1: n(from.y), x2: n(to.x), y2: n(to.y), ...width }));
  }
  return all;
}

function shape({ id, x, y, radius }, strong) {
  const kind = kindOf(id);
  const { shape: form, colours } = look[kind.group][kind.name];
  const pencil = new Pencil();
  (shapes[form] || shapes.dot)(pencil, x, y, radius);
  const main = colourOf(colours);
  const unreal = kind.group === "event" && thing(id).unreal;
  const paint = unreal
    ? { fill: colour("--canvas"), stroke: main, "stroke-width": 1.7, "stroke-dasharray": "3.4 2.2" }
    : { fill: main, stroke: colour("--canvas"), "stroke-width": 1.5 };
  const path = drawn("path", { d: pencil.text, ...paint, opacity: strong ? 1 : FADED });
  path.append(drawn("title", {}, thing(id).label));
  return path;
}

/* --- labels ----------------------------------------------------------------------------- */

/* The same rules as on the canvas place them; what they write is kept as text. */
function labels({ nodes, width, height }, strong) {
  const paper = new Paper();
  const rank = ({ id, radius }) => radius + (kindOf(id).group === "entity" ? 100 : 0);
  const items = nodes
    .map(({ id, x, y, radius }) => ({ node: sizes.get(id) || { id, label: thing(id).label }, x, y, radius, plain: strong(id), first: false }))
    .sort((a, b) => rank({ id: b.node.id, radius: b.radius }) - rank({ id: a.node.id, radius: a.radius }));
  drawLabels(paper, { width, height: height - FOOT }, items, []);
  return paper.group;
}

/* Takes the calls of a canvas that write text, and keeps them as SVG. */
class Paper {
  group = drawn("g", { "text-anchor": "middle", "dominant-baseline": "central", "paint-order": "stroke", "stroke-linejoin": "round" });
  #measure = document.createElement("canvas").getContext("2d");

  save() {}

  restore() {}

  setTransform() {}

  strokeText() {}

  measureText(text) {
    this.#measure.font = this.font;
    return this.#measure.measureText(text);
  }

  fillText(text, x, y) {
    const [, style, weight, size] = /^(italic )?(\d+) ([\d.]+)px/.exec(this.font) || [];
    const font = { "font-weight": weight, "font-size": size, "font-style": style ? "italic" : null };
    const paint = { fill: this.fillStyle, stroke: this.strokeStyle, "stroke-width": this.lineWidth, direction: this.direction };
    this.group.append(drawn("text", { x: n(x), y: n(y), ...font, ...paint }, text));
  }
}

/* --- elements --------------------------------------------------------------------------- */

const n = (number) => number.toFixed(1);

/* An element of SVG; its text is escaped when it is written. */
function drawn(tag, attributes, text) {
  const made = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(key, String(value));
  }
  if (text !== undefined) made.textContent = visible(text).replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  return made;
}

/* The text of an SVG file. */
const written = (svg) => '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(svg) + "\n";

Object.assign(exports, { picture, written });
