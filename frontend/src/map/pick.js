/** A click where no marker is, told to Python as a point: for pages on which a person sets one. */

/** How near a marker a click counts as the marker's own, in pixels: as the layer's canvas has it. */
const TOLERANCE = 4;

export class Pick {
  /** @param {L.Map} map @param {(value: object) => void} tellPython */
  constructor(map, tellPython) {
    Object.assign(this, { map, tellPython, on: false, picks: 0, fitted: "" });
    map.on("click", (event) => this.clicked(event));
  }

  /**
   * From here on clicks on the empty map set a point, or do nothing. The view is this map's own, never another page's:
   * other candidates (`payload.fit`) are fitted, a point set by hand moves nothing.
   */
  set(on, layer, { fit = "" }) {
    this.on = on;
    this.map.getContainer().style.cursor = on ? "crosshair" : "";
    if (!on) return;
    layer.bus = null;
    layer.fitted = !fit || fit === this.fitted;
    this.fitted = fit || this.fitted;
  }

  clicked({ latlng, containerPoint }) {
    if (!this.on || this.hitsMarker(containerPoint)) return;
    const { lat, lng } = latlng.wrap();
    this.picks += 1;
    this.tellPython({ picked: [lat, lng], n: this.picks });
  }

  hitsMarker({ x, y }) {
    const ask = { markers: [] };
    this.map.fire("askmarkers", ask);
    return ask.markers.some((marker) => Math.hypot(marker.x - x, marker.y - y) <= marker.r + TOLERANCE);
  }
}
