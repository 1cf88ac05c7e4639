// The place by a landmark: what fits what is typed stands below the field; arrows choose, Enter takes, Escape closes. Without
// a choice the place stays as it was typed.

import { ask } from "../../ask.js";

const PAUSE = 250; // milliseconds

/** `set(longitude, latitude)` puts the point on the map. */
export function startLandmarks(form, set) {
  const { place, area } = form.elements;
  const list = form.querySelector("[data-landmarks]");
  let timer = 0, spots = [], chosen = -1, asked = "";

  for (const [name, value] of Object.entries({ role: "combobox", "aria-controls": list.id, "aria-expanded": "false", "aria-autocomplete": "list" }))
    place.setAttribute(name, value);

  place.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  place.addEventListener("keydown", (event) => {
    if (event.isComposing || !spots.length) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose((chosen + step + spots.length) % spots.length);
    else if (event.key === "Enter" && chosen >= 0) take(chosen);
    else if (event.key === "Escape") show([]);
    else return;
    event.preventDefault();
  });
  // Before the field loses the focus, and with it the list.
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const option = event.target.closest("[role=option]");
    if (option) take([...list.children].indexOf(option));
  });
  place.addEventListener("blur", () => show([]));

  async function look() {
    asked = place.value;
    if (asked.trim().length < 2 || !navigator.onLine) return show([]);
    const answer = await ask(list.dataset.landmarks, { method: "POST", body: new URLSearchParams({ place: asked }) }).catch(() => null);
    if (!answer?.ok || asked !== place.value || document.activeElement !== place) return;
    show((await answer.json()).landmarks);
  }

  function show(found) {
    spots = found;
    list.replaceChildren(...found.map(({ name, where }, number) => {
      const option = Object.assign(document.createElement("li"), { className: "pill", id: `${list.id}-${number}` });
      const small = Object.assign(document.createElement("span"), { className: "small muted", textContent: where });
      option.setAttribute("role", "option");
      option.append(name, " ", small);
      return option;
    }));
    place.setAttribute("aria-expanded", String(found.length > 0));
    choose(-1);
  }

  function choose(number) {
    chosen = number;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === number)));
    if (number < 0) place.removeAttribute("aria-activedescendant");
    else place.setAttribute("aria-activedescendant", list.children[number].id);
  }

  function take(number) {
    const { name, area: key, longitude, latitude } = spots[number];
    if (!place.value.includes(name)) place.value = name; // what was typed besides says where exactly
    area.value = key;
    area.dispatchEvent(new Event("change", { bubbles: true }));
    if (longitude !== null) set(longitude, latitude);
    show([]);
    place.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
