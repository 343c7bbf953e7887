/** The map as it is seen, on one canvas: every drawn pane in its order, the area's frame, scale and credit. */

/** @param {import("leaflet").Map} map @returns {HTMLCanvasElement} */
export function picture(map) {
  const container = map.getContainer();
  const home = container.getBoundingClientRect();
  const sharp = window.devicePixelRatio || 1;
  const target = document.createElement("canvas");
  Object.assign(target, { width: home.width * sharp, height: home.height * sharp });
  const pen = target.getContext("2d");
  pen.scale(sharp, sharp);
  pen.fillStyle = container.style.background || "#fff";
  pen.fillRect(0, 0, home.width, home.height);
  for (const canvas of inOrder(map)) {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    if (width && height) pen.drawImage(canvas, left - home.left, top - home.top, width, height);
  }
  writeCredit(pen, container, home);
  return target;
}

/** The canvases of the panes, the lowest pane first. */
function inOrder(map) {
  const panes = Object.values(map.getPanes()).filter((pane) => pane !== map.getPane("mapPane"));
  const order = (pane) => Number(getComputedStyle(pane).zIndex) || 0;
  return panes.sort((a, b) => order(a) - order(b)).flatMap((pane) => [...pane.children].filter((child) => child.tagName === "CANVAS"));
}

function writeCredit(pen, container, home) {
  const style = getComputedStyle(container.ownerDocument.documentElement);
  pen.font = `11px ${style.getPropertyValue("--font") || "sans-serif"}`;
  pen.fillStyle = style.getPropertyValue("--soft") || "#555";
  pen.textAlign = "right";
  pen.fillText("Natural Earth \u00b7 GeoNames", home.width - 8, home.height - 8);
}
