/* <div data-behaviour="refresh" data-mark="…"> with parts data-part="tabs" and data-part="rows" (rows data-key,
   data-version): the list asks for itself again and keeps the place of whoever works in it. Rows that say something
   else change where they stand, those that have gone stay as gone, new ones wait behind a button. */

import { ask, every, isOver } from "../ask.js";
import { message } from "../message.js";
import { word } from "../words.js";

const EVERY = 30; // seconds

export default function refresh(root) {
  const news = document.createElement("button");
  const said = document.createElement("div");
  let etag = `"${root.dataset.mark}"`;
  let latest = null;
  news.type = "button";
  news.className = "button button--wide news";
  news.hidden = true;
  news.dataset.shortcut = "r";
  news.addEventListener("click", show);
  said.setAttribute("aria-live", "polite");
  said.append(news);
  part(root, "rows").before(said);
  every(EVERY, look);

  async function look() {
    const answer = await ask(location.href, { headers: { "X-Fragment": "list", "If-None-Match": etag } });
    if (isOver(answer)) {
      said.replaceChildren(message("warning", word("list_over")));
      return false;
    }
    if (!answer.ok) return true; // 304: nothing new; 500: perhaps the next time
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!part(fresh, "rows")) return true;
    etag = answer.headers.get("ETag");
    if (!part(root, "tabs").contains(document.activeElement)) part(root, "tabs").replaceWith(part(fresh, "tabs"));
    merge(fresh);
    return true;
  }

  function merge(fresh) {
    const coming = rows(fresh);
    const standing = [...rows(root).values()];
    const end = standing.findLastIndex((row) => coming.has(row.dataset.key));
    const goesOn = fresh.querySelector("[rel=next]");
    standing.forEach((row, place) => {
      const now = coming.get(row.dataset.key);
      coming.delete(row.dataset.key);
      if (now && now.dataset.version !== row.dataset.version) replace(row, now.cloneNode(true));
      // What comes after the last known row may only have been pushed to the next page.
      else if (!now && !(goesOn && place > end)) markGone(row);
    });
    latest = fresh;
    news.hidden = coming.size === 0;
    if (coming.size) news.textContent = word("list_news", { n: coming.size });
    root.dispatchEvent(new Event("renewed", { bubbles: true }));
  }

  function show() {
    const place = standing();
    const ticked = new Set([...rows(root)].filter(([, row]) => box(row)?.checked).map(([key]) => key));
    const focused = place && place.row.contains(document.activeElement) ? place.row.dataset.key : null;
    part(root, "rows").replaceWith(part(latest, "rows"));
    for (const [key, row] of rows(root)) if (ticked.has(key) && box(row)) box(row).checked = true;
    news.hidden = true;
    const again = place && rows(root).get(place.row.dataset.key);
    if (again) scrollBy(0, again.getBoundingClientRect().top - place.top);
    (focused ? again : rows(root).values().next().value)?.querySelector("a")?.focus({ preventScroll: true });
    root.dispatchEvent(new Event("renewed", { bubbles: true }));
  }

  /** The row that must not move: the one in focus, else the first to be seen. */
  function standing() {
    const all = [...rows(root).values()];
    const row = all.find((one) => one.contains(document.activeElement))
      ?? all.find((one) => one.getBoundingClientRect().top >= 0);
    return row && { row, top: row.getBoundingClientRect().top };
  }
}

const part = (place, name) => place.querySelector(`[data-part="${name}"]`);
const box = (row) => row.querySelector("input[type=checkbox]");
const rows = (place) => new Map([...place.querySelectorAll("tr[data-key]")].map((row) => [row.dataset.key, row]));

function replace(old, row) {
  const focus = old.contains(document.activeElement) && document.activeElement.tagName;
  if (box(row)) box(row).checked = Boolean(box(old)?.checked);
  old.replaceWith(row);
  if (focus) row.querySelector(focus)?.focus({ preventScroll: true });
}

function markGone(row) {
  if (row.classList.contains("is-gone")) return;
  const tag = document.createElement("span");
  tag.className = "tag";
  tag.textContent = word("list_gone");
  row.classList.add("is-gone");
  row.dataset.version = "";
  row.querySelector(".cell-title__note")?.append(" ", tag);
  if (box(row)) Object.assign(box(row), { checked: false, disabled: true });
}
