import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agencyScope } from '#core/op/scope.ts';
import { PlainFrame } from '#client/parts/PlainFrame.tsx';
import { useSession } from '#client/parts/SessionContext.ts';
import { useSealing } from '#client/parts/useSealing.ts';
import { TextField } from '#client/ui/fields/TextField.tsx';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './agencies.module.css';
import { CreateActions } from './CreateActions.tsx';
import { focusFirstError } from './focusFirstError.ts';
import { agencyChange, missingFields, type RequiredField } from './newAgency.ts';
import { PlaceFields } from './PlaceFields.tsx';
import { ProgramFields } from './ProgramFields.tsx';
import { SizeAndFunctions } from './SizeAndFunctions.tsx';
import { useKeptForm } from './useKeptForm.ts';
import { useNewestEdition } from './useNewestEdition.ts';

/** Creates an agency: its card, and the right to work on it, in one act. */
export function NewAgencyScreen() {
  const { t } = useTranslation(['agency', 'common']);
  const navigate = useNavigate();
  const { syncNow } = useSession();
  const { seal, sealing, errorText } = useSealing();
  const form = useKeptForm('agency', agencyScope);
  const edition = useNewestEdition(form.fields['program']);
  const [attempted, setAttempted] = useState(false);
  const formRef = useRef<HTMLFormElement>(null);
  const errorOf = (field: RequiredField): string | undefined => (attempted && missingFields(form.fields).includes(field) ? t(`new.missing.${field}`) : undefined);

  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempted(true);
    if (missingFields(form.fields).length > 0) return focusFirstError(formRef);
    const functions = edition.head?.functions.map(({ id }) => id) ?? [];
    const sealed = await seal([agencyChange(form.id, form.fields, functions)], { command: { type: 'create-agency', agency: form.id }, drafts: [form.draftKey] });
    if (!sealed) return;
    await form.discard();
    void syncNow();
    await navigate({ to: '/agencies/$agencyId', params: { agencyId: form.id }, replace: true });
  };

  return (
    <PlainFrame active="home" back={{ label: t('home.title'), href: '/' }}>
      <PageColumn width="narrow">
        <PageHeader title={t('new.title')} under={t('new.under')} />
        <form ref={formRef} className={styles.stack} onSubmit={(event) => void create(event)} noValidate>
          <Card title={t('new.whoTitle')}>
            <TextField label={t('field.name')} value={form.fields['name'] ?? ''} onChange={(name) => form.set({ name })} lang="es" maxLength={200} error={errorOf('name')} />
            <TextField label={t('field.acronym')} help={t('field.acronymHelp')} value={form.fields['acronym'] ?? ''} onChange={(acronym) => form.set({ acronym })} maxLength={20} />
            <ProgramFields fields={form.fields} set={form.set} errorOf={errorOf} />
          </Card>
          <Card title={t('new.placeTitle')}><PlaceFields fields={form.fields} set={form.set} errorOf={errorOf} /></Card>
          <Card title={t('new.sizeTitle')}><SizeAndFunctions fields={form.fields} set={form.set} errorOf={errorOf} edition={edition} /></Card>
          <CreateActions label={t('new.create')} busy={sealing} errorText={errorText} onCancel={() => void form.discard().then(() => navigate({ to: '/' }))} />
        </form>
      </PageColumn>
    </PlainFrame>
  );
}
