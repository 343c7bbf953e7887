/**
 * The shapes that tell event types apart beside their colour, inside a circle of radius 1 around 0,0.
 * One path for the canvas of map and lanes, the same as SVG for the list.
 */

const polygon = (corners, turn = 0) =>
  Array.from({ length: corners }, (_, i) => {
    const angle = ((i + turn) / corners) * 2 * Math.PI - Math.PI / 2;
    return [Math.cos(angle), Math.sin(angle)];
  });

const star = (tips, inner) =>
  Array.from({ length: tips * 2 }, (_, i) => {
    const angle = (i / tips) * Math.PI - Math.PI / 2;
    const reach = i % 2 ? inner : 1;
    return [Math.cos(angle) * reach, Math.sin(angle) * reach];
  });

/** A plus sign with arms `a` wide. */
const plus = (a) => [[-a, -1], [a, -1], [a, -a], [1, -a], [1, a], [a, a], [a, 1], [-a, 1], [-a, a], [-1, a], [-1, -a], [-a, -a]];
const turned = (points, by) => points.map(([x, y]) => [x * Math.cos(by) - y * Math.sin(by), x * Math.sin(by) + y * Math.cos(by)]);

/** @type {Record<string, number[][]>} corners; "circle" has none. */
const CORNERS = {
  square: [[-0.82, -0.82], [0.82, -0.82], [0.82, 0.82], [-0.82, 0.82]],
  bar: [[-1, -0.5], [1, -0.5], [1, 0.5], [-1, 0.5]],
  diamond: polygon(4),
  triangle: polygon(3).map(([x, y]) => [x * 1.1, y * 1.1 + 0.15]),
  "triangle-down": polygon(3, 1.5).map(([x, y]) => [x * 1.1, y * 1.1 - 0.15]),
  "triangle-right": turned(polygon(3), Math.PI / 2),
  "triangle-left": turned(polygon(3), -Math.PI / 2),
  pentagon: polygon(5),
  hexagon: polygon(6),
  octagon: polygon(8, 0.5),
  star: star(5, 0.45).map(([x, y]) => [x * 1.15, y * 1.15]),
  burst: star(8, 0.6).map(([x, y]) => [x * 1.1, y * 1.1]),
  plus: plus(0.36),
  cross: turned(plus(0.34), Math.PI / 4),
};

/** Other words for the same shapes. */
const ALIASES = { x: "cross", rhombus: "diamond", "triangle-up": "triangle", up: "triangle", down: "triangle-down", wedge: "triangle-right" };

const cornersOf = (shape) => CORNERS[shape] ?? CORNERS[ALIASES[shape]] ?? null;

/** Begins a path of `shape` (unknown: a circle) on `context`, centred on x, y with radius r in pixels. */
export function tracePath(context, shape, x, y, r) {
  const corners = cornersOf(shape);
  context.beginPath();
  if (!corners) {
    context.arc(x, y, r, 0, 2 * Math.PI);
    return;
  }
  corners.forEach(([cx, cy], i) => (i ? context.lineTo(x + cx * r, y + cy * r) : context.moveTo(x + cx * r, y + cy * r)));
  context.closePath();
}

/** An <svg> of `size` pixels with `shape` filled in `colour`; hidden from screen readers. */
export function svgShape(shape, colour, size) {
  const make = (name, attributes) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };
  const corners = cornersOf(shape);
  const svg = make("svg", { viewBox: "-1.25 -1.25 2.5 2.5", width: size, height: size, "aria-hidden": "true" });
  svg.append(
    corners
      ? make("polygon", { points: corners.map((p) => p.map((v) => v.toFixed(3)).join(",")).join(" "), fill: colour })
      : make("circle", { r: 1, fill: colour }),
  );
  return svg;
}
