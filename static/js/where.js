/* The part of a form that says where: the place on a map, own position offered (templates/parts/_where.html). Without
   this the place is described in words. */

import { drawOutlines, fetchOutlines, outlineMap } from "./outlines.js";
import { dot, featureAt, highlight } from "./pages/incidents/place.js";

const LOCATING = { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 };
const CLOSE = 16;

/** `isOwn`: whoever fills the form in stands there, so that their own position may be it. Returns `set(longitude, latitude)`. */
export function startPlace(form, { isOwn = true } = {}) {
  const place = form.querySelector("[data-place]");
  const longitude = form.elements.longitude, latitude = form.elements.latitude;
  place.hidden = false;
  const map = outlineMap(place.querySelector("[data-place-map]"), { zoomSnap: 0.5 });
  const said = place.querySelector("[data-place-said]");
  const none = place.querySelector("[data-place-none]");
  let marker = null, outlines = null;
  map.setView([30.5, 104], 11);
  showOutlines(place.dataset.area).then(show);

  map.on("click", ({ latlng }) => set(latlng.lng, latlng.lat));
  const here = place.querySelector("[data-place-here]");
  here.addEventListener("click", locate);
  here.hidden = !isOwn;
  none.addEventListener("click", () => set("", ""));
  form.addEventListener("draft-restored", () => show());
  form.addEventListener("kept", () => {
    set("", "");
    locateIfAllowed();
  });
  if (!longitude.value) locateIfAllowed();
  return { set };

  async function locateIfAllowed() {
    if (!isOwn) return;
    // Nobody is asked for their position before they want to give it.
    const permission = await navigator.permissions?.query({ name: "geolocation" }).catch(() => null);
    if (permission?.state === "granted") locate();
  }

  function locate() {
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => set(coords.longitude, coords.latitude),
      () => { said.textContent = place.dataset.unknown; },
      LOCATING,
    );
  }

  function set(east, north) {
    longitude.value = east === "" ? "" : east.toFixed(6);
    latitude.value = north === "" ? "" : north.toFixed(6);
    longitude.dispatchEvent(new Event("input", { bubbles: true }));
    show();
  }

  async function show() {
    marker?.remove();
    none.hidden = !longitude.value;
    if (!longitude.value) {
      said.textContent = place.dataset.tap;
      return;
    }
    const point = [Number(longitude.value), Number(latitude.value)];
    marker = dot([point[1], point[0]]).addTo(map);
    map.setView([point[1], point[0]], Math.max(map.getZoom(), CLOSE), { animate: false });
    const collection = await showOutlines(`${place.dataset.around}?around=${point.join(",")}`, point);
    if (collection) said.textContent = featureAt(collection, point)?.properties.name ?? place.dataset.nowhere;
    marker?.bringToFront();
  }

  // The grids around the point, or of one's own area while there is none.
  async function showOutlines(url, point) {
    try {
      const collection = await fetchOutlines(url);
      if (!collection.features.length) return collection;
      outlines?.remove();
      outlines = drawOutlines(map, collection, { fit: !point, fill: point && highlight(collection, point) });
      return collection;
    } catch {
      return null; // no network: the point is kept all the same, the server finds the grid
    }
  }
}
