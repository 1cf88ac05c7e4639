/* <details data-behaviour="texts"> with links data-text, data-field: a standard text goes into the field where the
   cursor was, instead of opening the page that begins with it. */

export default function texts(details) {
  details.addEventListener("click", (event) => {
    const link = event.target.closest("[data-text]");
    const field = link && document.getElementById(link.dataset.field);
    if (!field) return;
    event.preventDefault();
    const { selectionStart: start, selectionEnd: end, value } = field;
    // What was typed stays: the text comes at the cursor, on a line of its own where nothing is selected.
    const gap = start === end && start > 0 && value[start - 1] !== "\n" ? "\n" : "";
    field.setRangeText(gap + link.dataset.text, start, end, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    details.open = false;
    field.focus();
  });
}
