/* <form data-behaviour="signout" data-outbox="…">: signing out with something unsent on the phone is asked about; the
   copies of pages go with whoever leaves. */

import { ask } from "../dialog.js";
import { dropCopies } from "../field/copies.js";
import { entriesOf, isUnsent } from "../field/outbox.js";
import { word } from "../words.js";

export default function signout(form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const waiting = (await entriesOf(document.body.dataset.user).catch(() => [])).filter(isUnsent);
    const question = word("signout_unsent", { n: waiting.length });
    const look = "button button--danger";
    if (waiting.length && !(await ask(question, { note: word("signout_note"), yes: word("signout_yes"), look }))) return;
    await dropCopies().catch(() => {});
    form.submit();
  });
}
