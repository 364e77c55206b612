import { OP_VERSION } from '#core/op/op.ts';
import { checkWrite } from '#core/op/permission.ts';
import { unpackOp } from '#core/protocol/packOp.ts';
import type { QuarantinedOp } from '#server/store/opTables.ts';
import type { Store } from '#server/store/store.ts';
import { appendToScopes } from './appendToScopes.ts';
import { rolesOf } from './rolesOf.ts';
import { quarantineBody, readOpBody } from './opBody.ts';
import { linkSharedFiles, maySharePhoto } from './sharedPhoto.ts';

/**
 * Judges held ops anew, in each device's order: a build that knows their fields delivers them or puts them into the
 * quarantine; what it does not know either stays held. Run when a server starts.
 */
export async function releaseHeld(store: Store, knownVersion: number = OP_VERSION): Promise<void> {
  await store.transaction(async (tx) => {
    const held = [...(await tx.ops.heldOps())].sort((a, b) => (a.device === b.device ? a.n - b.n : a.device < b.device ? -1 : 1));
    for (const row of held) {
      const op = unpackOp(readOpBody(row.body));
      const roles = await rolesOf(tx, op.actor);
      const verdict = checkWrite(op, roles.get(op.scope) ?? new Set(), knownVersion);
      if (verdict.ok && verdict.value === 'held') continue;
      await tx.ops.releaseHeld(op.id);
      if (verdict.ok && (await maySharePhoto(tx, roles, op))) {
        await appendToScopes(tx, [row]);
        await linkSharedFiles(tx, op);
        continue;
      }
      const [batch] = await tx.ops.batchesByIds([row.batch]);
      const refused: QuarantinedOp = {
        id: row.id, h: row.h, body: quarantineBody(readOpBody(row.body), { proof: batch?.proof }), receivedAt: row.receivedAt, receivedFrom: row.receivedFrom,
        reason: verdict.ok ? 'source-not-readable' : verdict.error.type,
        field: !verdict.ok && 'field' in verdict.error ? verdict.error.field : '',
      };
      await tx.ops.quarantine([refused]);
    }
  });
}
