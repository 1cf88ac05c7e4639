/* A page that asks the server by itself, while somebody looks at it. */

/** Fetch `url` marked as sent by the page itself: it keeps no session awake, and no redirect to the sign-in is followed. */
export function ask(url, { method = "GET", headers = {}, ...more } = {}) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
  return fetch(url, {
    method, redirect: "manual", cache: "no-store", credentials: "same-origin",
    headers: { "X-Background": "1", "X-CSRFToken": token, ...headers }, ...more,
  });
}

/** Whether the answer says that the session, or the right to ask, has ended. */
export const isOver = (answer) => answer.type === "opaqueredirect" || [401, 403, 404].includes(answer.status);

/** Call `act` every so many seconds while the page is visible and there is a network, until it returns false. */
export function every(seconds, act) {
  let timer = 0;
  let last = Date.now();
  let over = false;

  function plan() {
    clearTimeout(timer);
    if (over || document.hidden || !navigator.onLine) return;
    timer = setTimeout(run, Math.max(0, last + seconds * 1000 - Date.now()));
  }

  async function run() {
    last = Date.now();
    over = (await act().catch(() => true)) === false; // a lost connection is no reason to give up
    plan();
  }

  document.addEventListener("visibilitychange", plan);
  window.addEventListener("online", plan);
  plan();
}
