/* <time class="clock" datetime="due" data-warn="moment">: keeps the words and the light true, every 30 seconds.
   The words are the same as those of shuangliu/pages/clocks.py. */

import { word } from "../words.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LIGHTS = ["clock--ok", "clock--soon", "clock--overdue"];
const EVERY = MINUTE / 2;

/** The two largest units of a length in milliseconds. */
export function spoken(length) {
  const whole = Math.max(Math.abs(length), MINUTE);
  const parts = [
    ["days", Math.floor(whole / DAY)],
    ["hours", Math.floor((whole % DAY) / HOUR)],
    ["minutes", Math.floor((whole % HOUR) / MINUTE)],
  ];
  const first = parts.findIndex(([, n]) => n > 0);
  return parts
    .slice(first, first + 2)
    .filter(([, n]) => n > 0)
    .map(([name, n]) => word(name, { n }))
    .join(" ");
}

export default function countdown(clock) {
  const due = Date.parse(clock.dateTime);
  const warn = Date.parse(clock.dataset.warn) || Infinity;
  if (!due) return;
  // A phone's clock may be wrong by minutes; the server's words show by how much, so count from its moment.
  const skew = clock.dataset.now ? Date.parse(clock.dataset.now) - Date.now() : 0;

  function tick() {
    if (!clock.isConnected) return clearInterval(timer); // a list has put another in its place
    const now = Date.now() + skew;
    const light = now >= due ? "clock--overdue" : now >= warn ? "clock--soon" : "clock--ok";
    clock.classList.remove(...LIGHTS);
    clock.classList.add(light);
    clock.textContent = word(now >= due ? "clock_overdue" : "clock_left", { time: spoken(due - now) });
  }

  tick();
  const timer = setInterval(() => document.hidden || tick(), EVERY);
  document.addEventListener("visibilitychange", () => document.hidden || tick());
}
