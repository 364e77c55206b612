import { generateKeyPairSync, sign } from 'node:crypto';
import { hexOf } from '#core/bytes.ts';
import { newUuid, type IdSource } from '#core/ids.ts';
import type { Change } from '#core/op/change.ts';
import { OP_VERSION, sealOp, type Op } from '#core/op/op.ts';
import { packForPush } from '#core/protocol/packOp.ts';
import { batchText, type BatchProof, type SyncRequest } from '#core/protocol/wire.ts';

/** A tablet without a screen: seals ops and signs batches as a real one does. Makes the demo; tests use it too. */
export type SigningTablet = {
  readonly userId: string;
  readonly device: string;
  /** SPKI, base64url: what is registered. */
  readonly publicKey: string;
  /** A field without `base` counts as never written before. */
  readonly seal: (change: Change, at?: string) => Op;
  readonly request: (ops: readonly Op[], more?: Partial<Pick<SyncRequest, 'commands' | 'cursors' | 'epoch'>>) => SyncRequest & { batch?: BatchProof };
};

export type SigningTabletSettings = {
  readonly userId: string;
  readonly ids: IdSource;
  readonly timeZone: string;
  /** Given out in rising order; tablets that are taken to see each other's work share one. */
  readonly nextLamport: () => number;
};

export function createSigningTablet({ userId, ids, timeZone, nextLamport }: SigningTabletSettings): SigningTablet {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const device = newUuid(ids);
  let n = 0;
  return {
    userId,
    device,
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64url'),
    seal({ scope, entity, entityId, set, base, saw }, at = new Date(ids.nowMs()).toISOString()) {
      const id = newUuid(ids);
      n += 1;
      return sealOp({
        id, v: OP_VERSION, scope, entity, entityId: entityId ?? id, set, n, at, timeZone, actor: userId, device,
        base: Object.fromEntries(Object.keys(set).map((field) => [field, base?.[field] ?? []])),
        ...(saw === undefined ? {} : { saw }),
        lamport: nextLamport(),
        salt: hexOf(ids.randomBytes(16)),
      });
    },
    request(ops, { commands = [], cursors = {}, epoch = '' } = {}) {
      const hashes = ops.map(({ h }) => h);
      const signature = sign('sha256', Buffer.from(batchText(hashes)), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');
      return {
        ...(ops.length === 0 ? {} : { batch: { device, actor: userId, hashes, signature } }),
        ops: ops.map(packForPush), commands, cursors, epoch,
      };
    },
  };
}

