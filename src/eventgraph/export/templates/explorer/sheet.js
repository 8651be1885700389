/* What the panel shows for a while in place of the selection: a path, the events of a tie, a document. */

const { element, refill } = require("./page");

/* `restore` fills the panel with the selection again. */
function makeSheet(panel, restore) {
  let opened = null;

  function open({ kind, title, content, onClose = () => {} }) {
    opened = null;
    const close = element("button", { type: "button", class: "close", "aria-label": "Close" }, "×");
    close.addEventListener("click", leave);
    const head = element("header", {}, element("p", { class: "kind" }, kind), element("h2", { id: "subject" }, title), close);
    refill(panel, head, content);
    document.body.classList.add("chosen");
    document.getElementById("status").textContent = kind + ": " + head.querySelector("h2").textContent;
    opened = { onClose };
  }

  /* Something else has filled the panel. */
  function forget() {
    const closing = opened;
    opened = null;
    if (closing) closing.onClose();
  }

  function leave() {
    forget();
    restore();
  }

  return { open, forget, leave, isOpen: () => opened !== null };
}

Object.assign(exports, { makeSheet });
