/* What stands in a form, as data: {values: [[name, value]], files: [[name, File]]}; and back into it. */

// A button says something only when it is pressed, and then whoever sends the form says so.
const kept = (input) =>
  input.name && !input.matches("[name=csrfmiddlewaretoken], button, [type=password], [type=submit], [type=file], [data-draft-skip]");

export function gather(form) {
  const values = [...form.elements]
    .filter((input) => kept(input) && !input.matches(":disabled") && (!input.matches("[type=radio], [type=checkbox]") || input.checked))
    .flatMap((input) => (input.multiple && input.selectedOptions ? [...input.selectedOptions] : [input])
      .map((source) => [input.name, source.value]));
  const files = [...form.querySelectorAll("input[type=file]")].flatMap((input) =>
    [...input.files].map((file) => [input.name, file]));
  return { values, files };
}

/** Put values back. Returns whether anything on the page became different. */
export function restoreValues(form, answers) {
  let changed = false;
  const sent = byName(answers.values);
  for (const input of [...form.elements].filter(kept)) {
    const values = sent.get(input.name) ?? [];
    if (input.matches("[type=radio], [type=checkbox]")) {
      const checked = values.includes(input.value);
      changed ||= checked && !input.checked;
      input.checked = checked;
      if (checked) input.closest("details")?.setAttribute("open", "");
    } else if (input.multiple && input.options) {
      for (const option of input.options) option.selected = values.includes(option.value);
    } else if (values.length && input.value !== values[0]) {
      changed ||= input.type !== "hidden";
      input.value = values[0];
    }
  }
  return changed;
}

/** Put files back where the server has none of them and has refused none. Returns whether there were any. */
export function restoreFiles(form, answers) {
  let changed = false;
  for (const input of form.querySelectorAll("input[type=file]")) {
    const files = byName(answers.files).get(input.name) ?? [];
    // What the server keeps from the attempt before needs no second copy, what it has refused no second try.
    if (!files.length || input.closest(".field--error") || input.parentElement.querySelector(".photos__tile--staged")) continue;
    const list = new DataTransfer();
    for (const file of files) list.items.add(file);
    input.files = list.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    changed = true;
  }
  return changed;
}

function byName(pairs) {
  const all = new Map();
  for (const [name, value] of pairs) all.set(name, [...(all.get(name) ?? []), value]);
  return all;
}
