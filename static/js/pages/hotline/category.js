// The category in one or two keys: a field in which one types a part of the name; below it at most nine, numbered: what the
// words are like, then the usual ones, or what fits the letters. A digit takes the one with that number, Enter the first.
// The choice itself stays the ordinary select.

const MOST = 9;

export function startCategory(box, form, hints) {
  const select = form.elements.category;
  const field = Object.assign(document.createElement("input"), { type: "search", autocomplete: "off" });
  const list = Object.assign(document.createElement("div"), { className: "choices" });
  const usual = [...form.querySelectorAll("[data-usual]")].map((one) => one.dataset.usual);
  const names = new Map([...select.options].filter((option) => option.value).map((option) => [option.value, option.text]));
  field.placeholder = box.dataset.label;
  field.setAttribute("aria-label", box.dataset.label);
  field.dataset.draftSkip = "";
  select.before(field, list);
  select.tabIndex = -1; // one stop for the keyboard

  field.addEventListener("input", (event) => { event.stopPropagation(); show(); });
  field.addEventListener("keydown", (event) => {
    const offered = list.children[event.key === "Enter" ? 0 : Number(event.key) - 1];
    if (event.key !== "Enter" && !/^[1-9]$/.test(event.key) || event.isComposing || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    offered?.click();
  });
  list.addEventListener("click", ({ target }) => choose(target.closest("[data-code]")?.dataset.code));
  hints.addEventListener("click", ({ target }) => choose(target.closest("[data-likely]")?.dataset.likely));
  hints.addEventListener("answered", show);
  show();

  function choose(code) {
    if (!names.has(code)) return;
    select.value = code;
    field.value = "";
    select.dispatchEvent(new Event("change", { bubbles: true }));
    show();
  }

  function show() {
    const wanted = field.value.trim().toLowerCase();
    const likely = [...hints.querySelectorAll("[data-likely]")].map((one) => one.dataset.likely);
    const codes = wanted
      ? [...names].filter(([code, name]) => `${code} ${name}`.toLowerCase().includes(wanted)).map(([code]) => code)
      : [...new Set([...likely, ...usual])].filter((code) => names.has(code));
    list.replaceChildren(...codes.slice(0, MOST).map((code, place) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "pill", tabIndex: -1 });
      const key = Object.assign(document.createElement("kbd"), { textContent: place + 1 });
      button.dataset.code = code;
      if (select.value === code) button.setAttribute("aria-current", "true");
      button.append(key, names.get(code));
      return button;
    }));
  }

  for (const event of ["change", "draft-restored"]) form.addEventListener(event, show);
}
