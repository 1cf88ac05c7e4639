/* <div data-behaviour="prove" data-puzzle="…" data-bits="14">: the browser works a second for the form, so that nobody
   sends thousands (shuangliu/guard/puzzle.py). Finds a number whose SHA-256 together with the puzzle begins with that
   many zero bits, in small pieces beside what the user does, and hides the sum that is asked otherwise. */

import { leadingZeros } from "./sha256.js";

const PIECE = 12; // milliseconds at a time: typing stays smooth

export default function prove(root) {
  const { puzzle, bits } = root.dataset;
  const proof = root.querySelector("[name=proof]");
  const sum = root.querySelector("[data-sum]");
  let number = 0;
  sum.hidden = !sum.classList.contains("field--error");
  work();
  // Whoever is faster than the browser waits for the rest.
  proof.form.addEventListener("submit", () => look(Infinity), { capture: true });

  function work() {
    if (!look(performance.now() + PIECE)) setTimeout(work, 4);
  }

  function look(until) {
    while (!proof.value && performance.now() < until) {
      for (let i = 0; i < 50 && !proof.value; i++, number++) {
        if (leadingZeros(`${puzzle}:${number}`) >= Number(bits)) proof.value = number;
      }
    }
    return proof.value !== "";
  }
}
