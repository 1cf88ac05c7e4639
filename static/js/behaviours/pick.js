/* <form id="bulk" data-behaviour="pick">: the acts for the ticked rows of a list. Shows itself while something is
   ticked, with how many each act fits (data-states of the button, data-state of the box); ticks all of the page, or
   with shift all between. Without script the form stands below the list. */

import { word } from "../words.js";

export default function pick(form) {
  const said = form.querySelector("[data-pick-said]");
  const boxes = () => [...document.querySelectorAll(`input[type=checkbox][form="${form.id}"]:not(:disabled)`)];
  const all = () => document.querySelector("[data-pick-all]");
  let last = null;

  function show() {
    const ticked = boxes().filter((box) => box.checked);
    let acts = 0;
    form.hidden = ticked.length === 0;
    for (const button of form.querySelectorAll("button[data-states]")) {
      const states = button.dataset.states.split(" ");
      const fit = ticked.filter((box) => states.includes(box.dataset.state)).length;
      button.hidden = fit === 0;
      button.dataset.fit = fit;
      acts += fit;
    }
    if (ticked.length) said.textContent = word(acts ? "picked" : "picked_in_vain", { n: ticked.length });
    if (!all()) return;
    all().hidden = false;
    all().checked = ticked.length > 0 && ticked.length === boxes().length;
    all().indeterminate = ticked.length > 0 && !all().checked;
  }

  document.addEventListener("click", ({ target, shiftKey }) => {
    if (!boxes().includes(target)) return;
    const list = boxes();
    if (shiftKey && list.includes(last)) {
      const [from, to] = [list.indexOf(last), list.indexOf(target)].sort((a, b) => a - b);
      for (const box of list.slice(from, to + 1)) box.checked = target.checked;
    }
    last = target;
    show();
  });
  document.addEventListener("change", ({ target }) => {
    if (target === all()) for (const box of boxes()) box.checked = target.checked;
    show();
  });
  document.addEventListener("renewed", show);
  window.addEventListener("pageshow", show);
  show();
}
