// The dashboard: charts beside their tables, the map, and a period of one's own.

import { drawChart } from "../../dashboard/charts.js";
import { drawMap } from "../../dashboard/map.js";
import { printWell } from "../../dashboard/paper.js";
import { wakePeriod } from "../../dashboard/period.js";

const json = (id) => JSON.parse(document.getElementById(id).textContent);

const charts = json("charts");
const drawn = Array.from(document.querySelectorAll("[data-chart]"), (element) => drawChart(element, charts[element.dataset.chart]));
printWell(drawn);

const map = document.querySelector("[data-figures-map]");
drawMap(map, json("figures-map")).catch(() => (map.querySelector("[data-failed]").hidden = false));

wakePeriod(document.querySelector("[data-period-form]"));
