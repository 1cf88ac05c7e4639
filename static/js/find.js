/* A long <select>: a field above it finds an entry by a part of its name or of its group's. Without script the select
   is there alone. */

import { word } from "./words.js";

export function startFind(select) {
  if (!select?.options || select.options.length < 12) return;
  const input = document.createElement("input");
  Object.assign(input, { type: "search", placeholder: word("find_in_list"), autocomplete: "off" });
  input.setAttribute("aria-label", word("find_in_list"));
  input.setAttribute("data-draft-skip", "");
  select.before(input);

  input.addEventListener("input", (event) => {
    event.stopPropagation();
    const sought = input.value.trim();
    let first = null;
    for (const option of select.options) {
      const group = option.parentElement.label ?? "";
      option.hidden = Boolean(option.value && sought) && !`${group}${option.text}`.includes(sought);
      if (!first && option.value && !option.hidden) first = option;
    }
    for (const group of select.querySelectorAll("optgroup")) {
      group.hidden = [...group.children].every((option) => option.hidden);
    }
    if (sought && first) choose(first);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault(); // it chooses; it does not register
    select.focus();
  });

  function choose(option) {
    if (option.selected) return;
    option.selected = true;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
