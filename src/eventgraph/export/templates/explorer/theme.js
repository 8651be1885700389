/* The colours of the style sheet, for what is drawn on a canvas. */

const dark = matchMedia("(prefers-color-scheme: dark)");
const known = new Map();

/* A colour by the name of its variable, asked once for each theme. */
function colour(name) {
  if (!known.has(name)) known.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  return known.get(name);
}

const isDark = () => dark.matches;

function onChange(act) {
  dark.addEventListener("change", () => {
    known.clear();
    act();
  });
}

Object.assign(exports, { colour, isDark, onChange });
