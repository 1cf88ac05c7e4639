/* <form data-behaviour="draft" data-draft="incident-new">: what is typed and photographed survives a reload,
   a closed browser, a lost network. It is forgotten when the server says that it is stored: by the cookie
   draft_stored (shuangliu/pages/drafts.py) or by data-draft-clear="key" on the page that follows. */

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

const kept = (input) =>
  input.name && !input.matches("[name=csrfmiddlewaretoken], [type=password], [type=submit], [type=file], [data-draft-skip]");

function gather(form, key) {
  const values = [...form.elements]
    .filter((input) => kept(input) && (!input.matches("[type=radio], [type=checkbox]") || input.checked))
    .flatMap((input) => (input.multiple && input.selectedOptions ? [...input.selectedOptions] : [input])
      .map((source) => [input.name, source.value]));
  const files = [...form.querySelectorAll("input[type=file]")].flatMap((input) =>
    [...input.files].map((file) => [input.name, file]));
  return { key, savedAt: Date.now(), values, files };
}

/** Put a draft back. Returns whether anything on the page became different. */
function restore(form, draft) {
  // What the server sends back with its errors is what was sent last: a draft may be older. It lacks the files only.
  const isAnswer = form.querySelector(".field--error") !== null;
  const changed = !isAnswer && restoreValues(form, draft);
  return restoreFiles(form, draft) || changed;
}

function restoreValues(form, draft) {
  let changed = false;
  const sent = byName(draft.values);
  for (const input of [...form.elements].filter(kept)) {
    const values = sent.get(input.name) ?? [];
    if (input.matches("[type=radio], [type=checkbox]")) {
      const checked = values.includes(input.value);
      changed ||= checked && !input.checked;
      input.checked = checked;
      if (checked) input.closest("details")?.setAttribute("open", "");
    } else if (input.multiple && input.options) {
      for (const option of input.options) option.selected = values.includes(option.value);
    } else if (values.length && input.value !== values[0]) {
      changed ||= input.type !== "hidden";
      input.value = values[0];
    }
  }
  return changed;
}

function restoreFiles(form, draft) {
  let changed = false;
  for (const input of form.querySelectorAll("input[type=file]")) {
    const files = byName(draft.files).get(input.name) ?? [];
    // What the server keeps from the attempt before needs no second copy, what it has refused no second try.
    if (!files.length || input.closest(".field--error") || input.parentElement.querySelector(".photos__tile--staged")) continue;
    const list = new DataTransfer();
    for (const file of files) list.items.add(file);
    input.files = list.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    changed = true;
  }
  return changed;
}

function byName(pairs) {
  const all = new Map();
  for (const [name, value] of pairs) all.set(name, [...(all.get(name) ?? []), value]);
  return all;
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
    return silent || write(gather(form, key)).catch(() => {});
  };
  // Whoever types without a pause is kept too: the first change sets the hour, the next do not put it off.
  const soon = () => { timer ||= setTimeout(save, WAIT); };

  const found = await read(key).catch(() => undefined);
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
