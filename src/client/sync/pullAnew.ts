import type { ScopeId } from '#core/op/scope.ts';
import type { Carried, Page, SyncRequest } from '#core/protocol/wire.ts';
import { ok, type Result } from '#core/result.ts';
import type { Replica } from '#client/storage/log/replica.ts';
import type { Api } from './api.ts';
import type { SyncFailure } from './syncOnce.ts';

const later = ok({ forgotten: undefined });

/**
 * Pulls one scope from its beginning, as many answers as it takes, and puts it in the place of what is here in one transaction. What the
 * other scopes have new meanwhile comes with the next sync. `forgotten`: the page by which the server can tell that it is an older one.
 */
export async function pullAnew(
  replica: Replica, api: Pick<Api, 'sync'>, scope: ScopeId, request: () => SyncRequest,
): Promise<Result<{ readonly forgotten: Carried | undefined }, SyncFailure>> {
  const pages: Page[] = [];
  for (;;) {
    const { cursors, ...rest } = request();
    const answer = await api.sync({ ...rest, cursors: { ...cursors, [scope]: pages.at(-1)?.toSeq ?? 0 } });
    if (!answer.ok) return answer;
    const page = answer.value.pages.find((one) => one.scope === scope);
    if (page) pages.push(page);
    const head = answer.value.scopes.find((one) => one.scope === scope);
    if (answer.value.epoch !== rest.epoch || !head) return later;
    if ((pages.at(-1)?.toSeq ?? 0) === head.count) return replica.takeAnew(scope, { ...answer.value, pages, results: [], carriedResults: [], more: false });
    if (!page) return later;
  }
}
