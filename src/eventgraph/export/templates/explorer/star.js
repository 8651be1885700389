/* Stars: events that a reader marked, kept in the address. */

const { element } = require("./page");
const state = require("./state");

/* A button that marks one event, and follows the state as long as it stands in the page. */
function starButton(event, withWords = false) {
  const button = element("button", { type: "button", class: withWords ? "deed" : "star", "data-star": event.id });
  tell(button, state.get());
  button.addEventListener("click", () => state.set({ starred: state.toggled(state.get().starred, event.id) }));
  return button;
}

function tell(button, { starred }) {
  const on = starred.has(button.dataset.star);
  const words = button.className === "deed";
  button.textContent = (on ? "★" : "☆") + (words ? (on ? " Starred" : " Star") : "");
  button.setAttribute("aria-pressed", String(on));
  if (!words) button.setAttribute("aria-label", "Star this event");
}

state.listen((now, before) => {
  if (now.starred === before.starred) return;
  for (const button of document.querySelectorAll("button[data-star]")) tell(button, now);
});

Object.assign(exports, { starButton });
