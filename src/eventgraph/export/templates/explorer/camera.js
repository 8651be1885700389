/* What part of the graph is seen, and how near. */

const LARGEST_SCALE = 1.35;
const NEAR_SCALE = 0.95;
const LEAST_SIGHT = 90;
const MARGIN = { across: 72, down: 52 };

const still = matchMedia("(prefers-reduced-motion: reduce)");
const motion = () => (still.matches ? false : { duration: 260, easingFunction: "easeOutQuad" });

function makeCamera(container, network) {
  function fit(points, { most, animated, top, bottom }) {
    if (!points.length) return;
    const [left, right] = ends(points.map(({ x }) => x));
    const [high, low] = ends(points.map(({ y }) => y));
    const { clientWidth: width, clientHeight: height } = container;
    const scale = Math.min(
      most,
      Math.max(width - 2 * MARGIN.across, 80) / (right - left || 1),
      Math.max(bottom - top - 2 * Math.min(MARGIN.down, height / 12), 80) / (low - high || 1)
    );
    const offset = { x: 0, y: (top + bottom - height) / 2 };
    const position = { x: (left + right) / 2, y: (high + low) / 2 };
    network.moveTo({ position, offset, scale, animation: animated && motion() });
  }

  /* All points, with room for the labels at the edges. */
  function whole(points, animated = true) {
    fit(points, { most: LARGEST_SCALE, animated, top: head() / 2, bottom: container.clientHeight });
  }

  /* Some points, in the part of the graph that can be seen; whether there is one. */
  function near(points) {
    const [top, bottom] = inSight(container);
    if (bottom - top < LEAST_SIGHT) return false;
    fit(points, { most: NEAR_SCALE, animated: true, top: Math.min(top + head(), bottom - LEAST_SIGHT), bottom });
    return true;
  }

  /* Nothing moves as long as the point stands well within what can be seen of the graph. */
  function bringIntoView(point) {
    const { x, y } = network.canvasToDOM(point);
    const { clientWidth: width, clientHeight: height } = container;
    const [top, bottom] = inSight(container);
    const [across, down] = [width * 0.12, (bottom - top) * 0.14];
    const inside = x > across && x < width - across && y > top + down && y < bottom - down;
    if (inside || bottom - top < LEAST_SIGHT) return;
    const offset = { x: 0, y: (top + bottom - height) / 2 };
    network.moveTo({ position: point, offset, animation: motion() });
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor, animation: motion() });
  }

  return { whole, near, bringIntoView, zoom };
}

/* The height of the buttons above the graph. */
const head = () => document.getElementById("bench").offsetHeight;

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
