import type { Replica } from '#client/storage/log/replica.ts';

/**
 * Tidies the log on the disk while nothing waits to be sent, step by step, as long as `atRest` says so. What does not fit or cannot be
 * reached now is tidied another time.
 */
export async function tidyAtRest(replica: Pick<Replica, 'outbox' | 'tidy'>, atRest: () => boolean): Promise<void> {
  while (atRest() && replica.outbox().length === 0) {
    const tidied = await replica.tidy();
    if (!tidied.ok || tidied.value) return;
  }
}
