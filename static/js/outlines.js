// Areas as outlines on a Leaflet map, in the colours of the page; no tiles are needed.

import { colour, onTheme } from "./tokens.js";
import { word } from "./words.js";

const L = window.L;

/** A map in `element` that fits its outlines; zoom and keyboard work, the wheel scrolls the page. */
export function outlineMap(element, options = {}) {
  const map = L.map(element, { scrollWheelZoom: false, zoomSnap: 0.25, ...options });
  map.attributionControl.setPrefix(false);
  L.control.scale({ imperial: false }).addTo(map);
  return map;
}

/** Fetch a FeatureCollection; throws when the answer is not one. */
export async function fetchOutlines(url) {
  const response = await fetch(url, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.json();
}

/**
 * Draw outlines on the map and fit it to them. `fill(feature)` gives the fill colour, `href(feature)` makes an
 * area a link, `label(feature)` is its permanent name.
 */
export function drawOutlines(map, collection, { fill, href, label, fit = true } = {}) {
  const style = (feature) => ({
    color: colour("--map-edge"),
    weight: 1,
    fillColor: fill ? fill(feature) : colour("--map-none"),
    fillOpacity: 0.85,
  });
  const layer = L.geoJSON(collection, {
    style,
    onEachFeature(feature, area) {
      if (label) area.bindTooltip(() => text(label(feature)), { sticky: true, direction: "top" });
      if (!href) return;
      area.on("click", () => window.location.assign(href(feature)));
      area.on("mouseover", () => area.setStyle({ weight: 3 }).bringToFront());
      area.on("mouseout", () => area.setStyle({ weight: 1 }));
    },
  }).addTo(map);
  onTheme(() => layer.setStyle(style));
  if (collection.features.some((feature) => feature.properties.schematic)) {
    map.attributionControl.addAttribution(word("schematic"));
  }
  const bounds = layer.getBounds();
  if (fit && bounds.isValid()) map.fitBounds(bounds, { padding: [12, 12] });
  return layer;
}

/** Names that stand on the areas; none where more than `most` would cover each other. */
export function nameAreas(map, layer, most = 20) {
  const areas = layer.getLayers();
  const options = { permanent: true, direction: "center", className: "map__name" };
  return areas.length > most ? [] : areas.map((area) => {
    const name = L.tooltip(options).setLatLng(area.getCenter()).setContent(text(area.feature.properties.name));
    return { feature: area.feature, tooltip: name.addTo(map) };
  });
}

function text(content) {
  const span = document.createElement("span");
  span.textContent = content;
  return span;
}
