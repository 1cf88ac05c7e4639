/* One key each, for whoever works through lists. j and k go along the rows of a queue, x ticks one, Enter opens it (it
   is a link in focus); every other key is that of the element with data-shortcut="key": a button is pressed, a link
   followed, a field entered. "g i" are two keys. `?` shows them all, and can switch them off: whoever speaks to the
   computer would press them by accident (WCAG 2.1.4). */

import { word } from "../words.js";

const ROW = ".table--queue tbody tr:not(.is-gone)";
const FIELD = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog, .leaflet-container";
let current = null; // the row where one was last

export default function shortcuts() {
  let first = "";
  document.addEventListener("focusin", ({ target }) => { current = target.closest(ROW) ?? current; });
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (isOff() || event.target.closest(FIELD) || event.key.length > 1) return;
    const keys = first ? `${first} ${event.key}` : event.key;
    first = "";
    if (press(keys)) event.preventDefault();
    else if (document.querySelector(`[data-shortcut^="${CSS.escape(event.key)} "]`)) first = event.key;
  });
}

/** A button that shows the list of keys. */
export function help(button) {
  button.hidden = false;
  button.addEventListener("click", showHelp);
}

function press(keys) {
  if (keys === "?") return showHelp();
  if (keys === "j" || keys === "k") return step(keys === "j" ? 1 : -1);
  if (keys === "x") return tick();
  const found = [...document.querySelectorAll(`[data-shortcut="${CSS.escape(keys)}"]`)];
  const act = found.find((element) => element.form?.id === "bulk");
  const ticked = act?.form.hidden && tick(); // nothing is ticked: the row where one is
  const element = found.find((one) => one.matches("input, select") || one.checkVisibility());
  if (!element) return Boolean(ticked && tick(false));
  if (!element.matches("input, select")) element.click();
  else {
    const folded = element.closest("details");
    if (folded) folded.open = true;
    element.focus();
    element.select?.();
  }
  return true;
}

function step(by) {
  const rows = [...document.querySelectorAll(ROW)];
  const here = rows.indexOf(row());
  const next = rows[here < 0 ? 0 : Math.min(Math.max(here + by, 0), rows.length - 1)];
  if (!next) return false;
  const link = next.querySelector(".cell-title__link");
  link.focus({ focusVisible: true, preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  return true;
}

function tick(on) {
  const box = row()?.querySelector("input[type=checkbox]:not(:disabled)");
  if (box && box.checked !== on) box.click();
  return Boolean(box);
}

/** The row where one is: rows are made anew when the list asks for itself again. */
function row() {
  if (current && !current.isConnected) {
    current = document.querySelector(`tr[data-key="${CSS.escape(current.dataset.key ?? "")}"]`);
  }
  return current;
}

function isOff() {
  try {
    return localStorage.shortcuts === "off";
  } catch {
    return false;
  }
}

function showHelp() {
  const dialog = document.createElement("dialog");
  const title = document.createElement("h2");
  const list = document.createElement("dl");
  const close = document.createElement("button");
  const acts = document.createElement("form");
  dialog.className = "dialog dialog--keys";
  title.className = "dialog__title";
  title.id = "keys-title";
  title.textContent = word("keys");
  dialog.setAttribute("aria-labelledby", title.id);
  list.className = "keys";
  for (const [key, text] of entries()) {
    const [term, told] = [document.createElement("dt"), document.createElement("dd")];
    term.append(...key.split(" ").map((one) => Object.assign(document.createElement("kbd"), { textContent: one })));
    told.textContent = text;
    list.append(term, told);
  }
  acts.className = "dialog__acts";
  acts.method = "dialog";
  close.className = "button button--primary";
  close.textContent = word("close");
  close.autofocus = true;
  acts.append(onOff(), close);
  dialog.append(title, list, acts);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return true;
}

function entries() {
  const known = new Map([["?", word("keys")]]);
  if (document.querySelector(".table--queue")) {
    known.set("j", word("key_down")).set("k", word("key_up")).set("Enter", word("key_open"));
    if (document.querySelector("#bulk")) known.set("x", word("key_tick"));
  }
  for (const element of document.querySelectorAll("[data-shortcut]")) {
    const text = element.ariaLabel || element.labels?.[0]?.firstChild.textContent || element.textContent.trim()
      || word(`key_${element.dataset.shortcut}`);
    known.set(element.dataset.shortcut, text);
  }
  return known;
}

function onOff() {
  const label = document.createElement("label");
  const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: !isOff() });
  label.className = "row";
  label.append(box, word("keys_on"));
  box.addEventListener("change", () => {
    try {
      localStorage.shortcuts = box.checked ? "on" : "off";
    } catch {
      // A browser that stores nothing keeps them on.
    }
  });
  return label;
}
