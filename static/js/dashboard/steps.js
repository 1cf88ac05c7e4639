// Steps of colour: equal ones between the lowest and the highest value there is.

const STEPS = 5;

/** Which step (from 0) a value of the figure ({areas, unit}) stands on; -1 for none. */
export function stepOf(figure, value) {
  if (value === null || value === undefined) return -1;
  return bounds(figure).filter((bound) => value >= bound).length - 1;
}

/** Each step in words: "80.00 % – 90.00 %", "28 – 51", and the last one "≥ 90.00 %". */
export function stepsOf(figure) {
  const from = bounds(figure);
  return from.map((bound, step) => {
    const next = from[step + 1];
    if (next === undefined) return `≥ ${text(bound, figure)}`;
    const upTo = figure.unit ? next : next - 1; // of whole numbers, the last that belongs here
    return upTo === bound ? text(bound, figure) : `${text(bound, figure)} – ${text(upTo, figure)}`;
  });
}

function text(value, { unit }) {
  return unit ? `${value.toFixed(2)} ${unit}` : `${value}`;
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
