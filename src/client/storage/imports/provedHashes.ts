import type { BatchProof, Me } from '#core/protocol/wire.ts';
import type { Op } from '#core/op/op.ts';
import { isBatchSignedBy } from '#client/storage/keys/deviceKey.ts';

/** Says of an op whether its author's device is known here and signed it. */
export type Prover = (op: Pick<Op, 'h' | 'device' | 'actor'>) => boolean;

/** Checks the signatures of these lists by the keys of the devices that this tablet knows. One check a list, not an op. */
export async function proverOf(proofs: readonly BatchProof[], devices: Me['devices']): Promise<Prover> {
  const known = new Map((devices ?? []).map((device) => [device.id, device]));
  const signed = new Set<string>();
  const seen = new Set<string>();
  for (const { device, actor, hashes, signature } of proofs) {
    const registered = known.get(device);
    if (!registered || registered.userId !== actor || seen.has(signature)) continue;
    seen.add(signature);
    if (await isBatchSignedBy(registered.publicKey, hashes, signature)) for (const h of hashes) signed.add(nameOf({ h, device, actor }));
  }
  return (op) => signed.has(nameOf(op));
}

const nameOf = ({ h, device, actor }: Parameters<Prover>[0]): string => `${device} ${actor} ${h}`;
