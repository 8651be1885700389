/*
 * When the graph is drawn: once, with the next picture, for all that changed until then. vis-network by itself
 * draws at each change of its nodes, and once more with the next picture.
 */

function makeRedraw(network) {
  const { emitter } = network.body;
  let asked = 0;

  /* Draw with the next picture, and not before. */
  function soon() {
    emitter.emit("_blockRedraw");
    asked ||= requestAnimationFrame(now);
  }

  function now() {
    cancelAnimationFrame(asked);
    asked = 0;
    emitter.emit("_allowRedraw");
    network.redraw();
  }

  return { soon, now };
}

Object.assign(exports, { makeRedraw });
