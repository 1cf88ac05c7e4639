// Bars and lines out of the numbers that the page carries; a click opens the matters behind a number.

import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { colour, colours, onTheme } from "../tokens.js";

use([AriaComponent, BarChart, GridComponent, LegendComponent, LineChart, SVGRenderer, TooltipComponent]);

const SYMBOLS = ["circle", "rect", "triangle", "diamond", "roundRect", "pin"];
const PAPER_WIDTH = 640; // A4 within its margins

/**
 * Draw `data` ({kind, stacked, categories, series}) in `element`, and again when theme or size change. Returns
 * how to fit it on paper and back on the screen; both take the colours of the moment.
 */
export function drawChart(element, data) {
  element.hidden = false;
  const chart = init(element, null, { renderer: "svg" });
  const draw = () => chart.setOption(option(data), true);
  const fit = (width) => {
    chart.resize({ width });
    draw();
    chart.getZr().refreshImmediately(); // printing does not wait for the next frame
  };
  draw();
  onTheme(draw);
  new ResizeObserver(() => chart.resize()).observe(element);
  chart.on("click", ({ seriesIndex, dataIndex }) => {
    const link = data.series[seriesIndex].links[dataIndex];
    if (link) window.location.assign(link);
  });
  return { toPaper: () => fit(PAPER_WIDTH), toScreen: () => fit("auto") };
}

function option(data) {
  const lines = data.kind === "lines";
  const units = [...new Set(data.series.map((series) => series.unit))];
  const names = { type: "category", data: data.categories, axisLabel: label(), axisTick: { show: false }, axisLine: line() };
  const values = units.map((unit) => ({
    type: "value",
    minInterval: unit ? undefined : 1,
    max: unit === "%" ? 100 : undefined,
    axisLabel: { ...label(), formatter: `{value}${unit}` },
    splitLine: line(),
  }));
  return {
    animation: false,
    color: colours("--chart-", 6, 1),
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour("--ink") },
    grid: { left: 8, right: 36, top: data.series.length > 1 ? 40 : 12, bottom: 4, containLabel: true },
    legend: data.series.length > 1 ? { top: 0, left: 0, textStyle: { color: colour("--ink-soft") } } : undefined,
    tooltip: {
      // Without HTML, as the content rules want it.
      renderMode: "richText",
      trigger: "axis",
      axisPointer: { type: lines ? "line" : "shadow" },
      backgroundColor: colour("--surface"),
      borderColor: colour("--line-strong"),
      textStyle: { color: colour("--ink") },
    },
    // Bars run to the right, so that the names of areas and states are read without turning the head.
    xAxis: lines ? names : values,
    yAxis: lines ? values : { ...names, inverse: true },
    series: data.series.map((series, index) => (lines ? lineOf : barOf)(series, index, data, units)),
  };
}

function lineOf(series, index, data, units) {
  return {
    ...common(series),
    type: "line",
    yAxisIndex: units.indexOf(series.unit),
    symbol: SYMBOLS[index % SYMBOLS.length],
    symbolSize: 8,
    lineStyle: { width: 2 },
  };
}

function barOf(series, index, data) {
  // Inside a part of a bar there is room for a number only where the part is a fair share of the longest bar.
  const longest = Math.max(...data.categories.map((_, row) => data.series.reduce((sum, { values }) => sum + values[row], 0)));
  const least = data.stacked ? longest * 0.12 : 0;
  const shown = ({ value }) => (value > least ? `${value}${series.unit}` : "");
  return {
    ...common(series),
    type: "bar",
    stack: data.stacked ? "parts" : undefined,
    barMaxWidth: 22,
    label: data.stacked
      ? { show: true, position: "inside", color: colour("--on-solid"), formatter: shown }
      : { show: true, position: "right", color: colour("--ink"), formatter: shown },
  };
}

function common(series) {
  const links = series.links.some(Boolean);
  return { name: series.name, data: series.values, cursor: links ? "pointer" : "default" };
}

const label = () => ({ color: colour("--ink-soft") });
const line = () => ({ lineStyle: { color: colour("--line") } });
