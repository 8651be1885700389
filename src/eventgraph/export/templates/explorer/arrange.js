/*
 * Where nodes stand in a pane of some shape: each connected part as it was laid out beforehand, stretched to
 * the shape; the parts packed side by side; those without ties in a grid.
 */

const LAID_OUT = 1.5; /* how much wider than high the parts are made beforehand */
const CELL = [170, 80]; /* a place of the grid */
const WIDER = [0.85, 0.95, 1.05, 1.15, 1.3, 1.5]; /* what is tried of a row, against the root of the area */
const CROWD = 40; /* nodes of a big part */
const MANY = 300; /* parts, from which on less is tried */

/* `ratio` is width by height; `alone` whether those without ties count; `main` the nodes that shall fill the pane. */
function arranged({ ids, near, places }, { ratio, alone, main }) {
  const parts = partsOf(ids, near).map((members) => stretched(members, places, ratio));
  const lonely = ids.filter((id) => !near.has(id));
  if (alone && lonely.length) parts.push(gridOf(lonely, parts, ratio));
  const spots = packed(parts, ratio);
  return filling(spots, [...spots.keys()].filter(main), ratio);
}

/* The connected parts, the biggest first. */
function partsOf(ids, near) {
  const seen = new Set();
  const parts = [];
  for (const id of ids.filter((one) => near.has(one) && !seen.has(one))) {
    if (seen.has(id)) continue;
    const part = [id];
    seen.add(id);
    for (const member of part) {
      for (const other of near.get(member)) {
        if (seen.has(other)) continue;
        seen.add(other);
        part.push(other);
      }
    }
    parts.push(part);
  }
  return parts.sort((a, b) => b.length - a.length);
}

/* A part made wider or higher. */
function stretched(members, places, ratio) {
  const [across, down] = ratio > LAID_OUT ? [ratio / LAID_OUT, 1] : [1, LAID_OUT / ratio];
  const [xs, ys] = ["x", "y"].map((side) => evened(members.map((id) => places.get(id)[side])));
  return members.map((id, number) => [id, xs[number] * across, ys[number] * down]);
}

/* The same order and ends, but of a big part what stands dense gets room from what stands far out. */
function evened(numbers) {
  if (numbers.length < CROWD) return numbers;
  const order = numbers.map((_, number) => number).sort((a, b) => numbers[a] - numbers[b]);
  const [least, most] = [numbers[order[0]], numbers[order.at(-1)]];
  const even = [...numbers];
  order.forEach((number, rank) => {
    even[number] = (numbers[number] + least + (rank / (order.length - 1)) * (most - least)) / 2;
  });
  return even;
}

/* Rows about as long as the other parts are wide. */
function gridOf(ids, parts, ratio) {
  const area = sizesOf(parts).reduce((sum, [wide, high]) => sum + wide * high, 0);
  const columns = Math.ceil(Math.sqrt(Math.max(ids.length * CELL[0] * CELL[1], area) * ratio) / CELL[0]);
  return ids.map((id, number) => [id, (number % columns) * CELL[0], Math.floor(number / columns) * CELL[1]]);
}

const gap = (count) => Math.min(140, 70 + 10 * Math.sqrt(count));

/* Width and height of parts, with the room around them. */
function sizesOf(parts) {
  return parts.map((part) => {
    const { left, right, top, bottom } = boxOf(part);
    return [right - left + gap(part.length), bottom - top + gap(part.length)];
  });
}

function boxOf(part) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const [, x, y] of part) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

/* The parts beside and below each other, so that the whole comes nearest to the shape. */
function packed(parts, ratio) {
  const [boxes, sizes] = [parts.map(boxOf), sizesOf(parts)];
  const area = sizes.reduce((sum, [wide, high]) => sum + wide * high, 0);
  const widest = sizes.reduce((most, [wide]) => Math.max(most, wide), 0);
  const tries = WIDER.filter((_, number) => parts.length < MANY || number === 2)
    .map((factor) => inRows(sizes, Math.max(widest, factor * Math.sqrt(area * ratio))));
  const cost = ({ wide, high }) => Math.max(wide / ratio, high);
  const best = tries.reduce((one, other) => (cost(other) < cost(one) ? other : one));
  return new Map(parts.flatMap((part, number) => {
    const [left, top] = best.corners[number];
    return part.map(([id, x, y]) => [id, { x: x - boxes[number].left + left, y: y - boxes[number].top + top }]);
  }));
}

/* Each box as high up as it fits, then as far left; `sky` is the lower edge of what stands, from left to right. */
function inRows(sizes, limit) {
  let sky = [{ from: 0, to: limit, y: 0 }];
  const corners = sizes.map(([wide, high]) => {
    let best = null;
    for (const { from } of sky) {
      if (from + wide > limit + 1) break;
      const y = sky.reduce((low, piece) => (piece.from < from + wide && piece.to > from ? Math.max(low, piece.y) : low), 0);
      if (!best || y < best.y) best = { from, to: from + wide, y };
    }
    sky = [
      ...sky.filter(({ from }) => from < best.from).map((piece) => ({ ...piece, to: Math.min(piece.to, best.from) })),
      { ...best, y: best.y + high },
      ...sky.filter(({ to }) => to > best.to).map((piece) => ({ ...piece, from: Math.max(piece.from, best.to) })),
    ];
    return [best.from, best.y];
  });
  return {
    corners,
    wide: sizes.reduce((most, [wide], number) => Math.max(most, corners[number][0] + wide), 0),
    high: sizes.reduce((most, [, high], number) => Math.max(most, corners[number][1] + high), 0),
  };
}

/* The spots drawn apart in one direction until those that matter have the shape. */
function filling(spots, main, ratio) {
  const { left, right, top, bottom } = boxOf(main.map((id) => [id, spots.get(id).x, spots.get(id).y]));
  const [wide, high] = [right - left, bottom - top];
  if (!(wide > 0 && high > 0)) return spots;
  const most = 2.5;
  const across = Math.min(most, Math.max(1, (ratio * high) / wide));
  const down = Math.min(most, Math.max(1, wide / ratio / high));
  return new Map([...spots].map(([id, { x, y }]) => [id, { x: Math.round(x * across), y: Math.round(y * down) }]));
}

Object.assign(exports, { arranged });
