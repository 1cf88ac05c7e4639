// The place of an incident on a map of outlines: one point, and the grid that holds it.

import { colour } from "../../tokens.js";

const L = window.L;

/** A dot at the point, in the colour of the main acts. */
export const dot = (point) => L.circleMarker(point, {
  radius: 9, weight: 3, color: "#fff", fillColor: colour("--accent") || "#0a6257", fillOpacity: 1, interactive: false,
});

/** The feature whose outline holds the point [longitude, latitude]; undefined for none. */
export function featureAt(collection, point) {
  return collection.features.find(({ geometry }) => geometry && polygons(geometry).some((polygon) => holds(polygon, point)));
}

/** A `fill` for drawOutlines that lifts the grid of the point out of its neighbours. */
export function highlight(collection, point) {
  const here = featureAt(collection, point);
  return (feature) => colour(feature === here ? "--map-1" : "--map-none");
}

const polygons = (geometry) => (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates);

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
