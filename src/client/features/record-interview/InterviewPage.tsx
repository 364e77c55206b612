import { IconShieldCheck, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isDeleted, type EntityState } from '#core/op/scopeState.ts';
import { readInterview } from '#core/visit/interview.ts';
import { BroughtPills } from '#client/parts/BroughtPills.tsx';
import { RecordSaved } from '#client/parts/RecordSaved.tsx';
import { useRecordWriter } from '#client/parts/useRecordWriter.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { Pill } from '#client/ui/parts/Pill.tsx';
import { DeletedInterview } from './DeletedInterview.tsx';
import { InterviewGuide } from './InterviewGuide.tsx';
import { InterviewNotes } from './InterviewNotes.tsx';
import { InterviewReading } from './InterviewReading.tsx';
import styles from './InterviewPage.module.css';

/** Step 3 and ever after: its author writes, the rest of the team reads. */
export function InterviewPage({ world, entity }: { readonly world: VisitWorld; readonly entity: EntityState }) {
  const { t } = useTranslation(['interview', 'vocabulary']);
  const { me } = useWorkspace();
  const interview = readInterview(entity);
  const isMine = entity.entityId.endsWith(`/${me.person.id}`);
  const target = { scope: world.visitScope, entity: 'interview', entityId: entity.entityId };
  // The interview exists: nothing begins it any more.
  const writer = useRecordWriter(target, () => ({}));
  if (isDeleted(entity)) return <DeletedInterview code={interview.code} {...(isMine ? { writer } : {})} />;
  const consent = interview.consent ? t(`vocabulary:consent.${interview.consent}`).toLocaleLowerCase() : '';
  return (
    <PageColumn width="narrow">
      <PageHeader
        number={interview.code}
        title={interview.roleCategory ? t(`vocabulary:roleCategory.${interview.roleCategory}`) : t('list.noRole')}
        under={isMine ? <RecordSaved writer={writer} /> : t('reading.onlyAuthor')}
      />
      <div className={styles.pills}>
        <Pill tone="ok" icon={<IconShieldCheck size="1.25rem" stroke={2} aria-hidden="true" />}>{t('form.noticeRead', { version: interview.noticeVersion, consent })}</Pill>
        <Pill icon={<IconUser size="1.25rem" stroke={2} aria-hidden="true" />}>{interview.attributable ? t('form.byRole') : t('form.notAttributed')}</Pill>
        <BroughtPills opIds={interview.facts.opIds} />
      </div>
      {isMine ? <InterviewNotes world={world} entity={entity} target={target} writer={writer} /> : <InterviewReading world={world} interview={interview} />}
      {isMine ? null : <InterviewGuide world={world} entity={entity} target={target} writer={writer} readOnly />}
    </PageColumn>
  );
}
