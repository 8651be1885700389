/* Quotes: sentences of the sources with what was found in them marked and labelled. */

const { documents, passages, texts, element, name, toNode, joined } = require("./page");

/*
 * A quote is the number of a passage and its marks: [start, end, kind, label, node], in UTF-16 units,
 * in order, nested but never crossing. `withLabels` writes the label behind the marked words.
 */
function quoted([number, marks], withLabels = true) {
  return element("blockquote", {}, element("p", {}, pieces(passages[number][1], marks, withLabels)));
}

/* A text with its marks, as words and elements. */
function pieces(text, marks, withLabels) {
  let next = 0;

  function between(from, to, linked) {
    const found = [];
    let at = from;
    while (next < marks.length && marks[next][0] < to) {
      const [start, end, kind, label, node] = marks[next++];
      const leads = !linked && node;
      const inner = between(start, end, linked || Boolean(leads));
      found.push(text.slice(at, start), marked(inner, kind, withLabels ? label : "", leads));
      at = end;
    }
    return [...found, text.slice(at, to)];
  }

  return between(0, text.length, false);
}

/*
 * Links do not nest, so words within a link are only marked. The label is drawn by the style sheet: a copied
 * quote is the source's words alone.
 */
function marked(content, kind, label, node) {
  const mark = element("mark", { class: kind, "data-label": label || null }, content);
  return node ? toMarked(node, mark) : mark;
}

function toMarked(node, mark) {
  const link = toNode(node, "");
  if (link.tagName !== "A") return mark;
  link.className = "marked";
  link.replaceChildren(mark);
  return link;
}

/* Where a passage comes from, and the way to read all of it where the whole text is here. */
function source(number) {
  const [id, text, start] = passages[number];
  const made = sourceOf(id);
  if (texts && texts[id]) {
    const place = { "data-document": id, "data-start": start, "data-end": start + text.length };
    made.append(element("button", { type: "button", class: "read", ...place }, "Read the document"));
  }
  return made;
}

/* Title, publisher, publication date, file and address of a document. */
function sourceOf(id, withTitle = true) {
  const found = documents[id];
  const published = found.published.charAt(0).toUpperCase() + found.published.slice(1);
  return element(
    "p",
    { class: "source" },
    withTitle && element("cite", {}, name(found.title)),
    element(
      "span",
      {},
      joined([found.publisher && name(found.publisher), published, found.origin !== found.title && name(found.origin)])
    ),
    found.copy && element("span", {}, "Repeats word for word: ", name(found.copy)),
    found.url && element("a", { href: found.url, rel: "noopener noreferrer", target: "_blank" }, found.url)
  );
}

/* A quote with its source beneath. */
function evidence(quote, withLabels = true) {
  const caption = element("figcaption", {}, source(quote[0]));
  return element("figure", { class: "evidence" }, quoted(quote, withLabels), caption);
}

/* Who says so: "said by the chief, by the police". */
function saidBy(speakers) {
  if (!speakers || !speakers.length) return null;
  return element(
    "span",
    { class: "said" },
    "Said by ",
    joined(speakers.map((speaker) => toNode(speaker.node, speaker.text)), ", according to ")
  );
}

Object.assign(exports, { evidence, quoted, pieces, source, sourceOf, saidBy });
