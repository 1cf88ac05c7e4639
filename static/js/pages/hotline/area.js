// A place that names its town or community chooses it, until somebody has chosen by hand.

const ENDING = /(街道|社区|村|镇|乡)$/;

export function startArea(form) {
  const { place, area } = form.elements;
  const named = [...area.options].map((option) => ({ option, name: option.text.trim() }))
    .map(({ option, name }) => ({ option, parts: [name, name.replace(ENDING, "")].filter((part) => part.length > 1) }))
    .reverse(); // a community before its town
  let byHand = false;
  area.addEventListener("change", () => { byHand = true; });
  place.addEventListener("input", () => {
    if (byHand) return;
    const found = named.find(({ parts }) => parts.some((part) => place.value.includes(part)));
    area.value = found ? found.option.value : area.options[0].value;
  });
}
