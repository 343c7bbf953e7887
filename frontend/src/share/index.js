/** Share: the link to just this view, a picture of map and timeline, the page on paper. Nothing leaves the computer. */
import { viewWords } from "../address.js";
import { joinBus } from "../bus.js";
import { tracePath } from "../shapes.js";
import { themeOf } from "../theme.js";

const MARGIN = 20;
const GAP = 16;
const HEAD = 30;
const ROW = 22;
/** Of the picture, in pixels: the line of words must fit. */
const NARROWEST = 700;

function element(tag, name, ...children) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...children);
  return node;
}

/** The address of this view: filters and selection stand in it already, the map's place is added. */
export function linkOf(address, map) {
  const link = new URL(address);
  if (map) link.searchParams.set("view", viewWords(map));
  return link.href;
}

class Share {
  constructor(root) {
    this.said = element("div", "said");
    this.said.setAttribute("role", "status");
    const acts = [["Copy link", () => this.copyLink()], ["Picture (PNG)", () => this.savePicture()], ["Print", () => window.print()]];
    const buttons = acts.map(([label, act]) => {
      const button = element("button", "", label);
      button.type = "button";
      button.addEventListener("click", act);
      return button;
    });
    root.replaceChildren(...buttons, this.said);
  }

  async copyLink() {
    const link = linkOf(window.location.href, joinBus(window)?.views.map);
    try {
      await navigator.clipboard.writeText(link);
      this.said.textContent = "Copied. The link shows these filters, this event and this part of the map.";
    } catch {
      this.said.textContent = link; // no leave to write to the clipboard: to be copied by hand
    }
  }

  savePicture() {
    const bus = joinBus(window);
    const parts = ["map", "timeline"].map((part) => bus?.ask(part, "picture")).filter(Boolean);
    if (!parts.length) {
      this.said.textContent = "There is nothing to draw yet.";
      return;
    }
    joined(parts, this.data).toBlob((blob) => {
      const anchor = element("a", "");
      anchor.href = URL.createObjectURL(blob);
      anchor.download = "timeline.png";
      anchor.click();
      setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000);
      this.said.textContent = "Saved as timeline.png.";
    });
  }
}

/** Side by side as on a wide screen, at their own size; the view's words above and the colours' meaning below. */
function joined(parts, { line, types }) {
  const theme = themeOf(document);
  const sharp = window.devicePixelRatio || 1;
  const sizes = parts.map((part) => [part.width / sharp, part.height / sharp]);
  const width = Math.max(NARROWEST, sizes.reduce((sum, [wide]) => sum + wide + GAP, -GAP));
  const inRow = Math.max(1, Math.floor(width / 150));
  const tall = Math.max(...sizes.map(([, high]) => high));
  const height = MARGIN * 2 + HEAD + tall + GAP + Math.ceil(types.length / inRow) * ROW;
  const target = document.createElement("canvas");
  Object.assign(target, { width: (width + MARGIN * 2) * sharp, height: height * sharp });
  const pen = target.getContext("2d");
  const [paper, ink] = theme === "dark" ? ["#0e1117", "#fafafa"] : ["#ffffff", "#1c1917"];
  pen.scale(sharp, sharp);
  pen.fillStyle = paper;
  pen.fillRect(0, 0, width + MARGIN * 2, height);
  pen.fillStyle = ink;
  pen.font = "600 16px system-ui, sans-serif";
  pen.textBaseline = "top";
  pen.fillText(line, MARGIN, MARGIN, width);
  let left = MARGIN;
  parts.forEach((part, i) => {
    pen.drawImage(part, left, MARGIN + HEAD, ...sizes[i]);
    left += sizes[i][0] + GAP;
  });
  pen.font = "13px system-ui, sans-serif";
  types.forEach(({ name, shape, ...colours }, i) => {
    const x = MARGIN + (i % inRow) * 150;
    const y = MARGIN + HEAD + tall + GAP + Math.floor(i / inRow) * ROW;
    pen.fillStyle = colours[theme];
    tracePath(pen, shape, x + 6, y + 7, 6);
    pen.fill();
    pen.fillStyle = ink;
    pen.fillText(name, x + 17, y, 130);
  });
  return target;
}

const bars = new WeakMap();

/** @param {{data: {line: string, types: {name: string, light: string, dark: string, shape: string}[]}, parentElement: HTMLElement}} component */
export default function share({ data, parentElement }) {
  const root = parentElement.querySelector(".share");
  if (!bars.has(root)) bars.set(root, new Share(root));
  bars.get(root).data = data;
}
