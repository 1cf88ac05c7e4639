/* What is wrong with a form, at its fields: what the server has refused, and what the phone sees for itself. */

import { message } from "../message.js";
import { word } from "../words.js";

/** Why an entry was refused, as lines of text. */
export function linesOf({ status, errors, detail }) {
  if (errors) return errors.map(({ label, messages }) => (label ? `${label}: ` : "") + messages.join(" "));
  return [detail ?? word([403, 413].includes(status) ? `refused_${status}` : "refused")];
}

/** Show it as the server would have on its page. */
export function show(form, problem) {
  clear(form);
  const list = document.createElement("ul");
  list.append(...linesOf(problem).map((line) => item(line)));
  const note = message("error", word("put_right"));
  note.setAttribute("role", "alert");
  note.tabIndex = -1;
  note.dataset.problem = "";
  note.querySelector("p").after(list);
  note.querySelector("p").className = "strong";
  const text = document.createElement("div");
  text.className = "message__text";
  text.append(note.querySelector("p"), list);
  note.append(text);
  form.prepend(note);
  for (const { field, messages } of problem.errors ?? []) mark(form, field, messages);
  note.scrollIntoView({ block: "nearest" });
  note.focus({ preventScroll: true });
}

export function clear(form) {
  for (const old of form.querySelectorAll("[data-problem], .message--error[role=alert]")) old.remove();
  for (const field of form.querySelectorAll(".field--error")) {
    field.classList.remove("field--error");
    for (const list of field.querySelectorAll(".errorlist")) list.remove();
  }
  for (const input of form.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
}

/** Which of `needs` ("category place|longitude") stand empty, in the form of a problem; null for none. */
export function missing(form, needs) {
  const isFilled = (name) => form.elements[name]?.value?.trim();
  const names = needs.split(" ").filter((need) => need && !need.split("|").some(isFilled)).map((need) => need.split("|")[0]);
  const errors = names.map((field) => ({ field, label: labelOf(form, field), messages: [word("needed")] }));
  return errors.length ? { errors } : null;
}

function mark(form, name, messages) {
  const input = inputOf(form, name);
  const inner = input?.closest(".field");
  if (!inner) return;
  const list = document.createElement("ul");
  list.className = "errorlist";
  list.dataset.problem = "";
  list.append(...messages.map(item));
  (inner.querySelector(".field__label") ?? inner.firstElementChild).after(list);
  (inner.parentElement.closest(".field") ?? inner).classList.add("field--error");
  input.setAttribute("aria-invalid", "true");
}

// Of radio buttons the first.
function inputOf(form, name) {
  const found = form.elements[name];
  return found instanceof RadioNodeList ? found[0] : found;
}

const labelOf = (form, name) =>
  inputOf(form, name)?.closest(".field")?.querySelector(".field__label")?.firstChild?.textContent.trim() ?? "";

function item(text) {
  const line = document.createElement("li");
  line.textContent = text;
  return line;
}
