// Patrol points on the map, and the screening points beside them: each kind has a shape of its own.

import { drawOutlines, fetchOutlines, nameAreas, outlineMap } from "../../outlines.js";
import { colour } from "../../tokens.js";

const L = window.L;
const SIZE = 16;

const element = document.querySelector("[data-points]");
if (element) drawPoints(element, JSON.parse(document.getElementById("spots").textContent));

async function drawPoints(element, spots) {
  const map = outlineMap(element);
  map.setView([30.5, 104], 10);
  map.createPane("marks").style.zIndex = 660; // above the names
  for (const spot of spots) {
    const icon = L.divIcon({ className: `mark mark--${spot.kind}`, iconSize: [SIZE, SIZE] });
    const mark = L.marker([spot.latitude, spot.longitude], { pane: "marks", icon, title: spot.name, alt: spot.name, keyboard: Boolean(spot.url) }).addTo(map);
    mark.bindTooltip(() => words(spot), { direction: "top", className: "map__mark" });
    if (spot.url) mark.on("click", () => window.location.assign(spot.url));
  }
  const collection = await fetchOutlines(element.dataset.outlines).catch(() => null); // without outlines the points still show
  if (!collection) return;
  nameAreas(map, drawOutlines(map, collection, { fill: () => colour("--map-0") }));
}

function words({ name, label }) {
  const span = document.createElement("span");
  span.textContent = `${name} · ${label}`;
  return span;
}
