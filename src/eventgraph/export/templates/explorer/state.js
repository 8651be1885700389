/*
 * One store for what the reader chose. The address holds all of it behind "#", so that a link shows the same
 * view: "#NODE?q=words&from=2024-01-01"; what is as usual is left out. Nothing in an address is believed but
 * ids and values that are known.
 */

const { look, documents, entities, events, eventById, isNode } = require("./page");

const PAUSE = 150; /* milliseconds: browsers refuse addresses that are replaced at every letter */
const LONGEST_SEARCH = 200;
const LONGEST_LINK = 4000; /* characters behind "#": more than that, mail programs cut */
const LONGEST_READ = 20000; /* what is longer was not written here */
const MOST = 500; /* members of a list */
const DAY = /^\d{4}-\d\d-\d\d$/;

const kinds = new Set(["entity", "event"].flatMap((group) => look.order[group].map((kind) => group + " " + kind)));
const statuses = new Set(events.map((event) => event.status));
const publishers = new Set(Object.values(documents).map((document) => document.publisher).filter(Boolean));

/* A publisher as `source` names it, and words of titles; a document goes by its id, which has no space. */
const fromPublisher = (name) => "by " + name;
const withWords = (words) => "with " + words;
const isSource = (value) =>
  Object.hasOwn(documents, value) || (value.startsWith("by ") && publishers.has(value.slice(3))) ||
  /^with .{0,199}\S$/s.test(value);
const isDay = (value) => DAY.test(value) && new Date(value + "T00:00Z").toJSON()?.startsWith(value) === true;

/* The columns that a table can be sorted by; with "-" from the last to the first. */
const SORTS = ["date", "what", "status", "who", "where", "number", "sources"];

/* How each thing stands in an address: what is usual, and what is believed of the words found there. */
const word = (usual, isKnown) => ({ usual, read: (text) => (isKnown(text) ? text : usual), write: String });
const oneOf = (usual, ...others) => word(usual, (text) => others.includes(text));
const listOf = (isKnown) => ({
  usual: Object.freeze(new Set()),
  read: (text) => new Set(text.split(",", MOST).filter(isKnown)),
  write: (chosen) => [...chosen].join(","),
});
const setOf = (isKnown) => ({ ...listOf(isKnown), write: (chosen) => [...chosen].sort().join(",") });

/* What was done to the picture, as "fold~ID" or "open2~ID"; null for anything else. */
function deedOf(act) {
  const [, deed, steps, node] = /^(hide|fold|open(?=[0-3])|focus(?=[1-3]))(\d?)~(.+)$/s.exec(act) || [];
  return deed && isNode(node) ? { act, deed, steps: Number(steps), node } : null;
}

/* Where something was moved to, as "ID~ACROSS~DOWN" from its own place; null for anything else. */
function moveOf(text) {
  const [, node, across, down] = /^(.+)~(-?\d{1,5})~(-?\d{1,5})$/s.exec(text) || [];
  return node && isNode(node) ? { node, x: Number(across), y: Number(down) } : null;
}

/* The ends of a path, as "ID~ID", in the order of time with "~timely"; null for anything else. */
function endsOf(text) {
  const [from, to, timely, ...more] = text.split("~");
  const known = isNode(from) && isNode(to) && from !== to && (timely === undefined || timely === "timely");
  return known && !more.length ? { from, to, timely: timely === "timely" } : null;
}

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
  path: word("", endsOf),
  alone: oneOf("", "yes", "no"),
  did: listOf(deedOf),
  pins: listOf(moveOf),
  namepins: listOf(moveOf),
};
/* What concerns the graph alone, and no list. */
const PICTURE = ["node", "graph", "path", "alone", "did", "pins", "namepins"];
/* What a link leaves out, the first first, when it grows too long. */
const LEAST = ["pins", "namepins", "did", "starred"];
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
function toAddress(state, ...without) {
  const said = Object.entries(FORMS)
    .filter(([key, form]) => (state[key] instanceof Set ? state[key].size : state[key] !== form.usual))
    .filter(([key]) => !without.includes(key))
    .map(([key, form]) => key + "=" + encoded(form.write(state[key])));
  return (state.node ? encoded(state.node) : "") + (said.length ? "?" + said.join("&") : "");
}

/* The same, short enough for a link; `left` names what it leaves out. */
function toLink(state) {
  const left = [];
  let text = toAddress(state);
  for (const key of LEAST.filter((one) => state[one].size)) {
    if (text.length <= LONGEST_LINK) break;
    left.push(key);
    text = toAddress(state, ...left);
  }
  return { text, left };
}

function fromAddress(address) {
  const text = address.length > LONGEST_READ ? "" : address;
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
let arrived = (did) => did;
let now = fromAddress(location.hash.slice(1));
let waiting = 0;

/* The state, frozen; its sets are not to be changed but replaced. */
const get = () => now;

/* `act` is called with the new state and the one before, after each change. */
const listen = (act) => listeners.push(act);

/* `act` gives, for what was done to the picture and a node that is to be selected, what is done then. */
const arriving = (act) => { arrived = act; };

/* Change some of the state. With `push` the back button leads to what was before. */
function set(changes, { push = false } = {}) {
  const before = now;
  const selecting = "node" in changes && changes.node !== before.node;
  const next = { ...before, ...(selecting && { path: "" }), ...changes };
  if (selecting && next.node && !changes.did) next.did = arrived(before.did, next.node);
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
  const { text, left } = toLink(now);
  try {
    history[how](left.length ? toAddress(now) : null, "", text ? "#" + text : location.pathname + location.search);
  } catch {
    /* A browser that refuses keeps the old address; the page goes on. */
  }
}

function tell(before) {
  for (const act of listeners) act(now, before);
}

/* The state of the address; the whole of it where the browser remembers what did not fit. */
function here() {
  const text = location.hash.slice(1);
  const whole = typeof history.state === "string" ? fromAddress(history.state) : null;
  return whole && toLink(whole).text === text ? whole : fromAddress(text);
}

/* The address was changed from outside: a link, the back button, somebody who typed. */
function follow() {
  const before = now;
  const found = here();
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

/* The whole address of what is seen now, to be given to others, and what did not fit into it. */
function link() {
  const { text, left } = toLink(now);
  return { url: location.href.split("#")[0] + (text ? "#" + text : ""), left };
}

/* A set with one member more or less. */
function toggled(chosen, member) {
  const next = new Set(chosen);
  if (!next.delete(member)) next.add(member);
  return next;
}

Object.assign(exports, { get, set, listen, arriving, link, toggled, usual, withWords, deedOf, moveOf, endsOf, PICTURE, fromPublisher, publishers, statuses, isDay, SORTS });
