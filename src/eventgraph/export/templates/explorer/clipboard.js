/* Text onto the clipboard; where a browser refuses, a window shows it, selected, to be copied by hand. */

const { element } = require("./page");

const SHOWN = 1800; /* milliseconds that a button says "Copied" */

/* `what` names the text in the message; `button`, if given, says for a while that it was done; `but` is a caveat. */
async function copy(text, what, button, but = "") {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    byHand(text, what, but);
    return;
  }
  document.getElementById("status").textContent = what + " was copied.";
  if (button) done(button);
  if (but) opened(what, element("p", {}, what + " was copied. " + but));
}

const resting = new WeakMap();

function done(button) {
  if (!resting.has(button)) {
    button.style.minWidth = button.offsetWidth + "px";
    resting.set(button, button.textContent);
  }
  button.textContent = "Copied";
  setTimeout(() => {
    button.textContent = resting.get(button);
  }, SHOWN);
}

function byHand(text, what, but) {
  const area = element("textarea", { readonly: true, rows: "6", "aria-label": what });
  area.value = text;
  const words = " could not be copied by this browser. It is selected here: copy it by hand. ";
  opened(what, element("p", {}, what + words + but), area);
  area.focus();
  area.select();
}

/* A window with a button that closes it. */
function opened(label, ...content) {
  const close = element("button", { type: "button", class: "deed" }, "Close");
  const dialog = element("dialog", { class: "window", "aria-label": label }, content, element("p", { class: "ends" }, close));
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

Object.assign(exports, { copy });
