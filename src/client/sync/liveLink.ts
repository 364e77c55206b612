import { backoffMs } from './backoffMs.ts';
import type { LiveEvent } from './liveEvents.ts';
import type { OpenLive } from './openLive.ts';

export type LiveLink = {
  /** Opens the stream where there is none and none is being waited with. */
  readonly ensure: () => void;
  /** Closes it: the page is hidden, or the network is another one. The next `ensure` opens at once. */
  readonly drop: () => void;
  /** Something was heard on it, and it has not ended. */
  readonly alive: () => boolean;
};

export type LiveLinkParts = {
  readonly open: OpenLive;
  readonly hear: (event: LiveEvent) => void;
  /** The stream is open: what happened before it was is asked for now. */
  readonly opened: () => void;
  /** It ended or could not be opened: worth another try after this time. */
  readonly lost: (againInMs: number) => void;
  readonly nowMs: () => number;
  readonly random: () => number;
};

const LIMITS = { firstMs: 1_000, longestMs: 2 * 60_000 };
/** A stream that held for so long was a good one: the next try is a first one. */
const HELD_MS = 60_000;

/** Keeps one stream of news, opened anew after a break, at growing random distances. */
export function liveLink({ open, hear, opened, lost, nowMs, random }: LiveLinkParts): LiveLink {
  let current: { readonly abort: AbortController; openedAtMs: number | undefined } | undefined;
  let failures = 0;
  let notBeforeMs = 0;

  const connect = async (): Promise<void> => {
    const mine: NonNullable<typeof current> = { abort: new AbortController(), openedAtMs: undefined };
    current = mine;
    await open((event) => {
      if (current !== mine) return;
      if (mine.openedAtMs === undefined) {
        mine.openedAtMs = nowMs();
        opened();
      }
      if (event.type !== 'beat') hear(event);
    }, mine.abort.signal);
    if (current !== mine) return;
    current = undefined;
    failures = mine.openedAtMs !== undefined && nowMs() - mine.openedAtMs >= HELD_MS ? 1 : failures + 1;
    const waitMs = backoffMs(failures, random(), LIMITS);
    notBeforeMs = nowMs() + waitMs;
    lost(waitMs);
  };

  return {
    ensure: () => {
      if (!current && nowMs() >= notBeforeMs) void connect();
    },
    drop: () => {
      current?.abort.abort();
      current = undefined;
      failures = 0;
      notBeforeMs = 0;
    },
    alive: () => current?.openedAtMs !== undefined,
  };
}
