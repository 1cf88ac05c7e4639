// The figures of mediation: the line over the months, and a period of one's own.

import { drawChart } from "../../dashboard/charts.js";
import { printWell } from "../../dashboard/paper.js";
import { wakePeriod } from "../../dashboard/period.js";

const charts = JSON.parse(document.getElementById("charts").textContent);
printWell(Array.from(document.querySelectorAll("[data-chart]"), (element) => drawChart(element, charts[element.dataset.chart])));
wakePeriod(document.querySelector("[data-period-form]"));
