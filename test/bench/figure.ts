/** One measurement, beside the limit that it is judged by; both are taken in the same run. */
export type Figure = { readonly name: string; readonly value: number; readonly unit: string; readonly limit: number; readonly ratio: number };

/** Value and limit to a hundredth, the ratio to a thousandth of the unrounded ones. Nothing where nothing is allowed is a ratio of 1. */
export function figure(name: string, value: number, unit: string, limit: number): Figure {
  return { name, value: round(value, 100), unit, limit: round(limit, 100), ratio: round(limit === 0 ? value + (value === 0 ? 1 : 0) : value / limit, 1000) };
}

const round = (value: number, parts: number): number => Math.round(value * parts) / parts;
