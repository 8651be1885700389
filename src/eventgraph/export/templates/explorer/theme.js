/* The colours of the style sheet, for what is drawn on a canvas. */

const dark = matchMedia("(prefers-color-scheme: dark)");
const forced = matchMedia("(forced-colors: active)");
const known = new Map();
const FORCED = { "--canvas": "Canvas", "--card": "Canvas", "--paper": "Canvas", "--edge": "GrayText" };

let own = false;
const isForced = () => forced.matches && !own;

/* A colour by the name of its variable, asked once for each theme; where the system gives the colours, one of those. */
function colour(name) {
  if (isForced()) return FORCED[name] || "CanvasText";
  if (!known.has(name)) known.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  return known.get(name);
}

/* The colour of a kind: of its two, the one for the ground. */
const colourOf = (colours) => (isForced() ? "CanvasText" : colours[dark.matches ? 1 : 0]);

/* What is drawn for others has the page's own colours, whatever the system gives here. */
function withOwnColours(act) {
  own = true;
  try {
    return act();
  } finally {
    own = false;
  }
}

function onChange(act) {
  for (const query of [dark, forced]) {
    query.addEventListener("change", () => {
      known.clear();
      act();
    });
  }
}

Object.assign(exports, { colour, colourOf, withOwnColours, onChange });
