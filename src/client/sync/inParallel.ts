import { ok, type Result } from '#core/result.ts';

/** Runs works in their order, at most so many at a time. After a failure none is begun; gives the first, once all that run have ended. */
export async function inParallel<E>(atOnce: number, works: readonly (() => Promise<Result<void, E>>)[]): Promise<Result<void, E>> {
  let next = 0;
  let failed: Result<void, E> = ok(undefined);
  const worker = async (): Promise<void> => {
    while (failed.ok) {
      const work = works[next++];
      if (!work) return;
      const done = await work();
      if (failed.ok) failed = done;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return failed;
}
