/* Which events and names are shown: lists, graph, table and timeline all ask here, with one state. */

const { documents, entities, events, eventsOfNode, entityById, passages } = require("./page");
const { usual } = require("./state");

const DAY = 86400000; /* milliseconds */
const days = (iso) => Date.parse(iso + "T00:00Z") / DAY;

/* --- what is known of each event beforehand --------------------------------------------- */

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();

/* What each event and entity can be found by. */
function haystacks() {
  const names = new Map(entities.map((entity) => [entity.id, [entity.label, ...(entity.aliases || [])].join(" ")]));
  const words = new Map([...names].map(([id, text]) => [id, plain(text)]));
  for (const event of events) {
    const parties = [...(event.who || []), ...(event.where || [])].flatMap((row) => [row.text, names.get(row.node)]);
    const told = (event.quotes || []).map((row) => passages[row.quote[0]][1]);
    const own = [event.label, event.type, event.when?.words, event.when?.edtf, names.get(event.operation)];
    words.set(event.id, plain([...own, ...parties, ...told].filter(Boolean).join(" ")));
  }
  return words;
}

let words; /* made when something is searched for the first time */
const documentsOf = (thing) => new Set((thing.quotes || []).map((row) => passages[(row.quote || row)[0]][0]));
const sourcesOf = new Map([...events, ...entities].map((thing) => [thing.id, documentsOf(thing)]));

/* Everybody and every place that an event names, its operation and who speaks of it. */
function namedIn(event) {
  const speakers = (event.quotes || []).flatMap((row) => row.saidBy || []);
  const named = [...(event.who || []), ...(event.where || []), ...speakers].map((row) => row.node);
  return [...named, event.operation, event.node].filter((id) => entityById.has(id));
}

/* Whether sources differ about an event. */
const isDisputed = (event) => (event.claims || []).some((claim) => claim.state !== "shown here");

/* --- the questions ---------------------------------------------------------------------- */

/* For each filter a test of events, or null where it lets all through. */
const TESTS = {
  off: ({ off }) => off.size && ((event) => !off.has("event " + event.kind) || isShownOperation(event, off)),
  status: ({ status }) => status.size && ((event) => !status.has(event.status)),
  source: ({ source }) => source && ((event) => isFrom(event.id, source)),
  disputed: ({ disputed }) => disputed && isDisputed,
  range: (state) => (state.from || state.to) && inRange(state),
  only: ({ only, starred }) => only && ((event) => starred.has(event.id)),
  q: ({ q }) => searching(fits(q)),
};
/* These keep a name only if an event that is kept names it. */
const NARROWING = ["status", "source", "disputed", "range", "only"];

const searching = (found) => found && ((event) => found(event.id));

function isShownOperation(event, off) {
  return event.node !== event.id && !off.has("entity " + entityById.get(event.node).kind);
}

const isFrom = (id, source) => [...sourcesOf.get(id)].some((document) => sourcesFor(source).has(document));

/* The documents that a source stands for: one, those of a publisher, or all whose title, outlet or file has the words. */
let known = {};
function sourcesFor(source) {
  if (known.source === source) return known.found;
  const words = source.startsWith("with ") ? plain(source.slice(5)).split(" ") : null;
  const isMeant = (id, { title, publisher, origin }) =>
    words ? words.every((word) => plain([title, publisher, origin].join(" ")).includes(word))
    : source.startsWith("by ") ? publisher === source.slice(3) : id === source;
  const found = new Set(Object.keys(documents).filter((id) => isMeant(id, documents[id])));
  known = { source, found };
  return found;
}

/*
 * Days are [begin first, begin last, end first, end last], null where open or unknown. "Possible" is whatever
 * could have gone on in the range, "certain" what can only lie within it.
 */
function inRange({ from, to, mode }) {
  const [low, high] = [from ? days(from) : -Infinity, to ? days(to) : Infinity];
  const certain = ([first, , , last]) => (first ?? -Infinity) >= low && (last ?? Infinity) <= high;
  const possible = ([first, , , last]) => (first ?? -Infinity) <= high && (last ?? Infinity) >= low;
  const test = mode === "certain" ? certain : possible;
  return (event) => Boolean(event.when?.days) && test(event.when.days);
}

/* A test of ids for the words that are searched, or null where there are none. */
function fits(q) {
  const asked = plain(q).split(" ").filter(Boolean);
  if (asked.length) words ??= haystacks();
  return asked.length ? (id) => asked.every((word) => words.get(id).includes(word)) : null;
}

/* The events that pass all filters but those named. */
function kept(state, ...except) {
  const tests = Object.keys(TESTS)
    .filter((key) => !except.includes(key))
    .map((key) => TESTS[key](state))
    .filter(Boolean);
  return events.filter((event) => tests.every((test) => test(event)));
}

/* Each answer is worked out once for a state. */
function once(answer) {
  const known = new WeakMap();
  return (state) => {
    if (!known.has(state)) known.set(state, answer(state));
    return known.get(state);
  };
}

const ids = (things) => new Set(things.map((thing) => thing.id));

/* --- the answers ------------------------------------------------------------------------ */

/* The ids of the events that are shown. */
const shownEvents = once((state) => ids(kept(state)));

/* Those that would be shown without a range of dates: what the histogram counts. */
const datelessEvents = once((state) => (state.from || state.to ? ids(kept(state, "range")) : shownEvents(state)));

/* Those that all but the search lets through: the graph fades what only the search leaves out. */
const keptEvents = once((state) => (fits(state.q) ? ids(kept(state, "q")) : shownEvents(state)));

/* The names that all but the search and the types let through. */
const tiedEntities = once((state) => {
  if (!NARROWING.some((key) => TESTS[key](state))) return ids(entities);
  const tied = new Set(kept(state, "q", "off").flatMap(namedIn));
  const onlySource = NARROWING.every((key) => key === "source" || !TESTS[key](state));
  if (onlySource) entities.filter(({ id }) => isFrom(id, state.source)).forEach(({ id }) => tied.add(id));
  return tied;
});

const keptEntities = once((state) =>
  ids(entities.filter(({ id, kind }) => tiedEntities(state).has(id) && !state.off.has("entity " + kind)))
);

/* The ids of the names that are shown. */
const shownEntities = once((state) => {
  const found = fits(state.q);
  return found ? new Set([...keptEntities(state)].filter(found)) : keptEntities(state);
});

/* Whether a node is drawn; an operation's node is its name. */
function isShown(state) {
  const [names, told] = [keptEntities(state), keptEvents(state)];
  return (node) => (entityById.has(node) ? names.has(node) : eventsOfNode.get(node).some(({ id }) => told.has(id)));
}

/* The nodes that the search fits, or null where nothing is searched. */
function fitting(state) {
  if (!fits(state.q)) return null;
  const told = events.filter((event) => shownEvents(state).has(event.id)).map((event) => event.node);
  return new Set([...told, ...shownEntities(state)]);
}

/* How many each type and each status would show with all other filters as they are. */
const counts = once((state) => {
  const found = new Map();
  const count = (key) => found.set(key, (found.get(key) || 0) + 1);
  const searched = fits(state.q);
  const named = entities.filter(({ id }) => tiedEntities(state).has(id) && (!searched || searched(id)));
  named.forEach(({ kind }) => count("entity " + kind));
  kept(state, "off").filter(({ node, id }) => node === id).forEach(({ kind }) => count("event " + kind));
  kept(state, "status").forEach(({ status }) => count("status " + status));
  return found;
});

/* How many events have no date, and are left out by a range of dates alone. */
const undatedLeftOut = (state) =>
  state.from || state.to ? kept(state, "range").filter((event) => !event.when?.days).length : 0;

const FILTERS = ["q", "off", "status", "source", "disputed", "from", "to", "only"];

/* How many filters are not as usual; types and statuses count one each. */
function activeFilters(state) {
  return FILTERS.filter((key) => (state[key] instanceof Set ? state[key].size : state[key] !== usual[key])).length;
}

const cleared = () => Object.fromEntries([...FILTERS, "mode"].map((key) => [key, usual[key]]));

Object.assign(exports, {
  shownEvents, datelessEvents, keptEvents, shownEntities, isShown, fitting, counts, undatedLeftOut, activeFilters, cleared, isDisputed, sourcesOf, sourcesFor,
});
