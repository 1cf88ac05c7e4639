/* <div data-behaviour="ringing" data-ringing="url" data-take="…" data-talking="…" data-over="…">: what rings at an agent on
   shift; the key t takes it. With data-opens whoever picks up the receiver gets the form without a key; without, a link
   to it. The page of that form says nothing of its own call. */

import { ask, every, isOver } from "../ask.js";
import { message } from "../message.js";

const EVERY = 2; // seconds

export default function ringing(box) {
  const rang = new Set(); // what this page has seen ringing: what was answered before does not open again
  const title = document.title;
  const opens = "opens" in box.dataset;

  look().catch(() => {});
  every(EVERY, look);

  async function look() {
    const answer = await ask(box.dataset.ringing);
    if (isOver(answer)) {
      box.replaceChildren(message("warning", box.dataset.over));
      return false;
    }
    if (!answer.ok) return true;
    const { calls, is_on: isOn } = await answer.json();
    if (!isOn) {
      show([]);
      return false;
    }
    const taken = calls.find((call) => call.state === "answered" && rang.has(call.id));
    if (taken && opens) {
      location.assign(taken.url);
      return false;
    }
    show(calls.filter((call) => call.url !== location.pathname + location.search && (call.state === "ringing" || !opens)));
    return true;
  }

  function show(calls) {
    const ring = calls.filter((call) => call.state === "ringing");
    for (const call of ring) rang.add(call.id);
    document.title = ring.length ? `☎ ${ring[0].text}` : title;
    const keys = calls.map((call) => `${call.id} ${call.state}`).join();
    if ((box.dataset.shown ?? "") === keys) return;
    box.dataset.shown = keys;
    box.replaceChildren(...calls.map((call, place) => {
      const row = document.createElement("div"), link = document.createElement("a");
      row.className = "ringing__call";
      link.className = "button button--primary";
      link.href = call.url;
      link.textContent = call.state === "ringing" ? box.dataset.take : box.dataset.talking;
      if (place === 0) link.dataset.shortcut = "t";
      row.append(call.text, link);
      return row;
    }));
  }
}
