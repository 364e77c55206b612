import { generateKeyPairSync, sign } from 'node:crypto';
import { hexOf } from '#core/bytes.ts';
import { newUuid } from '#core/ids.ts';
import { OP_VERSION, sealOp, type Op } from '#core/op/op.ts';
import { visitScope } from '#core/op/scope.ts';
import { packForPull, packForPush } from '#core/protocol/packOp.ts';
import { batchText, type BatchProof, type Carried, type Command, type SyncRequest } from '#core/protocol/wire.ts';
import { ALTERED, alteredRequest } from './network.ts';
import type { Prng } from './prng.ts';
import type { Who } from './steps.ts';
import type { Tablet } from './tablet.ts';
import type { World } from './world.ts';

/** Signs whatever it likes, with a key that nobody registered. */
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** One lie in the visit, in the name of whoever has that tablet, and a signature that is not theirs. */
function lieOf(world: World, { userId: actor, device }: Tablet): { readonly op: Op; readonly proof: BatchProof } {
  const op = sealOp({
    id: newUuid(world.source), v: OP_VERSION, scope: visitScope(world.visit), entity: 'observation', entityId: newUuid(world.source), set: { text: ALTERED }, base: { text: [] },
    actor, device, n: 1_000_000, lamport: 1_000, at: '2026-11-09T15:00:00.000Z', timeZone: 'America/Hermosillo', salt: hexOf(world.source.randomBytes(16)),
  });
  const signature = sign('sha256', Buffer.from(batchText([op.h])), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  return { op, proof: { device, actor, hashes: [op.h], signature } };
}

function forged(world: World, tablet: Tablet): SyncRequest {
  const { op, proof } = lieOf(world, tablet);
  return { ...NOTHING, batch: proof, ops: [packForPush(op)] };
}

/** The lie as something that is brought for its author: in a batch that they did not sign, or in a page that the server did not give. */
function carriedForgery(world: World, tablet: Tablet, kind: Carried['kind']): SyncRequest {
  const { op, proof } = lieOf(world, tablet);
  const ops = [packForPull(op)];
  const page = { epoch: 'e', scope: op.scope, fromSeq: 0, toSeq: 1, list: [[1, op.id, op.h] as [number, string, string]], mac: 'a'.repeat(64) };
  return { ...NOTHING, carried: [kind === 'batch' ? { kind, proof, ops } : { kind, page, ops }] };
}

const NOTHING: SyncRequest = { ops: [], commands: [], cursors: {}, epoch: '' };

/** Somebody sends what they must not; nothing of it may ever show. Gives what was tried. */
export async function attack(world: World, who: Who, victim: Tablet, random: Prng): Promise<string> {
  const spy = world.tablets.get('spy');
  if (!spy) throw new Error('no spy');
  const scope = visitScope(world.visit);
  const send = async (what: string, userId: string, request: SyncRequest | undefined): Promise<string> => {
    if (request === undefined) return `${what}: nothing to send yet`;
    const answer = await world.server.fromAnybody(userId, request);
    return `${what}: ${answer.ok ? answer.value.results.map((result) => (result.status === 'refused' ? result.reason : result.status)).join(' ') : answer.error.type}`;
  };
  const last = victim.lastRequest();
  const recorded = last === undefined ? undefined : (JSON.parse(last) as SyncRequest);
  switch (random.pick(['stranger', 'borrowed-session', 'replayed-elsewhere', 'altered-on-the-way', 'team-by-spy', 'all-cursors', 'carried-batch', 'carried-page'] as const)) {
    case 'stranger': return send('the spy writes into the visit', spy.userId, forged(world, spy));
    case 'borrowed-session': return send(`a stolen session of ${who}, without the tablet's key`, victim.userId, forged(world, victim));
    case 'replayed-elsewhere': return send(`the spy sends what ${who} had sent`, spy.userId, recorded);
    case 'altered-on-the-way': return send(`what ${who} had sent, with other words`, victim.userId, recorded && alteredRequest(withHashes(world, recorded), () => newUuid(world.source)));
    case 'team-by-spy': {
      const command = { type: 'set-team', agency: world.agency, visit: world.visit, leader: spy.userId, advisors: [] } satisfies Command;
      return send('the spy joins the team', spy.userId, { ...NOTHING, commands: [command] });
    }
    case 'carried-batch': return send(`the spy carries a batch of ${who} that they never signed`, spy.userId, carriedForgery(world, victim, 'batch'));
    case 'carried-page': return send(`${who} carries a page that the server never gave`, victim.userId, carriedForgery(world, victim, 'page'));
    case 'all-cursors':
      return send('the spy asks for the visit', spy.userId, { ...NOTHING, cursors: { [scope]: 0, [`agency:${world.agency}`]: 0 } });
  }
}

/** With the list of what was signed, so that the server judges every op by itself. */
function withHashes({ witness }: World, request: SyncRequest): SyncRequest {
  const { batch, ops } = request;
  return batch ? { ...request, batch: { ...batch, hashes: ops.map(({ id }) => witness.ops.get(id)?.op.h ?? '') } } : request;
}
