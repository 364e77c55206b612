import type { PulledOp } from '#core/protocol/packedOp.ts';
import { CHUNK_BYTES, type BatchProof, type Me } from '#core/protocol/wire.ts';
import type { BundleManifest, BundlePart } from '#core/bundle/bundleContent.ts';
import type { Op } from '#core/op/op.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { packForPull } from '#core/protocol/packOp.ts';
import type { FileVault } from '#client/storage/files/fileVault.ts';
import type { OutboxEntry } from '#client/storage/log/logStore.ts';
import type { Segment } from '#client/storage/log/segment.ts';
import type { Replica } from '#client/storage/log/replica.ts';
import type { FileChoice } from './bundleOrder.ts';

export type FileHere = { readonly scope: ScopeId; readonly sha256: string; readonly sizeBytes: number; readonly upload: 'waiting' | 'done' };

/** Everything of some scopes that a file takes along, before it is signed and encrypted. */
export type Collected = {
  /** Own ops that the server does not have in a page, seal by seal. */
  readonly own: readonly OutboxEntry[];
  readonly pages: readonly Segment[];
  readonly imports: ReturnType<Replica['imports']>;
  readonly refused: ReturnType<Replica['refused']>;
  readonly files: readonly FileHere[];
};

export async function collectBundle(replica: Replica, files: Pick<FileVault, 'list'>, device: string, scopes: readonly ScopeId[]): Promise<Collected> {
  const wanted = new Set(scopes);
  await replica.settled();
  const held = replica.held().filter((op) => op.device === device).map((op): OutboxEntry => ({ op, seal: op.n }));
  return {
    own: [...replica.outbox(), ...held].filter(({ op }) => wanted.has(op.scope)).sort((a, b) => a.op.n - b.op.n),
    pages: await replica.segments(wanted),
    imports: replica.imports().flatMap((row) => {
      const ops = row.ops.filter((op) => wanted.has(op.scope));
      return ops.length === 0 ? [] : [{ ...row, ops }];
    }),
    refused: replica.refused().filter(({ op }) => wanted.has(op.scope)),
    files: (await files.list()).filter(({ scope }) => wanted.has(scope)),
  };
}

export const filesChosen = (files: readonly FileHere[], choice: FileChoice): readonly FileHere[] => {
  switch (choice) {
    case 'none': return [];
    case 'only-here': return files.filter(({ upload }) => upload === 'waiting');
    case 'all': return files;
  }
};

/** Ops of one signed list: it must fit a push, whoever sends it on. */
const OPS_PER_BATCH = 500;
const CHARS_PER_BATCH = 1_000_000;

/** Own ops in lists that are signed now; what was written together stands in one list. */
export function inBatches(own: readonly OutboxEntry[]): readonly (readonly Op[])[] {
  const batches: Op[][] = [];
  let chars = 0;
  for (let at = 0; at < own.length; ) {
    const seal = own[at]?.seal;
    const together: Op[] = [];
    for (let entry = own[at]; entry && entry.seal === seal; entry = own[at]) {
      together.push(entry.op);
      at += 1;
    }
    const more = JSON.stringify(together).length;
    const last = batches.at(-1);
    if (last && last.length + together.length <= OPS_PER_BATCH && chars + more <= CHARS_PER_BATCH) {
      last.push(...together);
      chars += more;
    } else {
      batches.push(together);
      chars = more;
    }
  }
  return batches;
}

export type Signer = (ops: readonly Op[]) => Promise<BatchProof>;

/** The parts of a file in their order; a picture is read only when its turn comes. */
export async function* partsOf(manifest: BundleManifest, collected: Collected, chosen: readonly FileHere[], sign: Signer, read: FileVault['read']): AsyncGenerator<BundlePart> {
  yield { kind: 'manifest', manifest };
  for (const ops of inBatches(collected.own)) yield { kind: 'batch', batch: { proof: await sign(ops), ops: packed(ops) } };
  for (const { scope, pages, ops } of collected.pages) {
    let from = 0;
    for (const { epoch, fromSeq, toSeq, list, mac, proofs } of pages) {
      const own = ops.slice(from, from + list.length);
      from += list.length;
      yield { kind: 'page', page: { epoch, scope, fromSeq, toSeq, list: list.map(([seq, id, h]) => [seq, id, h]), mac, proofs: [...proofs], ops: packed(own) } };
    }
  }
  for (const { proof, ops } of collected.imports) {
    yield proof.kind === 'batch' ? { kind: 'batch', batch: { proof: proof.proof, ops: packed(ops) } } : { kind: 'page', page: { ...proof.page, ops: packed(ops) } };
  }
  for (const { op, reason, field, refusedAtMs } of collected.refused) {
    yield { kind: 'refused', refused: { op: packForPull(op), reason, ...(field === undefined ? {} : { field }), refusedAtMs } };
  }
  for (const { scope, sha256, sizeBytes } of chosen) {
    const bytes = await read(scope, sha256);
    // Gone since it was listed: its record says where it was.
    if (!bytes) continue;
    yield { kind: 'file', file: { scope, sha256, sizeBytes } };
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield { kind: 'chunk', bytes: bytes.subarray(at, at + CHUNK_BYTES) };
  }
  yield { kind: 'end' };
}

const packed = (ops: readonly Op[]): PulledOp[] => ops.map(packForPull);

/** Each op once, whatever brings it. */
export function opsOf(collected: Collected): readonly Op[] {
  const all = [...collected.own.map(({ op }) => op), ...collected.pages.flatMap(({ ops }) => ops), ...collected.imports.flatMap(({ ops }) => ops)];
  return [...new Map(all.map((op) => [op.id, op])).values()];
}

export function peopleIn(ops: readonly Op[], me: Me): BundleManifest['people'] {
  const authors = new Set(ops.map(({ actor }) => actor));
  return [...new Map([...me.people, me.person].map((person) => [person.id, person])).values()].filter(({ id }) => authors.has(id));
}
