// The board asks for its figures again.

import { ask, every, isOver } from "../../ask.js";

const EVERY = 5; // seconds
const wall = document.querySelector("[data-wall]");
const clock = document.querySelector("[data-wall-at]");

every(EVERY, async () => {
  const answer = await ask(location.href, { headers: { "X-Fragment": "wall" } });
  if (isOver(answer)) {
    wall.textContent = wall.dataset.over;
    return false;
  }
  if (answer.ok) {
    wall.innerHTML = await answer.text();
    clock.textContent = new Date().toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Shanghai" });
  }
  return true;
});
