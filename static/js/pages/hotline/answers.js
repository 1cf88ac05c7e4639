// An article of the knowledge base becomes the answer: its text goes into the field, and the use is counted once a call.

import { ask } from "../../ask.js";

export function startAnswers(form, hints) {
  hints.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-use]");
    if (!button) return;
    const reply = await ask(button.dataset.use, { method: "POST", body: new URLSearchParams({ call: form.elements.uuid.value }) })
      .catch(() => null);
    if (!reply?.ok) return;
    const { text } = await reply.json();
    const field = form.elements.answer;
    field.value = [field.value.trim(), text].filter(Boolean).join("\n");
    field.closest("[data-end]").hidden = false;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
}
