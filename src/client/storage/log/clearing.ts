import { filesNamedIn } from '#core/op/filesNamedIn.ts';
import { entityKey, isPurged, purgedOp, type Op } from '#core/op/op.ts';
import type { ScopeState } from '#core/op/scopeState.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { FileId } from '#client/storage/files/fileVault.ts';
import type { RefusedOp } from '#client/storage/safety/safetyReport.ts';
import type { Beside, Gone } from './beside.ts';
import type { LogStore } from './logStore.ts';
import type { Segment, SegmentFacts } from './segment.ts';

/** What an answer takes away from the tablet, beside what it brings: words that were purged, and scopes that the person has lost. */
export type Clearing = Gone & {
  /** Rows of the log in the place of those with the same id: ops in them have lost their words. */
  readonly rewritten: readonly Segment[];
  /** Rows of the log that go whole. */
  readonly segments: readonly string[];
  /** In the tray, in the place of those with the same op. */
  readonly tray: readonly RefusedOp[];
  /** Scopes of which nothing else stays. */
  readonly scopes: ReadonlySet<ScopeId>;
};

export const clearsNothing = ({ rewritten, segments, tray, drafts, files, scopes }: Clearing): boolean =>
  rewritten.length + segments.length + tray.length + drafts.length + files.length + scopes.size === 0;

type Log = {
  readonly states: ReadonlyMap<ScopeId, ScopeState>;
  readonly segments: readonly SegmentFacts[];
  readonly refused: readonly RefusedOp[];
  readonly beside: Beside;
};

/** What a purge takes from the tablet. `purged` are the ops as they stay in the picture; `gone` those that lay in no page. */
export async function clearPurged(ids: ReadonlySet<string>, scopes: readonly ScopeId[], store: LogStore, log: Log): Promise<{ readonly clearing: Clearing; readonly purged: readonly Op[]; readonly gone: readonly Op[] }> {
  const rewritten: Segment[] = [];
  const found: Op[] = [];
  const files: FileId[] = [];
  const drafts: string[] = [];
  for (const scope of scopes) {
    const state = log.states.get(scope);
    const ops = [...(state?.entities.values() ?? [])].flatMap((entity) => entity.ops);
    const here = ops.filter((op) => ids.has(op.id) && !isPurged(op));
    if (here.length === 0) continue;
    found.push(...here);
    for (const { id } of log.segments.filter((row) => row.scope === scope)) {
      for (const row of await store.readSegments([id])) {
        if (row.ops.some((op) => ids.has(op.id) && !isPurged(op))) rewritten.push({ ...row, ops: row.ops.map((op) => (ids.has(op.id) ? purgedOp(op) : op)) });
      }
    }
    const stillNamed = new Set(ops.filter((op) => !ids.has(op.id)).flatMap(({ set }) => filesNamedIn(set)));
    const named = new Set(here.flatMap(({ set }) => filesNamedIn(set)).filter((sha256) => !stillNamed.has(sha256)));
    files.push(...log.beside.files().filter((file) => file.scope === scope && named.has(file.sha256)));
    drafts.push(...log.beside.drafts().filter((draft) => {
      const entity = draft.scope === scope ? state?.entities.get(entityKey(draft.entity, draft.entityId)) : undefined;
      return entity?.ops.every((op) => ids.has(op.id) || isPurged(op)) ?? false;
    }).map(({ key }) => key));
  }
  const inPages = new Set(rewritten.flatMap((row) => row.ops.map(({ id }) => id)));
  return {
    clearing: { rewritten, segments: [], tray: [], drafts, files, scopes: new Set() },
    purged: found.filter(({ id }) => inPages.has(id)).map(purgedOp),
    gone: found.filter(({ id }) => !inPages.has(id)),
  };
}

/** All of some scopes, but for what was returned in them: that stays in the tray and says so. */
export function clearScopes(lost: ReadonlySet<ScopeId>, { segments, refused, beside }: Omit<Log, 'states'>): Clearing {
  return {
    scopes: lost,
    rewritten: [],
    segments: segments.filter(({ scope }) => lost.has(scope)).map(({ id }) => id),
    tray: refused.filter(({ op, scopeLost }) => lost.has(op.scope) && scopeLost !== true).map((item) => ({ ...item, scopeLost: true })),
    // What could not become a record stays a draft, for want of another place.
    drafts: beside.drafts().filter(({ scope, value }) => lost.has(scope) && value === '').map(({ key }) => key),
    files: beside.files().filter(({ scope }) => lost.has(scope)),
  };
}

export const both = (a: Clearing, b: Clearing): Clearing => ({
  rewritten: [...a.rewritten, ...b.rewritten].filter(({ id }) => !a.segments.includes(id) && !b.segments.includes(id)),
  segments: [...a.segments, ...b.segments], tray: [...a.tray, ...b.tray], drafts: [...a.drafts, ...b.drafts], files: [...a.files, ...b.files],
  scopes: new Set([...a.scopes, ...b.scopes]),
});
