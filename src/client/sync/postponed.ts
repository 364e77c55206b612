/** Files that could not be moved just now, and are left alone for a while: a round comes every 15 seconds. */
export type Postponed = { readonly has: (name: string) => boolean; readonly add: (name: string) => void;
  /** For as long as this person stays unlocked: trying again would only spend their data. */
  readonly giveUp: (name: string) => void;
};

export function postponedFor(ms: number, nowMs: () => number): Postponed {
  const until = new Map<string, number>();
  return {
    has: (name) => (until.get(name) ?? 0) > nowMs(),
    add: (name) => void until.set(name, nowMs() + ms),
    giveUp: (name) => void until.set(name, Infinity),
  };
}
