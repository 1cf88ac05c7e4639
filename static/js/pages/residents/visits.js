// The visits of the day: what was found is asked for below the visit that is chosen; what this phone keeps says so.

import { entriesOf, isUnsent, onChange } from "../../field/outbox.js";
import { word } from "../../words.js";

const form = document.querySelector("form[data-draft='visit-report']");
if (form) start();

function start() {
  const asked = new URLSearchParams(location.search).get("task"); // a copy of the page does not know
  const first = asked && form.querySelector(`[name=task][value="${CSS.escape(asked)}"]`);
  if (first) first.checked = true;
  for (const event of ["change", "draft-restored", "kept"]) form.addEventListener(event, follow);
  follow();
  onChange(mark);
  mark();
}

function follow() {
  const chosen = form.querySelector("[name=task]:checked");
  const finding = form.querySelector("[data-finding]");
  finding.hidden = !chosen;
  if (chosen) chosen.closest(".visit").after(finding);
  form.elements.about.value = chosen?.closest(".visit").querySelector("[data-about]").textContent ?? "";
  form.querySelector("[data-new]").hidden = form.elements.result.value !== "new";
}

/** What was told without a network waits in the outbox: nobody need choose it again. */
async function mark() {
  const entries = (await entriesOf(document.body.dataset.user)).filter((one) => isUnsent(one) && one.draft === "visit-report");
  const told = new Set(entries.flatMap((one) => one.values.filter(([name]) => name === "task").map(([, value]) => value)));
  for (const input of form.querySelectorAll("[name=task]")) {
    const card = input.closest(".visit");
    card.querySelector("[data-told]")?.remove();
    if (!told.has(input.value)) continue;
    const note = document.createElement("span");
    note.className = "badge badge--check";
    note.dataset.told = "";
    note.textContent = word("visit_kept");
    card.querySelector(".visit__card").append(note);
  }
}
