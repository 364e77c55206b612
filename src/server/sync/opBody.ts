import { sha256OfText } from '#core/bytes.ts';
import { canonicalJson, type Json } from '#core/json.ts';
import type { Op } from '#core/op/op.ts';
import { packForPull } from '#core/protocol/packOp.ts';
import { batchText, type BatchProof, type Carried } from '#core/protocol/wire.ts';
import type { PulledOp, PushedOp } from '#core/protocol/packedOp.ts';

/** The text under which an op is stored: the same bytes on every installation and database. */
export const opBody = (op: Op): string => canonicalJson(jsonOf(packForPull(op)));

/** What was refused, whole: the op as it came, and the proof that came with it; of a page, what names it, since its list may be long. */
export function quarantineBody(packed: PushedOp, by: { readonly proof: BatchProof | undefined } | Carried): string {
  const op = jsonOf(packed);
  if (!('kind' in by) || by.kind === 'batch') return canonicalJson({ op, proof: by.proof === undefined ? null : { ...by.proof } });
  const { epoch, scope, fromSeq, toSeq, mac } = by.page;
  return canonicalJson({ op, proof: null, page: { epoch, scope, fromSeq, toSeq, mac } });
}

/** The op that `opBody` wrote. */
export function readOpBody(body: string): PulledOp {
  const op: PulledOp = JSON.parse(body);
  return op;
}

/** The same list by the same device is the same batch, whatever its signature's random part. */
export const batchIdOf = ({ device, actor, hashes }: BatchProof): string => sha256OfText(`${device}\n${actor}\n${batchText(hashes)}`);

function jsonOf(op: PushedOp | PulledOp): Json {
  const members: Readonly<Record<string, Json | undefined>> = op;
  return Object.fromEntries(Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
