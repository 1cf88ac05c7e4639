/* The questions of the category that is chosen: they wake as soon as it is, and `asked` tells the server that they
   were seen. Those of the first level (E01) are asked of all below it (E01-01). */

export function startQuestions(form) {
  const groups = [...form.querySelectorAll("[data-questions]")];
  const show = () => {
    const chosen = form.elements.category?.value ?? "";
    for (const group of groups) {
      const isAsked = chosen !== "" && (chosen === group.dataset.questions || chosen.startsWith(`${group.dataset.questions}-`));
      group.hidden = group.disabled = !isAsked;
    }
    form.elements.asked.value = chosen;
  };
  form.addEventListener("change", show);
  form.addEventListener("draft-restored", show);
  show();
}
