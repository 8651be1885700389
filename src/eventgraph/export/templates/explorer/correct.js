/*
 * "Copy as decision": a window in which a reader says what is wrong with an event, a name or a merge, and takes
 * away the lines that put it right. The page itself changes nothing: decisions are applied at the next build.
 */

const { look, documents, passages, events, entities, entityById, eventsOfNode, element, name } = require("./page");
const decisions = require("./decisions");
const { copy } = require("./clipboard");

const EDTF_HINT = "2023, 2023-07, 2023-07-14, 2012~ (about), 2023-05/.. (since), [..2024-01-24] (by)";
const EDTF = /^[\[\]{}0-9X~?%.,/-]+$/;

/* --- what decisions can point at -------------------------------------------------------- */

/* The pins of the passages that tell an event, each once. */
function tellings(event) {
  const pinned = (event.quotes || []).filter((row) => row.pin);
  const pins = pinned.map((row) => [passages[row.quote[0]][0], ...row.pin]);
  return [...new Map(pins.map((pin) => [pin.join("\n"), pin])).values()];
}

const pinsOf = (thing) => (entityById.has(thing.id) ? thing.pins || [] : tellings(thing));
const placed = ([document, text, nth]) =>
  `“${text}” in ${documents[document].origin}` + (nth ? `, place ${nth}` : "");

/* --- what can be said ------------------------------------------------------------------- */

/*
 * Each is { key, words, fields, write }: `write` gets the values of the fields by their names and the note, and
 * gives the lines, or "" as long as something is missing.
 */
function sayings(thing) {
  const pins = pinsOf(thing);
  if (!pins.length) return [];
  return entityById.has(thing.id) ? aboutName(thing, pins) : aboutEvent(thing, pins);
}

function aboutEvent(event, pins) {
  const type = look.types.find(([, label]) => label === event.type)?.[0];
  return [
    {
      key: "redate", words: "Other date", fields: [textField("edtf", "Date, no finer than is known", event.when?.edtf || "", EDTF_HINT)],
      write: ({ edtf }, note) => (EDTF.test(edtf.trim()) ? decisions.redate(pins[0], edtf.trim(), note) : ""),
    },
    {
      key: "retype", words: "Other type", fields: [choice("type", "Type", look.types, type)],
      write: ({ type: chosen }, note) => decisions.retype("event", pins[0], chosen, note),
    },
    /* The event of an operation follows from its name. */
    event.node === event.id && { key: "reject", words: "Not an event", fields: [], write: (_, note) => decisions.reject("event", pins, note) },
    sameAs(event, pins, events.filter((other) => other.id !== event.id)),
    pins.length > 1 && apart(pins, "The telling that is of another event"),
  ].filter(Boolean);
}

function aboutName(entity, pins) {
  const types = look.order.entity.map((kind) => [kind, look.entity[kind].one]);
  return [
    {
      key: "rename", words: "Other name", fields: [textField("name", "Name to show", entity.label)],
      write: ({ name: chosen }, note) => (chosen.trim() ? decisions.rename(pins[0], chosen.trim(), note) : ""),
    },
    {
      key: "retype", words: "Other type", fields: [choice("type", "Type", types, entity.kind)],
      write: ({ type }, note) => decisions.retype("a", pins[0], type, note),
    },
    { key: "reject", words: "Leave out", fields: [], write: (_, note) => decisions.reject("a", pins.slice(0, 1), note) },
    sameAs(entity, pins, entities.filter((other) => other.id !== entity.id)),
    pins.length > 1 && apart(pins, "The words that mean somebody or something else"),
    ...unmerged(entity),
  ].filter(Boolean);
}

function sameAs(thing, pins, others) {
  const open = others.filter((other) => pinsOf(other).length);
  if (!open.length) return null;
  const when = (other) => (other.when ? ", " + other.when.words : "");
  return {
    key: "merge", words: "Same as …",
    fields: [choice("other", "The same as", open.map((other) => [other.id, other.label + when(other)]))],
    write: ({ other }, note) =>
      decisions.merge(pins[0], pinsOf(open.find(({ id }) => id === other))[0], note),
  };
}

function apart(pins, label) {
  return {
    key: "split", words: "Two, not one", fields: [choice("pin", label, pins.map((pin, index) => [String(index), placed(pin)]), "0")],
    write: ({ pin }, note) => decisions.split(pins[Number(pin)], null, note),
  };
}

/* The merges of a name, each to be undone. */
function unmerged(entity) {
  const rows = (entity.merges || []).filter((row) => row.pins);
  if (!rows.length) return [];
  const words = ({ pins: [a, b] }) => placed(a) + " is not " + placed(b);
  return [
    {
      key: "unmerge", words: "Undo a merge",
      fields: [choice("merge", "What was taken for one", rows.map((row, index) => [String(index), words(row)]), "0")],
      write: ({ merge }, note) => decisions.split(...rows[Number(merge)].pins, note),
    },
  ];
}

/* --- fields ----------------------------------------------------------------------------- */

function labelled(label, field, hint) {
  return element("label", { class: "entry" }, element("span", {}, label), field, hint && element("small", {}, hint));
}

function textField(key, label, value, hint) {
  const field = element("input", { type: "text", name: key, autocomplete: "off", spellcheck: "false" });
  field.value = value;
  return { key, field, shown: labelled(label, field, hint) };
}

function choice(key, label, rows, chosen) {
  const options = rows.map(([value, words]) => element("option", { value, selected: value === chosen }, words));
  const field = element("select", { name: key }, options);
  return { key, field, shown: labelled(label, field) };
}

/* --- the window ------------------------------------------------------------------------- */

/* The button that opens the window for a node: its name, and the events that it stands for. */
function correctButton(node) {
  const things = [entityById.get(node), ...(eventsOfNode.get(node) || [])].filter(Boolean);
  const open = things.filter((thing) => pinsOf(thing).length);
  if (!open.length) return null;
  const button = element("button", { type: "button", class: "deed", "aria-haspopup": "dialog" }, "Correct …");
  button.addEventListener("click", () => openWindow(open));
  return button;
}

function openWindow(things) {
  const heading = element("h2", { id: "correct-title" }, "Correct");
  const dialog = element("dialog", { class: "window correct", "aria-labelledby": "correct-title" }, heading);
  dialog.append(...(things.length > 1 ? [subjects(things, dialog)] : []), about(things[0]));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/* An operation is a name and an event in one: which of them is meant is chosen first. */
function subjects(things, dialog) {
  const label = (thing) => (entityById.has(thing.id) ? "The name: " : "The event: ") + thing.label;
  const made = choice("subject", "What is wrong", things.map((thing, index) => [String(index), label(thing)]), "0");
  made.field.addEventListener("change", () => dialog.lastChild.replaceWith(about(things[Number(made.field.value)])));
  return made.shown;
}

function about(thing) {
  const all = sayings(thing);
  const fields = element("div", { class: "entries" });
  const note = textField("note", "Why (kept with the decision)", "");
  const lines = element("textarea", { readonly: true, rows: "6", "aria-label": "Lines for decisions.toml" });
  const [take, close] = ["Copy as decision", "Close"].map((words) => element("button", { class: "deed", type: "button" }, words));
  take.classList.add("main");
  let chosen = all[0];

  function write() {
    const values = Object.fromEntries(chosen.fields.map(({ key, field }) => [key, field.value]));
    lines.value = chosen.write(values, note.field.value);
    take.disabled = !lines.value;
  }
  function pick(saying) {
    chosen = saying;
    fields.replaceChildren(...saying.fields.map(({ shown }) => shown));
    write();
  }
  const form = element(
    "form",
    { class: "correction" },
    element("p", {}, name(thing.label)),
    element("fieldset", {}, element("legend", {}, "What is wrong"), all.map((saying, index) => radio(saying, index === 0, pick))),
    fields,
    note.shown,
    lines,
    element("p", {}, "Paste it into decisions.toml beside the documents; the next build applies it."),
    element("div", { class: "ends" }, take, close)
  );
  form.addEventListener("input", write);
  form.addEventListener("submit", (sent) => sent.preventDefault());
  take.addEventListener("click", () => copy(lines.value, "The decision", take));
  close.addEventListener("click", () => form.closest("dialog").close());
  pick(chosen);
  return form;
}

function radio(saying, checked, pick) {
  const field = element("input", { type: "radio", name: "saying", value: saying.key, checked });
  field.addEventListener("change", () => pick(saying));
  return element("label", { class: "saying" }, field, saying.words);
}

Object.assign(exports, { correctButton, sayings });
