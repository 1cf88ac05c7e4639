// Open matters on the map of the towns, each in the middle of its cell.

import { text, townMap } from "../../portal/leaflet.js";

const element = document.querySelector("[data-portal-map]");
element.hidden = false;
const L = window.L;
townMap(L, element, element.dataset.outlines).then(show);

function show(map) {
  for (const { at, name, progress } of JSON.parse(document.getElementById("points").textContent)) {
    L.circleMarker(at, { radius: 8, weight: 2, color: "#fff", fillColor: "#0a6257", fillOpacity: 1 })
      .bindTooltip(text(`${name} · ${progress}`)).addTo(map);
  }
}
