export type WriterLock = {
  /** Whether this window may write now. */
  readonly held: () => boolean;
  /** *Continue here*: takes the right from the other window, whose next write then answers `other-window`. */
  readonly takeOver: () => Promise<void>;
  readonly release: () => void;
  readonly subscribe: (listener: () => void) => () => void;
};

/** One window per user writes. The lock ends with its window, however that ends. */
export async function lockForWriting(userId: string): Promise<WriterLock> {
  const name = `cotejo-writer-${userId}`;
  const listeners = new Set<() => void>();
  let held = false;
  let letGo: () => void = () => undefined;
  const set = (value: boolean): void => {
    held = value;
    for (const listener of listeners) listener();
  };

  const take = (options: LockOptions): Promise<void> =>
    new Promise((settled) => {
      const holding = navigator.locks.request(name, options, async (lock) => {
        if (!lock) {
          settled();
          return;
        }
        set(true);
        settled();
        await new Promise<void>((done) => {
          letGo = done;
        });
        set(false);
      });
      // Stolen by another window: the browser rejects with AbortError while our callback still waits.
      holding.catch((cause: unknown) => {
        set(false);
        settled();
        if (!(cause instanceof DOMException && cause.name === 'AbortError')) throw cause;
      });
    });

  await take({ ifAvailable: true });
  return {
    held: () => held,
    takeOver: () => take({ steal: true }),
    release: () => letGo(),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
