import type { Command, Erase, SyncAnswer, SyncRequest } from '#core/protocol/wire.ts';
import type { Store, StoreTransaction } from '#server/store/store.ts';
import { acceptOps } from './acceptOps.ts';
import { recordCommand } from './recordCommand.ts';
import { revokedOps } from './revokedOps.ts';
import { carryOutCommand, scopesOfCommand } from './carryOutCommand.ts';
import { withoutRepeated } from './withoutRepeated.ts';
import { proveBatch } from './proveBatch.ts';
import { pullPages } from './pullPages.ts';
import { rolesOf, united, type RolesByScope } from './rolesOf.ts';

export type SyncDeps = {
  readonly store: Store;
  readonly nowMs: () => number;
  /** Kept outside the database, so that pages still prove themselves after a restore. */
  readonly macKey: Uint8Array;
};

/** Who is asking; the transport has checked it. */
export type SyncSession = {
  readonly userId: string;
  readonly device?: string | undefined;
  readonly ip?: string | undefined;
  /** The device was taken back: it is given nothing, and with `at-once` what it sends goes to the quarantine. */
  readonly erase?: Erase | undefined;
};

/**
 * One push and one pull, in one transaction: the commands, then the ops in their order, then every op of the scopes
 * that the person may read from their cursor on. What is refused goes to the quarantine whole and never blocks the
 * rest. The same request again changes nothing. Rules S1… in `PROTOCOL.md`.
 */
export async function handleSync(deps: SyncDeps, session: SyncSession, request: SyncRequest): Promise<SyncAnswer> {
  return deps.store.transaction(async (tx) => {
    const nowMs = deps.nowMs();
    const epoch = await tx.meta.get('epoch');
    if (epoch === undefined) throw new Error('the store was never set up');

    await tx.ops.lockScopes(scopesOf(request));
    const arrived = session.erase === 'at-once' ? revokedOps(request) : await proveBatch(tx, session, request);
    const rolesBefore = await rolesOf(tx, session.userId);
    if (session.erase === undefined && request.epoch === epoch && (await isAhead(tx, rolesBefore, request.cursors))) return startAnew(rolesBefore, nowMs);
    const done: Command[] = [];
    // Who was sent away lets nobody in any more.
    if (arrived.proved && session.erase === undefined) {
      for (const command of await withoutRepeated(tx, request)) if (await carryOutCommand(tx, session.userId, command)) done.push(command);
    }
    const roles = await rolesOf(tx, session.userId);
    const results = await acceptOps(tx, {
      arrived: arrived.ops, proof: arrived.proof, roles: united(rolesBefore, roles), userId: session.userId, receivedAt: new Date(nowMs).toISOString(),
    });
    const carried = new Set(results.filter(({ status }) => status === 'ok' || status === 'duplicate').map(({ id }) => id));
    for (const command of done) await recordCommand(tx, session, nowMs, command);
    if (session.erase !== undefined) {
      const scopes = session.erase === 'at-once' ? [] : scopesIn(roles);
      return { epoch, serverTimeMs: nowMs, results, scopes, pages: [], more: false, erase: session.erase };
    }
    const { pages, more } = await pullPages(tx, {
      roles, carried, epoch, macKey: deps.macKey, cursors: request.epoch === epoch ? request.cursors : {},
    });
    return {
      epoch,
      serverTimeMs: nowMs,
      results,
      scopes: scopesIn(roles),
      pages,
      more,
    };
  }, { queue: scopesOf(request) });
}

/** A tablet that holds more than there is: the database was restored from a back-up, and nobody noticed. */
async function isAhead(tx: StoreTransaction, roles: RolesByScope, cursors: SyncRequest['cursors']): Promise<boolean> {
  for (const scope of roles.keys()) {
    const cursor = Object.hasOwn(cursors, scope) ? (cursors[scope] ?? 0) : 0;
    if (cursor > 0 && cursor > ((await tx.ops.scopeById(scope))?.seq ?? 0)) return true;
  }
  return false;
}

/** No epoch at all: this tablet begins anew with its next request, and the others go on. */
const startAnew = (roles: RolesByScope, nowMs: number): SyncAnswer => ({
  epoch: '', serverTimeMs: nowMs, results: [], scopes: scopesIn(roles), pages: [], more: true,
});

const scopesIn = (roles: RolesByScope): SyncAnswer['scopes'] => [...roles].map(([scope, granted]) => ({ scope, roles: [...granted].sort() }));

function scopesOf(request: SyncRequest): readonly string[] {
  return [...new Set([...request.ops.map((op) => op.scope), ...request.commands.flatMap(scopesOfCommand)])].sort();
}
