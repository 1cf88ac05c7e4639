// The outbox as a page: each entry, what became of it, and what its writer may do.

import { ask } from "../../dialog.js";
import { entriesOf, onChange, remove } from "../../field/outbox.js";
import { linesOf } from "../../field/problems.js";
import { drain } from "../../field/sender.js";
import { word } from "../../words.js";

const user = document.body.dataset.user;
const list = document.querySelector("[data-outbox-list]");
const pattern = document.querySelector("[data-outbox-entry]");
const empty = document.querySelector("[data-outbox-empty]");
const sendNow = document.querySelector("[data-outbox-send]");
const signIn = document.querySelector("[data-outbox-signin]");
const TONES = { waiting: "wait", sending: "work", refused: "alert", stored: "done" };

let timer = 0;
onChange(() => { timer ||= setTimeout(show, 150); });
sendNow.addEventListener("click", send);
show();
send();

async function send() {
  sendNow.setAttribute("aria-busy", "true");
  const outcome = await drain().catch(() => "later");
  sendNow.removeAttribute("aria-busy");
  signIn.hidden = outcome !== "signin";
}

async function show() {
  timer = 0;
  const entries = await entriesOf(user).catch(() => []);
  const isWaiting = entries.some(({ state }) => state === "waiting" || state === "sending");
  list.replaceChildren(...entries.reverse().map(item));
  empty.hidden = entries.length > 0;
  sendNow.hidden = !isWaiting;
}

function item(entry) {
  const element = pattern.content.cloneNode(true).firstElementChild;
  const part = (name) => element.querySelector(`[data-entry-${name}]`);
  const badge = part("state");
  element.dataset.uuid = entry.uuid;
  badge.className = `badge badge--${TONES[entry.state]}`;
  badge.textContent = word(`outbox_${entry.state}`);
  part("title").textContent = entry.receipt ? entry.receipt.number : entry.title;
  if (entry.receipt) part("title").href = entry.receipt.url;
  if (entry.receipt?.goes_on_as) part("title").after(` · ${word("outbox_joined", { number: entry.receipt.goes_on_as })}`);
  const when = new Date(entry.createdAt).toLocaleString(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" });
  const photos = entry.files.length ? ` · ${word("outbox_photos", { n: entry.files.length })}` : "";
  part("note").textContent = `${entry.kind} · ${when}${photos}${entry.receipt ? ` · ${entry.title}` : ""}`;
  part("problem").hidden = !entry.problem;
  if (entry.problem) part("problem").append(...linesOf(entry.problem).map(line));
  part("acts").hidden = entry.state === "stored" || entry.state === "sending";
  part("correct").href = `${entry.page}?entry=${entry.uuid}`;
  part("delete").addEventListener("click", async () => {
    const look = "button button--danger";
    if (await ask(word("outbox_delete"), { note: entry.title, yes: word("outbox_delete_yes"), look })) remove(entry.uuid);
  });
  return element;
}

function line(text) {
  const element = document.createElement("li");
  element.textContent = text;
  return element;
}
