import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Progress, useSession } from '#client/parts/SessionContext.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import type { ListedEdition } from './useNewestEdition.ts';

/** Fetches the manual whose words a form needs; says so where there is no network. */
export function FetchManual({ edition: { id, revision } }: { readonly edition: ListedEdition }) {
  const { t } = useTranslation(['agency', 'common']);
  const format = useFormat();
  const { downloadManual } = useSession();
  const [progress, setProgress] = useState<Progress>();
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    setFailed(false);
    void downloadManual(id, revision, (now) => current && setProgress(now)).then((result) => current && setFailed(!result.ok));
    return () => {
      current = false;
    };
  }, [downloadManual, id, revision, attempt]);
  if (failed) {
    return <Banner tone="warn" boxed action={<ActionButton onPress={() => setAttempt(attempt + 1)}>{t('common:retry')}</ActionButton>}>{t('fetchManual.failed')}</Banner>;
  }
  return <Banner tone="info" boxed>{progress ? t('fetchManual.progress', { done: format.number(progress.done), total: format.number(progress.total) }) : t('fetchManual.starting')}</Banner>;
}
