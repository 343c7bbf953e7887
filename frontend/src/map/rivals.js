/** Where the selected event may have happened instead: hollow points joined to the chosen place, named. */
import L from "leaflet";

const LOOK = { source: { dashArray: null, radius: 6 }, candidate: { dashArray: "2 5", radius: 4.5 } };
const WORDS = { source: "another source says", candidate: "the name may also mean" };

export class Rivals {
  /** @param {L.Map} map @param {L.Canvas} canvas above the markers */
  constructor(map, canvas) {
    Object.assign(this, { map, canvas, layers: [] });
  }

  clear() {
    for (const layer of this.layers) layer.remove();
    this.layers = [];
  }

  /** @param {{lat: number, lon: number, name: string, why: "source"|"candidate", of: [number, number]}[]} rivals */
  draw(rivals, theme) {
    this.clear();
    for (const { lat, lon, name, why, of } of rivals) {
      const { dashArray, radius } = LOOK[why];
      const base = { renderer: this.canvas, pane: "selection", interactive: false, color: theme.amber, opacity: 0.95 };
      this.layers.push(L.polyline([of, [lat, lon]], { ...base, weight: 1.6, dashArray }).addTo(this.map));
      this.layers.push(L.circleMarker([lat, lon], { ...base, weight: 2, radius, fillColor: theme.paper, fillOpacity: 1 }).addTo(this.map));
      this.layers.push(this.label([lat, lon], name, why));
    }
  }

  label(at, name, why) {
    const tip = L.tooltip({ permanent: true, direction: "right", offset: [8, 0], className: `rival rival-${why}`, interactive: false });
    const words = document.createElement("span");
    const named = document.createElement("bdi");
    named.textContent = name;
    words.append(named, why === "source" ? ` (${WORDS.source})` : "");
    words.title = WORDS[why];
    return tip.setLatLng(at).setContent(words).addTo(this.map);
  }
}
