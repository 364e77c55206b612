import type { SyncAnswer, SyncRequest } from '#core/protocol/wire.ts';
import type { Prng } from './prng.ts';

/** What the network does to one request. */
export const FAULTS = [
  'none', 'none', 'none', 'none', 'request-lost', 'answer-lost', 'answer-lost', 'request-twice',
  'old-request-again', 'old-request-late', 'old-answer-again',
  'altered-answer', 'holed-answer', 'server-dies',
] as const;
export type Fault = (typeof FAULTS)[number];

/** In no honest text: where it shows, an altered one was taken. */
export const ALTERED = 'palabras-de-nadie';

/** The answer with one word of one op changed, as by somebody on the way; the same answer where it carries no text. */
export function altered(answer: SyncAnswer, random: Prng): SyncAnswer {
  const ops = answer.pages.flatMap((page) => page.ops).filter((op) => Object.values(op.set).some((value) => typeof value === 'string'));
  if (ops.length === 0) return answer;
  const victim = random.pick(ops);
  const fields = Object.keys(victim.set).filter((field) => typeof victim.set[field] === 'string');
  victim.set[random.pick(fields)] = ALTERED;
  return answer;
}

/** The answer with one op of one page gone, as from a server that has lost it. */
export function holed(answer: SyncAnswer, random: Prng): SyncAnswer {
  const pages = answer.pages.filter((page) => page.list.length > 1);
  if (pages.length === 0) return answer;
  const page = random.pick(pages);
  const at = random.below(page.list.length - 1);
  const [gone] = page.list.splice(at, 1);
  page.ops.splice(0, page.ops.length, ...page.ops.filter((op) => op.id !== gone?.[1]));
  // A hole at the very beginning is one that only the cursor can tell.
  if (at === 0) page.fromSeq += 1;
  return answer;
}

/** A request whose first text says something else than what was signed. */
export function alteredRequest(request: SyncRequest, newId: () => string): SyncRequest {
  const first = request.ops.find((op) => Object.values(op.set).some((value) => typeof value === 'string'));
  if (!first) return request;
  first.id = newId();
  for (const field of Object.keys(first.set)) if (typeof first.set[field] === 'string') first.set[field] = ALTERED;
  return request;
}
