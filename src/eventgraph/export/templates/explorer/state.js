/*
 * One store for what the reader chose. The address holds all of it behind "#", so that a link shows the same
 * view: "#NODE?q=words&from=2024-01-01"; what is as usual is left out. Nothing in an address is believed but
 * ids and values that are known.
 */

const { look, documents, entities, events, eventById, isNode } = require("./page");

const PAUSE = 150; /* milliseconds: browsers refuse addresses that are replaced at every letter */
const LONGEST_SEARCH = 200;
const DAY = /^\d{4}-\d\d-\d\d$/;

const kinds = new Set(["entity", "event"].flatMap((group) => look.order[group].map((kind) => group + " " + kind)));
const statuses = new Set(events.map((event) => event.status));
const publishers = new Set(Object.values(documents).map((document) => document.publisher).filter(Boolean));

/* A publisher as `source` names it; a document goes by its id, which has no space. */
const fromPublisher = (name) => "by " + name;
const isSource = (value) =>
  Object.hasOwn(documents, value) || (value.startsWith("by ") && publishers.has(value.slice(3)));
const isDay = (value) => DAY.test(value) && new Date(value + "T00:00Z").toJSON()?.startsWith(value) === true;

/* The columns that a table can be sorted by; with "-" from the last to the first. */
const SORTS = ["date", "what", "status", "who", "where", "number", "sources"];

/* How each thing stands in an address: what is usual, and what is believed of the words found there. */
const word = (usual, isKnown) => ({ usual, read: (text) => (isKnown(text) ? text : usual), write: String });
const oneOf = (usual, ...others) => word(usual, (text) => others.includes(text));
const setOf = (isKnown) => ({
  usual: Object.freeze(new Set()),
  read: (text) => new Set(text.split(",").filter(isKnown)),
  write: (chosen) => [...chosen].sort().join(","),
});

const FORMS = {
  q: { ...word("", () => true), read: (text) => text.slice(0, LONGEST_SEARCH) },
  off: setOf((key) => kinds.has(key)),
  status: setOf((key) => statuses.has(key)),
  source: word("", isSource),
  disputed: { usual: false, read: (text) => text === "yes", write: () => "yes" },
  from: word("", isDay),
  to: word("", isDay),
  mode: oneOf("possible", "certain"),
  graph: oneOf("events", "names"),
  tab: oneOf("events", "names", "table"),
  sort: oneOf(...SORTS.flatMap((column) => [column, "-" + column])),
  starred: setOf((id) => eventById.has(id)),
  only: { usual: false, read: (text) => text === "yes", write: () => "yes" },
};
const usual = Object.freeze({
  node: null,
  ...Object.fromEntries(Object.entries(FORMS).map(([key, form]) => [key, form.usual])),
});

/* --- the address ------------------------------------------------------------------------ */

const encoded = (text) => encodeURIComponent(text).replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%20", "+");

function decoded(text) {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return "";
  }
}

/* What stands behind "#" for a state; "" for the usual one. */
function toAddress(state) {
  const said = Object.entries(FORMS)
    .filter(([key, form]) => (state[key] instanceof Set ? state[key].size : state[key] !== form.usual))
    .map(([key, form]) => key + "=" + encoded(form.write(state[key])));
  return (state.node ? encoded(state.node) : "") + (said.length ? "?" + said.join("&") : "");
}

function fromAddress(text) {
  const [node, ...rest] = text.split("?");
  const found = { ...usual, node: isNode(decoded(node)) ? decoded(node) : null };
  for (const pair of rest.join("?").split("&")) {
    const [key, ...value] = pair.split("=");
    if (Object.hasOwn(FORMS, key)) found[key] = FORMS[key].read(decoded(value.join("=")));
  }
  return Object.freeze(found);
}

/* --- the store -------------------------------------------------------------------------- */

const listeners = [];
let now = fromAddress(location.hash.slice(1));
let waiting = 0;

/* The state, frozen; its sets are not to be changed but replaced. */
const get = () => now;

/* `act` is called with the new state and the one before, after each change. */
const listen = (act) => listeners.push(act);

/* Change some of the state. With `push` the back button leads to what was before. */
function set(changes, { push = false } = {}) {
  const before = now;
  const next = { ...before, ...changes };
  if (toAddress(next) === toAddress(before)) return;
  if (push) {
    if (waiting) write("replaceState");
    now = Object.freeze(next);
    write("pushState");
  } else {
    now = Object.freeze(next);
    waiting ||= setTimeout(write, PAUSE, "replaceState");
  }
  tell(before);
}

function write(how) {
  clearTimeout(waiting);
  waiting = 0;
  const address = toAddress(now);
  try {
    history[how](null, "", address ? "#" + address : location.pathname + location.search);
  } catch {
    /* A browser that refuses keeps the old address; the page goes on. */
  }
}

function tell(before) {
  for (const act of listeners) act(now, before);
}

/* The address was changed from outside: a link, the back button, somebody who typed. */
function follow() {
  const before = now;
  const found = fromAddress(location.hash.slice(1));
  if (toAddress(found) === toAddress(before)) return;
  clearTimeout(waiting);
  waiting = 0;
  now = found;
  tell(before);
}

addEventListener("hashchange", follow);
addEventListener("popstate", follow);

/* A link within the page selects and keeps the filters; one to a part of the page only goes there. */
document.addEventListener("click", (clicked) => {
  const link = clicked.target.closest?.('a[href^="#"]');
  if (!link || clicked.button || clicked.ctrlKey || clicked.metaKey || clicked.shiftKey || clicked.altKey) return;
  const id = decoded(link.getAttribute("href").slice(1));
  clicked.preventDefault();
  if (isNode(id)) set({ node: id }, { push: true });
  else document.getElementById(id)?.focus();
});

/* The whole address of what is seen now, to be given to others. */
const link = () => location.href.split("#")[0] + (toAddress(now) ? "#" + toAddress(now) : "");

/* A set with one member more or less. */
function toggled(chosen, member) {
  const next = new Set(chosen);
  if (!next.delete(member)) next.add(member);
  return next;
}

Object.assign(exports, { get, set, listen, link, toggled, usual, fromPublisher, publishers, statuses, isDay, SORTS });
