/* The words of the behaviours, as the server put them on the page (shuangliu/pages/words.py). */

const element = document.getElementById("words");
const words = element ? JSON.parse(element.textContent) : {};

/** The word of that name, its {holes} filled from `fill`. */
export function word(name, fill = {}) {
  return (words[name] ?? name).replace(/\{(\w+)\}/g, (hole, key) => fill[key] ?? hole);
}
