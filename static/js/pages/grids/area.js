// The page of an area: its parts as outlines, each a link to its own page.

import { drawOutlines, fetchOutlines, outlineMap } from "../../outlines.js";

const element = document.querySelector("[data-outlines]");
if (element) drawArea(element, element.dataset);

async function drawArea(element, { outlines, page }) {
  const map = outlineMap(element);
  const collection = await fetchOutlines(outlines);
  drawOutlines(map, collection, {
    label: (feature) => feature.properties.name,
    href: (feature) => page.replace("000000", feature.properties.code),
  });
}
