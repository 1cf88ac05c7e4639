// Reporting: the place on a map; advice for dangerous matters.

import { startPlace } from "../../where.js";

const form = document.querySelector("form[data-draft='incident-new']");

startPlace(form);
startAdvice(form.querySelector("[data-advice]"), JSON.parse(document.getElementById("advice").textContent));

function startAdvice(box, words) {
  const show = () => {
    const advice = words[form.elements.category?.value] ?? "";
    box.hidden = !advice;
    box.querySelector("p").textContent = advice;
  };
  for (const event of ["change", "draft-restored", "kept"]) form.addEventListener(event, show);
  show();
}
