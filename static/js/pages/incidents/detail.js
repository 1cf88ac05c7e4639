// Where an incident is: its point among the grids of its community.

import { drawOutlines, fetchOutlines, outlineMap } from "../../outlines.js";
import { dot, highlight } from "./place.js";

const element = document.querySelector("[data-incident-map]");
if (element) drawPlace(element, element.dataset);

async function drawPlace(element, { latitude, longitude, outlines }) {
  const point = [Number(latitude), Number(longitude)];
  const map = outlineMap(element);
  map.setView(point, 15);
  const marker = dot(point).addTo(map);
  const collection = await fetchOutlines(outlines).catch(() => null); // without outlines the point still shows
  if (!collection) return;
  const fill = highlight(collection, [Number(longitude), Number(latitude)]);
  drawOutlines(map, collection, { fill, label: (feature) => feature.properties.name, fit: false });
  marker.bringToFront();
}
