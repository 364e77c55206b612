import { useTranslation } from 'react-i18next';
import { useIsWaiting } from '#client/parts/useIsWaiting.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';

export type HandedOver = { readonly count: number; readonly opIds: readonly string[] };

/** What has just been handed over, and how far it has come. */
export function HandOverDone({ done, agency, findingsHref }: { readonly done: HandedOver; readonly agency: string; readonly findingsHref: string }) {
  const { t } = useTranslation('handover');
  const waiting = useIsWaiting(done.opIds);
  return (
    <div role="status">
      <Card look="ok" title={t('done.title', { count: done.count, agency })}>
        <p>{t(waiting ? 'done.waiting' : 'done.arrived')}</p>
        <div><ActionButton href={findingsHref}>{t('seeFindings')}</ActionButton></div>
      </Card>
    </div>
  );
}
