/* What joins two names: the events they share, in the order of time, and what relations say. */

const { element, name, toNode, entityById } = require("./page");
const { eventItem, tiesBetween } = require("./panel");

function tieSheet({ from, to }, shared) {
  const [one, other] = [from, to].map((id) => entityById.get(id));
  const lasting = tiesBetween(from, to);
  const count = shared.length === 1 ? "1 event" : shared.length + " events";
  return {
    kind: shared.length ? "Joined by " + count : "Joined by a lasting tie",
    title: [name(one.label), " and ", name(other.label)],
    content: [
      element("p", { class: "ends" }, toNode(from, one.label), " · ", toNode(to, other.label)),
      shared.length > 0 && element("ul", { class: "events" }, shared.map((event) => eventItem(event, event.statusWords || ""))),
      lasting,
    ],
  };
}

Object.assign(exports, { tieSheet });
