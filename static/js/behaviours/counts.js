/* <nav data-behaviour="counts" data-counts="url"> with <span data-count="key" hidden>: how many each link shows now,
   asked for after the page is there, so that the page does not wait for it. */

import { ask, every, isOver } from "../ask.js";

const EVERY = 60; // seconds

export default function counts(nav) {
  async function look() {
    const answer = await ask(nav.dataset.counts);
    if (isOver(answer)) return false;
    if (!answer.ok) return true;
    const numbers = await answer.json();
    for (const span of nav.querySelectorAll("[data-count]")) {
      const number = numbers[span.dataset.count];
      span.hidden = number === undefined;
      span.textContent = number ?? "";
    }
    return true;
  }

  look().catch(() => {}); // without an answer there are no counts
  every(EVERY, look);
}
