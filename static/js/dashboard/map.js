// The areas below in the colour of a figure, each with its name and number on it; a click goes one level down.

import { drawOutlines, fetchOutlines, nameAreas, outlineMap } from "../outlines.js";
import { colour } from "../tokens.js";
import { stepOf, stepsOf } from "./steps.js";

const ANY_CODE = "000000";

/** Draw `data` ({outlines, below, chosen, figures}) in the section `element`. */
export async function drawMap(element, data) {
  element.hidden = false;
  const map = outlineMap(element.querySelector("[data-canvas]"));
  const choice = element.querySelector("select");
  const figure = () => data.figures.find(({ name }) => name === choice?.value);
  const known = (feature) => figure()?.areas[feature.properties.code];
  const collection = await fetchOutlines(data.outlines);
  const layer = drawOutlines(map, collection, {
    fill: (feature) => (figure() ? shade(figure(), known(feature)?.value) : colour("--map-2")),
    label: (feature) => [feature.properties.name, known(feature)?.text].filter(Boolean).join(" "),
    href: (feature) => data.below.replace(ANY_CODE, feature.properties.code),
  });
  const names = nameAreas(map, layer);
  const describe = () => {
    for (const { tooltip, feature } of names) tooltip.setContent(lines(feature.properties.name, known(feature)?.text));
    if (figure()) explain(element.querySelector("[data-legend]"), figure());
  };
  describe();
  choice?.addEventListener("change", () => {
    layer.resetStyle();
    describe();
    const address = new URL(window.location);
    address.searchParams.set("map", choice.value);
    window.history.replaceState(null, "", address);
  });
}

function lines(name, figure) {
  const element = document.createElement("span");
  element.append(name);
  if (figure) element.append(document.createElement("br"), figure);
  return element;
}

function shade(figure, value) {
  const step = stepOf(figure, value);
  return colour(step < 0 ? "--map-none" : `--map-${step + 1}`);
}

function explain(legend, figure) {
  legend.replaceChildren(...stepsOf(figure).map((text, step) => {
    const item = document.createElement("li");
    const swatch = document.createElement("span");
    item.className = "legend__item";
    swatch.className = `legend__swatch legend__swatch--${step + 1}`;
    item.append(swatch, text);
    return item;
  }));
}
