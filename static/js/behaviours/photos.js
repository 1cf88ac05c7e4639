/* Photographs: thumbnails, adding to what was chosen before, taking one away, and making large ones smaller.
   The input's own list of files stays the truth: what is shown is what is sent. */

import { icon } from "../icon.js";
import { shrink } from "../shrink.js";
import { word } from "../words.js";

function button(className, label, name) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = className;
  element.setAttribute("aria-label", label);
  element.append(icon(name));
  return element;
}

export default function photos(root) {
  const input = root.querySelector("input[type=file]");
  const staged = root.querySelectorAll(".photos__tile--staged").length;
  const most = Number(input.dataset.most || 1) - staged;
  const tiles = root.querySelector(".photos__tiles") ?? document.createElement("div");
  const add = document.createElement("label");
  const note = document.createElement("p");
  let kept = [];

  tiles.className = "photos__tiles";
  add.className = "photos__add";
  add.htmlFor = input.id;
  add.append(icon("camera"), word("photos_add"));
  note.className = "photos__note";
  note.setAttribute("role", "status");
  tiles.append(add);
  root.append(tiles, note);
  root.classList.add("photos--awake");

  function put(files) {
    const list = new DataTransfer();
    kept = files.slice(0, most);
    for (const file of kept) list.items.add(file);
    input.files = list.files;
    show();
    note.textContent = files.length > most
      ? word("photos_full", { most: most + staged })
      : word("photos_left", { count: kept.length + staged, most: most + staged });
    input.dispatchEvent(new Event("photos", { bubbles: true }));
  }

  function show() {
    for (const tile of tiles.querySelectorAll(".photos__tile:not(.photos__tile--staged)")) {
      URL.revokeObjectURL(tile.firstChild.src);
      tile.remove();
    }
    kept.forEach((file) => {
      const tile = document.createElement("span");
      const image = new Image();
      const remove = button("photos__remove", word("photos_remove"), "x");
      tile.className = "photos__tile";
      image.src = URL.createObjectURL(file);
      image.alt = file.name;
      remove.addEventListener("click", () => {
        put(kept.filter((other) => other !== file));
        input.focus();
      });
      tile.append(image, remove);
      add.before(tile);
    });
    add.hidden = kept.length >= most;
  }

  input.addEventListener("photos-drop", ({ detail }) => put(kept.filter((_, position) => !detail.includes(position))));
  input.form?.addEventListener("kept", () => put([]));
  input.addEventListener("change", async () => {
    const chosen = [...input.files];
    put([...kept, ...chosen]);
    const small = new Map();
    await Promise.all(chosen.map(async (file) => small.set(file, await shrink(file))));
    put(kept.map((file) => small.get(file) ?? file));
  });
}
