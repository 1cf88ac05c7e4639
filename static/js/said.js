/* What is said on the page that follows, of an act that script has done. */

import { message } from "./message.js";

const KEY = "said";

export function sayNext(level, text) {
  sessionStorage.setItem(KEY, JSON.stringify({ level, text }));
}

/** Show it, once. */
export function tellSaid() {
  const said = sessionStorage.getItem(KEY);
  if (!said) return;
  sessionStorage.removeItem(KEY);
  const { level, text } = JSON.parse(said);
  tell(level, text);
}

/** A message at the top of the page. */
export function tell(level, text, ...more) {
  const note = message(level, text, ...more);
  document.querySelector("main").prepend(note);
  return note;
}
