// The areas below in the colour of a figure, with a legend in words; a click goes one level down.

import { drawOutlines, fetchOutlines, outlineMap } from "../outlines.js";
import { colour } from "../tokens.js";

const ANY_CODE = "000000";
const STEPS = 5;

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
  const legend = element.querySelector("[data-legend]");
  if (figure()) explain(legend, figure());
  choice?.addEventListener("change", () => {
    layer.resetStyle();
    explain(legend, figure());
    const address = new URL(window.location);
    address.searchParams.set("map", choice.value);
    window.history.replaceState(null, "", address);
  });
}

/** Where the steps of colour begin: equal steps between the lowest and the highest value there is. */
function bounds({ areas, unit }) {
  const values = Object.values(areas).map(({ value }) => value).filter((value) => value !== null);
  const low = Math.min(...values);
  const width = (Math.max(...values) - low) / STEPS;
  if (!values.length) return [];
  if (!width) return [low];
  const steps = Array.from({ length: STEPS }, (_, step) => low + step * width);
  return unit ? steps : [...new Set(steps.map(Math.ceil))];
}

function stepOf(figure, value) {
  return bounds(figure).filter((bound) => value >= bound).length - 1;
}

function shade(figure, value) {
  return value === null || value === undefined ? colour("--map-none") : colour(`--map-${stepOf(figure, value) + 1}`);
}

function explain(legend, figure) {
  const from = bounds(figure);
  const text = (value) => `${figure.unit ? value.toFixed(2) : value}${figure.unit}`;
  legend.replaceChildren(...from.map((bound, step) => {
    const item = document.createElement("li");
    const swatch = document.createElement("span");
    item.className = "legend__item";
    swatch.className = `legend__swatch legend__swatch--${step + 1}`;
    const next = from[step + 1];
    item.append(swatch, next === undefined ? `≥ ${text(bound)}` : `${text(bound)} – ${text(next)}`);
    return item;
  }));
}
