const DAY_MS = 24 * 60 * 60 * 1000;
/** A day of two advisors, about: too much to write again. */
const MANY = 200;

/** Whether a back-up is to be offered, from the times of the records that exist only here and stand in no copy. */
export const needsBackUp = (times: readonly string[], nowMs: number): boolean =>
  times.length >= MANY || times.some((at) => nowMs - Date.parse(at) >= DAY_MS);
