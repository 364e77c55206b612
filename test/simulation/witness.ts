import type { Op } from '#core/op/op.ts';

/** An op as it reached its author's disk, and the ops of its scope that the author could see then. */
export type Witnessed = { readonly op: Op; readonly seen: ReadonlySet<string>; readonly by: string; readonly seal: string };

/** Knows what everybody wrote, independently of every tablet and of the server. */
export type Witness = {
  readonly ops: Map<string, Witnessed>;
  /** Ops of one seal, by the seal's name. */
  readonly seals: Map<string, readonly string[]>;
  /** Ids of ops whose words were erased for good. */
  readonly purged: Set<string>;
  /** Ids of ops that the server has said it holds. */
  readonly held: Set<string>;
  /** Of those, the ones whose author could read the scope no longer: they left that tablet, and only the server has them. */
  readonly leftWithScope: Set<string>;
};

export const aWitness = (): Witness => ({ ops: new Map(), seals: new Map(), purged: new Set(), held: new Set(), leftWithScope: new Set() });

/** Called when the disk has the ops of one seal. `seenOf`: what the tablet showed of a scope just before. */
export function noteSeal(witness: Witness, by: string, ops: readonly Op[], seenOf: (scope: Op['scope']) => ReadonlySet<string>): void {
  const seal = ops[0]?.id ?? '';
  const together = new Set<string>();
  for (const op of ops) {
    witness.ops.set(op.id, { op, seen: new Set([...seenOf(op.scope), ...together]), by, seal });
    together.add(op.id);
  }
  witness.seals.set(seal, ops.map((op) => op.id));
}
