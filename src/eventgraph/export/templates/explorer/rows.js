/* Events as rows to take away: CSV for a spreadsheet, JSON for a program. */

const { documents, passages, entityById, visible } = require("./page");

const DAY = 86400000; /* milliseconds */
const FORMULA = /^[=+\-@\t\r]/;
const CAUTION = "Machine-extracted; an arrest is not guilt.";
const COLUMNS = [
  "id", "when", "earliest", "latest", "edtf", "basis", "type", "status", "label", "who", "where", "numbers",
  "operation", "said_by", "sources", "source", "quote",
];

const iso = (days) => (days === null || days === undefined ? "" : new Date(days * DAY).toISOString().slice(0, 10));
const named = ({ node, text }) => entityById.get(node)?.label || text;
const distinct = (words) => [...new Set(words)].join("; ");

/* What an event comes to, by the columns; those of `events.csv` have the same names. */
function rowOf(event) {
  const { when } = event;
  const told = quotesOf(event);
  const first = told.find((row) => !row.repeat) || told[0];
  return {
    id: event.id,
    when: when ? when.words : "",
    earliest: iso(when?.days?.[0]),
    latest: iso(when?.days?.[3]),
    edtf: when?.edtf || "",
    basis: when?.basis || "",
    type: event.type,
    status: event.status,
    label: event.label,
    who: distinct((event.who || []).map((row) => `${named(row)} (${row.role})`)),
    where: distinct((event.where || []).map((row) => (row.role === "in" ? "" : row.role + " ") + named(row))),
    numbers: distinct((event.howMany || []).map((row) => row.words)),
    operation: entityById.get(event.operation)?.label || "",
    said_by: distinct(told.flatMap((row) => row.saidBy || []).map(named)),
    sources: new Set(told.filter((row) => !row.repeat).map((row) => row.document)).size || (told.length ? 1 : 0),
    source: first ? documents[first.document].title : "",
    quote: first ? first.text : "",
  };
}

/* The passages that tell an event, with their document. */
function quotesOf(event) {
  return (event.quotes || [])
    .filter((row) => !row.besides)
    .map(({ quote: [number], ...row }) => ({ ...row, document: passages[number][0], text: passages[number][1] }));
}

/* A cell on one line, with an apostrophe before whatever a spreadsheet would run. */
function guarded(value) {
  const line = visible(String(value).split(/\s+/).filter(Boolean).join(" "));
  return FORMULA.test(line) ? "'" + line : line;
}

function cell(value) {
  const text = guarded(value);
  return /[",\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
}

/* RFC 4180 with LF line ends. */
function csv(events) {
  const lines = events.map((event) => {
    const row = rowOf(event);
    return COLUMNS.map((column) => cell(row[column])).join(",");
  });
  return [COLUMNS.join(","), ...lines].join("\n") + "\n";
}

/* The events with all passages, sources and claims; `view` is the address they were taken from. */
function json(events, title, view) {
  const all = events.map((event) => ({
    ...rowOf(event),
    quotes: quotesOf(event).map(({ text, document, repeat, saidBy }) => ({
      text, repeat: Boolean(repeat), said_by: (saidBy || []).map(named), source: documents[document],
    })),
    claims: (event.claims || []).map(({ about, value, state, published }) => ({ about, value, state, published: published || "" })),
  }));
  return JSON.stringify({ title, caution: CAUTION, view, events: all }, null, 1) + "\n";
}

Object.assign(exports, { csv, json, CAUTION });
