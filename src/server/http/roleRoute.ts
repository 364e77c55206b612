import type { Readable } from 'node:stream';
import * as v from 'valibot';
import type { AccountRole } from '#core/people/role.ts';
import type { Result } from '#core/result.ts';
import type { AuditedAct } from '#server/audit/recordAudit.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import type { RouteDeps } from './appDeps.ts';
import { callFrom } from './callFrom.ts';
import { refuse, type RefusalCode } from './refuse.ts';
import { signedIn } from './signedIn.ts';

/** Who acts, when and from where: what every entry of the audit log begins with. */
export type Acting = Pick<AuditedAct, 'actor' | 'atMs' | 'device' | 'ip'>;

export type RoleCall<Input> = { readonly tx: StoreTransaction; readonly input: Input; readonly by: Acting };

/** A file as an answer. */
export class Attachment {
  constructor(readonly type: string, readonly bytes: Readable) {}
}

/**
 * A route for some account roles: anybody else is refused before the request is read. Path, query and body together are one
 * input, checked by its schema; the work and its entries in the audit log are one transaction. A value is the answer; nothing is 204.
 */
export function roleRoute<Schema extends v.GenericSchema>(
  deps: RouteDeps,
  roles: readonly AccountRole[],
  schema: Schema,
  work: (call: RoleCall<v.InferOutput<Schema>>) => Promise<Result<unknown, RefusalCode>>,
) {
  return signedIn(deps, async ({ session, request, reply }) => {
    const outcome = await deps.store.transaction(async (tx): Promise<Result<unknown, RefusalCode>> => {
      const account = await tx.people.accountById(session.userId);
      if (!account || !roles.includes(account.role)) return { ok: false, error: 'not-allowed' };
      const input = v.safeParse(schema, joined(request.query, request.body, request.params));
      if (!input.success) return { ok: false, error: 'malformed' };
      const { ip, device } = callFrom(request);
      return work({ tx, input: input.output, by: { actor: session.userId, atMs: deps.nowMs(), ip, device } });
    });
    if (!outcome.ok) return refuse(reply, outcome.error);
    const { value } = outcome;
    if (value instanceof Attachment) return reply.header('content-type', value.type).header('content-disposition', 'attachment').send(value.bytes);
    return value === undefined ? reply.code(204).send() : reply.send(value);
  });
}

/** What the path says cannot be overwritten by what the body says. */
function joined(...parts: readonly unknown[]): object {
  return Object.assign({}, ...parts.map((part) => (typeof part === 'object' ? part : {})));
}

export const adminRoute = <Schema extends v.GenericSchema>(
  deps: RouteDeps, schema: Schema, work: (call: RoleCall<v.InferOutput<Schema>>) => Promise<Result<unknown, RefusalCode>>,
) => roleRoute(deps, ['admin'], schema, work);
