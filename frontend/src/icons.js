/** Signs on buttons, drawn: the fonts of many machines have no letter for them and show an empty box. */

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  all: "M9.5 2.5h4v4M13.5 2.5l-5 5M6.5 13.5h-4v-4M2.5 13.5l5-5",
  selected: "M8 1.5v4M8 10.5v4M1.5 8h4M10.5 8h4M11.5 8a3.5 3.5 0 1 1-7 0a3.5 3.5 0 0 1 7 0z",
  rectangle: "M2 4.5h12v7H2z",
  view: "M2 2.5h12v11H2zM5 5.5h6v5H5z",
};

/**
 * @param {keyof typeof PATHS} name
 * @returns {SVGSVGElement} 16 pixels square, in the colour of the text around it; nothing for those who hear the page.
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  for (const [key, value] of Object.entries({ viewBox: "0 0 16 16", width: "16", height: "16", "aria-hidden": "true", focusable: "false" })) svg.setAttribute(key, value);
  for (const [key, value] of Object.entries({ d: PATHS[name], fill: "none", stroke: "currentColor", "stroke-width": "1.6", "stroke-linecap": "round", "stroke-linejoin": "round" })) path.setAttribute(key, value);
  svg.style.verticalAlign = "-3px";
  svg.append(path);
  return svg;
}
