/** Share: the link to just this view, a picture of map and timeline, the page on paper. Nothing leaves the computer. */
import { joinBus } from "../bus.js";
import { tracePath } from "../shapes.js";

const WIDTH = 1400;
const MARGIN = 24;

function element(tag, name, ...children) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...children);
  return node;
}

/** The address of this view: filters and selection stand in it already, the map's place is added. */
export function linkOf(address, map) {
  const link = new URL(address);
  if (map) link.searchParams.set("view", [map.center[0].toFixed(3), map.center[1].toFixed(3), map.zoom].join(","));
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

/** One below the other, each as wide as the picture, with the view's words above and the colours' meaning below. */
function joined(parts, { line, types, dark }) {
  const sharp = window.devicePixelRatio || 1;
  const heights = parts.map((part) => (part.height / part.width) * WIDTH);
  const target = document.createElement("canvas");
  const rows = Math.ceil(types.length / 6);
  const height = MARGIN * 2 + 30 + heights.reduce((a, b) => a + b + 12, 0) + rows * 22;
  Object.assign(target, { width: (WIDTH + MARGIN * 2) * sharp, height: height * sharp });
  const pen = target.getContext("2d");
  pen.scale(sharp, sharp);
  pen.fillStyle = dark ? "#0e1117" : "#ffffff";
  pen.fillRect(0, 0, WIDTH + MARGIN * 2, height);
  pen.fillStyle = dark ? "#fafafa" : "#1c1917";
  pen.font = "600 17px system-ui, sans-serif";
  pen.textBaseline = "top";
  pen.fillText(line, MARGIN, MARGIN, WIDTH);
  let top = MARGIN + 30;
  parts.forEach((part, i) => {
    pen.drawImage(part, MARGIN, top, WIDTH, heights[i]);
    top += heights[i] + 12;
  });
  pen.font = "13px system-ui, sans-serif";
  types.forEach(({ name, colour, shape }, i) => {
    const left = MARGIN + (i % 6) * (WIDTH / 6);
    const row = top + Math.floor(i / 6) * 22;
    pen.fillStyle = colour;
    tracePath(pen, shape, left + 6, row + 7, 6);
    pen.fill();
    pen.fillStyle = dark ? "#fafafa" : "#1c1917";
    pen.fillText(name, left + 17, row);
  });
  return target;
}

const bars = new WeakMap();

/** @param {{data: {line: string, types: {name: string, colour: string, shape: string}[], dark: boolean}, parentElement: HTMLElement}} component */
export default function share({ data, parentElement }) {
  const root = parentElement.querySelector(".share");
  if (!bars.has(root)) bars.set(root, new Share(root));
  bars.get(root).data = data;
}
