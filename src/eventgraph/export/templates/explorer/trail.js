/* A path between two nodes, as a list: every name and event on it, with dates and sentences. */

const { element, name, toNode, thing, entityById, eventsOfNode, kindOf, kindClass, look } = require("./page");
const { icon } = require("./shapes");
const { evidence } = require("./evidence");

/* `way` is the path or null; `again` is called with two ends and whether time may not go back. */
function trailSheet({ from, to, timely, way }, again, onClose) {
  const [one, other] = [from, to].map((id) => thing(id).label);
  return {
    kind: way ? "Path, " + steps(way) : "No path",
    title: ["From ", name(one), " to ", name(other)],
    content: [options({ from, to, timely }, again), way ? list(way) : nothing(timely)],
    onClose,
  };
}

const steps = (way) => (way.length === 2 ? "1 step" : way.length - 1 + " steps");

function options({ from, to, timely }, again) {
  const box = element("input", { type: "checkbox", checked: timely });
  box.addEventListener("change", () => again({ from, to, timely: box.checked }));
  const turn = element("button", { type: "button", class: "pill" }, "Turn round");
  turn.addEventListener("click", () => again({ from: to, to: from, timely }));
  return element("p", { class: "options" }, element("label", {}, box, " in time order"), turn);
}

function nothing(timely) {
  return element(
    "p",
    { class: "intro" },
    timely
      ? "No path on which time only goes forwards. Turn it round, or leave the order of time aside."
      : "Nothing that is shown joins the two. Types that are switched off are not passed."
  );
}

function list(way) {
  return element("ol", { class: "trail" }, way.map(stop));
}

/* A stop: the name or event and, of an event, its date and first sentence. */
function stop(node) {
  const kind = kindOf(node);
  const [event] = entityById.has(node) ? [] : eventsOfNode.get(node);
  const [first] = event?.quotes || [];
  return element(
    "li",
    { class: kindClass(kind) },
    icon(look[kind.group][kind.name].shape),
    element(
      "div",
      {},
      event && element("span", { class: "date" }, event.when ? event.when.words : "undated"),
      toNode(node, thing(node).label),
      first && evidence(first.quote, false)
    )
  );
}

Object.assign(exports, { trailSheet });
