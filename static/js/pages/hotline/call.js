// A call is taken down by the keyboard, while one listens.

import { startPlace } from "../../where.js";
import { startQuestions } from "../incidents/questions.js";
import { startAnswers } from "./answers.js";
import { startArea } from "./area.js";
import { startCategory } from "./category.js";
import { startEnds } from "./ends.js";
import { startLandmarks } from "./landmarks.js";
import { startPanel } from "./panels.js";

const form = document.querySelector("form[data-caller]");
const hints = form.querySelector("[data-panel=hints]");

form.querySelector("[data-look]").hidden = true; // the panels look by themselves
startQuestions(form);
const { set } = startPlace(form, { isOwn: false });
startArea(form);
startLandmarks(form, set);
startEnds(form);
startAnswers(form, hints);
startCategory(form.querySelector("[data-category]"), form, hints);
startPanel(form, form.querySelector("[data-panel=caller]"), form.dataset.caller, ["phone"]);
startPanel(form, hints, form.dataset.hints, ["content", "place", "category", "longitude", "latitude"]);

// Enter in a field goes on to the next thing, it does not send the form.
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("input:not([type=radio], [type=checkbox])")) event.preventDefault();
});

if (!form.querySelector(".message--error")) (form.elements.phone.value ? form.elements.content : form.elements.phone).focus();
