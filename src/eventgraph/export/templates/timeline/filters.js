/* Hides the events that a reader does not want to see now, and keeps the choice in the address. */
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const fields = { q: $("search"), status: $("status"), source: $("source"), from: $("from"), to: $("to") };
  const chips = [...document.querySelectorAll(".chip")];
  const years = [...document.querySelectorAll(".year")].map((section) => ({
    section,
    number: section.querySelector("h2 .number"),
    link: document.querySelector(`.years a[href="#${section.querySelector("h2").id}"]`),
    chart: section.querySelector(".chart"),
    bars: [...section.querySelectorAll(".chart li")].map((bar) => ({
      bar,
      event: bar.querySelector("a").getAttribute("href").slice(1),
    })),
    entries: [...section.querySelectorAll(".entry")].map((element) => ({
      element,
      ...element.dataset,
      sources: element.dataset.sources.split(" "),
      undated: section.querySelector("h2").id === "yUndated",
      text: "",
    })),
  }));
  const entries = years.flatMap((year) => year.entries);
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const count = (number) => number.toLocaleString("en");

  function textOf(entry) {
    entry.text ||= plain(entry.element.textContent);
    return entry.text;
  }

  function wanted() {
    const families = chips.filter((chip) => chip.ariaPressed === "true").map((chip) => chip.dataset.family);
    return {
      words: plain(fields.q.value).split(/\s+/).filter(Boolean),
      families: new Set(families),
      status: fields.status.value,
      source: fields.source.value,
      from: fields.from.value,
      to: fields.to.value,
    };
  }

  /* What could have happened between two days: an open bound reaches as far as it can. */
  function couldBeWithin(entry, from, to) {
    if (!from && !to) return true;
    if (entry.undated) return false;
    return (!to || entry.first <= to) && (!from || !entry.last || entry.last >= from);
  }

  function fits(entry, want) {
    return (
      (!want.families.size || want.families.has(entry.family)) &&
      (!want.status || entry.status === want.status) &&
      (!want.source || entry.sources.includes(want.source)) &&
      couldBeWithin(entry, want.from, want.to) &&
      want.words.every((word) => textOf(entry).includes(word))
    );
  }

  function showYear(year, want) {
    let shown = 0;
    for (const entry of year.entries) {
      const hide = !fits(entry, want);
      if (entry.element.hidden !== hide) entry.element.hidden = hide;
      shown += !hide;
    }
    year.section.hidden = !shown;
    year.number.textContent = count(shown);
    if (year.link) {
      year.link.lastElementChild.textContent = count(shown);
      year.link.parentElement.hidden = !shown;
    }
    for (const { bar, event } of year.bars) bar.hidden = $(event)?.hidden ?? false;
    if (year.chart) year.chart.hidden = year.bars.every(({ bar }) => bar.hidden);
    return shown;
  }

  const MOST_MARKED = 400;

  /* The words that were sought, marked without touching the text. */
  function mark(words) {
    if (!globalThis.CSS?.highlights) return;
    CSS.highlights.delete("found");
    if (!words.length) return;
    const ranges = [];
    for (const entry of entries) {
      if (ranges.length > MOST_MARKED) break;
      if (!entry.element.hidden) ranges.push(...rangesIn(entry.element, words));
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }

  function rangesIn(element, words) {
    const ranges = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.data.toLowerCase();
      for (const word of words) {
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
          if (at + word.length > walker.currentNode.data.length) break;
          const range = new Range();
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, at + word.length);
          ranges.push(range);
        }
      }
    }
    return ranges;
  }

  function show() {
    const want = wanted();
    let shown = 0;
    for (const year of years) shown += showYear(year, want);
    const all = shown === entries.length;
    const undated = want.from || want.to ? entries.filter((entry) => entry.undated).length : 0;
    $("found").textContent =
      (all ? `${count(shown)} events` : `${count(shown)} of ${count(entries.length)} events`) +
      (undated ? `; ${count(undated)} undated left out` : "");
    $("nothing").hidden = shown > 0;
    $("clear").hidden = !address();
    mark(want.words);
  }

  /* The filters as the part of the address behind "#": q=harbour&type=crime,justice */
  function address() {
    const state = new URLSearchParams();
    for (const [name, field] of Object.entries(fields)) if (field.value) state.set(name, field.value);
    const families = chips.filter((chip) => chip.ariaPressed === "true").map((chip) => chip.dataset.family);
    if (families.length) state.set("type", families.join(","));
    return state.toString();
  }

  function keep() {
    const state = address();
    const here = location.hash.slice(1);
    if (state || here.includes("=")) history.replaceState(null, "", `#${state}`);
  }

  function restore() {
    if (!location.hash.includes("=")) return;
    const state = new URLSearchParams(location.hash.slice(1));
    for (const [name, field] of Object.entries(fields)) field.value = state.get(name) ?? "";
    const families = (state.get("type") ?? "").split(",");
    for (const chip of chips) chip.ariaPressed = String(families.includes(chip.dataset.family));
    show();
  }

  let waiting = 0;
  function changed() {
    $("events").ariaBusy = "true";
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      show();
      keep();
      $("events").ariaBusy = "false";
    }, 60);
  }

  for (const field of Object.values(fields)) field.addEventListener("input", changed);
  for (const chip of chips) {
    chip.addEventListener("click", () => {
      chip.ariaPressed = String(chip.ariaPressed !== "true");
      changed();
    });
  }
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("more").addEventListener("click", (event) => {
    event.currentTarget.ariaExpanded = String(event.currentTarget.ariaExpanded !== "true");
  });
  $("clear").addEventListener("click", () => {
    for (const field of Object.values(fields)) field.value = "";
    for (const chip of chips) chip.ariaPressed = "false";
    show();
    keep();
    fields.q.focus();
  });
  addEventListener("hashchange", restore);
  addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      fields.q.focus();
    }
  });

  /* The year that is being read, in the rail. */
  const reading = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) {
        const link = years.find((year) => year.section === target)?.link;
        if (link && isIntersecting) link.setAttribute("aria-current", "true");
        else link?.removeAttribute("aria-current");
      }
    },
    { rootMargin: "-80px 0px -85% 0px" },
  );
  for (const year of years) reading.observe(year.section);

  $("filters").hidden = false;
  show();
  restore();
})();
