// The choice of area and period above figures: what is chosen is shown at once; who changes a day means that day.

export function wakePeriod(form) {
  for (const name of ["start", "end"]) {
    form.elements[name].addEventListener("input", () => (form.elements.period.value = "custom"));
  }
  form.elements.period.addEventListener("change", () => {
    if (form.elements.period.value !== "custom") form.requestSubmit();
  });
  form.elements.area?.addEventListener("change", () => form.requestSubmit());
}
