/* The menu of what can be taken away: the shown or the starred events as a table, the graph as a picture. */

const { events, element } = require("./page");
const state = require("./state");
const { shownEvents, fitting } = require("./filter");
const { csv, json } = require("./rows");
const { picture, written } = require("./picture");

const byId = (id) => document.getElementById(id);
const SHARPNESS = 2; /* pixels of a PNG for each of the SVG */
const MOST_PIXELS = 12000; /* on the longer side: more than that, browsers draw nothing */

/* `graph.body` gives the nodes and edges as they are drawn. */
function makeTakeaway(graph) {
  const opener = byId("export");
  const title = document.querySelector("h1").textContent;
  const which = choice();
  const chosen = () => events.filter((event) => which.wanted(state.get()).has(event.id));
  const drawing = () => picture(graph.body(), { title, fits: fitting(state.get()) });
  const menu = element(
    "div",
    { id: "exports", class: "exports", role: "group", "aria-label": "Export", hidden: true },
    which.shown,
    line("Events", { CSV: () => save(csv(chosen()), "text/csv", "csv"), JSON: () => save(json(chosen(), title, state.link().url), "application/json", "json") }),
    line("Graph", { SVG: () => save(written(drawing()), "image/svg+xml", "svg"), PNG: () => paint(drawing(), save) }),
    line("Chronology", { Print: () => print() })
  );
  opener.after(menu);
  folding(opener, menu);

  function save(content, type, ending) {
    const url = URL.createObjectURL(new Blob([content], { type: type + ";charset=utf-8" }));
    const link = element("a", { href: url, download: fileName(title) + "." + ending });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
    byId("status").textContent = "Saved as " + link.download + ".";
  }

  return { render: which.render };
}

/* Which events: those that are shown, or those with a star. */
function choice() {
  const radio = (value, checked) => element("input", { type: "radio", name: "which", value, checked });
  const [shown, starred] = [radio("shown", true), radio("starred", false)];
  const labels = [shown, starred].map((field) => element("label", { class: "saying" }, field, element("span", {})));
  const count = (number, words) => `${number.toLocaleString("en")} ${words}`;
  function render(now) {
    labels[0].lastChild.textContent = count(shownEvents(now).size, "shown");
    labels[1].lastChild.textContent = count(now.starred.size, "starred");
    starred.disabled = !now.starred.size;
    if (starred.disabled) shown.checked = true;
  }
  const fields = element("div", { class: "which", role: "radiogroup", "aria-label": "Which events" }, labels);
  return { shown: fields, render, wanted: (now) => (starred.checked ? now.starred : shownEvents(now)) };
}

function line(label, deeds) {
  const buttons = Object.entries(deeds).map(([words, act]) => {
    const button = element("button", { type: "button", class: "deed", "aria-label": `${label} as ${words}` }, words);
    if (words === "Print") button.setAttribute("aria-label", "Print the chronology");
    button.addEventListener("click", act);
    return button;
  });
  return element("p", {}, element("span", { class: "term" }, label), buttons);
}

/* Opened by its button; Escape, the button or a click elsewhere closes it. */
function folding(opener, menu) {
  const open = (is) => {
    opener.setAttribute("aria-expanded", String(is));
    menu.hidden = !is;
  };
  opener.addEventListener("click", () => open(menu.hidden));
  menu.addEventListener("keydown", (pressed) => {
    if (pressed.key !== "Escape") return;
    pressed.stopPropagation();
    open(false);
    opener.focus();
  });
  document.addEventListener("click", ({ target }) => {
    if (!menu.hidden && !menu.contains(target) && target !== opener) open(false);
  });
}

const fileName = (title) =>
  title.normalize("NFKD").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60).toLowerCase() || "events";

/* An SVG drawn on a canvas, and that as a PNG. */
async function paint(svg, save) {
  const url = URL.createObjectURL(new Blob([written(svg)], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = url;
  await image.decode();
  const [width, height] = ["width", "height"].map((side) => Number(svg.getAttribute(side)));
  const scale = Math.min(SHARPNESS, MOST_PIXELS / Math.max(width, height));
  const canvas = element("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(url);
  canvas.toBlob((blob) => save(blob, "image/png", "png"), "image/png");
}

Object.assign(exports, { makeTakeaway });
