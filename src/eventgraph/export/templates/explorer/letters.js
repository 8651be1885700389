/* The letters on a canvas: one family in several styles, and how wide words are, each measured once. */

const FAMILY = '"Inter", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

const widths = new Map();
let current;

/* Write in a style from here on: weight and size, such as "600 12px". */
function setLetters(context, style) {
  context.font = style + " " + FAMILY;
  if (!widths.has(style)) widths.set(style, new Map());
  current = widths.get(style);
}

/* The width in pixels of words in the style that was set last; to ask the canvas for its font is slow. */
function widthOf(context, words) {
  if (!current.has(words)) current.set(words, context.measureText(words).width);
  return current.get(words);
}

Object.assign(exports, { setLetters, widthOf });
