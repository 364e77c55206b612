export type Patience = {
  /** Aborts the request when patience has run out. */
  readonly signal: AbortSignal;
  /** The answer has begun, or went on. */
  readonly moved: () => void;
  /** The request is over, well or not. */
  readonly over: () => void;
};

export type Limits = {
  /** Until the answer begins. */
  readonly answerMs: number;
  /** Between two pieces of it. */
  readonly stillMs: number;
  /** For the whole. */
  readonly longestMs?: number;
};

/**
 * How long a request may take. A connection that is half open (a tablet that changed networks, a proxy that forgot) says nothing for
 * ever, while one that is slow and moves is left alone.
 */
export function patience({ answerMs, stillMs, longestMs }: Limits): Patience {
  const controller = new AbortController();
  const giveUp = (): void => controller.abort(new DOMException('no progress', 'TimeoutError'));
  let still = setTimeout(giveUp, answerMs);
  const longest = longestMs === undefined ? undefined : setTimeout(giveUp, longestMs);
  return {
    signal: controller.signal,
    moved: () => {
      clearTimeout(still);
      still = setTimeout(giveUp, stillMs);
    },
    over: () => {
      clearTimeout(still);
      clearTimeout(longest);
    },
  };
}
