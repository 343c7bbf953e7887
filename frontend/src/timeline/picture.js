/** Strip and lanes as they are seen, on one canvas. */

/** @param {HTMLElement} host the timeline @returns {HTMLCanvasElement} */
export function picture(host) {
  const drawn = [...host.querySelectorAll(".strip canvas, .lanes canvas, .publications canvas")].filter((canvas) => canvas.offsetParent);
  const boxes = drawn.map((canvas) => canvas.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const width = Math.max(...boxes.map((box) => box.right)) - left;
  const height = Math.max(...boxes.map((box) => box.bottom)) - top;
  const sharp = window.devicePixelRatio || 1;
  const target = document.createElement("canvas");
  Object.assign(target, { width: Math.max(1, width * sharp), height: Math.max(1, height * sharp) });
  const pen = target.getContext("2d");
  pen.scale(sharp, sharp);
  pen.fillStyle = getComputedStyle(host).getPropertyValue("--st-background-color") || "#fff";
  pen.fillRect(0, 0, width, height);
  drawn.forEach((canvas, i) => pen.drawImage(canvas, boxes[i].left - left, boxes[i].top - top, boxes[i].width, boxes[i].height));
  return target;
}
