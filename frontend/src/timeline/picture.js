/** Strip, lanes and publications as they are seen, one below the other on one canvas. */

const GAP = 6;

/** @param {HTMLElement} host the timeline @returns {HTMLCanvasElement} */
export function picture(host) {
  const drawn = [...host.querySelectorAll(".strip canvas, .lanes canvas, .publications canvas")].filter((canvas) => canvas.offsetParent);
  const sharp = window.devicePixelRatio || 1;
  const width = Math.max(...drawn.map((canvas) => canvas.offsetWidth));
  const height = drawn.reduce((sum, canvas) => sum + canvas.offsetHeight + GAP, 0);
  const target = document.createElement("canvas");
  Object.assign(target, { width: Math.max(1, width * sharp), height: Math.max(1, height * sharp) });
  const pen = target.getContext("2d");
  pen.scale(sharp, sharp);
  pen.fillStyle = getComputedStyle(host).getPropertyValue("--st-background-color") || "#fff";
  pen.fillRect(0, 0, width, height);
  let top = 0;
  for (const canvas of drawn) {
    pen.drawImage(canvas, 0, top, canvas.offsetWidth, canvas.offsetHeight);
    top += canvas.offsetHeight + GAP;
  }
  return target;
}
