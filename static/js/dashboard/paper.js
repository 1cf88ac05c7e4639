// On paper the page is light and narrow, and no table stays folded.

/** Bring `charts` ({toPaper, toScreen}) and the tables to paper before printing, and back after. */
export function printWell(charts) {
  const root = document.documentElement;
  let theme;
  let folded = [];
  window.addEventListener("beforeprint", () => {
    theme = root.dataset.theme;
    root.dataset.theme = "light";
    folded = [...document.querySelectorAll("details.chart__data:not([open])")];
    for (const table of folded) table.open = true;
    for (const chart of charts) chart.toPaper();
  });
  window.addEventListener("afterprint", () => {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    for (const table of folded) table.open = false;
    for (const chart of charts) chart.toScreen();
  });
}
