import * as v from 'valibot';
import { bytesOfText } from '#core/bytes.ts';
import type { Op } from '#core/op/op.ts';
import { packForPush } from './packOp.ts';
import { MAX_OPS_PER_PUSH, MAX_PUSH_BYTES, syncRequest, type Command } from './wire.ts';

/** Bytes left for the proof, the cursors and what else a request says beside its ops. */
const ROOM_FOR_THE_REST = 1024 * 1024;

/**
 * Whether the server can take what was written together in one push: its own schema, its limits. Asked before anything is
 * written, because a push that is refused whole would stand in the way of all that comes after it.
 */
export function fitsOnePush(ops: readonly Op[], command: Command | undefined): boolean {
  const part = { ops: ops.map(packForPush), commands: command === undefined ? [] : [command], cursors: {}, epoch: '' };
  if (ops.length > MAX_OPS_PER_PUSH || !v.is(syncRequest, part)) return false;
  return bytesOfText(JSON.stringify(part)).length <= MAX_PUSH_BYTES - ROOM_FOR_THE_REST;
}
