/* Whether single keys ("/", "[", "]") do something: who speaks to the computer may switch them off. */

const { element } = require("./page");

const NAME = "eventgraph-single-keys";
let on = remembered() !== "off";

function remembered() {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

/* The switch; what is chosen is remembered where the browser lets a file do so. */
function keysSwitch() {
  const box = element("input", { type: "checkbox", checked: on });
  box.addEventListener("change", () => {
    on = box.checked;
    try {
      localStorage.setItem(NAME, on ? "on" : "off");
    } catch {
      /* Then it holds until the page is closed. */
    }
  });
  return element("p", { class: "options" }, element("label", {}, box, " use / [ ] as keys"));
}

Object.assign(exports, { keysSwitch, areKeysOn: () => on });
