/* Wakes what is marked with data-behaviour="name other-name", once per element. */

/** Wake the behaviours of `registry` (name -> function of an element) on every marked element under `root`. */
export function wake(registry, root = document) {
  for (const element of root.querySelectorAll("[data-behaviour]")) {
    const awake = (element.awake ??= new Set());
    for (const name of element.dataset.behaviour.split(" ")) {
      if (registry[name] && !awake.has(name)) {
        awake.add(name);
        registry[name](element);
      }
    }
  }
}
