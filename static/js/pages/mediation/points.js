// The screening points on the map of their towns: a mark for each, larger and warmer the higher its level.

import { drawOutlines, fetchOutlines, nameAreas, outlineMap } from "../../outlines.js";
import { colour, onTheme } from "../../tokens.js";

const L = window.L;
const SIZES = { none: 5, blue: 7, yellow: 9, orange: 11, red: 13 };

const element = document.querySelector("[data-points]");
if (element) drawPoints(element, JSON.parse(document.getElementById("spots").textContent));

async function drawPoints(element, spots) {
  const map = outlineMap(element);
  const layer = drawOutlines(map, await fetchOutlines(element.dataset.outlines), { fill: () => colour("--map-0") });
  nameAreas(map, layer);
  map.createPane("marks").style.zIndex = 660; // above the names
  // The highest levels lie on top: the list begins with them.
  const marks = spots.toReversed().map((spot) => {
    const mark = L.circleMarker([spot.latitude, spot.longitude], { pane: "marks", ...style(spot) }).addTo(map);
    mark.bindTooltip(() => words(spot), { direction: "top", className: "map__mark" });
    mark.on("click", () => window.location.assign(spot.url));
    return { mark, spot };
  });
  onTheme(() => marks.forEach(({ mark, spot }) => mark.setStyle(style(spot))));
}

function style({ level }) {
  const fill = level === "none" ? colour("--surface") : colour(`--level-${level}`);
  return { radius: SIZES[level], color: colour("--ink-soft"), weight: 1, fillColor: fill, fillOpacity: 0.95 };
}

function words({ name, label }) {
  const span = document.createElement("span");
  span.textContent = `${name} · ${label}`;
  return span;
}
