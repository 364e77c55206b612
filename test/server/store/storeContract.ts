import { describe, expect, test } from 'vitest';
import type { AuditEntry } from '#server/store/auditTable.ts';
import { FIRST_CHAIN } from '#core/op/chain.ts';
import type { Store, StoreTransaction } from '#server/store/store.ts';
import { account, AGENCY, id, invitation, op, VISIT } from '#test/server/builders/storeRows.ts';

async function withScope(tx: StoreTransaction): Promise<void> {
  await tx.people.addAccount(account(11));
  await tx.ops.addScope({ id: AGENCY, agency: id(1), createdBy: id(11), seq: 0, chain: FIRST_CHAIN });
  await tx.ops.addBatch({ id: 'b1', proof: { device: id(31), actor: id(11), hashes: [], signature: '' }, scopes: [AGENCY] });
}

/** What every store promises. Run on each implementation. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    test('a transaction that throws leaves nothing behind', async () => {
      const store = await open();
      await store.transaction(withScope);
      const failed = store.transaction(async (tx) => {
        await tx.meta.set('epoch', 'lost');
        await tx.people.addGrant({ userId: id(11), scope: AGENCY, role: 'team_leader', via: 'create-agency' });
        await tx.ops.appendOps([op(1)]);
        await tx.ops.moveHead(AGENCY, 1, 'c');
        await tx.files.putChunk(AGENCY, 'a', 0, { piece: 'p', sizeBytes: 1 });
        throw new Error('the power went');
      });
      await expect(failed).rejects.toThrow('the power went');
      await store.transaction(async (tx) => {
        expect(await tx.meta.get('epoch')).toBeUndefined();
        expect(await tx.people.grantsOf(id(11))).toEqual([]);
        expect(await tx.ops.opsAfter(AGENCY, 0, 10)).toEqual([]);
        expect((await tx.ops.scopeById(AGENCY))?.seq).toBe(0);
        expect((await tx.files.chunks(AGENCY, 'a')).size).toBe(0);
        expect((await tx.ops.knownOps([op(1).id])).size).toBe(0);
      });
      await store.close();
    });

    test('a visit’s keys come back oldest first, retired ones too, and another visit’s stay as they are', async () => {
      const store = await open();
      const key = (n: number, scope: string) => ({ scope, id: id(n), key: 'k'.repeat(43), madeAt: '2026-11-22T00:00:00.000Z', retired: false });
      await store.transaction(async (tx) => {
        for (const one of [key(2, VISIT), key(1, VISIT), key(3, AGENCY)]) await tx.visitKeys.add(one);
        await tx.visitKeys.retire(VISIT);
      });
      await store.transaction(async (tx) => {
        expect(await tx.visitKeys.keysOf(VISIT)).toEqual([{ ...key(1, VISIT), retired: true }, { ...key(2, VISIT), retired: true }]);
        expect(await tx.visitKeys.keysOf(AGENCY)).toEqual([key(3, AGENCY)]);
        await tx.people.addAccount(account(12));
        for (const n of [41, 40]) await tx.people.addDevice({ id: id(n), userId: id(12), publicKey: 'p', letter: String(n), registeredAt: '' });
        expect((await tx.people.devicesOfAll([id(12), id(99)])).map((device) => device.id)).toEqual([id(40), id(41)]);
      });
      await store.close();
    });

    test('of a form the newest revision is given, and earlier ones are not lost', async () => {
      const store = await open();
      const form = (formId: string, revision: number) => ({ id: formId, revision, form: `{"r":${revision}}`, addedAt: '2026-11-25T00:00:00.000Z' });
      await store.transaction(async (tx) => { for (const one of [form('b', 1), form('a', 2), form('a', 1), form('a', 10)]) await tx.forms.add(one); });
      await expect(store.transaction((tx) => tx.forms.add(form('a', 1)))).rejects.toThrow();
      expect(await store.transaction((tx) => tx.forms.newest())).toEqual([form('a', 10), form('b', 1)]);
      await store.close();
    });

    test('the audit log goes on from its head, is read newest first by filter, and forgets what was rolled back', async () => {
      const store = await open();
      const entry = (seq: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
        seq, at: `2026-11-2${seq}T00:00:00.000Z`, actor: id(11), device: '', ip: '::1', action: 'sign-in', subject: id(11), detail: '{"ñ":1}', chain: `c${seq}`, ...more,
      });
      const lost = store.transaction(async (tx) => {
        await tx.audit.append(entry(1));
        throw new Error('the power went');
      });
      await expect(lost).rejects.toThrow('the power went');
      const entries = [entry(1), entry(2, { actor: id(12) }), entry(3, { action: 'sign-out' })];
      await store.transaction(async (tx) => {
        expect((await tx.audit.lockHead()).seq).toBe(0);
        for (const one of entries) await tx.audit.append(one);
      });
      await store.transaction(async (tx) => {
        expect(await tx.audit.lockHead()).toMatchObject({ seq: 3, chain: 'c3' });
        expect(await tx.audit.inOrder(0, 9)).toEqual(entries);
        expect(await tx.audit.inOrder(1, 1)).toEqual([entries[1]]);
        const seqs = async (...args: Parameters<typeof tx.audit.entries>) => (await tx.audit.entries(...args)).map(({ seq }) => seq);
        expect(await seqs({}, 4, 2)).toEqual([3, 2]);
        expect(await seqs({}, 2, 9)).toEqual([1]);
        expect(await seqs({ actor: id(11) }, 9, 9)).toEqual([3, 1]);
        expect(await seqs({ action: 'sign-out' }, 9, 9)).toEqual([3]);
        expect(await seqs({ from: '2026-11-22T00:00:00.000Z', until: '2026-11-22T23:00:00.000Z' }, 9, 9)).toEqual([2]);
      });
      await store.close();
    });

    test('transactions that were begun together do not mix', async () => {
      const store = await open();
      const add = (letter: string) => store.transaction(async (tx) => {
        const before = (await tx.meta.get('epoch')) ?? '';
        await new Promise((resolve) => { setImmediate(resolve); });
        await tx.meta.set('epoch', before + letter);
      });
      await Promise.all([add('a'), add('b'), add('c')]);
      expect(await store.transaction((tx) => tx.meta.get('epoch'))).toHaveLength(3);
      await store.close();
    });

    test('ops come back whole and in order of seq, from the cursor on', async () => {
      const store = await open();
      await store.transaction(async (tx) => {
        await withScope(tx);
        const ops = Array.from({ length: 450 }, (_, i) => op(i + 1));
        await tx.ops.appendOps(ops);
        expect(await tx.ops.opsAfter(AGENCY, 0, 1_000)).toEqual(ops);
        expect((await tx.ops.opsAfter(AGENCY, 447, 2)).map(({ seq }) => seq)).toEqual([448, 449]);
        expect(await tx.ops.opsAfter(VISIT, 0, 10)).toEqual([]);
        expect((await tx.ops.knownOps(ops.map((one) => one.id))).size).toBe(450);
        expect(await tx.ops.actorsIn([AGENCY])).toEqual([id(11)]);
        expect(await tx.ops.opsOfEntity(AGENCY, 'agency')).toHaveLength(450);
        expect(await tx.ops.opsOfEntity(AGENCY, 'finding')).toEqual([]);
      });
      await store.close();
    });

    test('one op id is stored once, and one seq of a scope', async () => {
      const store = await open();
      await store.transaction(async (tx) => {
        await withScope(tx);
        await tx.ops.appendOps([op(1)]);
      });
      await expect(store.transaction((tx) => tx.ops.appendOps([op(2, { id: op(1).id })]))).rejects.toThrow();
      await expect(store.transaction((tx) => tx.ops.appendOps([op(1, { id: id(999) })]))).rejects.toThrow();
      await store.close();
    });

    test('a locked scope shows its head as last moved; an unknown one is not there', async () => {
      const store = await open();
      await store.transaction(async (tx) => {
        await withScope(tx);
        await tx.ops.moveHead(AGENCY, 7, 'abc');
        const locked = await tx.ops.lockScopes([AGENCY, VISIT]);
        expect(locked.get(AGENCY)).toEqual({ id: AGENCY, agency: id(1), createdBy: id(11), seq: 7, chain: 'abc' });
        expect(locked.has(VISIT)).toBe(false);
        expect(await tx.ops.scopesByIds([AGENCY, VISIT])).toEqual(locked);
      });
      await store.close();
    });

    test('a held op is known and its counter remembered, and it is not delivered', async () => {
      const store = await open();
      await store.transaction(async (tx) => {
        await withScope(tx);
        const { seq: _seq, chain: _chain, ...held } = op(1);
        await tx.ops.holdOps([held]);
        expect(await tx.ops.heldOps()).toEqual([held]);
        expect((await tx.ops.knownOps([held.id])).get(held.id)).toEqual({ id: held.id, h: held.h, held: true });
        expect((await tx.ops.idsByCounter(held.device, [1, 2])).get(1)).toBe(held.id);
        expect(await tx.ops.opsAfter(AGENCY, 0, 10)).toEqual([]);
        await tx.ops.releaseHeld(held.id);
        expect(await tx.ops.heldOps()).toEqual([]);
      });
      await store.close();
    });

    test('the quarantine keeps a refused op once per reason, and alarms once', async () => {
      const store = await open();
      const refused = { id: id(5), h: 'h', body: '{}', reason: 'no-grant', field: '', receivedAt: 't', receivedFrom: id(11) } as const;
      const alarm = { device: id(31), n: 1, firstId: id(5), otherId: id(6), at: 't' };
      await store.transaction(async (tx) => {
        await tx.ops.quarantine([refused]);
        await tx.ops.quarantine([{ ...refused, receivedAt: 'later' }, { ...refused, reason: 'not-allowed', field: 'code' }]);
        await tx.ops.addAlarms([alarm]);
        await tx.ops.addAlarms([{ ...alarm, at: 'later' }]);
        expect(await tx.ops.quarantined()).toEqual([refused, { ...refused, reason: 'not-allowed', field: 'code' }]);
        expect(await tx.ops.alarms()).toEqual([alarm]);
        expect(await tx.ops.quarantinedOp(refused.id, 'h')).toEqual([refused, { ...refused, reason: 'not-allowed', field: 'code' }]);
        expect(await tx.ops.quarantinedOp(refused.id, 'another')).toEqual([]);
        await tx.ops.quarantine([{ ...refused, h: 'another' }]);
        await tx.ops.leaveQuarantine(refused.id, 'h');
        expect(await tx.ops.quarantined()).toEqual([{ ...refused, h: 'another' }]);
      });
      await store.close();
    });

    test('[G2] a purge replaces the words of what was delivered, held or refused, is numbered per scope, and is forgotten when rolled back', async () => {
      const store = await open();
      const held = { ...op(9), id: id(409), n: 9 };
      const refused = { id: op(1).id, h: 'h', body: '{"op":{"set":{"text":"x"}}}', reason: 'no-grant' as const, field: '', receivedAt: '', receivedFrom: id(11) };
      await store.transaction(withScope);
      await store.transaction(async (tx) => {
        await tx.ops.appendOps([op(1), op(2)]);
        const { seq: _seq, chain: _chain, ...row } = held;
        await tx.ops.holdOps([row]);
        await tx.ops.quarantine([refused]);
      });
      const purge = (n: number, scope: typeof AGENCY = AGENCY) => ({ scope, id: id(500 + n), n, at: '2026-11-25T00:00:00.000Z' });
      const change = async (tx: StoreTransaction): Promise<void> => {
        await tx.ops.replaceBodies([{ id: op(2).id, body: '{"gone":2}' }, { id: held.id, body: '{"gone":9}' }]);
        await tx.ops.replaceQuarantined({ ...refused, body: '{}' });
        await tx.purges.add([purge(1), purge(2)]);
      };
      await expect(store.transaction(async (tx) => {
        await change(tx);
        throw new Error('the power went');
      })).rejects.toThrow('the power went');
      const ids = [op(1).id, op(2).id, held.id];
      const before = await store.transaction((tx) => tx.ops.bodiesOf(ids));
      expect(before.map((row) => row.body)).toEqual([op(1).body, op(2).body, held.body]);

      await store.transaction(change);
      await store.transaction(async (tx) => {
        expect((await tx.ops.bodiesOf(ids)).map((row) => row.body)).toEqual([op(1).body, '{"gone":2}', '{"gone":9}']);
        expect((await tx.ops.opsAfter(AGENCY, 0, 10)).map((row) => row.body)).toEqual([op(1).body, '{"gone":2}']);
        expect((await tx.ops.quarantined()).map((row) => row.body)).toEqual(['{}']);
        expect(await tx.purges.lastOf(AGENCY)).toBe(2);
        expect(await tx.purges.lastOf(VISIT)).toBe(0);
        await tx.purges.add([{ ...purge(1, VISIT), id: id(600) }]);
        expect(await tx.purges.after(AGENCY, 1, 10)).toEqual([purge(2)]);
        expect(await tx.purges.after(AGENCY, 0, 1)).toEqual([purge(1)]);
        expect(await tx.purges.purgedIds([id(501), id(777), id(600)])).toEqual(new Set([id(501), id(600)]));
        expect((await tx.purges.all()).map((one) => one.n).sort()).toEqual([1, 1, 2]);
      });
      await store.close();
    });

    test('a file that is dropped is forgotten with its chunks and with what let its scope have it, in no other scope', async () => {
      const store = await open();
      await store.transaction(async (tx) => {
        for (const scope of [AGENCY, VISIT]) {
          await tx.files.putFile({ scope, sha256: 'f', totalChunks: 1, verified: true });
          await tx.files.putChunk(scope, 'f', 0, { piece: 'p', sizeBytes: 1 });
        }
        await tx.files.addLink(AGENCY, 'f', VISIT);
        expect(await tx.files.linksTo(VISIT, 'f')).toEqual([AGENCY]);
        await tx.files.dropFile(AGENCY, 'f');
      });
      await store.transaction(async (tx) => {
        expect(await tx.files.file(AGENCY, 'f')).toBeUndefined();
        expect((await tx.files.chunks(AGENCY, 'f')).size).toBe(0);
        expect(await tx.files.linksTo(VISIT, 'f')).toEqual([]);
        expect((await tx.files.chunks(VISIT, 'f')).size).toBe(1);
      });
      await store.close();
    });

    test('a batch stays as it came first', async () => {
      const store = await open();
      await store.transaction(async (tx) => {
        const proof = { device: id(31), actor: id(11), hashes: ['a'], signature: 'first' };
        await tx.ops.addBatch({ id: 'b', proof, scopes: [AGENCY] });
        await tx.ops.addBatch({ id: 'b', proof: { ...proof, signature: 'second' }, scopes: [VISIT] });
        expect(await tx.ops.batchesByIds(['b', 'none'])).toEqual([{ id: 'b', proof, scopes: [AGENCY] }]);
      });
      await store.close();
    });

    test('replacing what one command gave leaves what another gave', async () => {
      const store = await open();
      await store.transaction(async (tx) => {
        await withScope(tx);
        const grant = { userId: id(11), scope: AGENCY, role: 'team_leader' } as const;
        await tx.people.addGrant({ ...grant, via: 'create-agency' });
        await tx.people.addGrant({ ...grant, via: `visit:${id(2)}` });
        await tx.people.addGrant({ ...grant, via: `visit:${id(2)}` });
        expect(await tx.people.grantsOf(id(11))).toHaveLength(2);
        await tx.people.removeGrantsVia(`visit:${id(2)}`);
        expect(await tx.people.grantsIn(AGENCY)).toEqual([{ ...grant, via: 'create-agency' }]);
      });
      await store.close();
    });

    test('e-mails and spoken codes are unique in the installation', async () => {
      const store = await open();
      await store.transaction((tx) => tx.people.addAccount(account(11, { demo: true })));
      expect(await store.transaction((tx) => tx.people.accountByEmail('p11@example.org'))).toEqual(account(11, { demo: true }));
      await expect(store.transaction((tx) => tx.people.addAccount(account(12, { email: 'p11@example.org' })))).rejects.toThrow();
      await expect(store.transaction((tx) => tx.people.addAccount(account(12, { code: 'P11' })))).rejects.toThrow();
      expect(await store.transaction((tx) => tx.people.accounts())).toHaveLength(1);
      await store.close();
    });

    test('sessions end when they expire or are deleted', async () => {
      const store = await open();
      await store.transaction(async (tx) => {
        await tx.people.addAccount(account(11));
        for (const [tokenHash, expiresAtMs] of [['a', 10], ['b', 20_000_000_000_000], ['c', 30]] as const) {
          await tx.people.addSession({ tokenHash, userId: id(11), expiresAtMs, startedAt: '2026-11-22T00:00:00.000Z', device: '' });
        }
        await tx.people.extendSession('c', 40);
        await tx.people.deleteSessionsBefore(30);
        expect(await tx.people.sessionByHash('a')).toBeUndefined();
        expect((await tx.people.sessionByHash('b'))?.expiresAtMs).toBe(20_000_000_000_000);
        expect((await tx.people.sessionByHash('c'))?.expiresAtMs).toBe(40);
        await tx.people.deleteSession('c');
        expect(await tx.people.sessionByHash('c')).toBeUndefined();
      });
      await store.close();
    });

    test('a session is bound to a device, an account is closed and opened again, and a grant is taken back alone', async () => {
      const store = await open();
      await store.transaction(async (tx) => {
        await withScope(tx);
        const session = { tokenHash: 'a', userId: id(11), expiresAtMs: 10, startedAt: '2026-11-22T00:00:00.000Z', device: '' };
        await tx.people.addSession(session);
        await tx.people.bindSession('a', id(31));
        expect(await tx.people.sessions()).toEqual([{ ...session, device: id(31) }]);

        const closed = account(11, { name: 'Otra', email: 'otra@example.org', role: 'observer', disabledAt: '2026-11-23T00:00:00.000Z' });
        await tx.people.updateAccount({ ...closed, code: 'never', signInHash: 'never' });
        expect(await tx.people.accountById(id(11))).toEqual(closed);
        const { disabledAt: _, ...opened } = closed;
        await tx.people.updateAccount(opened);
        expect(await tx.people.accountByEmail('otra@example.org')).toEqual(opened);

        const grant = { userId: id(11), scope: AGENCY, role: 'regional_manager', via: 'set-region' } as const;
        await tx.people.addGrant(grant);
        await tx.people.addGrant({ ...grant, role: 'agency_reader', via: 'name-reader' });
        await tx.people.removeGrant(grant);
        expect(await tx.people.grantsIn(AGENCY)).toEqual([{ ...grant, role: 'agency_reader', via: 'name-reader' }]);
        expect((await tx.ops.scopes()).map((scope) => scope.id)).toEqual([AGENCY]);
      });
      await store.transaction((tx) => tx.people.addAccount(account(12)));
      await expect(store.transaction((tx) => tx.people.updateAccount(account(12, { email: 'otra@example.org' })))).rejects.toThrow();
      await store.close();
    });

    test('what is known of a device is replaced whole, and is nothing at first', async () => {
      const store = await open();
      await store.transaction(async (tx) => {
        await tx.people.addAccount(account(11));
        const device = { id: id(31), userId: id(11), publicKey: 'k', letter: '', registeredAt: '2026-11-22T00:00:00.000Z' };
        await tx.people.addDevice(device);
        expect(await tx.people.devices()).toEqual([device]);
        expect(await tx.people.deviceState(id(31))).toBeUndefined();
        const state = { device: id(31), lastSeenAt: 'now', waitingOps: 3, waitingFiles: 1, waitingSince: 'then', erase: '', toldAt: '' } as const;
        await tx.people.putDeviceState(state);
        await tx.people.putDeviceState({ ...state, waitingOps: 0, erase: 'after-sending' });
        expect(await tx.people.deviceState(id(31))).toEqual({ ...state, waitingOps: 0, erase: 'after-sending' });
        expect(await tx.people.deviceStates()).toHaveLength(1);
      });
      await store.close();
    });

    test('failures are counted also for an e-mail that nobody has', async () => {
      const store = await open();
      await store.transaction(async (tx) => {
        expect(await tx.people.signInFailures('x')).toEqual({ count: 0, lastAtMs: 0 });
        await tx.people.setSignInFailures('x', { count: 1, lastAtMs: 1_800_000_000_000 });
        await tx.people.setSignInFailures('x', { count: 2, lastAtMs: 1_800_000_000_001 });
        expect(await tx.people.signInFailures('x')).toEqual({ count: 2, lastAtMs: 1_800_000_000_001 });
      });
      await store.close();
    });

    test('a device belongs to one person', async () => {
      const store = await open();
      const device = { id: id(31), userId: id(11), publicKey: 'k', letter: '', registeredAt: 't' };
      await store.transaction(async (tx) => {
        await tx.people.addAccount(account(11));
        await tx.people.addDevice(device);
        expect(await tx.people.deviceById(id(31))).toEqual(device);
        expect(await tx.people.devicesOf(id(11))).toEqual([device]);
      });
      await expect(store.transaction((tx) => tx.people.addDevice(device))).rejects.toThrow();
      await store.close();
    });

    test('an invitation is found by its hash, is open until it is used or its time is over, and there is one of a hash', async () => {
      const store = await open();
      await store.transaction(async (tx) => {
        await tx.invitations.add(invitation(1));
        await tx.invitations.add(invitation(2, { purpose: 'reset', expiresAtMs: 1_800_000_000_000 }));
        expect(await tx.invitations.byId(id(1))).toEqual(invitation(1));
        expect(await tx.invitations.byCodeHash('h2')).toEqual(invitation(2, { purpose: 'reset', expiresAtMs: 1_800_000_000_000 }));
        expect((await tx.invitations.open(1_800_000_000_000 - 1)).map((one) => one.id)).toEqual([id(2), id(1)]);
        expect((await tx.invitations.open(1_800_000_000_000)).map((one) => one.id)).toEqual([id(1)]);
        await tx.invitations.setState(id(1), 'used');
        expect(await tx.invitations.open(0)).toHaveLength(1);
        expect((await tx.invitations.byId(id(1)))?.state).toBe('used');
      });
      await expect(store.transaction((tx) => tx.invitations.add(invitation(3, { codeHash: 'h1' })))).rejects.toThrow();
      await store.close();
    });

    test('a recovery request is current until its time is over, and keeps its answer', async () => {
      const store = await open();
      const request = {
        id: id(71), userId: id(11), device: id(31), keyId: 'K7QM2XVD', sealed: '{}', answerKey: 'k', tokenHash: 't', askedAtMs: 1_800_000_000_000, expiresAtMs: 1_800_000_000_009,
        state: 'waiting', answer: '',
      } as const;
      await store.transaction(async (tx) => {
        await tx.recovery.add(request);
        expect(await tx.recovery.byId(id(71))).toEqual(request);
        expect(await tx.recovery.byId(id(72))).toBeUndefined();
        expect(await tx.recovery.current(1_800_000_000_008)).toEqual([request]);
        expect(await tx.recovery.current(1_800_000_000_009)).toEqual([]);
        await tx.recovery.setState(id(71), 'answered', '{"a":1}');
        expect(await tx.recovery.byId(id(71))).toEqual({ ...request, state: 'answered', answer: '{"a":1}' });
      });
      await expect(store.transaction((tx) => tx.recovery.add(request))).rejects.toThrow();
      await store.close();
    });

    test('a new password replaces the old one, and sessions end but the one that is kept', async () => {
      const store = await open();
      await store.transaction(async (tx) => {
        for (const n of [11, 12]) await tx.people.addAccount(account(n));
        for (const [tokenHash, n] of [['a', 11], ['b', 11], ['c', 12]] as const) await tx.people.addSession({ tokenHash, userId: id(n), expiresAtMs: 9, startedAt: '2026-11-22T00:00:00.000Z', device: '' });
        await tx.people.setSignInHash(id(11), 'new');
        expect((await tx.people.accountById(id(11)))?.signInHash).toBe('new');
        await tx.people.deleteSessionsOf(id(11), 'a');
        const left = await Promise.all(['a', 'b', 'c'].map((hash) => tx.people.sessionByHash(hash)));
        expect(left.map((one) => one?.tokenHash)).toEqual(['a', undefined, 'c']);
        await tx.people.deleteSessionsOf(id(11), undefined);
        expect(await tx.people.sessionByHash('a')).toBeUndefined();
      });
      await store.close();
    });

    test('an edition gives back its chapters byte for byte', async () => {
      const store = await open();
      const edition = { id: 'e', revision: 1, head: '{}', sourceSha256: 's', chapterByStandard: { s1: 'c1' } };
      const file = { chapter: 'c1', language: 'es', sha256: 'x', gzip: new Uint8Array([0, 255, 10]) } as const;
      await store.transaction(async (tx) => {
        await tx.editions.addEdition(edition, [file]);
        await tx.editions.addEdition({ ...edition, revision: 10 }, []);
        await tx.editions.addEdition({ ...edition, revision: 9 }, []);
        expect((await tx.editions.editions()).map(({ revision }) => revision)).toEqual([1, 9, 10]);
        expect(await tx.editions.edition('e', 1)).toEqual(edition);
        expect(await tx.editions.editionFile('e', 1, 'c1', 'es')).toEqual(file);
        expect(await tx.editions.editionFile('e', 1, 'c1', 'en')).toBeUndefined();
        expect(await tx.editions.edition('e', 2)).toBeUndefined();
      });
      await expect(store.transaction((tx) => tx.editions.addEdition(edition, []))).rejects.toThrow();
      await store.close();
    });

    test('chunks of a file are counted per scope, in order, and dropped together', async () => {
      const store = await open();
      await store.transaction(async (tx) => {
        expect(await tx.files.lockFile(AGENCY, 'f', 2)).toEqual({ scope: AGENCY, sha256: 'f', totalChunks: 2, verified: false });
        expect((await tx.files.lockFile(AGENCY, 'f', 7)).totalChunks).toBe(2);
        await tx.files.putChunk(AGENCY, 'f', 1, { piece: 'b', sizeBytes: 5 });
        await tx.files.putChunk(AGENCY, 'f', 0, { piece: 'a', sizeBytes: 9 });
        await tx.files.putChunk(AGENCY, 'f', 1, { piece: 'c', sizeBytes: 6 });
        expect([...(await tx.files.chunks(AGENCY, 'f'))]).toEqual([[0, { piece: 'a', sizeBytes: 9 }], [1, { piece: 'c', sizeBytes: 6 }]]);
        expect((await tx.files.chunks(VISIT, 'f')).size).toBe(0);
        expect([...(await tx.files.progressOf(AGENCY, ['g', 'f']))]).toEqual([['f', { verified: false, chunks: [0, 1] }]]);
        expect((await tx.files.progressOf(VISIT, ['f'])).size).toBe(0);
        await tx.files.putFile({ scope: AGENCY, sha256: 'f', totalChunks: 2, verified: true });
        expect((await tx.files.file(AGENCY, 'f'))?.verified).toBe(true);
        expect((await tx.files.lockFile(AGENCY, 'f', 2)).verified).toBe(true);
        expect(await tx.files.file(VISIT, 'f')).toBeUndefined();
        for (const [scope, sha256] of [[VISIT, 'g'], [VISIT, 'e'], [AGENCY, 'h']] as const) await tx.files.putFile({ scope, sha256, totalChunks: 1, verified: sha256 !== 'e' });
        await tx.files.putChunk(VISIT, 'e', 0, { piece: 'e', sizeBytes: 1 });
        const first = await tx.files.verifiedAfter(undefined, 2);
        expect(first.map(({ sha256 }) => sha256)).toEqual(['f', 'h']);
        expect((await tx.files.verifiedAfter(first.at(-1), 2)).map(({ sha256 }) => sha256)).toEqual(['g']);
        await tx.files.dropUnverified();
        expect([await tx.files.file(VISIT, 'e'), (await tx.files.chunks(VISIT, 'e')).size, (await tx.files.chunks(AGENCY, 'f')).size]).toEqual([undefined, 0, 2]);
        await tx.files.dropChunks(AGENCY, 'f');
        expect((await tx.files.chunks(AGENCY, 'f')).size).toBe(0);
        await tx.files.addLink(AGENCY, 'f', VISIT);
        await tx.files.addLink(AGENCY, 'f', VISIT);
        expect(await tx.files.linkedSources(AGENCY, 'f')).toEqual([VISIT]);
        expect(await tx.files.linkedSources(VISIT, 'f')).toEqual([]);
      });
      await store.close();
    });
  });
}
