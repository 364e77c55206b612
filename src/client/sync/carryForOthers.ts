import { MAX_OPS_PER_PUSH, type SyncRequest } from '#core/protocol/wire.ts';
import { ok, type Result } from '#core/result.ts';
import type { Piece } from '#client/storage/log/carriedPieces.ts';
import type { Replica } from '#client/storage/log/replica.ts';
import type { Api } from './api.ts';
import type { SyncFailure } from './syncOnce.ts';

const CHARS_PER_REQUEST = 2_000_000;

/** Brings the server what is here of others and it may not have. Never before one's own work, and never in its way. */
export async function carryForOthers(
  { replica }: { readonly replica: Replica }, api: Pick<Api, 'sync'>, request: () => SyncRequest,
): Promise<Result<void, SyncFailure>> {
  for (let left = await replica.carried(); left.length > 0; ) {
    const now = firstOf(left);
    left = left.slice(now.length);
    const answer = await api.sync({ ...request(), carried: now.map(({ carried }) => carried) });
    if (!answer.ok) {
      if (answer.error.type !== 'refused') return answer;
      // Nothing that the server can read: what is wrong with it lies here, and one's own work does not wait for it.
      replica.noteOffered(now);
      continue;
    }
    // Restored just now: the next sync begins with that.
    if (answer.value.epoch !== replica.epoch()) return ok(undefined);
    const received = await replica.receive(answer.value);
    if (!received.ok) return received;
    replica.noteOffered(now);
  }
  return ok(undefined);
}

function firstOf(pieces: readonly Piece[]): readonly Piece[] {
  let [ops, weight] = [0, 0];
  const end = pieces.findIndex((piece) => {
    ops += piece.carried.ops.length;
    weight += piece.weight;
    return ops > MAX_OPS_PER_PUSH || weight > CHARS_PER_REQUEST;
  });
  return end === -1 ? pieces : pieces.slice(0, Math.max(1, end));
}
