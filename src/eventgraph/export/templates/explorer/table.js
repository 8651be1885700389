/* The events as a table: the same rows as in the list, sorted by any column, a page at a time. */

const { documents, events, entityById, element, name, toNode, joined, kindClass } = require("./page");
const { worded } = require("./words");
const state = require("./state");
const { shownEvents, sourcesOf } = require("./filter");
const { starButton } = require("./star");

const PAGE = 100;
const COLUMNS = [
  ["date", "Date"],
  ["what", "What"],
  ["status", "Status"],
  ["who", "Who"],
  ["where", "Where"],
  ["number", "How many"],
  ["sources", "Sources"],
];

const named = (rows) => (rows || []).map((row) => entityById.get(row.node)?.label || row.text);
const order = new Map(events.map((event, index) => [event.id, index]));
/* What each column is sorted by; an empty text or null comes last, whichever way. */
const KEYS = {
  date: (event) => (event.when ? order.get(event.id) : null),
  what: (event) => event.label,
  status: (event) => event.status,
  who: (event) => named(event.who).join(),
  where: (event) => named(event.where).join(),
  number: (event) => firstNumber(event),
  sources: (event) => sourcesOf.get(event.id).size,
};

/* The first number among the words, to sort by. */
function firstNumber(event) {
  const found = (event.howMany || []).map(({ words }) => /\d[\d,]*(\.\d+)?/.exec(words)).find(Boolean);
  return found ? Number(found[0].replaceAll(",", "")) : null;
}

function makeTable() {
  const place = document.getElementById("table");
  const [body, bar] = [element("tbody", { role: "rowgroup" }), element("nav", { class: "pages", "aria-label": "Pages of the table" })];
  const heads = new Map(COLUMNS.map(([key, words]) => [key, head(key, words)]));
  place.append(frame(heads, body), bar);
  let page = 0;
  let sorted = [];
  let drawn = null;

  /* Only what is looked at is drawn: the table, while its tab is open. */
  function render(now) {
    document.body.classList.toggle("in-table", now.tab === "table");
    if (now.tab !== "table") return;
    const list = sortedEvents(now);
    if (list !== sorted) page = 0;
    sorted = list;
    for (const [key, cell] of heads) cell.setAttribute("aria-sort", sortOf(now.sort, key));
    if (drawn !== sorted) draw();
    select(now.node);
  }

  function draw() {
    drawn = sorted;
    body.replaceChildren(...sorted.slice(page * PAGE, (page + 1) * PAGE).map(row));
    bar.replaceChildren(...pages(page, sorted.length, turn));
    bar.hidden = sorted.length <= PAGE;
    mark(state.get().node);
  }

  function turn(step) {
    page += step;
    draw();
    place.scrollTop = 0;
    (bar.querySelector(step > 0 ? ".next:enabled" : ".previous:enabled") || bar.querySelector(":enabled"))?.focus();
  }

  function mark(node) {
    for (const line of body.rows) {
      if (line.dataset.node === node) line.setAttribute("aria-current", "true");
      else line.removeAttribute("aria-current");
    }
  }

  /* Turn to the page that has the node, and mark it. */
  function select(node) {
    if (state.get().tab !== "table") return;
    const at = sorted.findIndex((event) => event.node === node);
    if (at >= 0 && Math.floor(at / PAGE) !== page) {
      page = Math.floor(at / PAGE);
      draw();
    } else mark(node);
    body.querySelector("tr[aria-current]")?.scrollIntoView({ block: "nearest" });
  }

  function beside(node, step) {
    const at = sorted.findIndex((event) => event.node === node);
    return sorted[at < 0 ? (step > 0 ? 0 : sorted.length - 1) : at + step]?.node;
  }

  return { render, select, beside };
}

/* --- order ------------------------------------------------------------------------------ */

let known = [];

/* The shown events in the order that is asked for, the same list as long as neither changes. */
function sortedEvents(now) {
  const shown = shownEvents(now);
  if (known[0] !== now.sort || !sameSet(known[1], shown)) known = [now.sort, shown, sort(now.sort, shown)];
  return known[2];
}

const sameSet = (a, b) => a === b || (a.size === b.size && [...a].every((id) => b.has(id)));
const compare = new Intl.Collator("en", { numeric: true, sensitivity: "base" }).compare;
const isEmpty = (key) => key === null || key === "";

function sort(by, shown) {
  const [column, way] = by.startsWith("-") ? [by.slice(1), -1] : [by, 1];
  const keyed = events.filter((event) => shown.has(event.id)).map((event) => [KEYS[column](event), event]);
  const ordered = ([a], [b]) => (typeof a === "number" && typeof b === "number" ? a - b : compare(a, b));
  keyed.sort((a, b) => isEmpty(a[0]) - isEmpty(b[0]) || (isEmpty(a[0]) ? 0 : way * ordered(a, b)));
  return keyed.map(([, event]) => event);
}

const sortOf = (by, key) => (by === key ? "ascending" : by === "-" + key ? "descending" : "none");

/* --- cells ------------------------------------------------------------------------------ */

/* Roles are written out: on a phone the rows are drawn as cards, and must stay rows to a screen reader. */
function frame(heads, body) {
  const corner = element("th", { role: "columnheader", class: "mark", scope: "col" }, element("span", { class: "hidden" }, "Star"));
  const line = element("tr", { role: "row" }, corner, [...heads.values()]);
  const title = element("caption", { class: "hidden" }, "Events, with date, status, participants, places, numbers and sources");
  return element("table", { role: "table" }, title, element("thead", { role: "rowgroup" }, line), body);
}

function head(key, words) {
  const button = element("button", { type: "button" }, words);
  button.addEventListener("click", () => state.set({ sort: state.get().sort === key ? "-" + key : key }));
  return element("th", { role: "columnheader", scope: "col", class: key, "aria-sort": "none" }, button);
}

function row(event) {
  const cell = (key, ...content) => element("td", { role: "cell", class: key }, content);
  const parties = (rows) => joined((rows || []).map((one) => party(one)), ", ");
  return element(
    "tr",
    { role: "row", "data-node": event.node, class: kindClass({ group: "event", name: event.kind }) },
    cell("mark", starButton(event)),
    cell("date", event.when ? event.when.words : "undated"),
    cell("what", toNode(event.node, event.label)),
    cell("status", element("span", { class: event.status === "happened" ? "" : "badge " + event.status }, worded(event.status))),
    cell("who", parties(event.who)),
    cell("where", parties(event.where)),
    cell("number", joined((event.howMany || []).map(({ words }) => words), ", ")),
    cell("sources", told(event))
  );
}

const party = ({ node, text }) => name(entityById.get(node)?.label || text);

/* The first source by its title, and how many more there are. */
function told(event) {
  const [first, ...more] = sourcesOf.get(event.id);
  if (!first) return null;
  return [name(documents[first].title), more.length > 0 && ` and ${more.length} more`];
}

function pages(page, total, turn) {
  const last = Math.ceil(total / PAGE) - 1;
  const step = (words, by, kind, off) => {
    const button = element("button", { type: "button", class: "deed " + kind, disabled: off }, words);
    button.addEventListener("click", () => turn(by));
    return button;
  };
  const of = `${page * PAGE + 1}–${Math.min(total, (page + 1) * PAGE)} of ${total.toLocaleString("en")}`;
  return [
    step("Previous", -1, "previous", page === 0),
    element("span", { role: "status" }, of),
    step("Next", 1, "next", page >= last),
  ];
}

Object.assign(exports, { makeTable });
