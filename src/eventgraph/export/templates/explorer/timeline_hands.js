/* What pointer, wheel and keys do in the lanes. `acts` is what the timeline can do. */

const STILL = 4; /* pixels within which a press is no drag */
const STEP = 1.5; /* of the zoom by a key */
const PAN = 90; /* pixels of a key */

function handleLanes(lanes, acts) {
  byPointer(lanes, acts);
  byWheel(lanes, acts);
  byKeys(lanes, acts);
  lanes.addEventListener("scroll", acts.request);
  lanes.addEventListener("blur", () => acts.point(null));
}

const within = (lanes, { clientX, clientY }) => {
  const box = lanes.getBoundingClientRect();
  return [clientX - box.left, clientY - box.top];
};

/* One finger or the mouse moves time, two zoom, a press selects; without a press the pointer shows a card. */
function byPointer(lanes, acts) {
  const down = new Map();
  let drag = null;

  lanes.addEventListener("pointerdown", (pressed) => {
    if (pressed.button || pressed.clientX > lanes.getBoundingClientRect().left + lanes.clientWidth) return;
    down.set(pressed.pointerId, pressed);
    drag = { x: pressed.clientX, y: pressed.clientY, moved: down.size > 1, apart: apartOf(down) };
  });

  lanes.addEventListener("pointermove", (moved) => {
    const [x, y] = within(lanes, moved);
    if (!down.has(moved.pointerId)) return void (moved.pointerType === "mouse" && acts.point(acts.hit(x, y)));
    down.set(moved.pointerId, moved);
    if (down.size > 1) return pinch();
    if (!drag.moved && Math.hypot(moved.clientX - drag.x, moved.clientY - drag.y) <= STILL) return;
    if (!drag.moved) {
      acts.point(null);
      lanes.setPointerCapture(moved.pointerId);
    }
    acts.pan(drag.x - moved.clientX);
    if (moved.pointerType === "mouse") acts.scrollBy(drag.y - moved.clientY);
    drag = { x: moved.clientX, y: moved.clientY, moved: true };
    lanes.classList.add("dragging");
  });

  function pinch() {
    const apart = apartOf(down);
    const [one, other] = [...down.values()];
    if (drag.apart) acts.zoom(apart / drag.apart, (one.clientX + other.clientX) / 2 - lanes.getBoundingClientRect().left);
    drag = { ...drag, apart, moved: true };
  }

  function release(released, isPress) {
    if (!down.delete(released.pointerId)) return;
    lanes.classList.remove("dragging");
    if (isPress && !drag.moved) acts.choose(acts.hit(...within(lanes, released)), false);
    const [left] = down.values();
    if (left) drag = { x: left.clientX, y: left.clientY, moved: true };
  }

  lanes.addEventListener("pointerup", (released) => release(released, true));
  lanes.addEventListener("pointercancel", (released) => release(released, false));
  lanes.addEventListener("pointerleave", () => down.size || acts.point(null));
}

function apartOf(down) {
  const [one, other] = [...down.values()];
  return other ? Math.max(20, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)) : 0;
}

/* The wheel scrolls as everywhere; with ctrl it zooms, sideways or with shift it moves time. */
function byWheel(lanes, acts) {
  lanes.addEventListener("wheel", (turned) => {
    const [x] = within(lanes, turned);
    if (turned.ctrlKey || turned.metaKey) acts.zoom(Math.exp(-turned.deltaY * 0.002), Math.max(x, acts.gutter()));
    else if (turned.shiftKey || Math.abs(turned.deltaX) > Math.abs(turned.deltaY)) acts.pan(turned.deltaX || turned.deltaY);
    else return;
    turned.preventDefault();
  }, { passive: false });
}

function byKeys(lanes, acts) {
  const keys = {
    ArrowLeft: ({ shiftKey }) => (shiftKey ? acts.pan(-PAN) : acts.walk(-1)),
    ArrowRight: ({ shiftKey }) => (shiftKey ? acts.pan(PAN) : acts.walk(1)),
    ArrowUp: ({ shiftKey }) => (shiftKey ? acts.scrollBy(-PAN) : acts.walk(-1)),
    ArrowDown: ({ shiftKey }) => (shiftKey ? acts.scrollBy(PAN) : acts.walk(1)),
    Home: () => acts.toEnd(false),
    End: () => acts.toEnd(true),
    "+": () => acts.zoom(STEP),
    "=": () => acts.zoom(STEP),
    "-": () => acts.zoom(1 / STEP),
    0: () => acts.lookAtAll(),
    Enter: () => acts.choose(acts.pointed(), true),
    " ": () => acts.choose(acts.pointed(), false),
  };
  lanes.addEventListener("keydown", (pressed) => {
    const act = pressed.ctrlKey || pressed.metaKey || pressed.altKey ? null : keys[pressed.key];
    if (!act) return;
    pressed.preventDefault();
    act(pressed);
  });
}

Object.assign(exports, { handleLanes });
