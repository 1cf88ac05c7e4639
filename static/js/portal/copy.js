/* <button data-behaviour="copy" data-copy="text" hidden>: puts the text into the clipboard, where the browser lets it. */

export default function copy(button) {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy).catch(() => {});
    button.textContent = button.dataset.done;
  });
}
