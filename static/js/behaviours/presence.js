/* <div data-behaviour="presence" data-presence="url">: shows who else has a form of this matter open, and tells the
   others once somebody begins to fill in one here (data-at-once: from the start). It locks nothing. */

import { ask, every, isOver } from "../ask.js";
import { message } from "../message.js";
import { word } from "../words.js";

const EVERY = 20; // seconds, as shuangliu/worklists/presence.py has it

export default function presence(place) {
  const url = place.dataset.presence;
  let isHere = false;

  async function tell() {
    const answer = await ask(url, { method: isHere ? "POST" : "GET" });
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

  if (place.dataset.atOnce !== undefined) begin();
  document.querySelector("main").addEventListener("focusin", ({ target }) => {
    if (target.closest("form[method=post]")) begin();
  });
  window.addEventListener("pagehide", () => {
    if (isHere) ask(url, { method: "DELETE", keepalive: true }).catch(() => {});
    isHere = false;
  });
  every(EVERY, tell);
}
