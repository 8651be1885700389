/* Whole documents, where they travel with the page, with everything found in them marked; and the list of all. */

const { documents, texts, events, passages, element, name, joined } = require("./page");
const { pieces, sourceOf } = require("./evidence");

const hasText = (id) => Boolean(texts && texts[id]);

/* A document from the top, or brought to the words that begin at an offset. */
function readerSheet(id) {
  const found = documents[id];
  return {
    kind: "Document",
    title: [name(found.title)],
    content: [sourceOf(id, false), element("div", { class: "document" }, texts[id].map(paragraph))],
  };
}

function paragraph([start, text, marks]) {
  return element("p", { "data-start": start }, pieces(text, marks, false));
}

/* Mark the paragraphs that words from `start` to `end` stand in; the first of them. */
function standing(panel, start, end) {
  const all = [...panel.querySelectorAll(".document > p")];
  const begins = all.map((part) => Number(part.dataset.start));
  const here = all.filter((part, index) => begins[index] < end && (begins[index + 1] ?? Infinity) > start);
  for (const part of here) part.classList.add("here");
  return here[0];
}

function documentsSheet() {
  const told = new Map();
  for (const event of events) {
    const sources = new Set((event.quotes || []).map((row) => passages[row.quote[0]][0]));
    for (const id of sources) told.set(id, (told.get(id) || 0) + 1);
  }
  const ids = Object.keys(documents).sort((a, b) => byTitle(documents[a], documents[b]));
  return {
    kind: "Sources",
    title: ids.length === 1 ? "1 document" : ids.length + " documents",
    content: [
      !texts && element("p", { class: "lead" }, "This file holds the sentences that are evidence, not the whole documents."),
      element("ul", { class: "sources" }, ids.map((id) => documentItem(id, told.get(id) || 0))),
    ],
  };
}

const byTitle = (a, b) => a.title.localeCompare(b.title, "en") || (a.origin < b.origin ? -1 : 1);
const capitalised = (words) => words.charAt(0).toUpperCase() + words.slice(1);

function documentItem(id, count) {
  const found = documents[id];
  const title = hasText(id)
    ? element("button", { type: "button", class: "read", "data-document": id }, name(found.title))
    : element("b", {}, name(found.title));
  const told = count === 1 ? "1 event" : count + " events";
  const published = found.publisher ? found.published : capitalised(found.published);
  const line = joined([found.publisher && name(found.publisher), published, told]);
  return element("li", {}, title, element("span", {}, line), found.copy && element("span", {}, "Repeats ", name(found.copy)));
}

Object.assign(exports, { readerSheet, documentsSheet, standing, hasText });
