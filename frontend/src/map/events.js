/** The layer of events over the basemap: markers, areas, tooltip, selection. */
import L from "leaflet";
import { viewWords, writeView } from "../address.js";
import { joinDesk } from "../desk.js";
import { bulkOf, outsideButton } from "./bulk.js";
import { Finer, asPlaces, binCard, boxOf, opens } from "./bins.js";
import { legCard, legend, placeCard } from "./card.js";
import { Legs } from "./legs.js";
import { PlaceMarker, isArea, sizeOf } from "./marker.js";
import { Rivals } from "./rivals.js";

const FIT = { padding: [46, 46], maxZoom: 10 };
const LONE_ZOOM = 9;
const AREA = { opacity: 0.6, fillOpacity: 0.055 };
/** How long the map must rest before its view stands in the address, in ms. */
const RESTS = 400;
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
    this.legs = new Legs(map, this.canvas, this.ringCanvas);
    this.rivals = new Rivals(map, this.ringCanvas);
    this.tip = L.DomUtil.create("div", "place-tip", map.getContainer());
    this.tip.hidden = true;
    map.on("movestart zoomstart", () => this.hideTip());
    map.on("askmarkers", (ask) => ask.markers.push(...this.obstacles()));
    map.on("moveend", () => this.rememberView());
    map.on("resize", () => this.fitOnce());
    bus?.on("map", (id) => this.select(id, true));
    if (bus) bus.parts.map = { show: (ids) => this.show(ids), drawRivals: (rivals) => this.drawRivals(rivals) };
    this.desk = bus && joinDesk(window.parent);
    this.finer = new Finer(map, this.desk, (bins) => this.drawBins(bins));
    this.desk?.hear("spots", () => this.payload?.shown && this.ring());
  }

  /** Draws a payload into `group`; the view stays, except that the first events ever are fitted. */
  draw(group, payload, theme, dark) {
    this.payload = payload.bins ? asPlaces(payload, payload.bins) : payload;
    this.theme = theme;
    this.outside?.remove(); // it counted the events drawn before
    this.legs.draw(group, this.payload, theme, dark);
    this.drawPlaces(group, dark);
    const over = (event) => (event.propagatedFrom ?? event.layer)?.options ?? {};
    group.on("mouseover", (event) => this.pointed(over(event), event.latlng, dark));
    group.on("mouseout", () => this.hideTip());
    this.hideTip();
    group.on("click", (event) => this.clicked(over(event)));
    this.show(this.bus?.shown ?? null);
    this.showLegend(dark);
    this.fitOnce();
    this.ring();
    this.drawRivals(this.bus?.rivals ?? []);
    this.map.fire("markers");
    this.finer.watch(payload);
  }

  drawPlaces(group, dark) {
    Object.assign(this, { group, dark });
    const { places, events } = this.payload;
    this.placesOf = placesByEvent(places.events, events.id);
    this.order = places.n.map((_, i) => i).sort((a, b) => places.n[b] - places.n[a]);
    this.markers = this.order.map((index) => this.marker(group, index, dark));
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
      ...(places.shares ? { count: places.n[index], shares: places.shares[index], alpha: 1 } : this.crowd(places.events[index])),
      area: isArea(places.kind[index], places.radius_km[index] ?? 0),
    };
    const colour = types[place.shares[0][0]][dark ? "dark" : "light"];
    const circle = place.area && places.radius_km[index] > 0 ? this.area(at, places.radius_km[index], colour) : null;
    if (circle) group.addLayer(circle);
    const marker = new PlaceMarker(at, {
      circle, renderer: this.canvas, radius: sizeOf(place.count) + 2, weight: 2, index, place, types, dark, theme: this.theme,
    });
    group.addLayer(marker);
    return marker;
  }

  /** What a marker says of its events: how many, of what types, and how faint (0.35 to 1 by the date's part inside). */
  crowd(indices) {
    const { inside, type } = this.payload.events;
    const most = inside ? Math.max(0, ...indices.map((index) => inside[index])) : 1;
    return { count: indices.length, shares: sharesByType(indices, type), alpha: 0.35 + 0.65 * most };
  }

  /** Playback: markers and arrows of these events only; null for all. @param {Set<string>|null} ids */
  show(ids) {
    if (!this.payload || this.payload.shown) return; // bins are not played
    const { places, events } = this.payload;
    this.shown = ids;
    for (const marker of this.markers) {
      const indices = places.events[marker.options.index].filter((event) => !ids || ids.has(events.id[event]));
      marker.options.hidden = !indices.length;
      marker.options.circle?.setStyle(indices.length ? AREA : { opacity: 0, fillOpacity: 0 });
      if (indices.length) Object.assign(marker.options.place, this.crowd(indices));
      marker.setRadius(sizeOf(Math.max(1, indices.length)) + 2);
    }
    this.legs.show(ids);
    this.map.fire("markers");
  }

  area(at, radiusKm, colour) {
    return L.circle(at, {
      renderer: this.areaCanvas, pane: "areas", interactive: false, radius: radiusKm * 1000, color: colour, weight: 1.2, dashArray: "5 5", fillColor: colour, ...AREA,
    });
  }

  pointed({ index, leg }, at, dark) {
    const { places } = this.payload;
    const bin = this.payload.shown && places.n[index] > 1;
    if (bin) this.showTip(binCard(this.payload, index, dark), [places.lat[index], places.lon[index]], sizeOf(places.n[index]) + 10);
    else if (index !== undefined) this.showTip(placeCard(this.payload, index, dark, this.shown), [places.lat[index], places.lon[index]], sizeOf(places.n[index]) + 10);
    else if (leg !== undefined) this.showTip(legCard(this.payload, leg), at, 12);
  }

  /** Beside the point, inside the map, above legend and buttons. */
  showTip(card, at, away) {
    this.tip.replaceChildren(card);
    this.tip.hidden = false;
    const { x, y } = this.map.latLngToContainerPoint(at);
    const size = this.map.getSize();
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

  /** A bin opens; of a marker or an arrow the first event, the next one with every further click. */
  clicked({ index, leg }) {
    if (index !== undefined && opens(this.payload, index) && this.map.getZoom() < this.map.getMaxZoom()) {
      this.map.fitBounds(boxOf(this.payload, index), { ...FIT, maxZoom: this.map.getMaxZoom(), animate: !this.calm });
      return;
    }
    const { places, legs, events } = this.payload;
    const all = index !== undefined ? places.events[index] : leg !== undefined ? legs.events[leg] : [];
    const here = all.map((event) => events.id[event]).filter((id) => !this.shown || this.shown.has(id));
    if (!here.length) return;
    const event = here[(here.indexOf(this.selected) + 1) % here.length];
    this.select(event, false);
    if (this.bus) this.bus.select(event, "map");
    else this.say({ clicked: event, place: index === undefined ? "" : places.key[index] });
  }

  /** Every message has a number: Streamlit hears nothing of a value it has already. */
  say(message) {
    this.clicks += 1;
    this.tellPython({ ...message, n: this.clicks });
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

  drawRivals(rivals) {
    if (this.theme) this.rivals.draw(this.rings.length ? rivals : [], this.theme);
  }

  /** The selected event's places, or all where nothing is selected. */
  fitSelection() {
    const spots = this.rings.map((ring) => ring.getLatLng());
    if (!spots.length) return;
    const bounds = this.withRoom(L.latLngBounds(spots));
    if (bounds.getNorthEast().equals(bounds.getSouthWest())) this.map.setView(bounds.getCenter(), Math.max(LONE_ZOOM, this.map.getZoom()), { animate: !this.calm });
    else this.map.fitBounds(bounds, { ...FIT, animate: !this.calm });
  }

  ring() {
    this.rivals.clear();
    this.legs.select(this.selected, this.theme);
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
    this.legendBox = legend(this.payload, dark, this.markers.some((marker) => marker.options.place.area), this.theme);
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
    return this.markers.filter((marker) => !marker.options.hidden && sight.contains(marker.getLatLng())).map((marker) => {
      const { x, y } = this.map.latLngToContainerPoint(marker.getLatLng());
      return { x, y, r: marker.options.radius };
    });
  }

  bounds() {
    return L.latLngBounds(this.markers.map((marker) => marker.getLatLng()));
  }

  /** Bounds that hold the smallest area in them where they hold nothing finer: a country alone is seen whole. */
  withRoom(bounds) {
    const inside = this.markers.filter((marker) => bounds.contains(marker.getLatLng()));
    if (!inside.length || !inside.every((marker) => marker.options.circle)) return bounds;
    const least = inside.reduce((one, other) => (other.options.circle.getRadius() < one.options.circle.getRadius() ? other : one));
    return L.latLngBounds(bounds.getSouthWest(), bounds.getNorthEast()).extend(least.getLatLng().toBounds(2 * least.options.circle.getRadius()));
  }

  /** All events, or the bulk of them. */
  fit(bounds = this.bounds()) {
    if (!this.markers.length) return;
    bounds = this.withRoom(bounds);
    const lone = bounds.getNorthEast().equals(bounds.getSouthWest());
    if (lone) this.map.setView(bounds.getCenter(), LONE_ZOOM, { animate: false });
    else this.map.fitBounds(bounds, { ...FIT, animate: false });
    this.fitted = true;
    const { lat, lng } = this.map.getCenter();
    this.fitting = viewWords({ center: [lat, lng], zoom: this.map.getZoom() });
  }

  /** The first events are fitted, or, coming back from another page, the view is as it was left. */
  fitOnce() {
    if (this.fitted || !this.markers.length || !this.map.getSize().x || !this.map.getSize().y) return;
    const left = this.main ? this.bus?.views.map : null;
    if (this.asked) {
      this.map.setView([this.asked[0], this.asked[1]], this.asked[2], { animate: false });
      this.fitted = true;
    } else if (left && this.bounds().intersects(left.bounds)) {
      this.map.setView(left.center, left.zoom, { animate: false });
      this.fitted = true;
    } else this.fitBulk();
  }

  fitBulk() {
    const { n, events } = this.payload.places;
    const spots = this.markers.map((marker, i) => ({ at: marker.getLatLng(), index: this.order[i], weight: n[this.order[i]] }));
    const bulk = bulkOf(spots);
    this.fit(bulk);
    const outside = spots.filter(({ at }) => !bulk.contains(at));
    if (!outside.length) return;
    const counted = this.payload.shown ? outside.reduce((sum, { weight }) => sum + weight, 0) : new Set(outside.flatMap(({ index }) => events[index])).size;
    this.outside = outsideButton(this.map, counted, () => this.fit());
  }

  rememberView() {
    if (!this.bus || !this.main || !this.fitted) return;
    const bounds = this.map.getBounds();
    const { lat, lng } = this.map.getCenter();
    const view = { center: [lat, lng], zoom: this.map.getZoom() };
    this.bus.views.map = { ...view, bounds: [[bounds.getSouth(), bounds.getWest()], [bounds.getNorth(), bounds.getEast()]] };
    clearTimeout(this.writing);
    this.writing = setTimeout(() => writeView(window.parent, viewWords(view) === this.fitting ? null : view), RESTS);
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
