/* <form data-behaviour="draft" data-draft="incident-new">: what is typed and photographed survives a reload,
   a closed browser, a lost network. It is forgotten when the server says that it is stored: by the cookie
   draft_stored (shuangliu/pages/drafts.py) or by data-draft-clear="key" on the page that follows. */

import { gather, restoreFiles, restoreValues } from "../answers.js";
import { forget, ownKey, read, write } from "../drafts.js";
import { message } from "../message.js";
import { word } from "../words.js";

const WAIT = 400; // milliseconds between two saves
const KEEP = 7 * 24 * 3600_000; // drafts older than a week are dropped

/** Forget the drafts that the server has stored. */
export async function forgetStored() {
  const cookie = document.cookie.match(/(?:^|; )draft_stored=([^;]*)/);
  const keys = [...document.querySelectorAll("[data-draft-clear]")].map((element) => element.dataset.draftClear);
  if (cookie) {
    keys.push(decodeURIComponent(cookie[1]));
    document.cookie = "draft_stored=; Max-Age=0; path=/; SameSite=Lax";
  }
  await Promise.all(keys.map((key) => forget(ownKey(key)).catch(() => {})));
}

/** Put a draft back. Returns whether anything on the page became different. */
function restore(form, draft) {
  // What the server sends back with its errors is what was sent last: a draft may be older. It lacks the files only.
  const isAnswer = form.querySelector(".field--error") !== null;
  const changed = !isAnswer && restoreValues(form, draft);
  return restoreFiles(form, draft) || changed;
}

function tell(form, savedAt, discard) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--small";
  button.textContent = word("draft_discard");
  button.addEventListener("click", discard);
  const time = new Date(savedAt).toLocaleString(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" });
  form.prepend(message("warning", word("draft_restored", { time }), button));
}

export default async function draft(form) {
  const key = ownKey(form.dataset.draft);
  let timer = 0;
  let silent = false;

  const save = () => {
    clearTimeout(timer);
    timer = 0;
    // A form that is in the outbox is kept there.
    return silent || form.dataset.entry || write({ key, savedAt: Date.now(), ...gather(form) }).catch(() => {});
  };
  // Whoever types without a pause is kept too: the first change sets the hour, the next do not put it off.
  const soon = () => { timer ||= setTimeout(save, WAIT); };

  const found = form.dataset.entry ? undefined : await read(key).catch(() => undefined);
  if (found && Date.now() - found.savedAt < KEEP) {
    if (restore(form, found)) {
      tell(form, found.savedAt, async () => {
        silent = true;
        clearTimeout(timer);
        timer = 0;
        await forget(key);
        location.reload();
      });
      form.dispatchEvent(new Event("draft-restored", { bubbles: true }));
    }
  } else if (found) await forget(key);

  for (const event of ["input", "change", "photos"]) form.addEventListener(event, soon);
  form.addEventListener("submit", save);
  // A phone may end a page that is out of sight without another word.
  document.addEventListener("visibilitychange", () => document.hidden && timer && save());
  window.addEventListener("pagehide", () => timer && save());
}
