import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormReading } from '#core/form/readXlsForm.ts';
import { FORM_KINDS, type FormKind } from '#core/form/form.ts';
import { textIn } from '#core/manual/localText.ts';
import { VisitFrame } from '#client/parts/VisitFrame.tsx';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import { useSession } from '#client/parts/SessionContext.ts';
import { RadioCards } from '#client/ui/fields/RadioCards.tsx';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { FormProblems } from './FormProblems.tsx';
import { readFormFile, type FormFileReading } from './readFormFile.ts';
import styles from './ImportFormScreen.module.css';

type Step = { readonly name: string; readonly reading: FormFileReading } | 'choose' | 'reading';

/** Brings a form in from an XLSForm workbook: read here, looked at, and given to everybody only then. */
export function ImportFormScreen({ visitId }: { readonly visitId: string }) {
  const { t } = useTranslation('forms');
  const input = useRef<HTMLInputElement>(null);
  const [step, setStep] = useState<Step>('choose');
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setStep('reading');
    setStep({ name: file.name, reading: await readFormFile(file) });
  };
  return (
    <VisitFrame visitId={visitId} active="forms" back={{ label: t('back'), href: `/visits/${visitId}/forms` }}>
      {() => <PageColumn width="narrow">
        <PageHeader title={t('import.title')} under={t('import.under')} />
        <Card title={t('import.choose')}>
          <p className={styles.help}>{t('import.help')}</p>
          <div><ActionButton kind={typeof step === 'object' ? 'outline' : 'primary'} disabled={step === 'reading'} onPress={() => input.current?.click()}>{t(step === 'reading' ? 'import.reading' : 'import.pick')}</ActionButton></div>
          <input
            ref={input}
            type="file"
            hidden
            aria-label={t('import.pick')}
            onChange={(event) => {
              void choose(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </Card>
        {typeof step === 'object' ? <Looked key={step.name} {...step} /> : null}
      </PageColumn>}
    </VisitFrame>
  );
}

function Looked({ name, reading }: { readonly name: string; readonly reading: FormFileReading }) {
  const { t } = useTranslation('forms');
  if (reading.type === 'refused') return <Banner tone="bad" boxed alert>{t(`import.refused.${reading.why}`, { name })}</Banner>;
  return <ReadForm name={name} reading={reading.reading} />;
}

function ReadForm({ name, reading }: { readonly name: string; readonly reading: FormReading }) {
  const { t } = useTranslation(['forms', 'vocabulary']);
  const language = useInterfaceLanguage();
  const { addForm } = useSession();
  const [kind, setKind] = useState<FormKind>(reading.form?.kind ?? 'questionnaire');
  const [state, setState] = useState<'looking' | 'sending' | 'done' | 'unreachable' | 'refused'>('looking');
  const { form } = reading;
  const send = async (): Promise<void> => {
    if (!form) return;
    setState('sending');
    const added = await addForm({ ...form, kind });
    if (added.ok) setState('done');
    else setState(added.error.type === 'unreachable' || added.error.type === 'captive-portal' ? 'unreachable' : 'refused');
  };
  return (
    <>
      <Card title={(form && textIn(form.title, language)?.text) ?? name}>
        <p className={styles.help}>{t('import.counts', { count: reading.questions, languages: reading.languages.map((one) => t(`vocabulary:language.${one}`)).join(', ') })}</p>
        <FormProblems problems={reading.problems} />
      </Card>
      {form ? (
        <Card>
          <RadioCards label={t('import.kind')} value={kind} onChange={setKind} options={FORM_KINDS.map((one) => ({ value: one, label: t(`kind.${one}`) }))} />
          <div><ActionButton kind="primary" disabled={state === 'sending' || state === 'done'} onPress={() => void send()}>{t('import.accept')}</ActionButton></div>
          {state === 'done' ? <Banner tone="info" boxed>{t('import.done')}</Banner> : null}
          {state === 'unreachable' || state === 'refused' ? <Banner tone="bad" boxed alert>{t(state === 'unreachable' ? 'import.unreachable' : 'import.notTaken')}</Banner> : null}
        </Card>
      ) : <Banner tone="bad" boxed alert>{t('import.nothing')}</Banner>}
    </>
  );
}
