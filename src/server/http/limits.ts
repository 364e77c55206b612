/** Requests in one minute. A team of four that sends photos over a fast network stays far below; a loop that went wrong does not. */
const PER_MINUTE = { session: 1_200, account: 2_400, address: 300 } as const;
const MINUTE_MS = 60_000;
/** Counters that are kept; beyond, those of past minutes go. */
const SWEEP_FROM = 10_000;

export type Limited = keyof typeof PER_MINUTE;

/** Counts one request of somebody. Gives the seconds to wait, 0 for none. */
export type Limits = { readonly count: (what: Limited, whose: string) => number };

/**
 * Counts per calendar minute, in the memory of this instance: two instances let through twice as much, which is still little. By session
 * and account for what is signed in; by address only for what is not, since a whole team sits behind one.
 */
export function createLimits(nowMs: () => number): Limits {
  const counters = new Map<string, { minute: number; count: number }>();
  return {
    count(what, whose) {
      const now = nowMs();
      const minute = Math.floor(now / MINUTE_MS);
      if (counters.size > SWEEP_FROM) for (const [key, one] of counters) if (one.minute < minute) counters.delete(key);
      const key = `${what} ${whose}`;
      const known = counters.get(key);
      const counter = known?.minute === minute ? known : { minute, count: 0 };
      counter.count += 1;
      counters.set(key, counter);
      return counter.count <= PER_MINUTE[what] ? 0 : Math.ceil(((minute + 1) * MINUTE_MS - now) / 1000);
    },
  };
}
