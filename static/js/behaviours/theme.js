/* Light or dark by hand; without a choice the system decides. base.html reads the choice before the first paint. */

export default function theme(button) {
  const root = document.documentElement;
  button.hidden = false;
  button.addEventListener("click", () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try {
      localStorage.theme = root.dataset.theme;
    } catch {
      // A browser that stores nothing keeps the theme until the next page.
    }
    document.dispatchEvent(new Event("theme"));
  });
}
