/** Lets so many run at once; the others wait their turn, up to a number that would wait too long. */
export type Gate = { readonly run: <T>(work: () => Promise<T>) => Promise<T>; readonly isFull: () => boolean };

export function createGate(atOnce: number, mayWait: number): Gate {
  let running = 0;
  const waiting: (() => void)[] = [];
  return {
    isFull: () => waiting.length >= mayWait,
    async run(work) {
      if (running >= atOnce) await new Promise<void>((resolve) => { waiting.push(resolve); });
      else running += 1;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
