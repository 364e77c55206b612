import * as v from 'valibot';
import { isScopeId, type ScopeId } from '#core/op/scope.ts';

export type LiveEvent =
  | { readonly type: 'scope'; readonly scope: ScopeId; readonly seq: number }
  /** What this person may read has changed, or news was lost. */
  | { readonly type: 'pull' }
  /** Nothing new; the connection is alive. */
  | { readonly type: 'beat' };

const scopeNews = v.pipe(v.string(), v.parseJson(), v.object({ scope: v.custom<ScopeId>((value) => typeof value === 'string' && isScopeId(value)), seq: v.number() }));

/** Reads server-sent events from text that comes in any pieces. What a newer server says and this build does not know counts as a beat. */
export function liveEvents(hear: (event: LiveEvent) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    const blocks = (rest + text).replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) hear(eventOf(block));
  };
}

function eventOf(block: string): LiveEvent {
  const fields = new Map(block.split('\n').map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, Math.max(colon, 0)), line.slice(colon + 1).trimStart()] as const;
  }));
  const name = fields.get('event');
  if (name === 'pull') return { type: 'pull' };
  const news = name === 'scope' ? v.safeParse(scopeNews, fields.get('data')) : undefined;
  return news?.success ? { type: 'scope', ...news.output } : { type: 'beat' };
}
