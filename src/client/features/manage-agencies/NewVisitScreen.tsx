import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { visitScope } from '#core/op/scope.ts';
import { NotHere } from '#client/parts/NotHere.tsx';
import { PlainFrame } from '#client/parts/PlainFrame.tsx';
import { useSession } from '#client/parts/SessionContext.ts';
import { type AgencyOnTablet, useAgencies } from '#client/parts/useAgencies.ts';
import { useSealing } from '#client/parts/useSealing.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './agencies.module.css';
import { CreateActions } from './CreateActions.tsx';
import { focusFirstError } from './focusFirstError.ts';
import { newVisit, type VisitProblem, visitProblems } from './newVisit.ts';
import { TeamFields } from './TeamFields.tsx';
import { useKeptForm } from './useKeptForm.ts';
import { editionsOf } from './useNewestEdition.ts';
import { VisitFields } from './VisitFields.tsx';

/** Plans a visit: kind, dates, the edition that it is pinned to, the team. */
export function NewVisitScreen({ agencyId }: { readonly agencyId: string }) {
  const found = useAgencies().find(({ agency }) => agency.id === agencyId);
  return found ? <VisitForm {...found} /> : <PlainFrame active="home"><NotHere what="agencyNotHere" /></PlainFrame>;
}

function VisitForm({ agency }: Pick<AgencyOnTablet, 'agency'>) {
  const { t } = useTranslation(['agency', 'common']);
  const navigate = useNavigate();
  const { me } = useWorkspace();
  const { syncNow } = useSession();
  const { seal, sealing, errorText } = useSealing();
  const form = useKeptForm('visit', visitScope, agency.id);
  const [attempted, setAttempted] = useState(false);
  const formRef = useRef<HTMLFormElement>(null);
  const editions = editionsOf(me.editions, agency.program);
  const edition = editions.find((candidate) => candidate.id === form.fields['edition']) ?? editions[0];
  const leader = form.fields['leader'] ?? me.person.id;
  const problems = visitProblems(form.fields, edition, leader);
  const errorOf = (...kinds: readonly VisitProblem[]): string | undefined => {
    const problem = attempted ? kinds.find((kind) => problems.includes(kind)) : undefined;
    return problem && t(`newVisit.problem.${problem}`);
  };

  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempted(true);
    if (problems.length > 0 || !edition) return focusFirstError(formRef);
    const advisors = Object.keys(form.fields).filter((field) => field.startsWith('advisor.') && form.fields[field] === 'yes').map((field) => field.slice('advisor.'.length));
    const visit = newVisit(agency.id, form.id, form.fields, edition, leader, advisors);
    const sealed = await seal(visit.changes, { command: visit.command, drafts: [form.draftKey] });
    if (!sealed) return;
    await form.discard();
    void syncNow();
    const isMine = leader === me.person.id || advisors.includes(me.person.id);
    await (isMine
      ? navigate({ to: '/visits/$visitId/prepare', params: { visitId: form.id }, replace: true })
      : navigate({ to: '/agencies/$agencyId', params: { agencyId: agency.id }, replace: true }));
  };

  const agencyHref = `/agencies/${agency.id}`;
  return (
    <PlainFrame active="home" title={agency.name} back={{ label: t('agency.back'), href: agencyHref }}>
      <PageColumn width="narrow">
        <PageHeader title={t('newVisit.title')} over={agency.name} under={t('newVisit.under')} />
        <form ref={formRef} className={styles.stack} onSubmit={(event) => void create(event)} noValidate>
          <Card title={t('newVisit.what')}><VisitFields fields={form.fields} set={form.set} errorOf={errorOf} editions={editions} edition={edition} /></Card>
          <Card title={t('newVisit.team')}><TeamFields fields={form.fields} set={form.set} errorOf={errorOf} leader={leader} /></Card>
          <CreateActions label={t('newVisit.create')} busy={sealing} errorText={errorText} onCancel={() => void form.discard().then(() => navigate({ to: '/agencies/$agencyId', params: { agencyId: agency.id } }))} />
        </form>
      </PageColumn>
    </PlainFrame>
  );
}
