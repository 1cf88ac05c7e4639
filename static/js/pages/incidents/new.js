// Reporting: the place on a map; advice for dangerous matters.

import { startPlace } from "../../where.js";
import { startSimilar } from "./similar.js";
import { startQuestions } from "./questions.js";

const form = document.querySelector("form[data-draft='incident-new']");

startQuestions(form);
startPlace(form);
startSettled(form.querySelector("[data-settled]"));
startSimilar(form.querySelector("[data-similar]"), form);
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

// Settled on the spot: what was done, shown before and after, is asked for only then.
function startSettled(block) {
  if (!block) return;
  const needs = form.dataset.keepNeeds;
  const show = () => {
    const isSettled = form.elements.is_settled.checked;
    block.hidden = !isSettled;
    form.dataset.keepNeeds = isSettled ? `${needs} before after reply` : needs;
  };
  for (const event of ["change", "draft-restored", "kept"]) form.addEventListener(event, show);
  show();
}
