/* Colours for canvases and maps, from tokens.css as they stand in the present theme. */

/** The value of a token: colour("--chart-1"). */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Several at once: colours("--map-", 6) gives --map-0 … --map-5; colours("--chart-", 6, 1) begins at 1. */
export function colours(prefix, count, from = 0) {
  return Array.from({ length: count }, (_, index) => colour(`${prefix}${index + from}`));
}

/** Call `redraw` whenever the theme changes, by hand or by the system. */
export function onTheme(redraw) {
  document.addEventListener("theme", redraw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
}
