import { IconFileExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { needsBackUp } from '#core/bundle/needsBackUp.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { useSyncStatus } from '#client/sync/syncStatus.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { useFormat } from './useFormat.ts';
import { useNowMs } from './useNowMs.ts';

/** Offers a back-up once work has existed only here for a day, or there is much of it, without a copy. Amber; else nothing. */
export function BackUpOffer() {
  const { t } = useTranslation('copy');
  const format = useFormat();
  const workspace = useWorkspace();
  const nowMs = useNowMs();
  // Drawn again when something was sealed or sent.
  useSyncStatus((status) => status.waiting);
  const times = workspace.onlyHere().filter(({ copied }) => !copied).map(({ op }) => op.at);
  if (!needsBackUp(times, nowMs)) return null;
  const oldest = times.reduce((first, at) => (at < first ? at : first));
  return (
    <Card look="warn" title={t('offer.title')}>
      <p>{t('offer.text', { count: times.length, formatted: format.number(times.length), when: format.dateTime(oldest) })}</p>
      <div><ActionButton kind="mark" size="lg" href="/back-up" icon={<IconFileExport size="1.375rem" stroke={2} aria-hidden="true" />}>{t('offer.action')}</ActionButton></div>
    </Card>
  );
}
