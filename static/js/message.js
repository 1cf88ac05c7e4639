/* A message made by a behaviour, like those of templates/parts/_messages.html. */

import { icon } from "./icon.js";

const ICONS = { info: "info", success: "check-circle", warning: "alert", error: "alert" };

/** A .message of that level; what else it holds (a button) comes after the text. */
export function message(level, text, ...more) {
  const note = document.createElement("div");
  const words = document.createElement("p");
  note.className = `message message--${level}`;
  note.setAttribute("role", "status");
  words.className = "message__text";
  words.textContent = text;
  note.append(icon(ICONS[level]), words, ...more);
  return note;
}
