/* The field of the search: what is typed goes into the state, and the state into the field. */

const state = require("./state");
const { visibleLinks } = require("./chronicle");

function makeSearch() {
  const field = document.getElementById("search");
  field.addEventListener("input", () => state.set({ q: field.value }));
  field.addEventListener("keydown", (pressed) => {
    if (pressed.key === "ArrowDown") visibleLinks()[0]?.focus();
  });

  function render({ q }) {
    if (field.value !== q) field.value = q;
  }

  return { render, focus: () => field.focus() };
}

Object.assign(exports, { makeSearch });
