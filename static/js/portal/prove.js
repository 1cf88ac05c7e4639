/* <div data-behaviour="prove" data-puzzle="…" data-bits="14">: the browser works a second for the form, so that nobody
   sends thousands (hotline/guard/puzzle.py). Finds a number whose SHA-256 together with the puzzle begins with that
   many zero bits, in small pieces beside what the user does, and hides the sum that is asked otherwise. */

import { leadingZeros } from "./sha256.js";

const PIECE = 12; // milliseconds at a time: typing stays smooth

export default function prove(root) {
  const { puzzle, bits } = root.dataset;
  const proof = root.querySelector("[name=proof]");
  const sum = root.querySelector("[data-sum]");
  let number = 0;
  sum.hidden = true;
  work();

  function work() {
    const until = performance.now() + PIECE;
    while (performance.now() < until) {
      for (let i = 0; i < 50; i++, number++) {
        if (leadingZeros(`${puzzle}:${number}`) >= Number(bits)) {
          proof.value = number;
          return;
        }
      }
    }
    setTimeout(work, 4);
  }
}
