import { setTimeout as pause } from 'node:timers/promises';
import type { Conflict } from './postgresTrouble.ts';

const ATTEMPTS = 12;
/** A row that is there already may have been made meanwhile: then the work, done again, sees it. Thrice is no accident. */
const ATTEMPTS_IF_THERE = 3;
const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 400;

/** Does the work again, a bounded number of times and after growing random pauses, when another transaction got in its way. */
export async function retryConflicts<T>(work: () => Promise<T>, conflictOf: (error: unknown) => Conflict | undefined): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const conflict = conflictOf(error);
      if (conflict === undefined || attempt >= (conflict === 'conflict' ? ATTEMPTS : ATTEMPTS_IF_THERE)) throw error;
    }
    await pause(Math.random() * Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS));
  }
}
