// The cameras on the map of their towns: a mark for each, those out of order larger and on top.

import { drawOutlines, fetchOutlines, nameAreas, outlineMap } from "../../outlines.js";
import { colour, onTheme } from "../../tokens.js";

const L = window.L;
const FILLS = { done: "--ok", alert: "--bad" };

const element = document.querySelector("[data-cameras]");
if (element) drawCameras(element, JSON.parse(document.getElementById("marks").textContent));

async function drawCameras(element, cameras) {
  const map = outlineMap(element, { preferCanvas: false });
  const layer = drawOutlines(map, await fetchOutlines(element.dataset.outlines), { fill: () => colour("--map-0") });
  nameAreas(map, layer);
  map.createPane("marks").style.zIndex = 660; // above the names
  const sorted = [...cameras].sort((one, other) => (one.tone === "alert") - (other.tone === "alert"));
  const marks = sorted.map((camera) => {
    const point = [camera.latitude, camera.longitude];
    const mark = L.circleMarker(point, { pane: "marks", ...style(camera) }).addTo(map);
    mark.bindTooltip(() => words(camera), { direction: "top", className: "map__mark" });
    mark.on("click", () => window.location.assign(camera.url));
    return { mark, camera };
  });
  onTheme(() => marks.forEach(({ mark, camera }) => mark.setStyle(style(camera))));
}

function style({ tone }) {
  const radius = tone === "alert" ? 8 : 5;
  return { radius, color: colour("--surface"), weight: 1, fillColor: colour(FILLS[tone]), fillOpacity: 0.95 };
}

function words({ name, label }) {
  const span = document.createElement("span");
  span.textContent = `${name} · ${label}`;
  return span;
}
