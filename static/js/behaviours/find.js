/* <select data-behaviour="find">: where there is much to choose from, a field above it in which one types a part of a
   name; what does not fit is out of the way. The choice itself stays an ordinary select. */

import { word } from "../words.js";

const MANY = 15; // fewer are seen at a glance

export default function find(select) {
  const groups = [...select.children].map((child) => ({ child, options: [...(child.children ?? [])] }));
  if (select.querySelectorAll("option").length <= MANY) return;
  const field = document.createElement("input");
  field.type = "search";
  field.placeholder = word("find_in_list");
  field.setAttribute("aria-label", word("find_in_list"));
  field.setAttribute("aria-controls", select.id);
  field.autocomplete = "off";
  field.dataset.draftSkip = ""; // what is looked for is no part of the form
  select.before(field);

  const fits = (text, wanted) => wanted.every((part) => text.includes(part));

  function narrow() {
    const wanted = field.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    // Taken out and put back: a phone's own picker shows hidden options all the same.
    select.replaceChildren(...groups.map(({ child, options }) => {
      if (child.tagName !== "OPTGROUP") return child;
      const whole = fits(child.label.toLowerCase(), wanted);
      child.replaceChildren(...options.filter((option) => whole || option.selected
        || fits(`${child.label} ${option.label}`.toLowerCase(), wanted)));
      return child;
    }).filter((child) => child.tagName !== "OPTGROUP" || child.children.length));
  }

  field.addEventListener("input", (event) => {
    event.stopPropagation();
    narrow();
  });
  // Enter looks, it does not send the form: what is left can be chosen.
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    select.focus();
  });
}
