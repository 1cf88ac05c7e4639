/* <form data-behaviour="once">: a second click while the first is on its way sends nothing, and without a network
   the page stays as it is instead of giving way to the browser's error.
   The button stays enabled in the eyes of the browser, so that its name and value are sent. */

import { message } from "../message.js";
import { word } from "../words.js";

export default function once(form) {
  let sent = false;
  let button = null;
  let text = "";

  form.addEventListener("submit", (event) => {
    if (sent) {
      event.preventDefault();
      return;
    }
    if (event.defaultPrevented) return;
    if (!navigator.onLine) {
      event.preventDefault();
      form.querySelector(".message--offline")?.remove();
      const note = message("warning", word(form.dataset.draft ? "offline_kept" : "offline"));
      note.classList.add("message--offline");
      (form.querySelector(".action-bar") ?? form).prepend(note);
      return;
    }
    sent = true;
    button = event.submitter;
    if (!button) return;
    button.setAttribute("aria-busy", "true");
    button.setAttribute("aria-disabled", "true");
    const label = [...button.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (label) {
      text = label.data;
      label.data = word("sending");
    }
  });

  // Coming back by the browser's button shows the page as it was left: make it usable again.
  window.addEventListener("pageshow", () => {
    sent = false;
    if (!button) return;
    button.removeAttribute("aria-busy");
    button.removeAttribute("aria-disabled");
    for (const node of button.childNodes) if (text && node.data === word("sending")) node.data = text;
    button = null;
  });
}
