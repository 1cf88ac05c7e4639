// A dispute is written down: what may be the same one is shown while the clerk listens.

import { ask } from "../../ask.js";

const form = document.querySelector("form[data-draft]");
const PAUSE = 800; // milliseconds without a key

startSame(form.querySelector("[data-same]"));

function startSame(box) {
  const list = box.querySelector("[data-same-list]");
  let timer = 0, asked = question().toString();

  const later = () => { clearTimeout(timer); timer = setTimeout(look, PAUSE); };
  for (const event of ["input", "change", "draft-restored"]) form.addEventListener(event, later);

  async function look() {
    const body = question();
    if (body.toString() === asked || !navigator.onLine) return;
    asked = body.toString();
    const answer = await ask(box.dataset.same, { method: "POST", body }).catch(() => null);
    // An older question is answered to nobody.
    if (!answer?.ok || asked !== body.toString()) return;
    list.innerHTML = await answer.text();
    box.hidden = !list.querySelector("li");
  }
}

// Only what is looked for by: not the facts, not the names.
function question() {
  const body = new URLSearchParams();
  for (const input of form.elements) {
    if (!/^(uuid|external_ref|title|category|area|form-\d+-(id_number|phone))$/.test(input.name)) continue;
    if (input.type !== "radio" || input.checked) body.append(input.name, input.value);
  }
  return body;
}
