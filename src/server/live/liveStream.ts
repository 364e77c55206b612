import type { News } from './pokes.ts';

/** The person's roles by scope as of now; nothing when the session has ended. */
export type ReadRights = () => Promise<ReadonlyMap<string, string> | undefined>;

export type Sink = {
  readonly write: (text: string) => void;
  readonly end: () => void;
};

export type LiveStream = {
  readonly hear: (news: News) => void;
  /** Keeps proxies from closing it, and asks now and then whether it is still due. */
  readonly beat: () => void;
};

/** Every third beat the rights are read again, in case the news of a change was lost. */
const BEATS_BETWEEN_CHECKS = 3;

/**
 * One open stream: passes on `scope` events of what its person may read. Where rights may have changed, nothing is passed on until they
 * have been read again; if they did change, the tablet is told to `pull`. It ends with the session.
 */
export function liveStream(readRights: ReadRights, sink: Sink): LiveStream {
  let rights: ReadonlyMap<string, string> | undefined;
  let held: Map<string, number> | undefined;
  let again = false;
  let beats = 0;

  const pass = (scope: string, seq: number): void => {
    if (rights?.has(scope)) sink.write(`event: scope\ndata: ${JSON.stringify({ scope, seq })}\n\n`);
  };
  const pull = (): void => sink.write('event: pull\ndata: {}\n\n');

  const readAgain = async (): Promise<void> => {
    if (held) {
      again = true;
      return;
    }
    const waiting = new Map<string, number>();
    held = waiting;
    try {
      const now = await latest();
      if (!now) return sink.end();
      if (rights && !sameMap(rights, now)) pull();
      rights = now;
      held = undefined;
      for (const [scope, seq] of waiting) pass(scope, seq);
    } catch {
      // The database does not answer: the tablet comes back when it does.
      sink.end();
    }
  };

  const latest = async (): ReturnType<ReadRights> => {
    for (;;) {
      again = false;
      const now = await readRights();
      if (!again) return now;
    }
  };

  void readAgain();
  return {
    hear({ scopes, rights: changed, missed }) {
      if (changed) void readAgain();
      if (missed) pull();
      for (const { scope, seq } of scopes) {
        if (held) held.set(scope, seq);
        else pass(scope, seq);
      }
    },
    beat() {
      sink.write(': still here\n\n');
      beats += 1;
      if (beats % BEATS_BETWEEN_CHECKS === 0) void readAgain();
    },
  };
}

const sameMap = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
