import { canonicalJson } from '#core/json.ts';
import { isIntact, isPurged, type Op } from '#core/op/op.ts';
import { agencyScope, visitScope, type ScopeId } from '#core/op/scope.ts';
import { deletionOf, type ScopeState } from '#core/op/scopeState.ts';
import { chainAfter, FIRST_CHAIN } from '#core/op/chain.ts';
import type { StoredOp } from '#server/store/opTables.ts';
import { readOpBody } from '#server/sync/opBody.ts';
import { NEWER_FIELD, SECRET, SECRET_2 } from './acts.ts';
import { mustHold } from './broken.ts';
import { ALTERED } from './network.ts';
import { checkAgainstAuthors } from './oracle.ts';
import type { Who } from './steps.ts';
import type { Tablet } from './tablet.ts';
import type { World } from './world.ts';

/** What the server has, read once all is still. */
type AtServer = {
  readonly logs: ReadonlyMap<ScopeId, readonly StoredOp[]>;
  readonly held: ReadonlySet<string>;
  readonly quarantined: ReadonlySet<string>;
  readonly alarms: number;
  readonly grants: ReadonlyMap<string, ReadonlySet<string>>;
};

/** The questions at the end of a run; each names the invariant that it asks for. */
export async function checkAll(world: World): Promise<void> {
  const server = await readServer(world);
  checkServer(world, server);
  for (const [who, tablet] of world.tablets) {
    checkForeign(world, who, tablet, server);
    if (world.lost.has(who)) continue;
    tablet.disk.check();
    checkReplica(world, who, tablet, server);
    checkErased(who, tablet, world.witness.purged);
    await checkRebuild(who, tablet);
  }
  checkAuthored(world, server);
  checkTeam(world, server);
  const named = (server.logs.get(agencyScope(world.agency)) ?? []).map((row) => world.witness.ops.get(row.id)?.op).flatMap((op) => (op ? [...Object.values(op.base).flat(), ...(op.saw ?? [])] : []));
  const inAgency = new Set(server.logs.get(agencyScope(world.agency))?.map(({ id }) => id));
  for (const id of named) {
    const elsewhere = world.witness.ops.get(id)?.op.scope !== agencyScope(world.agency);
    mustHold('foreign', inAgency.has(id) || !elsewhere, () => `[F2] an op in the agency names ${id}, which the agency does not have`);
  }
}

const scopesOf = ({ agency, visit, agency2, visit2 }: World): readonly ScopeId[] => [agencyScope(agency), visitScope(visit), agencyScope(agency2), visitScope(visit2)];

async function readServer(world: World): Promise<AtServer> {
  return world.store.transaction(async (tx) => {
    const logs = new Map<ScopeId, readonly StoredOp[]>();
    for (const scope of scopesOf(world)) logs.set(scope, await tx.ops.opsAfter(scope, 0, 100_000));
    const grants = new Map<string, ReadonlySet<string>>();
    for (const { userId } of world.tablets.values()) grants.set(userId, new Set((await tx.people.grantsOf(userId)).map(({ scope }) => scope)));
    return {
      logs, grants, held: new Set((await tx.ops.heldOps()).map(({ id }) => id)),
      quarantined: new Set((await tx.ops.quarantined()).map(({ id }) => id)), alarms: (await tx.ops.alarms()).length,
    };
  });
}

function checkServer(world: World, { logs, alarms, held }: AtServer): void {
  const everywhere = [...logs.values()].flat();
  mustHold('once', new Set(everywhere.map(({ id }) => id)).size === everywhere.length, () => 'an op is on the server twice');
  mustHold('once', world.tablets.has('clone') || alarms === 0, () => `${alarms} counters were used twice, and no tablet was copied`);
  for (const [scope, rows] of logs) {
    let chain = FIRST_CHAIN;
    rows.forEach((row, index) => {
      chain = chainAfter(chain, row.h);
      mustHold('chain', row.seq === index + 1 && row.chain === chain, () => `seq ${row.seq} of ${scope}`);
      const written = world.witness.ops.get(row.id)?.op;
      mustHold('words', written !== undefined, () => `the server has an op of ${scope} that nobody wrote: ${row.body}`);
      mustHold('words', written?.h === row.h && written.actor === row.actor && written.device === row.device && !row.body.includes(ALTERED), () => `op ${row.id} of ${row.actor} is not what was written`);
      mustHold('newer', !row.body.includes(NEWER_FIELD), () => `${row.id} has a field that this build does not know`);
      const isErased = Object.keys(readOpBody(row.body).set).length === 0;
      mustHold('purged', world.witness.purged.has(row.id) === isErased, () => `${row.id} is ${isErased ? 'erased' : 'still readable'} on the server`);
      mustHold('once', !held.has(row.id), () => `${row.id} is held and delivered`);
    });
  }
}

/** An op that its author's disk had is on the server, or is in the tray of its author and in the quarantine. */
function checkAuthored({ witness, tablets, lost, restored }: World, { logs, held, quarantined }: AtServer): void {
  const onServer = new Set([...logs.values()].flatMap((rows) => rows.map(({ id }) => id)));
  for (const [id, { by, op }] of witness.ops) {
    if (onServer.has(id) || held.has(id) || witness.purged.has(id)) continue;
    const who = by as Who;
    if (lost.has(who)) continue;
    const inTray = tablets.get(who)?.replica().refused().some((item) => item.op.id === id) ?? false;
    mustHold('missing', inTray, () => `${by} wrote ${id} (${op.entity}), and it is neither on the server nor in the tray`);
    // A restored server may have forgotten that it refused it.
    mustHold('missing', restored() || quarantined.has(id), () => `${by} wrote ${id} (${op.entity}), which is in the tray and not in the quarantine`);
  }
}

/** The card says who is on the team, and was written together with the command that set it. */
function checkTeam({ witness, tablets, visit, restored }: World, { grants }: AtServer): void {
  const ines = tablets.get('ines');
  // A restored server has the cards again, and not the commands yet.
  if (!ines || restored()) return;
  const cards = [...witness.ops.values()].filter(({ by, op }) => by === 'marta' && op.entity === 'visit' && Object.hasOwn(op.set, `member.${ines.userId}`));
  const last = cards.map(({ op }) => op).sort((a, b) => a.n - b.n).at(-1);
  const on = last?.set[`member.${ines.userId}`] === true;
  mustHold('team', grants.get(ines.userId)?.has(visitScope(visit)) === on, () => `ines is ${on ? '' : 'not '}on the team, and the server thinks otherwise`);
}

function checkReplica(world: World, who: Who, tablet: Tablet, { logs, grants, held }: AtServer): void {
  const replica = tablet.replica();
  const granted = grants.get(tablet.userId) ?? new Set();
  const heldHere = new Set([...replica.held().map(({ id }) => id), ...held]);
  for (const [scope, rows] of logs) {
    if (!granted.has(scope)) continue;
    const state = replica.state(scope);
    const missing = rows.filter(({ id }) => !state.opIds.has(id));
    mustHold('equal', missing.length === 0, () => `${who} lacks ${missing.length} ops of ${scope} that the server has`);
    const here = new Set(rows.map(({ id }) => id));
    const more = [...state.opIds].filter((id) => !here.has(id) && !heldHere.has(id) && !world.witness.purged.has(id));
    mustHold('equal', more.length === 0, () => `${who} has ${more.length} ops of ${scope} that the server lacks: ${more.join(' ')}`);
  }
  for (const scope of replica.scopes().keys()) {
    const state = replica.state(scope);
    const ops = [...state.opIds].map((id) => world.witness.ops.get(id)?.op).filter((op): op is Op => op !== undefined);
    mustHold('words', ops.length === state.opIds.size, () => `${who} shows an op that nobody wrote`);
    const gone = new Set<string>();
    for (const entity of state.entities.values()) {
      for (const op of entity.ops) {
        const written = world.witness.ops.get(op.id)?.op;
        if (isPurged(op)) gone.add(op.id);
        mustHold('purged', world.witness.purged.has(op.id) === isPurged(op), () => `${op.id} is ${isPurged(op) ? 'erased' : 'still readable'} with ${who}`);
        mustHold('words', written?.h === op.h && isIntact(op) && !canonicalJson(op.set).includes(ALTERED), () => `${who} shows ${op.id} as nobody wrote it`);
      }
    }
    checkAgainstAuthors(who, state, ops, gone, world.witness);
  }
}

/** Also what no screen shows any more: the disk is copied by whoever steals it. */
function checkErased(who: Who, tablet: Tablet, purged: ReadonlySet<string>): void {
  if (purged.size === 0) return;
  const { outbox, segments, refused, held, imports = [] } = tablet.disk.copy();
  const ops = [...segments.flatMap((row) => row.ops), ...[...outbox, ...refused].map(({ op }) => op), ...held, ...imports.flatMap((row) => row.ops)];
  for (const op of ops) mustHold('purged', !purged.has(op.id) || isPurged(op), () => `${who} still has the words of ${op.id} on the disk`);
}

async function checkRebuild(who: Who, tablet: Tablet): Promise<void> {
  const rebuilt = await tablet.rebuilt();
  for (const scope of tablet.replica().scopes().keys()) {
    mustHold('rebuild', plain(rebuilt.state(scope)) === plain(tablet.replica().state(scope)), () => `${who}: a rebuild of ${scope} differs`);
  }
}

const MAY_HOLD: Readonly<Record<Who, 1 | 2>> = { marta: 1, dale: 1, ines: 1, clone: 1, lucia: 1, nora: 2, spy: 2 };
const TOKEN = /[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}/g;

/** No id, no hash and no word of another agency; nor, for a manager, of the visit. */
function checkForeign(world: World, who: Who, tablet: Tablet, { logs }: AtServer): void {
  const isManager = who === 'lucia' || who === 'spy';
  const first = MAY_HOLD[who] === 1;
  const foreign = new Set<string>();
  const [agency, visit] = first ? [world.agency, world.visit] : [world.agency2, world.visit2];
  for (const [scope, rows] of logs) {
    if (scope === agencyScope(agency) || (scope === visitScope(visit) && !isManager)) continue;
    for (const { id, h } of rows) foreign.add(id).add(h);
  }
  foreign.add(first ? world.agency2 : world.agency).add(first ? world.visit2 : world.visit);
  const words = [first ? SECRET_2 : SECRET, ...(isManager ? [SECRET, SECRET_2, 'entrevista', '"harm"', '"interview"', '"rating"', '"publication"'] : [])];
  for (const answer of tablet.received) {
    for (const [token] of answer.matchAll(TOKEN)) mustHold('foreign', !foreign.has(token), () => `${who} received ${token}`);
    for (const word of words) mustHold('foreign', !answer.includes(word), () => `${who} received ${word}`);
  }
  mustHold('foreign', tablet.received.length === 0 || tablet.received.some((answer) => answer.includes(agency)), () => `the positive control is not found with ${who}`);
}

function plain(state: ScopeState): string {
  return canonicalJson(
    [...state.entities]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entity]) => [
        key, deletionOf(entity), entity.ops.map((op) => op.id),
        [...entity.fields].sort(([a], [b]) => (a < b ? -1 : 1)).map(([field, { heads }]) => [field, heads.map((op) => [op.id, op.set[field] ?? null])]),
      ]),
  );
}
