import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Op } from '#core/op/op.ts';
import { addOps, emptyScopeState } from '#core/op/scopeState.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { describeDatabase } from '#client/storage/database/database.ts';
import { newDataKey } from '#client/storage/keys/dataKey.ts';
import { rowCipher } from '#client/storage/keys/rowCipher.ts';
import { dexieLogStore } from '#client/storage/log/dexieLogStore.ts';
import type { LogStore } from '#client/storage/log/logStore.ts';
import { memoryLogStore } from '#client/storage/log/memoryLogStore.ts';
import { factsOf, segmentId, type Segment, type SegmentPage } from '#client/storage/log/segment.ts';
import { tidierOf } from '#client/storage/log/tidyLog.ts';
import { anId, anOp, VISIT_SCOPE } from '#test/builders/opBuilder.ts';

const OTHER_SCOPE: ScopeId = `visit:${anId()}`;
class Crash extends Error {}

/** A tablet's disk, and the server's log per scope in its present epoch. */
function aDisk(store: LogStore) {
  let epoch = 1;
  let crash: 'before' | 'after' | undefined;
  const logs = new Map<ScopeId, Op[]>([[VISIT_SCOPE, []], [OTHER_SCOPE, []]]);
  const cursors = new Map<ScopeId, number>();
  const crashing: LogStore = {
    ...store,
    replaceSegments: async (gone, by) => {
      const now = crash;
      crash = undefined;
      if (now === 'before') throw new Crash();
      const replaced = await store.replaceSegments(gone, by);
      if (now === 'after') throw new Crash();
      return replaced;
    },
  };
  const pages: SegmentPage[] = [];
  return {
    store, cursors, pages,

    crashAt: (point: 'before' | 'after') => { crash = point; },
    /** The server restored a back-up that lacks the last `lost` ops of every scope. */
    restore: (lost: number) => {
      epoch += 1;
      cursors.clear();
      for (const log of logs.values()) log.splice(Math.max(0, log.length - lost));
    },
    write: (scope: ScopeId, count: number, text: string) => {
      for (let at = 0; at < count; at++) logs.get(scope)?.push(anOp({ scope, set: { text } }));
    },
    pull: async (scope: ScopeId, atMost: number) => {
      const fromSeq = cursors.get(scope) ?? 0;
      const ops = (logs.get(scope) ?? []).slice(fromSeq, fromSeq + atMost);
      if (ops.length === 0) return;
      const page: SegmentPage = {
        epoch: `e${epoch}`, fromSeq, toSeq: fromSeq + ops.length, list: ops.map((op, index) => [fromSeq + index + 1, op.id, op.h]), mac: anId().replaceAll('-', ''),
        proofs: [{ device: anId(), actor: anId(), hashes: ops.map(({ h }) => h), signature: anId() }],
      };
      pages.push(page);
      cursors.set(scope, page.toSeq);
      await store.receive({
        epoch: `e${epoch}`, segments: [{ id: segmentId(scope, `e${epoch}`, fromSeq), scope, pages: [page], ops }], cursors: new Map(cursors), leaveOutbox: [],
        backToOutbox: [], refused: [], held: [], leaveHeld: [], scopes: new Map(),
      });
    },
    /** Tidies to the end, or until the tab is killed. */
    tidy: async (): Promise<void> => {
      const tidier = tidierOf(crashing);
      let segments = (await store.load()).segments.map(factsOf);
      try {
        for (;;) {
          const step = await tidier.step({ segments, epoch: `e${epoch}`, cursors });
          if (!step.ok) throw new Error(step.error.type);
          segments = [...step.value.segments];
          if (step.value.done) return;
        }
      } catch (cause) {
        if (!(cause instanceof Crash)) throw cause;
      }
    },
  };
}

type Disk = ReturnType<typeof aDisk>;

const pagesOn = (segments: readonly Segment[]): readonly SegmentPage[] => segments.flatMap(({ pages }) => pages);
const opsOn = (segments: readonly Segment[]): readonly Op[] => segments.flatMap(({ ops }) => ops);

async function check(disk: Disk, everPulled: ReadonlySet<string>): Promise<void> {
  const { segments, cursors, epoch } = await disk.store.load();
  const present = pagesOn(segments).filter((page) => page.epoch === epoch);
  expect(new Set(present)).toEqual(new Set(disk.pages.filter((page) => page.epoch === epoch)));
  expect(new Set(opsOn(segments).map(({ id }) => id))).toEqual(everPulled);
  for (const { pages, ops } of segments) {
    expect(ops.map(({ id, h }) => [id, h])).toEqual(pages.flatMap(({ list }) => list.map(([, id, h]) => [id, h])));
    pages.forEach((page, at) => expect(page.fromSeq).toBe(pages[at - 1]?.toSeq ?? page.fromSeq));
  }
  for (const [scope, cursor] of cursors) {
    const stored = segments.filter((segment) => segment.scope === scope).flatMap(({ pages }) => pages.filter((page) => page.epoch === epoch).flatMap(({ list }) => list.map(([seq]) => seq)));
    expect(stored.sort((a, b) => a - b)).toEqual(Array.from({ length: cursor }, (_, at) => at + 1));
  }
}

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('pull' as const), scope: fc.constantFrom(VISIT_SCOPE, OTHER_SCOPE), ops: fc.integer({ min: 1, max: 3 }), chars: fc.constantFrom(10, 10, 10, 90_000) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('tidy' as const), crash: fc.constantFrom('before' as const, 'after' as const, undefined, undefined) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore' as const), lost: fc.integer({ min: 0, max: 4 }) }) },
);

describe('tidying the log', () => {
  test('[L15] [L2] any pages, joins, crashes and restored servers: every op, every page of this epoch and every proof is still there, and the cursor is never ahead', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const disk = aDisk(memoryLogStore());
        const everPulled = new Set<string>();
        for (const one of steps) {
          if (one.kind === 'restore') disk.restore(one.lost);
          else if (one.kind === 'tidy') {
            if (one.crash) disk.crashAt(one.crash);
            await disk.tidy();
          } else {
            disk.write(one.scope, one.ops, 'x'.repeat(one.chars));
            await disk.pull(one.scope, one.ops);
          }
          for (const op of opsOn((await disk.store.load()).segments)) everPulled.add(op.id);
          await check(disk, everPulled);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('[L15] 2,000 pulls of one op each, tidied after each, leave at most 20 rows, and the state is the same', async () => {
    const disk = aDisk(memoryLogStore());
    let rewritten = 0;
    const { replaceSegments } = disk.store;
    Object.assign(disk.store, { replaceSegments: (gone: readonly string[], by: readonly Segment[]) => { rewritten += by.reduce((sum, { ops }) => sum + ops.length, 0); return replaceSegments(gone, by); } });
    const ops: Op[] = [];
    for (let at = 0; at < 2_000; at++) {
      disk.write(VISIT_SCOPE, 1, 'una nota de largo mediano, como las de un recorrido');
      await disk.pull(VISIT_SCOPE, 1);
      if (at % 10 === 0) await disk.tidy();
    }
    await disk.tidy();
    const { segments } = await disk.store.load();
    ops.push(...opsOn(segments));
    expect(segments.length).toBeLessThanOrEqual(20);
    expect(addOps(emptyScopeState, ops).opIds.size).toBe(2_000);
    expect(pagesOn(segments)).toHaveLength(2_000);
    // Each op is written anew a few times, not at every pull.
    expect(rewritten).toBeLessThan(2_000 * 25);
  });

  test('[L15] what an earlier epoch left goes once the server has all of it again, and stays while one op is missing there', async () => {
    const disk = aDisk(memoryLogStore());
    disk.write(VISIT_SCOPE, 4, 'A');
    await disk.pull(VISIT_SCOPE, 4);
    disk.restore(1);
    await disk.pull(VISIT_SCOPE, 3);
    await disk.tidy();
    const both = await disk.store.load();
    expect(pagesOn(both.segments).map(({ epoch }) => epoch)).toEqual(['e1', 'e2']);
    disk.restore(0);
    await disk.pull(VISIT_SCOPE, 3);
    await disk.tidy();
    const left = await disk.store.load();
    expect(pagesOn(left.segments).map(({ epoch }) => epoch)).toEqual(['e1', 'e3']);
    expect(new Set(opsOn(left.segments).map(({ id }) => id)).size).toBe(4);
  });

  test('[L15] rows as earlier builds wrote them open, and are joined with newer ones', async () => {
    const db = describeDatabase(`test-${anId()}`);
    const cipher = rowCipher(await newDataKey());
    const disk = aDisk(dexieLogStore(db, cipher));
    for (let at = 0; at < 12; at++) {
      disk.write(VISIT_SCOPE, 1, `nota ${at}`);
      await disk.pull(VISIT_SCOPE, 1);
    }
    for (const { id, scope, pages, ops } of (await disk.store.load()).segments.slice(0, 6)) {
      await db.segments.put({ id, body: await cipher.seal('segments', id, { ...pages[0], id, scope, ops }) });
    }
    const before = await disk.store.load();
    await disk.tidy();
    const after = await disk.store.load();
    expect(after.segments.length).toBeLessThan(9);
    const inOrder = (segments: readonly Segment[]) => [...pagesOn(segments)].sort((a, b) => a.fromSeq - b.fromSeq);
    expect(inOrder(after.segments)).toEqual(inOrder(before.segments));
    expect(addOps(emptyScopeState, opsOn(after.segments))).toEqual(addOps(emptyScopeState, opsOn(before.segments)));
  });
});
