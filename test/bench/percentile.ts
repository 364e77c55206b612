/** The smallest of the values that at least `percent` of them do not exceed (nearest rank); `percent` above 0, up to 100. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.ceil((percent / 100) * sorted.length) - 1];
  if (found === undefined) throw new Error(`no percentile ${percent} of ${sorted.length} values`);
  return found;
}
