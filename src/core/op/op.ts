import { bytesOfHex, sha256OfSalted, sha256OfText } from '#core/bytes.ts';
import { canonicalJson, type Json } from '#core/json.ts';
import type { ScopeId } from './scope.ts';

/** The op schema that this build writes. Older ones are accepted for ever; newer ones are kept verbatim. */
export const OP_VERSION = 1;

export type FieldValues = Readonly<Record<string, Json>>;

/**
 * One immutable statement: somebody set these fields of this entity, looking at those values.
 * State is a pure function of the set of ops (`scopeState.ts`); order, route, duplicates and clocks cannot matter.
 */
export type Op = {
  /** UUIDv7 made on the device: the idempotency key. */
  readonly id: string;
  readonly v: number;
  readonly scope: ScopeId;
  readonly entity: string;
  readonly entityId: string;
  /** The fields that it writes; never defaults. */
  readonly set: FieldValues;
  /** Per field of `set`: the heads (op ids) that the author was looking at when editing began; [] = none. */
  readonly base: Readonly<Record<string, readonly string[]>>;
  /** Deleting, settling, publishing, deciding: ids, in the same scope, of every head that was looked at. */
  readonly saw?: readonly string[];
  readonly actor: string;
  readonly device: string;
  /** Contiguous counter per device, taken in the op's own transaction. */
  readonly n: number;
  /** Above every lamport that the author's tablet had seen: guards `base` against cycles, orders history; never picks a winner. */
  readonly lamport: number;
  /** For display and audit only. ISO 8601 UTC. */
  readonly at: string;
  /** IANA name of the zone that the tablet was set to. */
  readonly timeZone: string;
  /** The tablet's clock minus the server's, as last measured. */
  readonly skewMs?: number;
  /** 16 random bytes in hex, erased together with `set` at a purge. */
  readonly salt: string;
  /** Hex SHA-256(salt bytes ‖ UTF-8 of JCS(set)); stays at a purge. */
  readonly d: string;
  /** Hex SHA-256(UTF-8 of JCS(op without set, salt, h)). */
  readonly h: string;
};

/** An op before it is hashed. */
export type UnhashedOp = Omit<Op, 'd' | 'h'>;

export function digestOfSet(salt: string, set: FieldValues): string {
  return sha256OfSalted(bytesOfHex(salt), canonicalJson(set));
}

/**
 * What `h` covers: everything but `set`, `salt` and itself, so that it can still be checked after a purge. Everything: also members
 * that only a newer build knows.
 */
export function hashOfOp(op: Omit<Op, 'set' | 'salt' | 'h' | 'scope'> & { readonly scope: string }): string {
  const covered = Object.entries(op).filter(([name, member]) => !NOT_COVERED.has(name) && member !== undefined);
  return sha256OfText(canonicalJson(Object.fromEntries(covered)));
}

const NOT_COVERED: ReadonlySet<string> = new Set(['set', 'salt', 'h']);

/** Hashes an op. The only way in which the product makes one. */
export function sealOp(unhashed: UnhashedOp): Op {
  const withDigest = { ...unhashed, d: digestOfSet(unhashed.salt, unhashed.set) };
  return { ...withDigest, h: hashOfOp(withDigest) };
}

/** Whether an op's words were erased: everything but `set` and `salt` stays, so that `h` and the chain can still be checked. */
export const isPurged = ({ salt }: Pick<Op, 'salt'>): boolean => salt === '';

/** An op as a purge leaves it. */
export const purgedOp = (op: Op): Op => (isPurged(op) ? op : { ...op, set: {}, salt: '' });

/** Whether what an op says is what was hashed: false after any change of any byte. A purged op says nothing, and the rest is checked. */
export function isIntact(op: Op): boolean {
  const isSetIntact = isPurged(op) ? Object.keys(op.set).length === 0 : op.d === digestOfSet(op.salt, op.set);
  return isSetIntact && op.h === hashOfOp(op);
}

/** The key of an entity inside its scope. */
export const entityKey = (entity: string, entityId: string): string => `${entity}/${entityId}`;
