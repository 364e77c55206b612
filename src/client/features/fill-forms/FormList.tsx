import { IconClipboardCheck, IconClipboardPlus, IconFileImport } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FORM_KINDS, questionsOf, type Form } from '#core/form/form.ts';
import { formRecordsOf } from '#core/form/formRecord.ts';
import { newestForms } from '#core/form/newestForms.ts';
import { textIn } from '#core/manual/localText.ts';
import { ListPane } from '#client/parts/ListPane.tsx';
import { PaneRows } from '#client/parts/PaneRows.tsx';
import { useFormat } from '#client/parts/useFormat.ts';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import { usePeople } from '#client/parts/usePeople.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { useForms } from '#client/storage/WorkspaceContext.ts';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { GroupHeading } from '#client/ui/parts/GroupHeading.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import { LoadingLines } from '#client/ui/parts/LoadingLines.tsx';
import styles from './FormList.module.css';

/** What was begun in this visit, newest first; below it every form of its program, by kind. Guides are chosen in an interview. */
export function FormList({ world, currentId }: { readonly world: VisitWorld; readonly currentId: string | undefined }) {
  const { t } = useTranslation(['forms', 'common']);
  const format = useFormat();
  const language = useInterfaceLanguage();
  const people = usePeople();
  const forms = useForms();
  const records = useMemo(() => formRecordsOf(world.visit), [world.visit]);
  const offered = useMemo(() => newestForms(forms ?? [], world.agencyCard.program).filter(({ kind }) => kind !== 'guide'), [forms, world.agencyCard.program]);
  if (forms === undefined) return <LoadingLines label={t('common:loading')} />;

  const titleOf = (id: string): string => {
    const form = forms.find((one) => one.id === id);
    return (form && textIn(form.title, language)?.text) ?? id;
  };
  const begun = records.map((record) => ({
    key: record.id,
    active: record.id === currentId,
    node: (
      <ListRow
        href={`/visits/${world.visitId}/forms/${record.id}`}
        active={record.id === currentId}
        mark={<IconClipboardCheck stroke={1.8} aria-hidden="true" />}
        title={titleOf(record.formId)}
        second={`${t('row.answers', { count: record.answers.values.size })} · ${t('row.signature', {
          name: people.get(record.facts.createdBy)?.name ?? t('common:unknownPerson'), when: format.dateTime(record.observedAt, world.agencyCard.timeZone),
        })}`}
      />
    ),
  }));
  const start = (form: Form) => ({
    key: `start ${form.id}`,
    node: (
      <ListRow
        href={`/visits/${world.visitId}/forms/new?form=${form.id}`}
        mark={<IconClipboardPlus stroke={1.8} aria-hidden="true" />}
        title={textIn(form.title, language)?.text ?? form.id}
        lang={textIn(form.title, language)?.language}
        second={t('row.questions', { count: questionsOf(form.nodes).filter(({ type }) => type !== 'note' && type !== 'calculate').length })}
        chevron
      />
    ),
  });
  const rows = [
    ...(begun.length > 0 ? [{ key: 'begun', node: <GroupHeading title={t('list.begun')} count={String(begun.length)} /> }, ...begun] : []),
    ...FORM_KINDS.flatMap((kind) => {
      const ofKind = offered.filter((form) => form.kind === kind);
      return ofKind.length === 0 ? [] : [{ key: kind, node: <GroupHeading title={t(`kind.${kind}`)} count={String(ofKind.length)} /> }, ...ofKind.map(start)];
    }),
  ];
  return (
    <ListPane head={(
      <>
        {currentId === undefined ? <PageHeader title={t('list.title')} /> : null}
        {world.isLeader ? <ActionButton full icon={<IconFileImport stroke={1.8} aria-hidden="true" />} href={`/visits/${world.visitId}/forms/import`}>{t('list.import')}</ActionButton> : null}
      </>
    )}
    >
      {rows.length > 0 ? <PaneRows rows={rows} label={t('list.title')} rowPx={76} /> : <p className={styles.none}>{t('list.empty')}</p>}
    </ListPane>
  );
}
