import type { ScopeId } from '#core/op/scope.ts';
import { ok, type Result } from '#core/result.ts';
import type { StorageError } from '#client/storage/database/durable.ts';
import type { LogStore } from './logStore.ts';
import { planJoin } from './planJoin.ts';
import { factsOf, joinSegments, type SegmentFacts } from './segment.ts';

export type LogRows = {
  readonly segments: readonly SegmentFacts[];
  readonly epoch: string;
  readonly cursors: ReadonlyMap<ScopeId, number>;
};

/** One step of housekeeping on the disk; `step` until it says that nothing was left to do. */
export type Tidier = { readonly step: (rows: LogRows) => Promise<Result<{ readonly segments: readonly SegmentFacts[]; readonly done: boolean }, StorageError>> };

/**
 * Joins small neighbours, and lets go of what an earlier epoch left behind once the server has all of it again. Each step is one
 * transaction over at most 2 MB, so that a crash leaves the log as it was before the step or after it.
 */
export function tidierOf(store: LogStore): Tidier {
  /** Where the rows of an earlier epoch were last compared: they are not read again before something new has come. */
  const comparedAt = new Map<ScopeId, string>();

  /** The rows of an earlier epoch whose every op also stands in a page of this one. The others may be all that is left of their ops. */
  const superseded = async ({ segments, epoch, cursors }: LogRows, scope: ScopeId): Promise<readonly string[]> => {
    const covered = new Set<string>();
    for (const { id } of segments.filter((row) => row.scope === scope && row.epoch === epoch)) {
      for (const row of await store.readSegments([id])) for (const page of row.pages) for (const [, opId] of page.list) covered.add(opId);
    }
    const gone: string[] = [];
    for (const { id } of segments.filter((row) => row.scope === scope && row.epoch !== epoch)) {
      for (const row of await store.readSegments([id])) {
        if (row.pages.every((page) => page.list.every(([, opId]) => covered.has(opId)))) gone.push(id);
      }
    }
    comparedAt.set(scope, `${epoch} ${cursors.get(scope) ?? 0}`);
    return gone;
  };

  return {
    step: async (rows) => {
      const { segments, epoch, cursors } = rows;
      const old = segments.find((row) => row.epoch !== epoch && comparedAt.get(row.scope) !== `${epoch} ${cursors.get(row.scope) ?? 0}`);
      if (old) {
        const gone = await superseded(rows, old.scope);
        if (gone.length > 0) {
          const dropped = await store.replaceSegments(gone, []);
          if (!dropped.ok) return dropped;
        }
        return ok({ segments: segments.filter(({ id }) => !gone.includes(id)), done: false });
      }
      const group = planJoin(segments);
      if (!group) return ok({ segments, done: true });
      const ids = group.map(({ id }) => id);
      const joined = joinSegments(await store.readSegments(ids));
      const stored = await store.replaceSegments(ids, [joined]);
      return stored.ok ? ok({ segments: [...segments.filter(({ id }) => !ids.includes(id)), factsOf(joined)], done: false }) : stored;
    },
  };
}
