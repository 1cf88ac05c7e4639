// Telling the county: the place by one's position or on a map, the questions of the category, and what is known nearby.

import { leaflet, townMap } from "../../portal/leaflet.js";
import { startQuestions } from "../incidents/questions.js";

const PAUSE = 500; // milliseconds
const LOCATING = { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 };

const form = document.querySelector("[data-portal-report]");

startQuestions(form);
startAdvice(form.querySelector("[data-advice]"), JSON.parse(document.getElementById("advice").textContent));
startWhere(form.querySelector("[data-where]"));
startNear(form.querySelector("[data-near]"));

function startAdvice(box, words) {
  const show = () => {
    const advice = words[form.elements.category?.value] ?? "";
    box.hidden = !advice;
    box.querySelector("p").textContent = advice;
  };
  for (const event of ["change", "draft-restored"]) form.addEventListener(event, show);
  show();
}

// Nobody is asked for their position before they press the button.
function startWhere(root) {
  const { longitude, latitude } = form.elements;
  const canvas = root.querySelector("[data-where-canvas]");
  const said = root.querySelector("[data-where-said]");
  const none = root.querySelector("[data-where-none]");
  let map = null, marker = null;
  root.hidden = false;
  root.querySelector("[data-where-here]").addEventListener("click", () => navigator.geolocation?.getCurrentPosition(
    ({ coords }) => set(coords.longitude, coords.latitude),
    () => { said.textContent = root.dataset.unknown; },
    LOCATING,
  ));
  root.querySelector("[data-where-map]").addEventListener("click", open);
  none.addEventListener("click", () => set("", ""));
  form.addEventListener("draft-restored", show);
  show();

  async function open() {
    canvas.hidden = false;
    if (map) return;
    const L = await leaflet(root.dataset.script).catch(() => null);
    if (!L) return;
    map = await townMap(L, canvas, root.dataset.outlines);
    map.on("click", ({ latlng }) => set(latlng.lng, latlng.lat));
    show();
  }

  function set(east, north) {
    longitude.value = east === "" ? "" : east.toFixed(6);
    latitude.value = north === "" ? "" : north.toFixed(6);
    longitude.dispatchEvent(new Event("input", { bubbles: true }));
    show();
  }

  function show() {
    none.hidden = !longitude.value;
    said.textContent = longitude.value ? root.dataset.known : "";
    marker?.remove();
    if (!map || !longitude.value) return;
    const point = [Number(latitude.value), Number(longitude.value)];
    marker = window.L.circleMarker(point, { radius: 9, weight: 3, color: "#fff", fillColor: "#0a6257", fillOpacity: 1 }).addTo(map);
    map.setView(point, Math.max(map.getZoom(), 15), { animate: false });
  }
}

// What is open around the point, as soon as point and category are known; an older answer is dropped.
function startNear(box) {
  let timer = 0, asked = "", asking = null;
  const later = () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); };
  for (const event of ["input", "change", "draft-restored"]) form.addEventListener(event, later);
  later();

  async function ask() {
    const { longitude, latitude, category } = form.elements;
    const question = new URLSearchParams({ longitude: longitude.value, latitude: latitude.value, category: category?.value ?? "" });
    if (String(question) === asked || !navigator.onLine) return;
    asked = String(question);
    asking?.abort();
    box.replaceChildren();
    if (!longitude.value || !category?.value) return;
    asking = new AbortController();
    try {
      const answer = await fetch(box.dataset.near, {
        method: "POST", body: question, signal: asking.signal,
        headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
      });
      if (answer.ok) box.innerHTML = await answer.text();
    } catch {
      // No network, or a newer question: the server asks again when it is sent.
    }
  }
}
