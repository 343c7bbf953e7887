/**
 * Bundles the browser parts into timeline_app/dashboard/vendor: map.js (Leaflet, basemap and event layer for the
 * st_folium frame), timeline.js and timeline.css (the v2 component), and the licences of what is inside them.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const vendor = resolve(here, "../timeline_app/dashboard/vendor");
const common = { bundle: true, minify: true, target: "es2022", legalComments: "none", metafile: true, logLevel: "warning", absWorkingDir: here };

/** name@version of every package whose code is in the bundle, with its licence text. */
function licences(results) {
  const inputs = results.flatMap((result) => Object.keys(result.metafile.inputs));
  const names = new Set(inputs.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean));
  return [...names].sort().map((name) => {
    const root = join(here, "node_modules", name);
    const about = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    return `${name} ${about.version} (${about.license})\n\n${readFileSync(join(root, "LICENSE"), "utf8").trim()}\n`;
  }).join(`\n${"-".repeat(72)}\n\n`);
}

/** The bundles must name no address but the names of XML vocabularies, which nothing ever fetches. */
function check(file) {
  const found = [...readFileSync(join(vendor, file), "utf8").matchAll(/https?:\/\/[^\s"'`)\\]+/g)].map(([address]) => address);
  const foreign = found.filter((address) => !/^http:\/\/www\.w3\.org\/(1999|2000|XML\/1998)\//.test(address));
  if (foreign.length) throw new Error(`${file} names ${[...new Set(foreign)].join(", ")}`);
}

rmSync(vendor, { recursive: true, force: true });
mkdirSync(vendor, { recursive: true });
const results = await Promise.all([
  build({ ...common, entryPoints: ["src/map/index.js"], outfile: join(vendor, "map.js"), format: "iife", plugins: [cssAsText(), noLeafletAdvert()] }),
  build({ ...common, entryPoints: ["src/timeline/index.js"], outfile: join(vendor, "timeline.js"), format: "esm" }),
  build({ ...common, entryPoints: ["src/selection.js"], outfile: join(vendor, "selection.js"), format: "esm" }),
  build({ ...common, entryPoints: ["src/popover.js"], outfile: join(vendor, "popover.js"), format: "esm" }),
  build({ ...common, entryPoints: ["src/into_view.js"], outfile: join(vendor, "into_view.js"), format: "esm" }),
  build({ ...common, entryPoints: ["src/asking.js"], outfile: join(vendor, "asking.js"), format: "esm" }),
  build({ ...common, entryPoints: ["src/timeline/timeline.css"], outfile: join(vendor, "timeline.css") }),
  build({ ...common, entryPoints: ["src/reader/index.js"], outfile: join(vendor, "reader.js"), format: "esm" }),
  build({ ...common, entryPoints: ["src/facets/index.js"], outfile: join(vendor, "facets.js"), format: "esm" }),
  build({ ...common, entryPoints: ["src/facets/facets.css"], outfile: join(vendor, "facets.css") }),
  build({ ...common, entryPoints: ["src/tray/index.js"], outfile: join(vendor, "tray.js"), format: "esm" }),
  build({ ...common, entryPoints: ["src/tray/tray.css"], outfile: join(vendor, "tray.css") }),
  build({ ...common, entryPoints: ["src/share/index.js"], outfile: join(vendor, "share.js"), format: "esm" }),
  build({ ...common, entryPoints: ["src/share/share.css"], outfile: join(vendor, "share.css") }),
  build({ ...common, entryPoints: ["src/reader/reader.css"], outfile: join(vendor, "reader.css") }),
]);
writeFileSync(join(vendor, "LICENSES.txt"), licences(results));
["map.js", "timeline.js", "selection.js", "popover.js", "into_view.js", "asking.js", "timeline.css", "reader.js", "reader.css", "facets.js", "facets.css", "share.js", "share.css", "tray.js", "tray.css"].forEach(check);

/** Style sheets inside map.js are texts: the frame's head is rewritten by st_folium, so the script adds them itself. */
function cssAsText() {
  return {
    name: "css-as-text",
    setup({ onLoad }) {
      onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true, legalComments: "none" });
        return { contents: code, loader: "text" };
      });
    },
  };
}

/** Leaflet's default attribution prefix is a link to its site: replaced by nothing (we credit it in LICENSES.txt). */
function noLeafletAdvert() {
  return {
    name: "no-leaflet-advert",
    setup({ onLoad }) {
      onLoad({ filter: /leaflet-src(\.esm)?\.js$/ }, ({ path }) => {
        return { contents: readFileSync(path, "utf8").replaceAll("https://leafletjs.com", ""), loader: "js" };
      });
    },
  };
}
