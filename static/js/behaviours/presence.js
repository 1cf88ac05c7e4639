/* <div data-behaviour="presence" data-presence="url">: shows who else has a form of this matter open, and tells the
   others once somebody begins to fill in one here (data-at-once: from the start). It locks nothing.

   A page has a number of its own: the goodbye may overtake a sign of life, which the server then does not believe. */

import { ask, every, isOver } from "../ask.js";
import { message } from "../message.js";
import { uuid4 } from "../uuid.js";
import { word } from "../words.js";

const EVERY = 20; // seconds, as shuangliu/worklists/presence.py has it

export default function presence(place) {
  const url = place.dataset.presence;
  let isHere = false, own = uuid4();

  async function tell() {
    const answer = isHere ? await ask(`${url}?page=${own}`, { method: "POST" }) : await ask(url);
    if (isOver(answer)) return false;
    if (answer.ok) show((await answer.json()).others);
    return true;
  }

  function show(others) {
    const text = others.length ? word("others_here", { names: others.join("、") }) : "";
    if (text !== place.textContent.trim()) place.replaceChildren(...(text ? [message("info", text)] : []));
  }

  function begin() {
    if (isHere) return;
    isHere = true;
    tell().catch(() => {});
  }

  function beginAtOnce() {
    if (place.dataset.atOnce !== undefined) begin();
  }

  beginAtOnce();
  document.querySelector("main").addEventListener("focusin", ({ target }) => {
    if (target.closest("form[method=post]")) begin();
  });
  window.addEventListener("pagehide", () => {
    if (isHere) ask(`${url}?page=${own}`, { method: "DELETE", keepalive: true }).catch(() => {});
    isHere = false;
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    own = uuid4(); // back from the browser's memory: the page that it was has said goodbye
    beginAtOnce();
  });
  every(EVERY, tell);
}
