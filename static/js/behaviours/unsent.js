/* <a data-behaviour="unsent" data-keep="/incidents/new/ …" hidden>: how many reports and notes wait on this phone, on
   every page of whoever reports. Here the sending goes on, and here the phone is made ready for a time without a
   network: service worker, copies of pages. */

import { keepCopies } from "../field/copies.js";
import { entriesOf, isUnsent, onChange } from "../field/outbox.js";
import { canSend, drain } from "../field/sender.js";
import { tell } from "../said.js";
import { word } from "../words.js";

const FIRST = 5_000, LONGEST = 300_000; // milliseconds between two attempts

let running = false;

export default function unsent(link) {
  showCount(link);
  if (running) return; // the link stands at the top of a phone and in the rail of a desk
  running = true;
  tellOfCopy();
  if (canSend()) startSending(link.href);
  makeReady(link.dataset.keep.split(" ").filter(Boolean));
}

function showCount(link) {
  const count = link.querySelector(".count");
  let timer = 0;
  const show = async () => {
    timer = 0;
    const waiting = (await entriesOf(document.body.dataset.user).catch(() => [])).filter(isUnsent);
    link.hidden = !waiting.length;
    count.textContent = waiting.length;
    count.classList.toggle("count--alert", waiting.some((entry) => entry.state === "refused"));
  };
  onChange(() => { timer ||= setTimeout(show, 150); });
  show();
}

function startSending(outbox) {
  let pause = FIRST, timer = 0, told = false;
  const again = () => {
    pause = FIRST;
    attempt();
  };
  const attempt = async () => {
    clearTimeout(timer);
    timer = 0;
    const outcome = await drain().catch(() => "later");
    if (outcome === "signin" && !told && location.href !== outbox) told = Boolean(tellToSignIn(outbox));
    if (outcome === "done") return;
    timer = setTimeout(attempt, pause);
    pause = Math.min(pause * 2, LONGEST);
  };
  window.addEventListener("online", again);
  document.addEventListener("visibilitychange", () => document.hidden || again());
  // A new entry that its own page could not send waits for its turn here.
  onChange(() => { if (!timer) timer = setTimeout(attempt, pause); });
  attempt();
}

async function makeReady(addresses) {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register("/sw.js");
    await keepCopies(document.body.dataset.user, addresses);
  } catch {
    // Without a network, or in a browser that keeps nothing: the pages work all the same.
  }
}

function tellOfCopy() {
  const at = document.body.dataset.copy;
  if (at === undefined) return;
  const time = new Date(at).toLocaleString(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" });
  tell("warning", word("copy", { time }));
}

function tellToSignIn(outbox) {
  const link = document.createElement("a");
  link.className = "button button--small";
  link.href = outbox;
  link.textContent = word("sign_in");
  return tell("warning", word("outbox_signin"), link);
}
