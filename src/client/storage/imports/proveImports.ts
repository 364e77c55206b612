import type { Me } from '#core/protocol/wire.ts';
import type { Replica } from '#client/storage/log/replica.ts';
import { proverOf } from './provedHashes.ts';

/** Looks again at what came by file with an unknown author, once the server has told of more devices. */
export async function proveImports(replica: Pick<Replica, 'imports' | 'prove'>, devices: Me['devices']): Promise<void> {
  const rows = replica.imports().filter((row) => row.unproved.length > 0);
  if (rows.length === 0) return;
  const isProved = await proverOf(rows.flatMap(({ proof }) => (proof.kind === 'batch' ? [proof.proof] : proof.page.proofs)), devices);
  const proved = rows.flatMap((row) => row.ops.filter((op) => row.unproved.includes(op.id) && isProved(op)).map((op) => op.id));
  // Not written now: they stay marked, and are looked at again with the next profile.
  if (proved.length > 0) await replica.prove(new Set(proved));
}
