/* <span data-behaviour="veil" data-left="287" data-masked="138****8000">13800138000</span>: personal data in clear for
   so many seconds, then masked again. What has no masked form goes from the page; what is hidden behind it with
   data-after comes to light. */

export default function veil(element) {
  // Seconds, not a moment: the clock of a phone may be wrong.
  const until = Date.now() + 1000 * (Number(element.dataset.left) || 0);

  function look() {
    if (!element.isConnected) return clearInterval(timer);
    if (Date.now() < until) return;
    clearInterval(timer);
    const { masked } = element.dataset;
    if (masked) return void (element.textContent = masked);
    if (element.nextElementSibling?.matches("[data-after]")) element.nextElementSibling.hidden = false;
    element.remove();
  }

  const timer = setInterval(look, 1000);
  // A page that comes back from sleep, or from the browser's memory, shows nothing for a moment either.
  window.addEventListener("pageshow", look);
  document.addEventListener("visibilitychange", look);
  look();
}
