import { describe, expect, test } from 'vitest';
import { addOps, emptyScopeState } from '#core/op/scopeState.ts';
import type { LogStore, OutboxEntry, Receipt } from '#client/storage/log/logStore.ts';
import { joinSegments, type Segment } from '#client/storage/log/segment.ts';
import type { ImportRow } from '#client/storage/imports/importRow.ts';
import { agencyScope } from '#core/op/scope.ts';
import { AGENCY, anId, anOp, MARTA, VISIT_SCOPE } from '#test/builders/opBuilder.ts';

/** What every log store promises. `reopen` gives a store on the same data, as after a killed tab. */
export function logStoreContract(name: string, make: () => Promise<{ store: LogStore; reopen: () => Promise<LogStore> }>): void {
  const entry = (n: number, seal = n): OutboxEntry => ({ op: anOp({ n }), seal });
  const segment = (ops: readonly OutboxEntry[], fromSeq = 0): Segment => ({
    id: `${VISIT_SCOPE}@e1:${fromSeq}`, scope: VISIT_SCOPE, ops: ops.map(({ op }) => op),
    pages: [{
      epoch: 'e1', fromSeq, toSeq: fromSeq + ops.length, list: ops.map(({ op }, index) => [fromSeq + index + 1, op.id, op.h] as const), mac: 'm'.repeat(64), proofs: [],
    }],
  });
  const receipt = (over: Partial<Receipt>): Receipt => ({
    epoch: 'e1', segments: [], cursors: new Map(), leaveOutbox: [], backToOutbox: [], refused: [], held: [], leaveHeld: [], scopes: new Map([[VISIT_SCOPE, new Set(['team_leader'] as const)]]), ...over,
  });

  describe(`the log in ${name}`, () => {
    test('is empty at first', async () => {
      const { store } = await make();
      expect(await store.load()).toMatchObject({ counter: { n: 0, lamport: 0 }, epoch: '', outbox: [], segments: [], refused: [], held: [] });
    });

    test('[L1] keeps a seal and its counter over a killed tab', async () => {
      const { store, reopen } = await make();
      const entries = [entry(1, 1), entry(2, 1)];
      expect(await store.append(entries, { n: 2, lamport: 9 }, [])).toEqual({ ok: true, value: undefined });
      const loaded = await (await reopen()).load();
      expect(loaded.outbox).toEqual(entries);
      expect(loaded.counter).toEqual({ n: 2, lamport: 9 });
    });

    test('[L1] refuses a seal that does not follow the counter, and stores nothing of it', async () => {
      const { store, reopen } = await make();
      await expect(store.append([entry(5)], { n: 5, lamport: 1 }, [])).rejects.toThrow('does not follow');
      expect((await (await reopen()).load()).outbox).toEqual([]);
    });

    test('[L2] takes an answer whole: page, cursor, scopes, tray, and what leaves the outbox', async () => {
      const { store, reopen } = await make();
      const [one, two, three] = [entry(1), entry(2), entry(3)];
      await store.append([one, two, three], { n: 3, lamport: 3 }, []);
      const refused = { op: two.op, reason: 'no-grant' as const, field: undefined, refusedAtMs: 7 };
      await store.receive(receipt({ segments: [segment([one])], cursors: new Map([[VISIT_SCOPE, 1]]), leaveOutbox: [1, 2], refused: [refused] }));
      const loaded = await (await reopen()).load();
      expect(loaded.outbox.map(({ op }) => op.n)).toEqual([3]);
      expect(loaded.segments).toEqual([segment([one])]);
      expect([...loaded.cursors]).toEqual([[VISIT_SCOPE, 1]]);
      expect(loaded.epoch).toBe('e1');
      expect(loaded.refused).toMatchObject([{ op: two.op, reason: 'no-grant' }]);
      expect([...loaded.scopes]).toEqual([[VISIT_SCOPE, new Set(['team_leader'])]]);
    });

    test('[L5] gives back the same state after a rebuild', async () => {
      const { store, reopen } = await make();
      const entries = [entry(1), entry(2), entry(3)];
      await store.append(entries, { n: 3, lamport: 3 }, []);
      await store.receive(receipt({ segments: [segment(entries.slice(0, 2))], cursors: new Map([[VISIT_SCOPE, 2]]), leaveOutbox: [1, 2] }));
      const loaded = await (await reopen()).load();
      const rebuilt = addOps(emptyScopeState, [...loaded.segments.flatMap((one) => one.ops), ...loaded.outbox.map(({ op }) => op)]);
      expect(rebuilt).toEqual(addOps(emptyScopeState, entries.map(({ op }) => op)));
    });

    test('[L2] joined rows take the place of theirs, and only where those are still there', async () => {
      const { store, reopen } = await make();
      const [one, two, three] = [segment([entry(1)]), segment([entry(2)], 1), segment([entry(3)], 2)];
      for (const page of [one, two, three]) {
        await store.receive(receipt({ segments: [page], cursors: new Map([[VISIT_SCOPE, page.pages[0]?.toSeq ?? 0]]) }));
      }
      const joined = joinSegments(await store.readSegments([one.id, two.id]));
      expect(await store.replaceSegments([one.id, two.id], [joined])).toEqual({ ok: true, value: undefined });
      const again = await reopen();
      expect((await again.load()).segments).toHaveLength(2);
      expect(await again.readSegments([one.id])).toEqual([joined]);
      await expect(again.replaceSegments([two.id, three.id], [segment([entry(9)], 9)])).rejects.toThrow('another window');
      expect((await again.load()).segments).toHaveLength(2);
    });

    test('[H7] what came by file is there after a killed tab, shrinks with the pages that bring it, and goes with the last op', async () => {
      const { store, reopen } = await make();
      const [one, two] = [anOp(), anOp()];
      const row: ImportRow = {
        id: anId(), proof: { kind: 'batch', proof: { device: one.device, actor: one.actor, hashes: [one.h, two.h], signature: 's' } }, ops: [one, two], unproved: [two.id],
        broughtBy: one.actor, importedAtMs: 7,
      };
      await store.bringIn([row], [{ op: anOp(), reason: 'no-grant', field: undefined, refusedAtMs: 7 }]);
      expect(await (await reopen()).load()).toMatchObject({ imports: [row], refused: [{ reason: 'no-grant' }] });
      const less = { ...row, ops: [two] };
      await store.receive(receipt({ imports: { put: [less], leave: [] } }));
      expect((await (await reopen()).load()).imports).toEqual([less]);
      await store.receive(receipt({ imports: { put: [], leave: [row.id] } }));
      expect((await (await reopen()).load()).imports).toEqual([]);
    });

    test('[L20] [L22] keeps with an answer the chains, where scopes belong, and what lapsed', async () => {
      const { store, reopen } = await make();
      const chains = new Map([[VISIT_SCOPE, 'c'.repeat(64)]]);
      const homes = new Map([[VISIT_SCOPE, { scope: VISIT_SCOPE, agency: AGENCY, createdBy: MARTA, mac: 'a'.repeat(64) }]]);
      const lapsed = new Map([[agencyScope(AGENCY), new Set(['team_leader'] as const)]]);
      await store.receive(receipt({ segments: [segment([entry(1)])], cursors: new Map([[VISIT_SCOPE, 1]]), chains, homes, lapsed, repeated: false }));
      expect(await (await reopen()).load()).toMatchObject({ chains, homes, lapsed, repeated: false });
      await store.receive(receipt({ cursors: new Map([[VISIT_SCOPE, 1]]), chains, repeated: true }));
      expect(await (await reopen()).load()).toMatchObject({ chains, homes, lapsed: new Map(), repeated: true });
    });

    test('[L21] keeps every command, also when what it came with has left the outbox', async () => {
      const { store, reopen } = await make();
      const command = { type: 'create-agency' as const, agency: AGENCY };
      const first = { ...entry(1), command };
      await store.append([first], { n: 1, lamport: 1 }, []);
      await store.receive(receipt({ leaveOutbox: [1] }));
      const loaded = await (await reopen()).load();
      expect(loaded.outbox).toEqual([]);
      expect(loaded.commands).toEqual([{ command, op: first.op.id, lamport: first.op.lamport }]);
    });

    test('[L22] puts a scope that was pulled from its beginning in the place of its rows, whole', async () => {
      const { store, reopen } = await make();
      const [one, two, three] = [entry(1), entry(2), entry(3)];
      await store.receive(receipt({ segments: [segment([one])], cursors: new Map([[VISIT_SCOPE, 1]]) }));
      await store.receive(receipt({ segments: [segment([two], 1)], cursors: new Map([[VISIT_SCOPE, 2]]) }));
      const rows = [segment([one]).id, segment([two], 1).id];
      const anew = receipt({ segments: [segment([one, two, three])], cursors: new Map([[VISIT_SCOPE, 3]]), anew: { scope: VISIT_SCOPE, cursor: 2, rows } });
      await store.receive(anew);
      await store.receive(anew);
      const loaded = await (await reopen()).load();
      expect(loaded.segments).toEqual([segment([one, two, three])]);
      expect([...loaded.cursors]).toEqual([[VISIT_SCOPE, 3]]);
    });

    test('[L26] lets an op that was delivered after all leave the tray', async () => {
      const { store, reopen } = await make();
      const refused = { op: entry(2).op, reason: 'no-grant' as const, field: undefined, refusedAtMs: 7 };
      await store.receive(receipt({ refused: [refused] }));
      await store.receive(receipt({ leaveRefused: [refused.op.id] }));
      expect((await (await reopen()).load()).refused).toEqual([]);
    });

    test('the same page twice is stored once', async () => {
      const { store, reopen } = await make();
      const page = segment([entry(1)]);
      await store.receive(receipt({ segments: [page], cursors: new Map([[VISIT_SCOPE, 1]]) }));
      await store.receive(receipt({ segments: [page], cursors: new Map([[VISIT_SCOPE, 1]]) }));
      expect((await (await reopen()).load()).segments).toHaveLength(1);
    });
  });
}
