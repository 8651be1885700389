/* What part of the graph is seen, and how near. */

const LARGEST_SCALE = 1.35;
const NEAR_SCALE = 0.95;
const LEAST_SIGHT = 90;
const LEAST_ROOM = 80;
const LEAST_EDGE = 40;
const NARROW = 260; /* in a stretch so low, a selection may stand beside the lower buttons */
const MARGIN = { across: 72, down: 52 }; /* around what is brought near */
const EDGE = { side: 34, top: 16, bottom: 20 }; /* around the whole: beside the buttons, and under a label */

const still = matchMedia("(prefers-reduced-motion: reduce)");
const motion = () => (still.matches ? false : { duration: 260, easingFunction: "easeOutQuad" });

function makeCamera(container, network) {
  /* Points into a box of the canvas, in pixels. */
  function fit(points, { most, animated, box }) {
    if (!points.length) return;
    const [left, right] = ends(points.map(({ x }) => x));
    const [high, low] = ends(points.map(({ y }) => y));
    const scale = Math.min(most, box.width / (right - left || 1), box.height / (low - high || 1));
    const offset = {
      x: box.left + (box.width - container.clientWidth) / 2,
      y: box.top + (box.height - container.clientHeight) / 2,
    };
    const position = { x: (left + right) / 2, y: (high + low) / 2 };
    network.moveTo({ position, offset, scale, animation: animated && motion() });
  }

  /* The part of the canvas that no button covers; with `atRest`, when nothing is selected. */
  function room(atRest = false) {
    const zoom = container.parentElement.querySelector(".view");
    const top = head(atRest) + EDGE.top;
    const { clientWidth: width, clientHeight: height } = container;
    return {
      left: EDGE.side,
      top,
      width: Math.max(width - EDGE.side - (zoom.offsetWidth + EDGE.side), LEAST_ROOM),
      height: Math.max(height - top - foot() - EDGE.bottom, LEAST_ROOM),
    };
  }

  /* All points, with room for the labels at the edges. */
  function whole(points, animated = true) {
    fit(points, { most: LARGEST_SCALE, animated, box: room() });
  }

  /* Some points, in the part of the graph that can be seen; whether there is one. */
  function near(points, animated) {
    const [top, end] = inSight(container);
    const { clientWidth: width, clientHeight: height } = container;
    const bottom = end < height ? end : height - foot();
    if (bottom - top < LEAST_SIGHT) return false;
    const high = Math.min(top + head(bottom - top < NARROW), bottom - LEAST_SIGHT);
    const room = Math.max(bottom - high - 2 * Math.min(MARGIN.down, height / 12), Math.min(LEAST_ROOM, bottom - high - LEAST_EDGE));
    const box = {
      left: MARGIN.across, top: (high + bottom - room) / 2,
      width: Math.max(width - 2 * MARGIN.across, LEAST_ROOM), height: room,
    };
    fit(points, { most: NEAR_SCALE, animated, box });
    return true;
  }

  /* Nothing moves as long as the point stands well within what can be seen of the graph; whether it did. */
  function bringIntoView(point) {
    const { x, y } = network.canvasToDOM(point);
    const { clientWidth: width, clientHeight: height } = container;
    const [top, bottom] = inSight(container);
    const [across, down] = [width * 0.12, (bottom - top) * 0.14];
    const inside = x > across && x < width - across && y > top + down && y < bottom - down;
    if (inside || bottom - top < LEAST_SIGHT) return false;
    const offset = { x: 0, y: (top + bottom - height) / 2 };
    network.moveTo({ position: point, offset, animation: motion() });
    return true;
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor, animation: motion() });
  }

  return { whole, near, room, bringIntoView, zoom };
}

/* The height of the buttons above the graph, or of their first row. */
function head(firstRow = false) {
  const bench = document.getElementById("bench");
  return bench.offsetTop + (firstRow && bench.firstElementChild ? bench.firstElementChild : bench).offsetHeight;
}

/* The height of the key below it. */
const foot = () => document.querySelector(".picture .key").offsetHeight;

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

Object.assign(exports, { makeCamera });
