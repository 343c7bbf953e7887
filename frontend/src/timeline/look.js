/** Colours and fonts of the Streamlit theme the component stands in. */

/** @returns {{dark: boolean, text: string, paper: string, font: string, amber: string, primary: string}} */
export function readLook(element) {
  const style = getComputedStyle(element);
  const value = (name, otherwise) => style.getPropertyValue(name).trim() || otherwise;
  const paper = value("--st-background-color", "#ffffff");
  const dark = isDark(paper);
  return {
    dark, paper,
    text: value("--st-text-color", dark ? "#fafafa" : "#262730"),
    primary: value("--st-primary-color", "#3b6ea5"),
    font: style.fontFamily || "sans-serif",
    amber: dark ? "#fbbf24" : "#d97706",
  };
}

/** Whether a colour is nearer to black, by its luma; the canvas turns any CSS colour into #rrggbb. */
function isDark(colour) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.fillStyle = "#ffffff";
  pen.fillStyle = colour;
  const hex = /^#(..)(..)(..)/.exec(pen.fillStyle);
  if (!hex) return false;
  const [r, g, b] = hex.slice(1).map((part) => parseInt(part, 16));
  return 0.299 * r + 0.587 * g + 0.114 * b < 128;
}

/** A canvas of CSS size width x height, sharp on dense screens, cleared. @returns {CanvasRenderingContext2D} */
export function freshPen(canvas, width, height) {
  const sharp = window.devicePixelRatio || 1;
  canvas.width = Math.max(1, Math.round(width * sharp));
  canvas.height = Math.max(1, Math.round(height * sharp));
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const pen = canvas.getContext("2d");
  pen.scale(sharp, sharp);
  return pen;
}

export function node(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children); // strings become text nodes
  return made;
}
