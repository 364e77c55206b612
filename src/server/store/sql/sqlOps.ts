import type { Kysely, Selectable } from 'kysely';
import { isScopeId, type ScopeId } from '#core/op/scope.ts';
import { REFUSALS, type BatchProof } from '#core/protocol/wire.ts';
import { OP_ROUTES, type HeldOp, type KnownOp, type OpRoute, type OpTables, type QuarantinedOp, type StoredBatch, type StoredOp, type StoredScope } from '#server/store/opTables.ts';
import { inParts } from './inParts.ts';
import type { Schema } from './schema.ts';

/** `lock`: what the database needs for `for update`; SQLite has one writer and needs nothing. */
export function sqlOps(tx: Kysely<Schema>, options: { readonly lockRows: boolean }): OpTables {
  return {
    async lockScopes(ids) {
      const rows = await inParts(ids, (part) => {
        const query = tx.selectFrom('scope').selectAll().where('id', 'in', [...part]).orderBy('id');
        return (options.lockRows ? query.forUpdate() : query).execute();
      });
      return new Map(rows.map((row) => [row.id, scopeOf(row)]));
    },
    async scopeById(id) {
      const row = await tx.selectFrom('scope').selectAll().where('id', '=', id).executeTakeFirst();
      return row && scopeOf(row);
    },
    scopes: async () => (await tx.selectFrom('scope').selectAll().orderBy('id').execute()).map(scopeOf),
    async scopesByIds(ids) {
      const rows = await inParts(ids, (part) => tx.selectFrom('scope').selectAll().where('id', 'in', [...part]).execute());
      return new Map(rows.map((row) => [row.id, scopeOf(row)]));
    },
    async addScope({ id, agency, createdBy, seq, chain }) {
      await tx.insertInto('scope').values({ id, agency, created_by: createdBy, seq, chain }).execute();
    },
    async moveHead(scope, seq, chain) {
      await tx.updateTable('scope').set({ seq, chain }).where('id', '=', scope).execute();
    },

    async knownOps(ids) {
      const stored = await inParts(ids, (part) => tx.selectFrom('op').select(['id', 'h']).where('id', 'in', [...part]).execute());
      const held = await inParts(ids, (part) => tx.selectFrom('held').select(['id', 'h']).where('id', 'in', [...part]).execute());
      return new Map<string, KnownOp>([
        ...stored.map(({ id, h }) => [id, { id, h, held: false }] as const),
        ...held.map(({ id, h }) => [id, { id, h, held: true }] as const),
      ]);
    },
    async idsByCounter(device, counters) {
      const known = new Map<number, string>();
      for (const table of ['op', 'held'] as const) {
        const rows = await inParts(counters, (part) =>
          tx.selectFrom(table).select(['n', 'id']).where('device', '=', device).where('n', 'in', [...part]).orderBy('received_at').execute());
        for (const { n, id } of rows) if (!known.has(Number(n))) known.set(Number(n), id);
      }
      return known;
    },
    async appendOps(ops) {
      await inParts(ops, async (part) => {
        await tx.insertInto('op').values(part.map((op) => ({ ...rowOf(op), seq: op.seq, chain: op.chain }))).execute();
        return [];
      });
    },
    async opsAfter(scope, seq, limit) {
      const rows = await tx.selectFrom('op').selectAll().where('scope', '=', scope).where('seq', '>', seq).orderBy('seq').limit(limit).execute();
      return rows.map(storedOpOf);
    },
    async opsOfEntity(scope, entity) {
      const rows = await tx.selectFrom('op').selectAll().where('scope', '=', scope).where('entity', '=', entity).orderBy('seq').execute();
      return rows.map(storedOpOf);
    },
    async bodiesOf(ids) {
      const found: { id: string; scope: ScopeId; body: string }[] = [];
      for (const table of ['op', 'held'] as const) {
        const rows = await inParts(ids, (part) => tx.selectFrom(table).select(['id', 'scope', 'body']).where('id', 'in', [...part]).execute());
        found.push(...rows.map(({ id, scope, body }) => ({ id, scope: scopeIdOf(scope), body })));
      }
      return found;
    },
    async replaceBodies(bodies) {
      for (const table of ['op', 'held'] as const) {
        for (const { id, body } of bodies) await tx.updateTable(table).set({ body }).where('id', '=', id).execute();
      }
    },
    async actorsIn(scopes) {
      const rows = await inParts(scopes, (part) => tx.selectFrom('op').select('actor').distinct().where('scope', 'in', [...part]).execute());
      return [...new Set(rows.map(({ actor }) => actor))].sort();
    },

    async addBatch({ id, proof, scopes }) {
      await tx.insertInto('batch').values({ id, proof: JSON.stringify(proof), scopes: JSON.stringify(scopes) })
        .onConflict((c) => c.column('id').doNothing()).execute();
    },
    async batchesByIds(ids) {
      const rows = await inParts(ids, (part) => tx.selectFrom('batch').selectAll().where('id', 'in', [...part]).execute());
      return rows.sort((a, b) => (a.id < b.id ? -1 : 1)).map(batchOf);
    },

    async holdOps(ops) {
      await inParts(ops, async (part) => {
        await tx.insertInto('held').values(part.map(rowOf)).execute();
        return [];
      });
    },
    heldOps: async () => (await tx.selectFrom('held').selectAll().orderBy('id').execute()).map(heldOpOf),
    async releaseHeld(id) {
      await tx.deleteFrom('held').where('id', '=', id).execute();
    },

    async quarantine(ops) {
      await inParts(ops, async (part) => {
        const rows = part.map(({ receivedAt: received_at, receivedFrom: received_from, ...rest }) => ({ ...rest, received_at, received_from }));
        await tx.insertInto('quarantine').values(rows).onConflict((c) => c.doNothing()).execute();
        return [];
      });
    },
    async replaceQuarantined({ id, h, reason, body }) {
      await tx.updateTable('quarantine').set({ body }).where('id', '=', id).where('h', '=', h).where('reason', '=', reason).execute();
    },
    async quarantined() {
      const rows = await tx.selectFrom('quarantine').selectAll().orderBy('id').orderBy('h').orderBy('reason').execute();
      return rows.map(quarantinedOf);
    },
    async quarantinedOp(id, h) {
      const rows = await tx.selectFrom('quarantine').selectAll().where('id', '=', id).where('h', '=', h).orderBy('reason').execute();
      return rows.map(quarantinedOf);
    },
    async leaveQuarantine(id, h) {
      await tx.deleteFrom('quarantine').where('id', '=', id).where('h', '=', h).execute();
    },
    async latestQuarantined(limit) {
      const rows = await tx.selectFrom('quarantine').selectAll().orderBy('received_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
      const { count } = await tx.selectFrom('quarantine').select((q) => q.fn.countAll().as('count')).executeTakeFirstOrThrow();
      return { ops: rows.map(quarantinedOf), count: Number(count) };
    },
    async addAlarms(alarms) {
      await inParts(alarms, async (part) => {
        const rows = part.map(({ firstId: first_id, otherId: other_id, ...rest }) => ({ ...rest, first_id, other_id }));
        await tx.insertInto('alarm').values(rows).onConflict((c) => c.doNothing()).execute();
        return [];
      });
    },
    async alarms() {
      const rows = await tx.selectFrom('alarm').selectAll().orderBy('n').orderBy('other_id').execute();
      return rows.map(({ device, n, first_id: firstId, other_id: otherId, at }) => ({ device, n: Number(n), firstId, otherId, at }));
    },
  };
}

function rowOf(op: HeldOp) {
  const { scope, id, h, entity, entityId, actor, device, n, body, batch, receivedAt, receivedFrom, via } = op;
  return { scope, id, h, entity, entity_id: entityId, actor, device, n, body, batch, received_at: receivedAt, received_from: receivedFrom, via };
}

function heldOpOf(row: Selectable<Schema['held']>): HeldOp {
  const { id, h, entity, entity_id: entityId, actor, device, n, body, batch, received_at: receivedAt, received_from: receivedFrom } = row;
  return { scope: scopeIdOf(row.scope), id, h, entity, entityId, actor, device, n: Number(n), body, batch, receivedAt, receivedFrom, via: routeOf(row.via) };
}

function storedOpOf(row: Selectable<Schema['op']>): StoredOp {
  return { ...heldOpOf(row), seq: Number(row.seq), chain: row.chain };
}

function scopeOf({ id, agency, created_by: createdBy, seq, chain }: Selectable<Schema['scope']>): StoredScope {
  return { id: scopeIdOf(id), agency, createdBy, seq: Number(seq), chain };
}

function batchOf(row: Selectable<Schema['batch']>): StoredBatch {
  const proof: BatchProof = JSON.parse(row.proof);
  const scopes: readonly string[] = JSON.parse(row.scopes);
  return { id: row.id, proof, scopes };
}

function quarantinedOf({ id, h, body, reason, field, received_at: receivedAt, received_from: receivedFrom }: Selectable<Schema['quarantine']>): QuarantinedOp {
  const known = REFUSALS.find((one) => one === reason);
  if (!known) throw new Error(`unknown refusal in the database: ${reason}`);
  return { id, h, body, reason: known, field, receivedAt, receivedFrom };
}

function routeOf(text: string): OpRoute {
  const route = OP_ROUTES.find((known) => known === text);
  if (!route) throw new Error(`unknown route in the database: ${text}`);
  return route;
}

function scopeIdOf(text: string): ScopeId {
  if (!isScopeId(text)) throw new Error(`not a scope in the database: ${text}`);
  return text;
}
