import { sha256OfText } from '#core/bytes.ts';
import { canonicalJson, type Json } from '#core/json.ts';
import type { Op } from '#core/op/op.ts';
import { packForPull } from '#core/protocol/packOp.ts';
import { batchText, type BatchProof } from '#core/protocol/wire.ts';
import type { PulledOp, PushedOp } from '#core/protocol/packedOp.ts';

/** The text under which an op is stored: the same bytes on every installation and database. */
export const opBody = (op: Op): string => canonicalJson(jsonOf(packForPull(op)));

/** What was refused, whole: the op as it came and the proof that came with it. */
export const quarantineBody = (packed: PushedOp, proof: BatchProof | undefined): string =>
  canonicalJson({ op: jsonOf(packed), proof: proof === undefined ? null : { ...proof } });

/** The op that `opBody` wrote. */
export function readOpBody(body: string): PulledOp {
  const op: PulledOp = JSON.parse(body);
  return op;
}

/** The same list by the same device is the same batch, whatever its signature's random part. */
export const batchIdOf = ({ device, actor, hashes }: BatchProof): string => sha256OfText(`${device}\n${actor}\n${batchText(hashes)}`);

function jsonOf({ saw, skewMs, ...rest }: PushedOp): Json {
  return { ...rest, ...(saw === undefined ? {} : { saw }), ...(skewMs === undefined ? {} : { skewMs }) };
}
