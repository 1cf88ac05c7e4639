/* <button data-behaviour="confirm" data-confirm="Reject this report?" data-confirm-note="…">: asks once more.
   Without script the form is sent at once; acts that cannot be undone have a page of their own anyway. */

import { word } from "../words.js";

function make(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

export default function confirm(button) {
  let agreed = false;
  button.addEventListener("click", (event) => {
    if (agreed || (button.form && !button.form.checkValidity())) return;
    event.preventDefault();
    const dialog = make("dialog", "dialog", "");
    const title = make("h2", "dialog__title", button.dataset.confirm);
    const acts = make("form", "dialog__acts", "");
    const no = make("button", "button", word("no"));
    const yes = make("button", button.className.replace(/button--(small|wide|quiet)/g, ""), word("yes"));
    title.id = "dialog-title";
    dialog.setAttribute("aria-labelledby", title.id);
    acts.method = "dialog";
    no.value = "no";
    yes.value = "yes";
    acts.append(no, yes);
    dialog.append(title);
    if (button.dataset.confirmNote) dialog.append(make("p", "dialog__text", button.dataset.confirmNote));
    dialog.append(acts);
    document.body.append(dialog);
    dialog.addEventListener("close", () => {
      dialog.remove();
      button.focus();
      if (dialog.returnValue !== "yes") return;
      agreed = true;
      button.click();
      agreed = false;
    });
    dialog.showModal();
  });
}
