import { ok, type Result } from '#core/result.ts';

/**
 * Runs works in their order, at most so many at a time. After a failure, or when something else is wanted first, none is begun. Gives the first
 * failure, once all that run have ended.
 */
export async function inParallel<E>(atOnce: number, works: readonly (() => Promise<Result<void, E>>)[], goesOn: () => boolean = () => true): Promise<Result<void, E>> {
  let next = 0;
  let failed: Result<void, E> = ok(undefined);
  const worker = async (): Promise<void> => {
    while (failed.ok && goesOn()) {
      const work = works[next++];
      if (!work) return;
      const done = await work();
      if (failed.ok) failed = done;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return failed;
}
