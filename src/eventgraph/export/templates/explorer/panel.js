/* The panel: everything known about what is selected, with the sentences that say it. */

const { look, events, relations, documents, passages, entityById, eventById, eventsOfNode } = require("./page");
const { element, refill, name, toNode, thing, kindOf, kindClass, joined } = require("./page");
const { icon } = require("./shapes");
const { evidence, saidBy } = require("./evidence");
const { starButton } = require("./star");
const { correctButton } = require("./correct");
const { keysSwitch } = require("./keys");

const INVERSE = { "part of": "includes", reports: "reported in", concerns: "subject of", follows: "followed by" };
const CONFIDENCE = { inferred: "inferred from the sentence", weak: "uncertain reading" };

const relatedTo = new Map();
for (const event of events) {
  for (const { how, event: other } of event.related || []) {
    relatedTo.set(other, [...(relatedTo.get(other) || []), { how: INVERSE[how], event: event.id }]);
  }
}

/* Fill the panel for a node, or with what to do when nothing is selected. */
function show(panel, node, close) {
  refill(panel, node ? about(node, close) : welcome());
}

function about(node, close) {
  const entity = entityById.get(node);
  const told = eventsOfNode.get(node) || [];
  return [
    heading(node, close),
    deeds(node, told),
    ...told.flatMap((event) => aboutEvent(event, node)),
    ...(entity ? aboutEntity(entity) : []),
  ];
}

function heading(node, close) {
  const kind = kindOf(node);
  const words = look[kind.group][kind.name];
  const subject = thing(node);
  const button = element("button", { type: "button", class: "close", "aria-label": "Close and show all" }, "×");
  button.addEventListener("click", close);
  return element(
    "header",
    { class: kindClass(kind) },
    element("p", { class: "kind" }, icon(words.shape), joined([words.one, subject.type !== words.one && subject.type])),
    element("h2", { id: "subject" }, name(subject.label)),
    button
  );
}

/* What can be done with a node: star its events, correct what is wrong with it. */
function deeds(node, told) {
  return element("p", { class: "node-deeds" }, told.map((event) => starButton(event, true)), correctButton(node));
}

/* --- events ----------------------------------------------------------------------------- */

function aboutEvent(event, node) {
  return [
    badges(event),
    when(event.when),
    facts(event, node),
    ...quotes(event),
    disagreement(event.claims || []),
    related(event),
    merges(event, "Why these passages are taken for one event"),
  ];
}

function badges(event) {
  const words = [
    event.status !== "happened" && element("span", { class: "badge " + event.status }, event.statusWords),
    event.statistic && element("span", { class: "badge" }, "A statistic, not a single happening"),
    CONFIDENCE[event.confidence] && element("span", { class: "badge" }, CONFIDENCE[event.confidence]),
  ].filter(Boolean);
  return words.length ? element("p", { class: "badges" }, words) : null;
}

function when(date) {
  if (!date) return element("p", { class: "when none" }, "No date given");
  return element(
    "p",
    { class: "when" },
    element("b", {}, date.words),
    element("span", {}, joined([date.text && "“" + date.text + "”", date.basis], ", "))
  );
}

function facts(event, node) {
  const party = ({ role, text, node: id }) => [role, toNode(id, entityById.get(id)?.label || text)];
  const operation = event.operation !== node && entityById.get(event.operation);
  return definitions([
    ...(event.who || []).map(party),
    ...(event.where || []).map(party),
    ...(event.howMany || []).map(number),
    operation && ["part of", toNode(operation.id, operation.label)],
    ...(event.details || []).map(({ key, value }) => [key, value]),
  ]);
}

function number({ words, part }) {
  return ["number", part ? `${words} (part of another number)` : words];
}

/* A list of terms, each once, with all that belongs to it. */
function definitions(rows) {
  const byTerm = new Map();
  for (const [term, content] of rows.filter(Boolean)) byTerm.set(term, [...(byTerm.get(term) || []), content]);
  if (!byTerm.size) return null;
  const entries = [...byTerm].map(([term, contents]) => [
    element("dt", {}, term),
    element("dd", {}, joined(contents, ", ")),
  ]);
  return element("dl", {}, entries);
}

function quotes(event) {
  const all = event.quotes || [];
  const first = all.filter((row) => !row.repeat && !row.besides);
  const shown = first.length ? first : all.filter((row) => !row.besides).slice(0, 1);
  const sources = new Set(shown.map((row) => passages[row.quote[0]][0])).size;
  return [
    element("h3", {}, sources > 1 ? "What " + sources + " sources say" : "What the source says"),
    ...shown.map((row) => element("div", { class: "told" }, evidence(row.quote), saidBy(row.saidBy))),
    repeats(all.filter((row) => row.repeat && !shown.includes(row)), shown),
    ...all.filter((row) => row.besides).map((row) => besides(row)),
  ];
}

function besides(row) {
  return element("div", { class: "told" }, element("p", { class: "lead" }, "Also rests on"), evidence(row.quote));
}

function repeats(rows, shown) {
  if (!rows.length) return null;
  const own = new Set(shown.map((row) => passages[row.quote[0]][0]));
  const places = rows.map((row) => {
    const id = passages[row.quote[0]][0];
    return element("li", {}, element("cite", {}, name(documents[id].title)), own.has(id) && ", a second time");
  });
  const lead = element("p", {}, "The same passage also stands in");
  return element("div", { class: "repeats" }, lead, element("ul", {}, places));
}

function disagreement(claims) {
  const subjects = [...new Set(claims.map((claim) => claim.about))];
  const open = subjects.filter((about) => claims.some((claim) => claim.about === about && claim.state !== "shown here"));
  if (!open.length) return null;
  return element(
    "section",
    { class: "claims" },
    element("h3", {}, "Where sources differ"),
    open.map((about) => element("ul", { "aria-label": about }, claims.filter((c) => c.about === about).map(claimed)))
  );
}

function claimed(claim) {
  return element(
    "li",
    {},
    element(
      "details",
      {},
      element(
        "summary",
        {},
        element("b", {}, claim.value),
        element("span", {}, joined([claim.about, claim.state, claim.published && "published " + claim.published]))
      ),
      evidence(claim.quote, false),
      saidBy(claim.saidBy)
    )
  );
}

function related(event) {
  const rows = [...(event.related || []), ...(relatedTo.get(event.id) || [])]
    .filter((row) => eventById.has(row.event) && !isToldByOperation(event, eventById.get(row.event)));
  if (!rows.length) return null;
  const items = rows.map(({ how, event: id }) => eventItem(eventById.get(id), how));
  return element("section", {}, element("h3", {}, "Related events"), element("ul", { class: "events" }, items));
}

/* That an event is part of an operation is told with its facts, and in the operation's list of events. */
function isToldByOperation(event, other) {
  return event.operation === other.node || other.operation === event.node;
}

/* --- entities --------------------------------------------------------------------------- */

function aboutEntity(entity) {
  return [
    aliases(entity),
    definitions((entity.details || []).map(({ key, value, quote }) => [key, withSentence(value, quote)])),
    posts(entity),
    takesPart(entity),
    ...namedIn(entity),
    merges(entity),
  ];
}

function aliases(entity) {
  if (!entity.aliases) return null;
  return element("p", { class: "aliases" }, "Also called ", joined(entity.aliases.map((alias) => name(alias)), ", "));
}

/* A word that opens the sentence it rests on. */
function withSentence(word, quote) {
  return element("details", { class: "word" }, element("summary", {}, word), evidence(quote, false));
}

function posts(entity) {
  const rows = relations.filter((relation) => relation.subject === entity.id || relation.object === entity.id);
  if (!rows.length) return null;
  const items = rows.map((row) => tie(row, entity.id));
  return element("section", {}, element("h3", {}, "Posts and ties"), element("ul", { class: "ties" }, items));
}

/* What relations say of two entities, as a section; null where they say nothing. */
function tiesBetween(one, other) {
  const pair = new Set([one, other]);
  const rows = relations.filter((row) => pair.has(row.subject) && pair.has(row.object) && row.subject !== row.object);
  if (!rows.length) return null;
  const items = rows.map((row) => tie(row, row.subject));
  return element("section", {}, element("h3", {}, "Posts and ties"), element("ul", { class: "ties" }, items));
}

function tie(relation, id) {
  const other = relation.subject === id ? relation.object : relation.subject;
  const words = [relation.qualifier, relation.label || relation.words].filter(Boolean).join(" ");
  const linked = other && entityById.has(other) ? toNode(other, entityById.get(other).label) : null;
  const line = relation.label
    ? [element("b", {}, words), linked && ", ", linked]
    : relation.subject === id ? [words + " ", linked] : [linked, " " + words + " this"];
  const status = relation.status !== "ongoing" && relation.status;
  return element(
    "li",
    {},
    line,
    relation.when && ", " + relation.when,
    status && element("span", { class: "badge " + status }, status),
    relation.quote &&
      element("details", {}, element("summary", {}, "Sentence"), evidence(relation.quote, false), saidBy(relation.saidBy))
  );
}

function takesPart(entity) {
  const rows = events.filter((event) => event.node !== entity.id).flatMap((event) => rolesIn(event, entity.id));
  if (!rows.length) return null;
  const items = rows.map(([event, role]) => eventItem(event, role));
  return element(
    "section",
    {},
    element("h3", {}, "Events ", element("span", { class: "number" }, String(rows.length))),
    element("ul", { class: "events" }, items)
  );
}

/* The event with all that an entity is in it, as one row; no row if it is nothing. */
function rolesIn(event, id) {
  const roles = [...(event.who || []), ...(event.where || [])].filter((row) => row.node === id).map((row) => row.role);
  if (event.operation === id) roles.push("part of it");
  if ((event.quotes || []).some((row) => (row.saidBy || []).some((speaker) => speaker.node === id))) roles.push("says so");
  return roles.length ? [[event, [...new Set(roles)].join(", ")]] : [];
}

function eventItem(event, role) {
  return element(
    "li",
    {},
    element("span", { class: "date" }, event.when ? event.when.words : "undated"),
    toNode(event.node, event.label),
    element("span", { class: "role" }, role)
  );
}

function namedIn(entity) {
  const count = entity.mentions === 1 ? "once" : entity.mentions + " times";
  const spread = entity.documents === 1 ? "one document" : entity.documents + " documents";
  return [
    element("h3", {}, "Named ", element("span", { class: "plain" }, count + " in " + spread)),
    ...(entity.quotes || []).map((quote) => evidence(quote, false)),
    entity.more ? element("p", { class: "lead" }, "and in " + entity.more + " more sentences") : null,
  ];
}

function merges(thing, lead = "Why these mentions are taken for one") {
  if (!thing.merges) return null;
  return element(
    "details",
    { class: "merges" },
    element("summary", {}, lead),
    element("ul", {}, thing.merges.map(({ why }) => element("li", {}, why)))
  );
}

/* --- nothing selected ------------------------------------------------------------------- */

const SAMPLES = [
  ["what", "what happened"],
  ["when", "when"],
  ["who", "who or what"],
  ["where", "where"],
  ["number", "how many or how much"],
  ["speaker", "who says so"],
];
const KEYS = [
  ["/", "search"],
  ["[  ]", "previous and next event"],
  ["← ↑ → ↓", "walk the graph"],
  ["Enter", "read the evidence"],
  ["Esc", "show all"],
];
const INTRODUCTION =
  "Choose an event in the list or a shape in the graph. The sentence that says so appears here, " +
  "with its source, its date and what the date rests on.";

function welcome() {
  const marks = SAMPLES.map(([kind, words]) => element("li", {}, element("mark", { class: kind }, words)));
  const keys = KEYS.map(([key, words]) => [element("dt", {}, element("kbd", {}, key)), element("dd", {}, words)]);
  return [
    element("header", { class: "start" }, element("h2", { id: "subject" }, "Every fact shows its sentence")),
    element("p", { class: "intro" }, INTRODUCTION),
    element("h3", {}, "Marked in a sentence"),
    element("ul", { class: "marks" }, marks),
    element("div", { class: "keys" }, element("h3", {}, "Keys"), element("dl", {}, keys), keysSwitch()),
  ];
}

Object.assign(exports, { show, eventItem, tiesBetween });
