import type { IdSource } from '#core/ids.ts';
import { newUuid } from '#core/ids.ts';
import { OP_VERSION, sealOp, type Op, type UnhashedOp } from '#core/op/op.ts';
import { visitScope } from '#core/op/scope.ts';

/** Ids and times that are the same in every run: a counter for randomness, a clock that a test may set. */
export function fixedSource(seed = 1, nowMs = Date.UTC(2026, 10, 9, 15, 0, 0)): IdSource & { setNow: (ms: number) => void } {
  let state = seed >>> 0;
  let now = nowMs;
  return {
    nowMs: () => now,
    setNow: (ms) => {
      now = ms;
    },
    randomBytes: (count) =>
      Uint8Array.from({ length: count }, () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state >>> 24;
      }),
  };
}

const source = fixedSource(7);
/** A fresh id, the same in every run of a file. */
export const anId = (): string => newUuid(source);

export const MARTA = anId();
export const DALE = anId();
export const LUCIA = anId();
export const VISIT = anId();
export const AGENCY = anId();
export const VISIT_SCOPE = visitScope(VISIT);

let n = 0;

/** The smallest valid op; `over` says what the test is about. */
export function anOp(over: Partial<UnhashedOp> = {}): Op {
  n += 1;
  return sealOp({
    id: anId(), v: OP_VERSION, scope: VISIT_SCOPE, entity: 'observation', entityId: OBSERVATION, set: { text: 'La bitácora está al día.' },
    base: { text: [] }, actor: MARTA, device: DEVICE, n, lamport: n, at: '2026-11-09T15:00:00.000Z', timeZone: 'America/Hermosillo',
    salt: '000102030405060708090a0b0c0d0e0f', ...over,
  });
}

export const DEVICE = anId();
export const OBSERVATION = anId();
