/** The part of the map in the page's address: `view=latitude,longitude,zoom`, as a link holds it. */

/** @param {{center: number[], zoom: number}} view @returns {string} */
export function viewWords({ center, zoom }) {
  return [center[0].toFixed(3), center[1].toFixed(3), zoom].join(",");
}

/**
 * Writes the view into the address without a step in the browser's history; null takes it out.
 *
 * @param {Window} page @param {{center: number[], zoom: number}|null} view
 */
export function writeView(page, view) {
  const address = new URL(page.location.href);
  if (view) address.searchParams.set("view", viewWords(view));
  else address.searchParams.delete("view");
  const words = address.href.replaceAll("%2C", ",");
  if (words !== page.location.href) page.history.replaceState(page.history.state, "", words);
}
