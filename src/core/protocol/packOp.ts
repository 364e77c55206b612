import { digestOfSet, hashOfOp, isPurged, type Op } from '#core/op/op.ts';
import type { PulledOp, PushedOp } from './packedOp.ts';

/** Leaves out what a batch says once and what can be recomputed: about 170 incompressible bytes an op. */
export function packForPush(op: Op): PushedOp {
  const { device: _device, actor: _actor, d: _d, h: _h, base, saw, ...rest } = op;
  return { ...rest, set: { ...op.set }, base: mutable(base), ...(saw === undefined ? {} : { saw: [...saw] }) };
}

/** Of a purged op the digest travels too: there is nothing left to make it of. */
export function packForPull(op: Op): PulledOp {
  return { ...packForPush(op), scope: op.scope, device: op.device, actor: op.actor, ...(isPurged(op) ? { d: op.d } : {}) };
}

/** Rebuilds an op with its hashes recomputed from what it says; the caller compares `h` with the proof. */
export function unpackOp<S extends string>(packed: Omit<PulledOp, 'scope'> & { scope: S }): Omit<Op, 'scope'> & { readonly scope: S } {
  const { saw, skewMs, d, ...rest } = packed;
  const bare = {
    ...rest,
    ...(saw === undefined ? {} : { saw }),
    ...(skewMs === undefined ? {} : { skewMs }),
    d: packed.salt === '' && d !== undefined ? d : digestOfSet(packed.salt, packed.set),
  };
  return { ...bare, h: hashOfOp(bare) };
}

function mutable(base: Op['base']): Record<string, string[]> {
  return Object.fromEntries(Object.entries(base).map(([field, ids]) => [field, [...ids]]));
}
