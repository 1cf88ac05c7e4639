// A change of boundaries on the map: the grids of the community, the new outlines over them, and for a split the line,
// drawn corner by corner. Without this file the corners are written into the field.

import { drawOutlines, fetchOutlines, nameAreas, outlineMap } from "../../outlines.js";
import { colour } from "../../tokens.js";

const L = window.L;
const form = document.querySelector("form[data-change]");
const element = document.querySelector("[data-change-map]");
if (form) showOnlyWhatBelongs(form);
if (element) drawChange(element);

async function drawChange(element) {
  const map = outlineMap(element);
  map.setView([30.5, 104], 11);
  const chosen = () => [...(form?.querySelectorAll("[name=ends]:checked") ?? [])].map((input) => input.value);
  const parts = JSON.parse(document.getElementById("parts")?.textContent ?? "null");
  const line = form && drawLine(map, form);
  const collection = await fetchOutlines(element.dataset.outlines);
  const fill = (feature) => colour(chosen().includes(feature.properties.code) ? "--map-3" : "--map-none");
  const layer = drawOutlines(map, collection, { fill, fit: !parts });
  form?.addEventListener("change", () => layer.setStyle((feature) => ({ fillColor: fill(feature) })));
  if (!parts?.features.length) {
    nameAreas(map, layer);
    line?.bringToFront();
    return;
  }
  const made = drawOutlines(map, parts, { fill: () => colour("--map-2") });
  made.setStyle({ weight: 3 });
  nameAreas(map, made);
  line?.bringToFront();
}

/** Tapping the map adds a corner to the field, and the field is what is drawn; the line that is. */
function drawLine(map, form) {
  const field = form.elements.line, tools = document.querySelector("[data-line-tools]");
  const line = L.polyline([], { color: "#c22e22", weight: 4, dashArray: "8 6", interactive: false }).addTo(map);
  const corners = () => field.value.split(/[\s;]+/).filter(Boolean);
  const isSplit = () => form.elements.kind.value === "split";
  const write = (list) => {
    field.value = list.join(" ");
    show();
  };
  const show = () => {
    tools.hidden = !isSplit();
    const points = corners().map((corner) => corner.split(",").map(Number)).filter(([x, y]) => x === x && y === y);
    line.setLatLngs(isSplit() ? points.map(([east, north]) => [north, east]) : []);
  };
  map.on("click", ({ latlng }) => {
    if (isSplit()) write([...corners(), `${latlng.lng.toFixed(6)},${latlng.lat.toFixed(6)}`]);
  });
  tools.querySelector("[data-line-undo]").addEventListener("click", () => write(corners().slice(0, -1)));
  field.addEventListener("input", show);
  form.addEventListener("change", show);
  show();
  return line;
}

/** The fields of the other kinds of change are out of the way. */
function showOnlyWhatBelongs(form) {
  const show = () => {
    for (const part of form.querySelectorAll("[data-only]")) part.hidden = part.dataset.only !== form.elements.kind.value;
  };
  form.addEventListener("change", show);
  show();
}
