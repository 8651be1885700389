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

const TO_THE_LEFT = /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u; /* what begins in Hebrew, Arabic and their like */

/* Words as the lines of their language run: points and brackets stand at the right end. */
function write(context, words, x, y, { edged = false } = {}) {
  context.direction = TO_THE_LEFT.test(words) ? "rtl" : "ltr";
  if (edged) context.strokeText(words, x, y);
  context.fillText(words, x, y);
}

Object.assign(exports, { setLetters, widthOf, write });
