// The place of an incident on a map of outlines: one point, and the grid that holds it.

import { colour } from "../../tokens.js";

const L = window.L;

/** A dot at the point, in the colour of the main acts. */
export const dot = (point) => L.circleMarker(point, {
  radius: 9, weight: 3, color: "#fff", fillColor: colour("--accent") || "#0a6257", fillOpacity: 1, interactive: false,
});

/** The name of the feature whose outline holds the point [longitude, latitude]; "" for none. */
export function nameAt(collection, point) {
  const found = collection.features.find(({ geometry }) => geometry && rings(geometry).some((polygon) => holds(polygon, point)));
  return found?.properties.name ?? "";
}

const rings = (geometry) => (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates);

// Inside the outer ring and in no hole.
const holds = ([outer, ...holes], point) => crosses(outer, point) && !holes.some((hole) => crosses(hole, point));

// Even-odd rule: a ray to the east crosses the ring an odd number of times.
function crosses(ring, [x, y]) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i], [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
