/* The shortest way from one node to another, over ties; if wanted, never back in time. */

/* `near` maps a node to its neighbours; `open` says which nodes may be passed. Null where there is no way. */
function shortest(near, from, to, open) {
  const before = new Map([[from, null]]);
  let edge = [from];
  while (edge.length && !before.has(to)) {
    const next = [];
    for (const id of edge) {
      for (const other of near.get(id) || []) {
        if (before.has(other) || !(open(other) || other === to)) continue;
        before.set(other, id);
        next.push(other);
      }
    }
    edge = next;
  }
  return before.has(to) ? backFrom(to, (id) => before.get(id)) : null;
}

/*
 * The shortest way on which time can go forwards: each event, somewhere between its bounds, not before the
 * one passed before it. `daysOf` gives the bounds: [first, last], or null for an event without a date, which
 * only an end may be.
 */
function timely(near, from, to, { open, daysOf }) {
  const ends = new Set([from, to]);
  const bounds = (id) => daysOf(id) || (ends.has(id) ? [-Infinity, Infinity] : null);
  const earliest = new Map([[from, bounds(from)[0]]]);
  let edge = [{ id: from, day: bounds(from)[0], before: null }];
  while (edge.length) {
    const next = [];
    for (const place of edge) {
      for (const other of near.get(place.id) || []) {
        const days = open(other) || ends.has(other) ? bounds(other) : null;
        if (!days) continue;
        const day = Math.max(place.day, days[0]);
        if (day > days[1] || day >= (earliest.get(other) ?? Infinity) && earliest.has(other)) continue;
        earliest.set(other, day);
        next.push({ id: other, day, before: place });
      }
    }
    const arrived = next.find(({ id }) => id === to);
    if (arrived) return backFrom(arrived, ({ before }) => before).map(({ id }) => id);
    edge = next;
  }
  return null;
}

function backFrom(last, before) {
  const way = [];
  for (let at = last; at; at = before(at)) way.unshift(at);
  return way;
}

Object.assign(exports, { shortest, timely });
