/* <div data-behaviour="watch"> with a part data-part="progress": asks how far the work is, and shows the page anew when it
   is over. Without script the page has a link to look again. */

import { ask, every, isOver } from "../ask.js";

const EVERY = 2; // seconds

export default function watch(root) {
  every(EVERY, async () => {
    const answer = await ask(location.href, { headers: { "X-Fragment": "progress" } });
    if (isOver(answer)) return false;
    if (!answer.ok) return true;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-part=progress]");
    if (!fresh) return true;
    if (fresh.hasAttribute("data-over")) {
      location.reload();
      return false;
    }
    root.replaceChildren(fresh);
    return true;
  });
}
