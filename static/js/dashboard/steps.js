// Steps of colour: equal ones between the lowest and the highest value there is.

const STEPS = 5;

/** Which step (from 0) a value of the figure ({areas, unit}) stands on; -1 for none. */
export function stepOf(figure, value) {
  if (value === null || value === undefined) return -1;
  return bounds(figure).filter((bound) => value >= bound).length - 1;
}

/** Each step in words: "80 – 90 %". */
export function stepsOf(figure) {
  const from = bounds(figure);
  const text = (value) => (figure.unit ? `${value.toFixed(2)} ${figure.unit}` : `${value}`);
  return from.map((bound, step) => (step + 1 < from.length ? `${text(bound)} – ${text(from[step + 1])}` : `≥ ${text(bound)}`));
}

function bounds({ areas, unit }) {
  const values = Object.values(areas).map(({ value }) => value).filter((value) => value !== null);
  if (!values.length) return [];
  const low = Math.min(...values);
  const width = (Math.max(...values) - low) / STEPS;
  if (!width) return [low];
  const steps = Array.from({ length: STEPS }, (_, step) => low + step * width);
  return unit ? steps : [...new Set(steps.map(Math.ceil))];
}
