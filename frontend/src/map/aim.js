/** Where an event dragged over the map would be dropped. */
import L from "leaflet";

/** What a hand can aim at, in pixels. */
const HAND = 8;

export class Aim {
  /** @param {L.Map} map */
  constructor(map) {
    this.map = map;
    this.circle = null;
  }

  /**
   * The point under a point of the page and how finely one can aim at this zoom; null outside the map. Shows both until
   * it is told null.
   *
   * @param {[number, number]|null} point @param {string} colour
   * @returns {{point: [number, number, number], words: string}|null} degrees and kilometres.
   */
  at(point, colour) {
    const frame = window.frameElement.getBoundingClientRect();
    const [x, y] = point ? [point[0] - frame.left, point[1] - frame.top] : [-1, -1];
    const outside = x < 0 || y < 0 || x > frame.width || y > frame.height;
    this.circle?.remove();
    if (outside) return null;
    const place = this.map.containerPointToLatLng([x, y]).wrap();
    const metres = this.map.distance(place, this.map.containerPointToLatLng([x + HAND, y]).wrap());
    this.circle = L.circle(place, { radius: metres, color: colour, weight: 2, interactive: false }).addTo(this.map);
    const km = Math.max(0.1, Math.round(metres / 100) / 10);
    const words = `${place.lat.toFixed(3)}, ${place.lng.toFixed(3)}, within ${km < 10 ? km : Math.round(km)} km`;
    return { point: [place.lat, place.lng, km], words };
  }
}
