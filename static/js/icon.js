/* An icon of the sprite, for elements that a behaviour makes. */

const NS = "http://www.w3.org/2000/svg";

/** An <svg class="icon">; the sprite's address is taken from an icon that the server printed. */
export function icon(name) {
  const sprite = document.querySelector("svg.icon use")?.getAttribute("href").split("#")[0] ?? "/static/img/icons.svg";
  const svg = document.createElementNS(NS, "svg");
  const use = document.createElementNS(NS, "use");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `${sprite}#${name}`);
  svg.append(use);
  return svg;
}
