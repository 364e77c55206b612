import { bytesOfHex, sha256OfSalted, sha256OfText } from '#core/bytes.ts';
import { canonicalJson, type Json } from '#core/json.ts';
import { isPurged, type Op } from '#core/op/op.ts';
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

type Packed<S extends string> = Omit<PulledOp, 'scope'> & { scope: S };
type Unpacked<S extends string> = Omit<Op, 'scope'> & { readonly scope: S };

/** Rebuilds an op with its hashes recomputed from what it says; the caller compares `h` with the proof. */
export const unpackOp = <S extends string>(packed: Packed<S>): Unpacked<S> => unpackWithBody(packed).op;

/** The same, and the text under which the op is stored: canonical JSON of all that it says, from the same pieces that were hashed. */
export function unpackWithBody<S extends string>(packed: Packed<S>): { readonly op: Unpacked<S>; readonly body: string } {
  const { saw, skewMs, d: digest, ...rest } = packed;
  const set = canonicalJson(packed.set);
  const wasPurged = packed.salt === '' && digest !== undefined;
  const d = wasPurged ? digest : sha256OfSalted(bytesOfHex(packed.salt), set);
  const bare = { ...rest, ...(saw === undefined ? {} : { saw }), ...(skewMs === undefined ? {} : { skewMs }), d };
  const members: Readonly<Record<string, Json | undefined>> = bare;
  let [body, covered] = ['', ''];
  for (const name of Object.keys(members).sort()) {
    const value = members[name];
    if (value === undefined) continue;
    const member = `${JSON.stringify(name)}:${name === 'set' ? set : canonicalJson(value)}`;
    if (name !== 'set' && name !== 'salt') covered += (covered === '' ? '' : ',') + member;
    if (name !== 'd' || wasPurged) body += (body === '' ? '' : ',') + member;
  }
  return { op: { ...bare, h: sha256OfText(`{${covered}}`) }, body: `{${body}}` };
}

function mutable(base: Op['base']): Record<string, string[]> {
  return Object.fromEntries(Object.entries(base).map(([field, ids]) => [field, [...ids]]));
}
