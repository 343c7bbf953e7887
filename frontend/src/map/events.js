/** The layer of events over the basemap: markers, areas, tooltip, selection. */
import L from "leaflet";
import { joinDesk } from "../desk.js";
import { Finer, asPlaces, binCard, boxOf, opens } from "./bins.js";
import { legend, placeCard } from "./card.js";
import { PlaceMarker, isArea, sizeOf } from "./marker.js";

const FIT = { padding: [46, 46], maxZoom: 10 };
const LONE_ZOOM = 9;
/** What a tooltip keeps free at the map's edges, in pixels. */
const EDGE = 6;
/** Width from which an open legend leaves the events in sight, in pixels. */
const LEGEND_OPEN = 1100;

export class EventLayer {
  /** @param {L.Map} map @param {import("../bus.js").Bus|null} bus @param {(value: object) => void} tellPython */
  constructor(map, bus, tellPython) {
    Object.assign(this, { map, bus, tellPython, clicks: 0, rings: [], selected: null, fitted: false, markers: [] });
    this.calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    for (const [name, order] of [["areas", 350], ["selection", 450]]) {
      const pane = map.createPane(name);
      pane.style.zIndex = order;
      pane.style.pointerEvents = "none";
    }
    this.canvas = L.canvas({ padding: 0.3, tolerance: 4 });
    this.areaCanvas = L.canvas({ pane: "areas", padding: 0.3 });
    this.ringCanvas = L.canvas({ pane: "selection", padding: 0.3 });
    this.tip = L.DomUtil.create("div", "place-tip", map.getContainer());
    this.tip.hidden = true;
    map.on("movestart zoomstart", () => this.hideTip());
    map.on("askmarkers", (ask) => ask.markers.push(...this.obstacles()));
    map.on("moveend", () => this.rememberView());
    map.on("resize", () => this.fitOnce());
    bus?.on("map", (id) => this.select(id, true));
    this.desk = bus && joinDesk(window.parent);
    this.finer = new Finer(map, this.desk, (bins) => this.drawBins(bins));
    this.desk?.hear("spots", () => this.payload?.shown && this.ring());
  }

  /** Draws a payload into `group`; the view stays, except that the first events ever are fitted. */
  draw(group, payload, theme, dark) {
    this.payload = payload.bins ? asPlaces(payload, payload.bins) : payload;
    this.theme = theme;
    this.drawPlaces(group, dark);
    const over = (event) => (event.propagatedFrom ?? event.layer)?.options.index;
    group.on("mouseover", (event) => this.showTip(over(event), dark));
    group.on("mouseout", () => this.hideTip());
    this.hideTip();
    group.on("click", (event) => this.clicked(over(event)));
    this.showLegend(dark);
    this.fitOnce();
    this.ring();
    this.map.fire("markers");
    this.finer.watch(payload);
  }

  drawPlaces(group, dark) {
    Object.assign(this, { group, dark });
    const { places, events } = this.payload;
    this.placesOf = placesByEvent(places.events, events.id);
    const order = places.n.map((_, i) => i).sort((a, b) => places.n[b] - places.n[a]);
    this.markers = order.map((index) => this.marker(group, index, dark));
  }

  /** Finer or coarser bins of the same view, as the zoom needs them. */
  drawBins(bins) {
    this.payload = asPlaces(this.payload, bins);
    this.hideTip();
    this.group.clearLayers();
    this.drawPlaces(this.group, this.dark);
    this.ring();
    this.map.fire("markers");
  }

  marker(group, index, dark) {
    const { places, events, types } = this.payload;
    const at = L.latLng(places.lat[index], places.lon[index]);
    const place = {
      count: places.n[index],
      shares: places.shares?.[index] ?? sharesByType(places.events[index], events.type),
      area: isArea(places.kind[index], places.radius_km[index] ?? 0),
    };
    const colour = types[place.shares[0][0]][dark ? "dark" : "light"];
    if (place.area && places.radius_km[index] > 0) group.addLayer(this.area(at, places.radius_km[index], colour));
    const marker = new PlaceMarker(at, {
      renderer: this.canvas, radius: sizeOf(place.count) + 2, weight: 2, index, place, types, dark, theme: this.theme,
    });
    group.addLayer(marker);
    return marker;
  }

  area(at, radiusKm, colour) {
    return L.circle(at, {
      renderer: this.areaCanvas, pane: "areas", interactive: false, radius: radiusKm * 1000, color: colour, weight: 1.2,
      opacity: 0.6, dashArray: "5 5", fillColor: colour, fillOpacity: 0.055,
    });
  }

  /** Beside the marker, inside the map, above legend and buttons. */
  showTip(index, dark) {
    if (index === undefined) return;
    const bin = this.payload.shown && this.payload.places.n[index] > 1;
    this.tip.replaceChildren((bin ? binCard : placeCard)(this.payload, index, dark));
    this.tip.hidden = false;
    const { x, y } = this.map.latLngToContainerPoint([this.payload.places.lat[index], this.payload.places.lon[index]]);
    const size = this.map.getSize();
    const away = sizeOf(this.payload.places.n[index]) + 10;
    const { offsetWidth: width, offsetHeight: height } = this.tip;
    const right = x + away + width < size.x - EDGE;
    const left = right ? x + away : x - away - width;
    const fits = right || left >= EDGE;
    const top = fits ? y - height / 2 : y + away + height < size.y ? y + away : y - away - height;
    const inside = (value, room) => Math.max(EDGE, Math.min(value, room - EDGE));
    this.tip.style.transform = `translate(${inside(fits ? left : x - width / 2, size.x - width)}px, ${inside(top, size.y - height)}px)`;
  }

  hideTip() {
    this.tip.hidden = true;
  }

  clicked(index) {
    if (index === undefined) return;
    if (opens(this.payload, index) && this.map.getZoom() < this.map.getMaxZoom()) {
      this.map.fitBounds(boxOf(this.payload, index), { ...FIT, maxZoom: this.map.getMaxZoom(), animate: !this.calm });
      return;
    }
    const event = this.payload.events.id[this.payload.places.events[index][0]];
    this.select(event, false);
    this.bus?.select(event, "map");
    this.clicks += 1;
    this.tellPython({ clicked: event, place: this.payload.places.key[index], n: this.clicks });
  }

  /** Rings every place of the event; pans only when asked to and none of them is in sight. */
  select(id, mayPan) {
    const changed = id !== this.selected;
    this.selected = id;
    this.ring();
    if (!mayPan || !changed || !this.rings.length) return;
    const spots = this.rings.map((ring) => ring.getLatLng());
    const sight = this.map.getBounds().pad(-0.04);
    if (!spots.some((spot) => sight.contains(spot))) this.map.panTo(spots[0], { animate: !this.calm });
  }

  ring() {
    for (const ring of this.rings) ring.remove();
    this.rings = [];
    for (const [at, count] of this.spotsOf(this.selected)) {
      const base = { renderer: this.ringCanvas, pane: "selection", interactive: false, fill: false, radius: sizeOf(count) + 5 };
      this.rings.push(L.circleMarker(at, { ...base, weight: 7, color: this.theme.rim, opacity: 0.85 }).addTo(this.map));
      this.rings.push(L.circleMarker(at, { ...base, weight: 3.5, color: this.theme.amber }).addTo(this.map));
    }
  }

  /** [[point, number of events there], ...] of an event; in bins its own points, as far as they are known. */
  spotsOf(id) {
    const { places } = this.payload ?? {};
    const known = this.payload?.shown && this.desk?.spots.get(id);
    if (known) return known.map((at) => [at, 1]);
    return (this.placesOf?.get(id) ?? []).map((index) => [[places.lat[index], places.lon[index]], places.n[index]]);
  }

  showLegend(dark) {
    const open = this.legendBox?.open ?? this.map.getSize().x > LEGEND_OPEN;
    this.legendControl?.remove();
    if (!this.payload.events.id.length) return;
    this.legendBox = legend(this.payload, dark, this.markers.some((marker) => marker.options.place.area));
    this.legendBox.open = open;
    this.legendBox.addEventListener("toggle", () => this.map.fire("markers"));
    this.legendControl = L.control({ position: "bottomleft" });
    this.legendControl.onAdd = () => {
      L.DomEvent.disableClickPropagation(this.legendBox);
      L.DomEvent.disableScrollPropagation(this.legendBox);
      return this.legendBox;
    };
    this.legendControl.addTo(this.map);
  }

  /** Every marker in sight as {x, y, r} in container pixels. */
  obstacles() {
    const sight = this.map.getBounds().pad(0.05);
    return this.markers.filter((marker) => sight.contains(marker.getLatLng())).map((marker) => {
      const { x, y } = this.map.latLngToContainerPoint(marker.getLatLng());
      return { x, y, r: marker.options.radius };
    });
  }

  bounds() {
    return L.latLngBounds(this.markers.map((marker) => marker.getLatLng()));
  }

  fit() {
    if (!this.markers.length) return;
    const bounds = this.bounds();
    const lone = bounds.getNorthEast().equals(bounds.getSouthWest());
    if (lone) this.map.setView(bounds.getCenter(), LONE_ZOOM, { animate: false });
    else this.map.fitBounds(bounds, { ...FIT, animate: false });
    this.fitted = true;
  }

  /** The first events are fitted, or, coming back from another page, the view is as it was left. */
  fitOnce() {
    if (this.fitted || !this.markers.length || !this.map.getSize().x || !this.map.getSize().y) return;
    const left = this.bus?.views.map;
    if (left && this.bounds().intersects(left.bounds)) {
      this.map.setView(left.center, left.zoom, { animate: false });
      this.fitted = true;
    } else this.fit();
  }

  rememberView() {
    if (!this.bus || !this.fitted) return;
    const bounds = this.map.getBounds();
    const { lat, lng } = this.map.getCenter();
    this.bus.views.map = {
      center: [lat, lng], zoom: this.map.getZoom(),
      bounds: [[bounds.getSouth(), bounds.getWest()], [bounds.getNorth(), bounds.getEast()]],
    };
  }
}

/** Event id -> indices of its places. */
function placesByEvent(eventsOfPlaces, ids) {
  const places = new Map();
  eventsOfPlaces.forEach((events, place) => {
    for (const event of events) places.set(ids[event], [...(places.get(ids[event]) ?? []), place]);
  });
  return places;
}

/** [[type, count], ...], largest first. */
function sharesByType(events, typeOf) {
  const counts = new Map();
  for (const event of events) counts.set(typeOf[event], (counts.get(typeOf[event]) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
