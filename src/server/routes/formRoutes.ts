import * as v from 'valibot';
import { formSchema, type FormsAnswer } from '#core/form/formSchema.ts';
import { recordAudit } from '#server/audit/recordAudit.ts';
import { addForm } from '#server/forms/addForm.ts';
import { hashOfForms, mayAddForms, mayUseForms } from '#server/forms/formAccess.ts';
import type { RouteDeps } from '#server/http/appDeps.ts';
import { callFrom } from '#server/http/callFrom.ts';
import { refuse } from '#server/http/refuse.ts';
import { signedIn } from '#server/http/signedIn.ts';

/** `GET /api/forms`: the newest revision of every form, for who works with them. */
export const listForms = (deps: RouteDeps) => signedIn(deps, async ({ session, reply }) => {
  const stored = await deps.store.transaction(async (tx) => {
    const account = await tx.people.accountById(session.userId);
    return account && mayUseForms(account.role) ? tx.forms.newest() : undefined;
  });
  if (!stored) return refuse(reply, 'not-allowed');
  const answer: FormsAnswer = { hash: hashOfForms(stored), forms: v.parse(v.array(formSchema), stored.map(({ form }) => JSON.parse(form))) };
  return reply.send(answer);
});

/** `POST /api/forms`: a form that was imported and looked at on a tablet; a known id gets a new revision. */
export const addFormRoute = (deps: RouteDeps) => signedIn(deps, async ({ session, request, reply }) => {
  const body = v.safeParse(formSchema, request.body);
  if (!body.success) return refuse(reply, 'malformed');
  const added = await deps.store.transaction(async (tx) => {
    const account = await tx.people.accountById(session.userId);
    if (!account || !mayAddForms(account.role)) return undefined;
    const done = await addForm(tx, body.output, deps.nowMs());
    if (done.added) await recordAudit(tx, { action: 'form-added', subject: `${body.output.id}@${done.revision}`, atMs: deps.nowMs(), actor: session.userId, ...callFrom(request) });
    return done;
  });
  return added ? reply.send({ revision: added.revision }) : refuse(reply, 'not-allowed');
});
