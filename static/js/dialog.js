/* A second step: a question with a way on and a way back. */

import { word } from "./words.js";

function make(tag, className, text = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** Ask; true for the way on. `look` is the class of its button. */
export function ask(question, { note = "", yes = word("yes"), no = word("no"), look = "button" } = {}) {
  const dialog = make("dialog", "dialog");
  const title = make("h2", "dialog__title", question);
  const acts = make("form", "dialog__acts");
  const back = make("button", "button", no);
  const on = make("button", look, yes);
  title.id = "dialog-title";
  dialog.setAttribute("aria-labelledby", title.id);
  acts.method = "dialog";
  back.value = "no";
  on.value = "yes";
  acts.append(back, on);
  dialog.append(title);
  if (note) dialog.append(make("p", "dialog__text", note));
  dialog.append(acts);
  document.body.append(dialog);
  return new Promise((done) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      done(dialog.returnValue === "yes");
    });
    dialog.showModal();
  });
}
