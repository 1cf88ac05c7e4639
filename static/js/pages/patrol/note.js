// A note: the place on a map, once it is wanted; the purpose for visits only.

import { startPlace } from "../../where.js";

const form = document.querySelector("form[data-draft='note-new']");
const purpose = form.querySelector("[data-purpose]");

function showPurpose() {
  purpose.hidden = form.elements.kind.value !== "visit";
}

for (const event of ["change", "draft-restored", "kept"]) form.addEventListener(event, showPurpose);
showPurpose();
startPlace(form);
