import { randomUUID } from 'node:crypto';
import type { Command, Erase, SyncAnswer, SyncRequest } from '#core/protocol/wire.ts';
import { recordAudit } from '#server/audit/recordAudit.ts';
import type { Store, StoreTransaction } from '#server/store/store.ts';
import { acceptCarried } from './acceptCarried.ts';
import { acceptOps } from './acceptOps.ts';
import { recordCommand } from './recordCommand.ts';
import { revokedOps } from './revokedOps.ts';
import { carryOutCommand, scopesOfCommand } from './carryOutCommand.ts';
import { proveBatch } from './proveBatch.ts';
import { provesRestore } from './provesRestore.ts';
import { notHeld } from './notHeld.ts';
import { pullPages } from './pullPages.ts';
import { purgesAfter } from './purgesAfter.ts';
import { repeatCommands } from './repeatCommands.ts';
import { rolesOf, united, type RolesByScope } from './rolesOf.ts';
import { homeOf, remakeScopes } from './scopeHome.ts';
import { withoutRepeated } from './withoutRepeated.ts';

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
 * One push and one pull, in one transaction: the commands, then the ops in their order, then what is carried for others, then every op of the scopes
 * that the person may read from their cursor on. What is refused goes to the quarantine whole and never blocks the
 * rest. The same request again changes nothing. Rules S1… in `PROTOCOL.md`.
 */
export async function handleSync({ store, nowMs: clock, macKey }: SyncDeps, session: SyncSession, request: SyncRequest): Promise<SyncAnswer> {
  return store.transaction(async (tx) => {
    const nowMs = clock();
    const { userId, erase } = session;
    const { carried = [], homes = [], kept = [] } = request;

    await tx.ops.lockScopes(scopesOf(request));
    const epoch = await epochOf(tx, macKey, request, { userId, nowMs });
    const arrived = erase === 'at-once' ? revokedOps(request) : await proveBatch(tx, session, request);
    if (erase === undefined) await remakeScopes(tx, macKey, homes);
    const rolesBefore = await rolesOf(tx, userId);
    if (erase === undefined && request.epoch === epoch && (await isAhead(tx, rolesBefore, request.cursors))) {
      return startAnew(await scopesIn(tx, macKey, rolesBefore, request.cursors), nowMs);
    }
    const done: Command[] = [];
    // Who was sent away lets nobody in any more.
    if (arrived.proved && erase === undefined) {
      done.push(...(await repeatCommands(tx, userId, kept)));
      for (const command of await withoutRepeated(tx, request)) if (await carryOutCommand(tx, userId, command)) done.push(command);
    }
    const roles = await rolesOf(tx, userId);
    const { results, appended } = await acceptOps(tx, {
      arrived: arrived.ops, proof: arrived.proof, roles: united(rolesBefore, roles), userId, receivedAt: new Date(nowMs).toISOString(),
    });
    const carriedResults = carried.length === 0 ? undefined : await acceptCarried(tx, { carried, macKey, session, nowMs });
    for (const command of done) await recordCommand(tx, session, nowMs, command);
    const common = { epoch, serverTimeMs: nowMs, results, ...(carriedResults === undefined ? {} : { carriedResults }) };
    const cursors = request.epoch === epoch ? request.cursors : {};
    if (erase !== undefined) {
      return { ...common, scopes: erase === 'at-once' ? [] : await scopesIn(tx, macKey, roles, cursors), pages: [], more: false, erase };
    }
    const { pages, more } = await pullPages(tx, {
      roles, known: new Set(results.flatMap(({ id, status }) => (status === 'ok' || status === 'duplicate' ? [id] : []))), epoch, macKey, cursors, appended: carried.length === 0 ? appended : [],
    });
    const forgotten = await notHeld(tx, request);
    const purges = await purgesAfter(tx, roles, request.epoch === epoch ? (request.purges ?? {}) : {});
    return {
      ...common, scopes: await scopesIn(tx, macKey, roles, cursors), pages, more: more || purges.more,
      ...(purges.purged.length === 0 ? {} : { purged: purges.purged }),
      ...(forgotten.length === 0 ? {} : { notHeld: [...forgotten] }),
    };
  }, { queue: scopesOf(request) });
}

/** The server's epoch; a new one where the request proves that the database is a back-up, restored without anybody noticing. */
async function epochOf(tx: StoreTransaction, macKey: Uint8Array, { carried = [] }: SyncRequest, by: { readonly userId: string; readonly nowMs: number }): Promise<string> {
  const epoch = await tx.meta.get('epoch');
  if (epoch === undefined) throw new Error('the store was never set up');
  if (!(await provesRestore(tx, macKey, epoch, carried))) return epoch;
  const next = randomUUID();
  await tx.meta.set('epoch', next);
  await recordAudit(tx, { action: 'restored', subject: next, atMs: by.nowMs, actor: by.userId });
  return next;
}

/** A tablet that holds more than there is: the database was restored from a back-up, and nobody noticed. */
async function isAhead(tx: StoreTransaction, roles: RolesByScope, cursors: SyncRequest['cursors']): Promise<boolean> {
  const heads = await tx.ops.scopesByIds([...roles.keys()]);
  return [...roles.keys()].some((scope) => Object.hasOwn(cursors, scope) && (cursors[scope] ?? 0) > (heads.get(scope)?.seq ?? 0));
}

/** No epoch at all: this tablet begins anew with its next request, and the others go on. */
const startAnew = (scopes: SyncAnswer['scopes'], nowMs: number): SyncAnswer => ({ epoch: '', serverTimeMs: nowMs, results: [], scopes, pages: [], more: true });

/** Each with its head; where the tablet has nothing of it yet, with its home too. */
async function scopesIn(tx: StoreTransaction, macKey: Uint8Array, roles: RolesByScope, cursors: SyncRequest['cursors']): Promise<SyncAnswer['scopes']> {
  const stored = await tx.ops.scopesByIds([...roles.keys()]);
  return [...roles].map(([scope, granted]) => {
    const head = stored.get(scope);
    if (!head) throw new Error(`a grant on a scope that is not there: ${scope}`);
    return {
      scope, roles: [...granted].sort(), count: head.seq, chain: head.chain, ...(Object.hasOwn(cursors, scope) ? {} : { home: homeOf(macKey, head) }),
    };
  });
}

function scopesOf({ ops, commands, carried = [], homes = [], kept = [] }: SyncRequest): readonly string[] {
  return [...new Set([
    ...ops.map(({ scope }) => scope), ...carried.flatMap((one) => one.ops.map(({ scope }) => scope)), ...homes.map(({ scope }) => scope),
    ...[...commands, ...kept.map(({ command }) => command)].flatMap(scopesOfCommand),
  ])].sort();
}
