/* What narrows the view, beside the types: search, status, source, dates, what is disputed or starred. */

const { documents, events, element, visible } = require("./page");
const state = require("./state");
const { counts, undatedLeftOut, activeFilters, cleared, isDisputed, keptEvents, sourcesFor } = require("./filter");
const { visibleLinks } = require("./chronicle");
const { copy } = require("./clipboard");
const { worded } = require("./words");

const byId = (id) => document.getElementById(id);
const ORDER = ["happened", "ongoing", "alleged", "planned", "denied", "negated", "hypothetical"];

function makeToolbar() {
  const form = byId("filters");
  const parts = [search(), folding(form), statuses(), sources(), dates(), switches()];
  form.append(...parts.flatMap((part) => part.shown || []));
  form.addEventListener("submit", (sent) => sent.preventDefault());
  const clear = byId("clear");
  clear.addEventListener("click", () => {
    state.set(cleared());
    byId("search").focus();
  });
  const link = byId("copy-link");
  link.addEventListener("click", () => {
    const { url, left } = state.link();
    copy(url, "The link to this view", link, left.length ? tooLong(left) : "");
  });

  function render(now) {
    for (const part of parts) part.render?.(now);
    const active = activeFilters(now);
    clear.hidden = !active;
    clear.textContent = "Clear " + active;
    clear.setAttribute("aria-label", active === 1 ? "Clear the filter" : `Clear all ${active} filters`);
  }

  return { render, focusSearch: () => byId("search").focus() };
}

/* What a link had no room for. */
function tooLong(left) {
  const words = { did: "what was folded, hidden and brought in", starred: "the stars" };
  const named = [...new Set(left.map((key) => words[key] || "what was moved"))];
  return "It would be too long with all that was done here, so it leaves out " + named.join(", ") + ".";
}

/* What is typed goes into the state, and the state into the field. */
function search() {
  const field = byId("search");
  field.addEventListener("input", () => state.set({ q: field.value }));
  field.addEventListener("keydown", (pressed) => {
    if (pressed.key === "ArrowDown") visibleLinks()[0]?.focus();
  });
  return { render: ({ q }) => void (field.value === q || (field.value = q)) };
}

/* The filters unfold below; on a phone the types with them. They stand open where the address has some. */
const wide = matchMedia("(min-width: 721px)");

function folding(form) {
  const button = byId("types");
  const open = (is) => {
    button.setAttribute("aria-expanded", String(is));
    form.hidden = !is;
  };
  button.addEventListener("click", () => open(form.hidden));
  const { status, source, disputed, from, to, only } = state.get();
  open(wide.matches && Boolean(status.size || source || disputed || from || to || only));
  return {};
}

/* --- one field each --------------------------------------------------------------------- */

const number = () => element("span", { class: "number" });
const group = (label, ...fields) =>
  element("div", { class: "field", role: "group", "aria-label": label }, element("span", { class: "term" }, label), fields);

function statuses() {
  const made = ORDER.filter((status) => state.statuses.has(status)).map((status) => {
    const chip = element("button", { type: "button", class: "chip status " + status }, worded(status), number());
    chip.addEventListener("click", () => state.set({ status: state.toggled(state.get().status, status) }));
    return [status, chip];
  });
  function render(now) {
    for (const [status, chip] of made) {
      chip.setAttribute("aria-pressed", String(!now.status.has(status)));
      chip.lastChild.textContent = String(counts(now).get("status " + status) || 0);
    }
  }
  return { shown: [group("Status", made.map(([, chip]) => chip))], render };
}

/* Part of a title, an outlet or a file's name; the list offers them all, and one that is chosen is meant alone. */
function sources() {
  let made = null;
  const offers = () => (made ||= sourceOffers());
  const field = element("input", { id: "source", type: "search", list: "sources", autocomplete: "off", spellcheck: "false", placeholder: "All sources" });
  const list = element("datalist", { id: "sources" });
  field.addEventListener("focus", () => list.replaceChildren(...[...offers().keys()].map((value) => element("option", { value }))), { once: true });
  const found = element("span", { class: "found", role: "status" });
  const meant = () => {
    const words = field.value.trim();
    return words && (offers().get(words) || state.withWords(words));
  };
  field.addEventListener("input", () => state.set({ source: meant() }));
  field.addEventListener("keydown", (pressed) => {
    if (pressed.key !== "Escape") return;
    pressed.stopPropagation();
    state.set({ source: "" });
  });
  function render({ source }) {
    if (meant() !== source) field.value = source.startsWith("with ") ? source.slice(5) : [...offers()].find(([, one]) => one === source)?.[0] || "";
    const many = source ? sourcesFor(source).size : 0;
    found.textContent = source ? `${many || "no"} ${many === 1 ? "document" : "documents"}` : "";
  }
  const label = element("label", { class: "field" }, element("span", { class: "term" }, "Source"), field);
  return { shown: [element("div", { class: "field" }, label, list, found)], render };
}

/* What the list of sources offers, with what each stands for; a title that stands twice has its file beside it. */
function sourceOffers() {
  const papers = [...state.publishers].sort((a, b) => a.localeCompare(b)).map((name) => [name, state.fromPublisher(name)]);
  const titled = Object.entries(documents).sort(([, a], [, b]) => a.title.localeCompare(b.title));
  const titles = titled.map(([, { title }]) => title);
  const isOwn = (title) => titles.indexOf(title) === titles.lastIndexOf(title) && !state.publishers.has(title);
  const named = titled.map(([id, { title, origin }]) => [isOwn(title) ? title : title + ", " + origin, id]);
  return new Map([...named, ...papers].map(([words, source]) => [visible(words).trim(), source]));
}

function dates() {
  const [from, to] = ["from", "to"].map((key) => day(key));
  const mode = element(
    "select",
    { "aria-label": "How a date must lie in the range" },
    element("option", { value: "possible" }, "could overlap"),
    element("option", { value: "certain" }, "certainly within")
  );
  mode.addEventListener("change", () => state.set({ mode: mode.value }));
  const left = element("span", { class: "left-out" });
  function render(now) {
    for (const [field, value] of [[from, now.from], [to, now.to], [mode, now.mode]]) {
      if (field.value !== value) field.value = value;
    }
    const undated = undatedLeftOut(now);
    left.textContent = undated ? `${undated} undated not shown` : "";
  }
  return { shown: [group("Dates", from, element("span", { "aria-hidden": "true" }, "–"), to, mode, left)], render };
}

/* A field for a day; what is typed half is not yet a day and changes nothing. */
function day(key) {
  const label = key === "from" ? "From" : "To";
  const field = element("input", { type: "date", "aria-label": label, min: "0001-01-01", max: "9999-12-31" });
  field.addEventListener("change", () => {
    if (!field.value || state.isDay(field.value)) state.set({ [key]: field.value });
  });
  return field;
}

/* Only what sources differ about, and only what was starred. */
function switches() {
  const button = (words, key) => {
    const made = element("button", { type: "button", class: "chip switch" }, words, number());
    made.addEventListener("click", () => state.set({ [key]: !state.get()[key] }));
    return made;
  };
  const [disputed, starred] = [button("Sources differ", "disputed"), button("Starred", "only")];
  function render(now) {
    disputed.setAttribute("aria-pressed", String(now.disputed));
    starred.setAttribute("aria-pressed", String(now.only));
    const kept = keptEvents(now);
    disputed.lastChild.textContent = String(events.filter((event) => kept.has(event.id) && isDisputed(event)).length);
    starred.lastChild.textContent = String(now.starred.size);
    starred.disabled = !now.starred.size && !now.only;
  }
  return { shown: [group("Only", disputed, starred)], render };
}

Object.assign(exports, { makeToolbar });
