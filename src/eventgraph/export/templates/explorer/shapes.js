/* The shapes of nodes, each drawn once on a path: the graph and the legend share them. */

function polygon(corners) {
  return (path, x, y, radius) => {
    corners.forEach(([across, down], index) => {
      path[index ? "lineTo" : "moveTo"](x + across * radius, y + down * radius);
    });
    path.closePath();
  };
}

const around = (count, turn) =>
  Array.from({ length: count }, (_, index) => {
    const angle = turn + (index * 2 * Math.PI) / count;
    return [Math.cos(angle), Math.sin(angle)];
  });

const shapes = {
  dot(path, x, y, radius) {
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
    path.closePath();
  },
  diamond: polygon([[0, -1.15], [1.15, 0], [0, 1.15], [-1.15, 0]]),
  square: polygon([[-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]]),
  triangle: polygon([[0, -1.1], [1.05, 0.8], [-1.05, 0.8]]),
  triangleDown: polygon([[0, 1.1], [1.05, -0.8], [-1.05, -0.8]]),
  hexagon: polygon(around(6, 0)),
  /* A leaf of a calendar, for events. */
  leaf(path, x, y, radius) {
    const side = radius * 0.82;
    path.roundRect(x - side, y - side, 2 * side, 2 * side, radius * 0.28);
  },
};

/* The binding of the calendar leaf: a bar across its head. */
function drawBinding(context, x, y, radius) {
  const side = radius * 0.82;
  context.moveTo(x - side * 0.55, y - side * 0.42);
  context.lineTo(x + side * 0.55, y - side * 0.42);
}

/* The same shape as a small picture of 16 by 16, for the legend. */
function icon(shape) {
  const size = 16;
  const canvas = new Pencil();
  (shapes[shape] || shapes.dot)(canvas, size / 2, size / 2, shape === "leaf" ? 8 : 6);
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  picture.setAttribute("viewBox", "0 0 16 16");
  picture.setAttribute("aria-hidden", "true");
  picture.setAttribute("class", "shape");
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", "path");
  drawn.setAttribute("d", canvas.text);
  picture.append(drawn);
  if (shape === "leaf") {
    const binding = document.createElementNS("http://www.w3.org/2000/svg", "path");
    binding.setAttribute("d", "M5 5.4H11");
    binding.setAttribute("class", "binding");
    picture.append(binding);
  }
  return picture;
}

/* Takes the calls of a canvas path and writes them as the path of an SVG. */
class Pencil {
  text = "";

  moveTo(x, y) {
    this.text += `M${x.toFixed(2)} ${y.toFixed(2)}`;
  }

  lineTo(x, y) {
    this.text += `L${x.toFixed(2)} ${y.toFixed(2)}`;
  }

  arc(x, y, radius) {
    this.text += `A${radius} ${radius} 0 1 1 ${x - radius} ${y}A${radius} ${radius} 0 1 1 ${x + radius} ${y}`;
  }

  roundRect(x, y, width, height, corner) {
    const right = x + width;
    const bottom = y + height;
    const turn = (toX, toY) => `A${corner} ${corner} 0 0 1 ${toX} ${toY}`;
    this.text +=
      `M${x + corner} ${y}H${right - corner}${turn(right, y + corner)}V${bottom - corner}` +
      `${turn(right - corner, bottom)}H${x + corner}${turn(x, bottom - corner)}V${y + corner}` +
      `${turn(x + corner, y)}`;
  }

  closePath() {
    this.text += "Z";
  }
}

Object.assign(exports, { shapes, drawBinding, icon, Pencil });
