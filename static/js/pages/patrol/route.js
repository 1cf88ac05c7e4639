// The points of a route or a shift on the map of their town, with the line that joins them in their order.

import { drawOutlines, fetchOutlines, outlineMap } from "../../outlines.js";
import { colour, onTheme } from "../../tokens.js";

const L = window.L;
const FILLS = { plain: "--accent", done: "--ok", late: "--bad", wait: "--surface" };

const element = document.querySelector("[data-route]");
if (element) drawRoute(element, JSON.parse(document.getElementById("spots").textContent));

async function drawRoute(element, spots) {
  const map = outlineMap(element);
  const places = spots.map((spot) => [spot.latitude, spot.longitude]);
  map.fitBounds(L.latLngBounds(places).pad(0.25), { maxZoom: 15 });
  map.createPane("marks").style.zIndex = 660; // above the outlines
  const line = "line" in element.dataset ? L.polyline(places, { pane: "marks" }).addTo(map) : null;
  const marks = spots.map((spot, index) => {
    const mark = L.circleMarker(places[index], { pane: "marks", radius: 9 }).addTo(map);
    mark.bindTooltip(() => words(`${spot.position}. ${spot.name}`), {
      permanent: spots.length <= 12, direction: "right", offset: [8, 0], className: "map__mark",
    });
    return { mark, spot };
  });
  onTheme(paint);
  paint();
  if (element.dataset.outlines) {
    drawOutlines(map, await fetchOutlines(element.dataset.outlines), { fill: () => colour("--map-0"), fit: false });
  }

  function paint() {
    line?.setStyle({ color: colour("--accent"), weight: 3, opacity: 0.8 });
    for (const { mark, spot } of marks) {
      mark.setStyle({ color: colour("--ink"), weight: 1.5, fillColor: colour(FILLS[spot.tone]), fillOpacity: 1 });
    }
  }
}

function words(text) {
  const span = document.createElement("span");
  span.textContent = text;
  return span;
}
