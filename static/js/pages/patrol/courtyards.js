// Courtyards on the map of their towns: a mark for each in the tone of its state, larger where all three are lacking.

import { drawOutlines, fetchOutlines, nameAreas, outlineMap } from "../../outlines.js";
import { colour, onTheme } from "../../tokens.js";

const L = window.L;
const TONES = { wait: "--soon-solid", work: "--info-solid", check: "--chart-4", done: "--ok-solid", alert: "--bad-solid", off: "--calm-solid" };

const element = document.querySelector("[data-courtyards]");
if (element) drawCourtyards(element, JSON.parse(document.getElementById("spots").textContent));

async function drawCourtyards(element, spots) {
  const map = outlineMap(element);
  const layer = drawOutlines(map, await fetchOutlines(element.dataset.outlines), { fill: () => colour("--map-0") });
  nameAreas(map, layer);
  map.createPane("marks").style.zIndex = 660; // above the names
  const marks = spots.map((spot) => {
    const mark = L.circleMarker([spot.latitude, spot.longitude], { pane: "marks", ...style(spot) }).addTo(map);
    mark.bindTooltip(() => words(spot), { direction: "top", className: "map__mark" });
    mark.on("click", () => window.location.assign(spot.url));
    return { mark, spot };
  });
  onTheme(() => marks.forEach(({ mark, spot }) => mark.setStyle(style(spot))));
}

function style({ tone, lacks }) {
  return { radius: lacks === 3 ? 9 : 6, color: colour("--surface"), weight: 1.5, fillColor: colour(TONES[tone]), fillOpacity: 0.95 };
}

function words({ name, label }) {
  const span = document.createElement("span");
  span.textContent = `${name} · ${label}`;
  return span;
}
