import type { Erase } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Unlocked } from '#client/storage/people/openAccount.ts';
import type { Api } from './api.ts';
import { fileKey } from './fileProgress.ts';
import type { ApiFailure } from './request.ts';
import type { SyncFailure } from './syncOnce.ts';
import type { RoundMemory } from './syncRound.ts';

/** Rounds in which a file may be refused before the tablet gives it up. */
const TRIES = 3;

/**
 * The rest of a round on a tablet that was withdrawn, when its text has been sent: files, then the word to the server that nothing is
 * left. Only then comes `erase`. A file that the server refuses time and again cannot hold the data here for ever.
 */
export async function eraseWhenSent(
  erase: Erase, { replica, files }: Unlocked, api: Pick<Api, 'sync'>, memory: RoundMemory, upload: () => Promise<Result<void, ApiFailure>>,
): Promise<Result<void, SyncFailure>> {
  if (erase === 'at-once') return err({ type: 'erase', erase });
  const isDue = async (): Promise<boolean> => (await files.waiting()).some((file) => !memory.postponed.has(fileKey(file)));
  const tried = await isDue();
  const sent = await upload();
  if (!sent.ok) return sent;
  if (tried) memory.triesBeforeErasing += 1;
  if ((await isDue()) || ((await files.waiting()).length > 0 && memory.triesBeforeErasing < TRIES)) return ok(undefined);
  const told = await api.sync({ ops: [], commands: [], cursors: {}, epoch: replica.epoch(), waiting: { ops: 0, files: 0 } });
  return told.ok ? err({ type: 'erase', erase }) : told;
}
