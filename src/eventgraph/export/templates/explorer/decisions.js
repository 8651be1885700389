/* Corrections as `decisions.toml` has them: tables that point at words in sources. */

const { documents } = require("./page");

/* A string as TOML writes it. */
const toml = (text) => JSON.stringify(text).replaceAll("\u007f", "\\u007f");

/* The words of a pin: [document, text, nth], where nth is left out if they stand once. */
function quote([document, text, nth]) {
  const place = nth ? `, nth = ${nth}` : "";
  return `{origin = ${toml(documents[document].origin)}, text = ${toml(text)}${place}}`;
}

/* One table: `rows` are pairs of a key and what stands behind it as TOML; a note comes last. */
function table(action, rows, note) {
  const lines = rows.map(([key, value]) => `${key} = ${value}\n`);
  const why = note.trim() ? `note = ${toml(note.trim())}\n` : "";
  return `[[${action}]]\n${lines.join("")}${why}`;
}

/* The tables that leave out an entity, or an event with each passage that tells it. */
const reject = (key, pins, note) => pins.map((pin) => table("reject", [[key, quote(pin)]], note)).join("\n");
const retype = (key, pin, type, note) => table("retype", [["type", toml(type)], [key, quote(pin)]], note);
const redate = (pin, edtf, note) => table("redate", [["event", quote(pin)], ["edtf", toml(edtf)]], note);
const rename = (pin, name, note) => table("rename", [["a", quote(pin)], ["name", toml(name)]], note);
const merge = (a, b, note) => table("merge", [["a", quote(a)], ["b", quote(b)]], note);
const split = (a, b, note) => table("split", [["a", quote(a)], ...(b ? [["b", quote(b)]] : [])], note);

Object.assign(exports, { reject, retype, redate, rename, merge, split, quote });
