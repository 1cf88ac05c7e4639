// How the call ends: a key each. What an end asks for is out of the way until its key is pressed; it then comes into
// sight, and the same key, once it is filled in, sends the form.

export function startEnds(form) {
  const buttons = [...form.querySelectorAll("button[name=end]")];
  const blocks = new Map([...form.querySelectorAll("[data-end]")].map((block) => [block.dataset.end, block]));

  const hide = () => {
    for (const block of blocks.values()) block.hidden = !block.querySelector(".field--error") && !isFilled(block);
  };
  hide();
  form.addEventListener("draft-restored", hide);

  for (const button of buttons) {
    button.addEventListener("click", (event) => {
      const missing = firstMissing(button);
      if (!missing) return;
      event.preventDefault();
      const block = blocks.get(button.value);
      for (const other of blocks.values()) if (other !== block && !isFilled(other)) other.hidden = true;
      block.hidden = false;
      missing.focus();
    });
  }
  document.addEventListener("keydown", (event) => {
    const button = buttons.find((one) => one.dataset.key === event.key);
    if (!button || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat) return;
    event.preventDefault();
    button.click();
  });

  function firstMissing(button) {
    for (const name of (button.dataset.needs ?? "").split(" ").filter(Boolean)) {
      const fields = [...form.querySelectorAll(`[name="${name}"]`)];
      const isEmpty = fields[0]?.type === "radio" ? !fields.some((one) => one.checked) : fields[0] && !fields[0].value.trim();
      if (isEmpty) return fields[0];
    }
    return null;
  }
}

const isFilled = (block) => [...block.querySelectorAll("textarea, select, input[type=text], input[type=radio]")]
  .some((field) => (field.type === "radio" ? field.checked : field.value.trim()));
