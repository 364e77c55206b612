import * as v from 'valibot';
import { syncAnswer } from '#core/protocol/wire.ts';

/** Ids of the ops that the answers which reached this browser called received. */
export function acknowledged(answers: readonly string[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const text of answers) {
    if (!text.startsWith('{"epoch"')) continue;
    const answer = v.safeParse(syncAnswer, JSON.parse(text));
    if (!answer.success) continue;
    for (const { id, status } of answer.output.results) if (status === 'ok' || status === 'duplicate') ids.add(id);
  }
  return ids;
}
