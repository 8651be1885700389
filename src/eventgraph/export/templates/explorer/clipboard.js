/* Text onto the clipboard; where a browser refuses, a window shows it, selected, to be copied by hand. */

const { element } = require("./page");

const SHOWN = 1800; /* milliseconds that a button says "Copied" */

/* `what` names the text in the message; `button`, if given, says for a while that it was done. */
async function copy(text, what, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    byHand(text, what);
    return;
  }
  document.getElementById("status").textContent = what + " was copied.";
  if (button) done(button);
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

function byHand(text, what) {
  const area = element("textarea", { readonly: true, rows: "6", "aria-label": what });
  area.value = text;
  const close = element("button", { type: "button", class: "deed" }, "Close");
  const dialog = element(
    "dialog",
    { class: "window", "aria-label": what },
    element("p", {}, what + " could not be copied by this browser. It is selected here: copy it by hand."),
    area,
    close
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  area.focus();
  area.select();
}

Object.assign(exports, { copy });
