/* What can be done to the selected node in the graph, as a row of buttons over it. */

const { element } = require("./page");

const STEPS = [["1", "1 step"], ["2", "2 steps"], ["3", "3 steps"]];

/* `acts` has a function for each button; those of focus and expand get the number of steps. */
function makeActions(acts) {
  const steps = element("select", { "aria-label": "How far" }, STEPS.map(([value, words]) => element("option", { value }, words)));
  const far = () => Number(steps.value);
  const buttons = {
    focus: button("Focus", "Show only what is so near", () => acts.focus(far())),
    expand: button("Expand", "Bring in what is so near", () => acts.expand(far())),
    collapse: button("Collapse", "Fold away neighbours that hang on this alone", acts.collapse),
    path: button("Path to…", "Show how this and another are connected", acts.path),
    hide: button("Hide", "Take it out of the picture", acts.hide),
    move: button("Move", "Then click where it shall stand; or drag it, or use Shift and the arrows", acts.move),
  };
  const fold = element("button", { type: "button", class: "more", "aria-expanded": "false" }, "Selection…");
  const row = element(
    "div",
    { class: "actions", role: "group", "aria-label": "The selection in the graph", hidden: true },
    fold, steps, Object.values(buttons)
  );
  fold.addEventListener("click", () => fold.setAttribute("aria-expanded", String(row.classList.toggle("unfolded"))));

  /* Shown for a node in the picture; what cannot be done is greyed. */
  function follow({ node, isVisible, pressed }) {
    row.hidden = !node;
    if (pressed) fold.setAttribute("aria-expanded", String(row.classList.toggle("unfolded", false)));
    for (const key of ["collapse", "hide", "move"]) buttons[key].disabled = !isVisible;
    for (const key of ["path", "move"]) buttons[key].setAttribute("aria-pressed", String(pressed === key));
  }

  return { row, follow };
}

function button(words, title, act) {
  const made = element("button", { type: "button", title }, words);
  made.addEventListener("click", act);
  return made;
}

Object.assign(exports, { makeActions, button });
