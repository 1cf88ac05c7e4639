/* <button data-behaviour="confirm" data-confirm="Reject this report?" data-confirm-note="…">: asks once more.
   Without script the form is sent at once; acts that cannot be undone have a page of their own anyway. */

import { ask } from "../dialog.js";

export default function confirm(button) {
  let agreed = false;
  button.addEventListener("click", async (event) => {
    if (agreed || (button.form && !button.form.checkValidity())) return;
    event.preventDefault();
    const look = button.className.replace(/button--(small|wide|quiet)/g, "");
    const isYes = await ask(button.dataset.confirm, { note: button.dataset.confirmNote, look });
    button.focus();
    if (!isYes) return;
    agreed = true;
    button.click();
    agreed = false;
  });
}
