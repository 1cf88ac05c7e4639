// The desk: what rings is shown at once, the key t takes it; whoever picks up the receiver gets the form without a key.

import { ask, every, isOver } from "../../ask.js";
import { message } from "../../message.js";

const EVERY = 2; // seconds
const box = document.querySelector("[data-ringing]");
const rang = new Set(); // what this page has seen ringing: what was answered before does not open again
const title = document.title;

if (box) {
  look();
  every(EVERY, look);
}

async function look() {
  const answer = await ask(box.dataset.ringing);
  if (isOver(answer)) {
    box.replaceChildren(message("warning", box.dataset.over));
    return false;
  }
  if (!answer.ok) return true;
  const { calls, is_on: isOn } = await answer.json();
  if (!isOn) return false;
  const taken = calls.find((call) => call.state === "answered" && rang.has(call.id));
  if (taken) {
    location.assign(taken.url);
    return false;
  }
  show(calls.filter((call) => call.state === "ringing"));
  return true;
}

function show(calls) {
  for (const call of calls) rang.add(call.id);
  const keys = calls.map((call) => call.id).join();
  document.title = calls.length ? `☎ ${calls[0].text}` : title;
  if (box.dataset.shown === keys) return;
  box.dataset.shown = keys;
  box.replaceChildren(...calls.map((call, place) => {
    const row = document.createElement("div"), link = document.createElement("a");
    row.className = "ringing__call";
    link.className = "button button--primary";
    link.href = call.url;
    link.textContent = box.dataset.take;
    if (place === 0) link.dataset.shortcut = "t";
    row.append(call.text, link);
    return row;
  }));
}
