// The page of an area: its parts as outlines, each a link to its own page.

import { drawOutlines, fetchOutlines, nameAreas, outlineMap } from "../../outlines.js";
import { colour } from "../../tokens.js";

const element = document.querySelector("[data-outlines]");
if (element) drawArea(element, element.dataset);

async function drawArea(element, { outlines, page }) {
  const map = outlineMap(element);
  const collection = await fetchOutlines(outlines);
  const layer = drawOutlines(map, collection, {
    label: (feature) => feature.properties.name,
    href: (feature) => page.replace("000000", feature.properties.code),
    fill: () => colour("--map-1"),
  });
  nameAreas(map, layer);
}
