import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { OP_VERSION, sealOp } from '#core/op/op.ts';
import { canonicalJson, type Json } from '#core/json.ts';
import { packForPull, packForPush, unpackOp, unpackWithBody } from '#core/protocol/packOp.ts';
import { batchText, MAX_OPS_PER_PUSH, pageText, syncAnswer, syncRequest, type SyncRequest } from '#core/protocol/wire.ts';
import { aHistory } from '#test/builders/aHistory.ts';
import { AGENCY, anId, anOp, DEVICE, LUCIA, MARTA, VISIT, VISIT_SCOPE } from '#test/builders/opBuilder.ts';

const accepts = (body: unknown): boolean => v.safeParse(syncRequest, body).success;
const op = anOp({ saw: [anId()], skewMs: -1200 });
const request: SyncRequest = {
  batch: { device: DEVICE, actor: MARTA, hashes: [op.h], signature: 'c2ln' }, ops: [packForPush(op)], commands: [], cursors: { [VISIT_SCOPE]: 7 }, epoch: '',
};
const withOp = (over: Readonly<Record<string, unknown>>): unknown => ({ ...request, ops: [{ ...packForPush(op), ...over }] });
const without = (field: string): unknown => ({ ...request, ops: [Object.fromEntries(Object.entries(packForPush(op)).filter(([name]) => name !== field))] });
const withCommand = (...commands: readonly unknown[]): unknown => ({ ...request, commands });

describe('a sync request', () => {
  test('[O5] whatever a tablet packs is accepted and read as the same ops', () => {
    fc.assert(
      fc.property(aHistory(), (ops) => {
        const body: unknown = JSON.parse(JSON.stringify({ ...request, batch: { ...request.batch, hashes: ops.map((one) => one.h) }, ops: ops.map(packForPush) }));
        const read = v.parse(syncRequest, body);
        expect(read.ops.map((packed) => unpackOp({ ...packed, scope: VISIT_SCOPE, device: DEVICE, actor: MARTA }).d)).toEqual(ops.map((one) => one.d));
      }),
    );
  });

  test('[O3] [O5] what is stored of an op is the canonical text of what its page says', () => {
    fc.assert(
      fc.property(aHistory(), (ops) => {
        for (const one of ops) {
          const packed = packForPull(sealOp({ ...one, saw: [anId()] }));
          const text = canonicalJson(JSON.parse(JSON.stringify(packed)) as Json);
          expect(unpackWithBody(packed)).toEqual({ op: sealOp({ ...one, saw: packed.saw ?? [] }), body: text });
        }
      }),
    );
  });

  test('[O5] any value that a newer build may write passes unharmed', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        const set = { future: JSON.parse(text) as Json };
        const sealed = anOp({ set, base: {} });
        const read = v.parse(syncRequest, { ...request, ops: [packForPush(sealed)] });
        expect(canonicalJson(read.ops[0]?.set ?? {})).toBe(canonicalJson(set));
      }),
    );
  });

  test('[O5] a key that JavaScript gives a meaning of its own passes too', () => {
    const set = { future: JSON.parse('{"__proto__":1,"constructor":{"prototype":[2]}}') as Json };
    expect(canonicalJson(v.parse(syncRequest, withOp({ set })).ops[0]?.set ?? {})).toBe(canonicalJson(set));
  });

  test('[S30] a batch without its hashes is a batch too', () => {
    expect(accepts({ ...request, batch: { device: DEVICE, actor: MARTA, signature: 'c2ln' } })).toBe(true);
  });

  test('what is carried, kept and waiting may be said, and is left out by who has none', () => {
    const page = { epoch: 'e1', scope: VISIT_SCOPE, fromSeq: 0, toSeq: 1, list: [[1, op.id, op.h]], mac: op.h };
    const more = {
      carried: [{ kind: 'batch', proof: { device: DEVICE, actor: MARTA, hashes: [op.h], signature: 'c2ln' }, ops: [packForPull(op)] }, { kind: 'page', page, ops: [packForPull(op)] }],
      homes: [{ scope: VISIT_SCOPE, agency: AGENCY, createdBy: MARTA, mac: op.h }],
      kept: [{ command: { type: 'create-agency', agency: AGENCY }, op: op.id, lamport: 3 }],
      purges: { [VISIT_SCOPE]: 2 }, waiting: { ops: 3, files: 1, oldestAt: op.at },
    };
    expect(accepts({ ...request, ...more })).toBe(true);
    expect(accepts({ ...request, ...more, carried: [{ kind: 'page', page, ops: [packForPush(op)] }] })).toBe(false);
    expect(accepts({ ...request, ...more, carried: [{ kind: 'word of honour', ops: [] }] })).toBe(false);
  });

  test('[O1] a member that only a newer build knows passes with a newer op, is hashed with it, and is refused in an op of this version', () => {
    const newer = { ...packForPush(op), v: OP_VERSION + 1, weather: { rain: true } };
    const [read] = v.parse(syncRequest, { ...request, ops: [newer] }).ops;
    expect(read).toEqual(newer);
    const hashed = (member: Json) => unpackOp(Object.assign(packForPull(op), { v: OP_VERSION + 1, weather: member })).h;
    expect(hashed({ rain: true })).not.toBe(hashed({ rain: false }));
    expect(accepts(withOp({ weather: 1 }))).toBe(false);
    expect(accepts(withOp({ v: OP_VERSION + 1, seq: 1 }))).toBe(false);
  });

  test('nothing to push is a request too', () => {
    expect(accepts({ ops: [], commands: [], cursors: {}, epoch: 'e1' })).toBe(true);
  });

  test('an op of a newer version, entity or field is let through, to be held', () => {
    expect(accepts(withOp({ v: 99, entity: 'drone', set: { height: 3, 'a.b': null } }))).toBe(true);
  });

  test.each([
    ['a key that nobody agreed on', { ...request, admin: true }],
    ['such a key in an op', withOp({ seq: 4 })],
    ['an author inside an op', withOp({ actor: LUCIA })],
    ['such a key in the proof', { ...request, batch: { ...request.batch, admin: true } }],
    ['an id that is no UUID', withOp({ id: 'x' })],
    ['an id in capitals', withOp({ id: anId().toUpperCase() })],
    ['a base that is no UUID', withOp({ base: { text: ['x'] } })],
    ['a saw that is no UUID', withOp({ saw: [''] })],
    ['NaN in a field', withOp({ set: { width: Number.NaN } })],
    ['infinity in a field', withOp({ set: { width: Number.POSITIVE_INFINITY } })],
    ['NaN deep inside', withOp({ set: { x: [{ y: Number.NaN }] } })],
    ['a field nested without end', withOp({ set: { x: JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)) as Json } })],
    ['undefined in a field', withOp({ set: { x: undefined } })],
    ['NaN for a counter', withOp({ n: Number.NaN })],
    ['a counter of zero', withOp({ n: 0 })],
    ['half a lamport', withOp({ lamport: 1.5 })],
    ['a lamport beyond counting', withOp({ lamport: 2 ** 53 })],
    ['a version of zero', withOp({ v: 0 })],
    ['a time that is none', withOp({ at: 'ayer' })],
    ['a salt of another length', withOp({ salt: '00' })],
    ['an empty entity', withOp({ entity: '' })],
    ['a key that has no end', withOp({ entityId: 'a'.repeat(401) })],
    ['NaN for a cursor', { ...request, cursors: { [VISIT_SCOPE]: Number.NaN } }],
    ['a cursor below zero', { ...request, cursors: { [VISIT_SCOPE]: -1 } }],
    ['a hash that is none', { ...request, batch: { ...request.batch, hashes: ['x'] } }],
    ['no epoch', { ops: [], commands: [], cursors: {} }],
    ['too many ops', { ...request, ops: Array.from({ length: MAX_OPS_PER_PUSH + 1 }, () => packForPush(op)) }],
    ['no body', null],
  ])('with %s is refused', (_what, body) => {
    expect(accepts(body)).toBe(false);
  });

  test.each(['id', 'v', 'scope', 'entity', 'entityId', 'set', 'base', 'n', 'lamport', 'at', 'timeZone', 'salt'])('with an op that lacks %s is refused', (field) => {
    expect(accepts(without(field))).toBe(false);
  });

  test('carries the three commands that give grants, and no other', () => {
    const team = { type: 'set-team', agency: AGENCY, visit: VISIT, leader: LUCIA, advisors: [MARTA] };
    expect(accepts(withCommand({ type: 'create-agency', agency: AGENCY }, team, { type: 'name-manager', agency: AGENCY, user: MARTA }))).toBe(true);
    for (const wrong of [{ type: 'grant', user: MARTA }, { ...team, role: 'admin' }, { ...team, leader: 'x' }, { ...team, advisors: Array.from({ length: 21 }, () => MARTA) }]) {
      expect(accepts(withCommand(wrong))).toBe(false);
    }
  });
});

describe('what is signed', () => {
  test('names every hash in its place', () => {
    expect(batchText(['a', 'b'])).toBe('cotejo-batch-1\na\nb');
    expect(batchText(['a', 'b'])).not.toBe(batchText(['b', 'a']));
  });

  test('a page’s text changes with the epoch, the scope, the range, a place, an id and a hash', () => {
    const page = { scope: VISIT_SCOPE, fromSeq: 0, toSeq: 1, list: [[1, op.id, op.h] as [number, string, string]] };
    const texts = [
      pageText('e', page), pageText('f', page), pageText('e', { ...page, scope: `agency:${VISIT}` }), pageText('e', { ...page, fromSeq: 1 }),
      pageText('e', { ...page, toSeq: 2 }), pageText('e', { ...page, list: [[2, op.id, op.h]] }), pageText('e', { ...page, list: [[1, DEVICE, op.h]] }),
      pageText('e', { ...page, list: [[1, op.id, op.d]] }), pageText('e', { ...page, list: [] }),
    ];
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('a sync answer', () => {
  const answer = {
    epoch: 'e', serverTimeMs: 1, more: false, scopes: [{ scope: VISIT_SCOPE, roles: ['team_leader'] }],
    results: [{ id: op.id, status: 'refused', reason: 'not-allowed', field: 'statement' }],
    pages: [{ scope: VISIT_SCOPE, fromSeq: 0, toSeq: 1, list: [[1, op.id, op.h]], ops: [packForPull(op)], proofs: [], mac: 'a'.repeat(64) }],
  };

  test('[O5] brings the op back as it was sealed', () => {
    const [page] = v.parse(syncAnswer, JSON.parse(JSON.stringify(answer))).pages;
    expect(page?.ops.map(unpackOp)).toEqual([op]);
  });

  test('[O2] brings a purged op with the digest of what it said, so that its hash can still be checked', () => {
    const purged = { ...packForPull(op), set: {}, salt: '', d: op.d };
    const [page] = v.parse(syncAnswer, { ...answer, pages: [{ ...answer.pages[0], ops: [purged] }] }).pages;
    expect(page?.ops.map((one) => unpackOp(one).h)).toEqual([op.h]);
    expect(v.safeParse(syncAnswer, { ...answer, pages: [{ ...answer.pages[0], ops: [{ ...packForPull(op), d: op.d }] }] }).success).toBe(false);
  });

  test('says how much each scope has, which purges there were, and what is to be erased', () => {
    const more = {
      scopes: [{ scope: VISIT_SCOPE, roles: ['team_leader'], count: 1, chain: op.h, home: { scope: VISIT_SCOPE, agency: AGENCY, createdBy: MARTA, mac: op.h } }],
      results: [{ id: op.id, status: 'purged' }], carriedResults: [{ id: op.id, status: 'duplicate' }],
      purged: [{ scope: VISIT_SCOPE, n: 1, ids: [op.id] }], erase: 'at-once',
    };
    expect(v.parse(syncAnswer, { ...answer, ...more })).toMatchObject(more);
  });

  test('of a newer server is still read, and one with a page of no scope is not', () => {
    expect(v.safeParse(syncAnswer, { ...answer, hint: 'x' }).success).toBe(true);
    expect(v.safeParse(syncAnswer, { ...answer, pages: [{ ...answer.pages[0], scope: 'visit:1' }] }).success).toBe(false);
  });
});
