import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PurgeInterviewAnswer } from '#core/admin/purgeInterview.ts';
import { useAdmin } from '#client/parts/AdminContext.ts';
import { onlineFailure, type OnlineFailure } from '#client/parts/onlineFailure.ts';
import { PlainFrame } from '#client/parts/PlainFrame.tsx';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { TextField } from '#client/ui/fields/TextField.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './administer.module.css';

type Told = { readonly step: 'found' | 'purged'; readonly code: string; readonly answer: PurgeInterviewAnswer };

/** Erasing an interview by the code that its person was given: looked for first, erased by a second tap, everywhere and for ever. */
export function PurgeScreen() {
  const { t } = useTranslation(['admin', 'online']);
  const { purgeInterview } = useAdmin();
  const [code, setCode] = useState('');
  const [told, setTold] = useState<Told>();
  const [failure, setFailure] = useState<OnlineFailure>();
  const [busy, setBusy] = useState(false);
  const ask = async (asked: string, check: boolean): Promise<void> => {
    setBusy(true);
    const answer = await purgeInterview(asked, check);
    setBusy(false);
    setFailure(answer.ok ? undefined : onlineFailure(answer.error));
    if (answer.ok) setTold({ step: check ? 'found' : 'purged', code: asked, answer: answer.value });
  };
  const look = (event: FormEvent): void => {
    event.preventDefault();
    setTold(undefined);
    if (code.trim() !== '') void ask(code.trim(), true);
  };
  return (
    <PlainFrame active="home" back={{ label: t('home.title'), href: '/' }}>
      <PageColumn width="narrow">
        <PageHeader title={t('purge.title')} under={t('purge.under')} />
        <Card>
          <form className={styles.stack} onSubmit={look} noValidate>
            <TextField label={t('purge.code')} help={t('purge.codeHelp')} value={code} maxLength={60} onChange={setCode} />
            {failure ? <Banner tone="bad" boxed alert>{t(`online:failure.${failure}`)}</Banner> : null}
            <div className={styles.actions}><ActionButton kind="primary" submit disabled={busy || code.trim() === ''}>{t('purge.look')}</ActionButton></div>
          </form>
        </Card>
        {told ? (
          <Card>
            <p role="status">{told.answer.interviews === 0 ? t('purge.none', { code: told.code }) : t(`purge.${told.step}`, { code: told.code, count: told.answer.interviews })}</p>
            {told.step === 'found' && told.answer.interviews > 0 ? (
              <div className={styles.actions}><ActionButton kind="danger" disabled={busy} onPress={() => void ask(told.code, false)}>{t('purge.now')}</ActionButton></div>
            ) : null}
          </Card>
        ) : null}
      </PageColumn>
    </PlainFrame>
  );
}
