/* Leaflet when somebody wants a map, and not before: it is larger than all the rest of the page. */

let loading = null;

/** `window.L`, fetched once; its styles stand on the page, asleep. */
export function leaflet(url) {
  document.querySelector("link[data-map-style]")?.setAttribute("media", "all");
  loading ??= window.L ? Promise.resolve(window.L) : new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => done(window.L);
    script.onerror = failed;
    document.head.append(script);
  });
  return loading;
}

/** A map of the towns in `element`. No tiles: the outlines are the map. */
export async function townMap(L, element, outlines) {
  const map = L.map(element, { scrollWheelZoom: false, zoomSnap: 0.25 }).setView([30.5, 104], 10);
  map.attributionControl.setPrefix(false);
  L.control.scale({ imperial: false }).addTo(map);
  try {
    const collection = await (await fetch(outlines)).json();
    const layer = L.geoJSON(collection, {
      style: { color: "#778883", weight: 1, fillColor: "#d6e9e4", fillOpacity: 0.7 },
      onEachFeature: (feature, area) => area.bindTooltip(text(feature.properties.name)),
    }).addTo(map);
    if (layer.getBounds().isValid()) map.fitBounds(layer.getBounds());
  } catch {
    // Without outlines a point can be set all the same.
  }
  return map;
}

export function text(content) {
  const span = document.createElement("span");
  span.textContent = content;
  return span;
}
